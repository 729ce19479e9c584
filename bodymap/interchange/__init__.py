"""Interchange: what leaves the program and comes back, as bytes and plain data."""
