"""The reader's version: it is raised whenever the same bytes would give another text or other blocks."""

READER = "reports 1"
