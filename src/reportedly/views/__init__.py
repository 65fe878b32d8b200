"""What a face shows."""
