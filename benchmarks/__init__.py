"""Measures the program beside an empty window; ``python -m benchmarks`` prints one table."""
