"""How the tables came to be: one numbered file for each change, applied in the order of their numbers."""

from __future__ import annotations

from pathlib import Path

HOME = Path(__file__).parent


def numbers() -> list[str]:
    return sorted(file.name.partition("_")[0] for file in (HOME / "versions").glob("[0-9]*.py"))


def newest() -> str:
    return numbers()[-1]


def place(file: str) -> tuple[str, str | None]:
    """A migration's own number and the one before it, from the file names alone."""
    own = Path(file).name.partition("_")[0]
    earlier = [number for number in numbers() if number < own]
    return own, earlier[-1] if earlier else None
