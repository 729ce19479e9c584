"""Bodymap shows which muscles can refer pain to where it hurts."""

__version__ = "0.1.0"
