"""Training the weights that `english/` ships: from annotated texts to checked files."""
