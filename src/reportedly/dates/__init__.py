"""Time expressions, and the dates that rest on them."""
