"""Draws the plates: outlines and guide fibres in, dressed muscles out."""
