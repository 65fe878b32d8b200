"""What stands where in a report."""
