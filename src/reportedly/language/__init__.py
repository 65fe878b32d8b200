"""Sentences, tokens, names and the parse of a report."""
