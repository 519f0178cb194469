"""Poses to pictures: braille dots, blocks and letters for a terminal, SVG and plain marks for paper.

`drawing` has what screens need (`still`, `frame`), `svg` what pages need, `vectors` what any other writer needs. All of
them draw from `scene.primitives`.
"""
