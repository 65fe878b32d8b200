"""What the reports say beside and against each other."""
