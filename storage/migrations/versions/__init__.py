"""One file for each step, named for its number."""
