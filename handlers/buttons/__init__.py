"""Every button, by area."""
