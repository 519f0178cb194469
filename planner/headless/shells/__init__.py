"""Completions of the shells, made from the parsers of the commands: one module for each shell."""
