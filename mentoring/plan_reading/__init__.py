"""What the cells of a session plan mean; what could mean two things is asked, never guessed."""
