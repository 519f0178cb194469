"""Poses to braille dots and SVG."""
