"""Qt: shows screens and tells what was pressed."""
