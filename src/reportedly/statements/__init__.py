"""Who says what, by which words."""
