"""Why nothing can be made of a file that somebody sent."""

from __future__ import annotations


class Unreadable(Exception):
    """It is not what it seems to be, or a part is missing. Its text names the kind of fault, never the content."""


class TooMuch(Exception):
    """It would unfold to more than anybody sends on purpose."""


class Locked(Exception):
    """It asks for a password."""


class Dangerous(Exception):
    """It does something by itself, or fetches something, when somebody opens it."""
