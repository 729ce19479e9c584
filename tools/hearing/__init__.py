"""Hears the program as a screen reader does: from outside, through AT-SPI."""
