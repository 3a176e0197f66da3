"""Names an error by its class and the place in our code, because its text may carry a person's words."""

from __future__ import annotations

import traceback
from pathlib import Path

_HOUSE = Path(__file__).resolve().parent.parent


def name_fault(error: BaseException) -> str:
    """Such as ``KeyError at handlers/joining.py:41 in receive``."""
    place = _last_place_of_ours(error)
    return f"{type(error).__name__} at {place}" if place else type(error).__name__


def _last_place_of_ours(error: BaseException) -> str | None:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_HOUSE) and "site-packages" not in path.parts:
            return f"{path.relative_to(_HOUSE)}:{frame.lineno} in {frame.name}"
    return None
