"""A long random walk through the life of programmes, beside a simple model of who is what where."""
