"""From a pile of reports to a record: every room in turn, then the store."""
