"""Build tools, not shipped."""
