"""Keeps libraries from loading others that they can do without: each of them costs the start time and memory."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Inside, these count as not installed, unless they are loaded already."""
    kept_out = [name for name in names if name not in sys.modules]
    for name in kept_out:
        sys.modules[name] = None  # type: ignore[assignment]  # how Python itself notes what cannot be found
    try:
        yield
    finally:
        for name in kept_out:
            del sys.modules[name]
