"""A ZIP that is to be sent: what is in it, by name; it is packed when it is sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Words, or a file of ours by its hash. `name` is ASCII and no path."""

    name: str
    text: str = ""
    sha256: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    entries: tuple[Entry, ...]
