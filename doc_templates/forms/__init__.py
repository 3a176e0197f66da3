"""What each document of the kit says and asks, in both languages, without a word on how it looks."""
