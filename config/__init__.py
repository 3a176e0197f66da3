"""Settings and programme definitions."""
