"""The export rows and their formats."""
