"""The store: one file that holds the whole record."""
