"""How often Python looks for cycles: seldom, because what an update leaves behind is freed by counting alone."""

from __future__ import annotations

import gc

#: Objects made before the youngest are looked through; Python's own 700 is reached several times by each update.
YOUNG, MIDDLE, OLD = 50_000, 50, 100


def look_seldom() -> None:
    """Call when everything is loaded: what is there by now stays, and is never looked through again."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    gc.enable()
