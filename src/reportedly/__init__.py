"""Read a pile of news reports about one affair and rebuild a sourced record of it."""
