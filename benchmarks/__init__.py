"""Measurements against the corpora beside the project; no test needs them."""
