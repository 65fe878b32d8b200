"""Who is meant, within one report."""
