"""Places where the bot can be made to die on purpose, so that `tests/reliability` can show that nothing is lost."""

from __future__ import annotations

import os
import signal
from typing import Literal, TypeAlias

CrashPoint: TypeAlias = Literal[
    "ingest_received",
    "inbox_committed",
    "unit_before_commit",
    "unit_committed",
    "parcel_marked",
    "parcel_accepted",
    "parcel_recorded",
    "blob_written",
    "blob_renamed",
]

_armed, _, _countdown = os.environ.get("EMENTOR_CRASH_AT", "").partition(":")
_still_to_pass = int(_countdown or "1")


def reached(point: CrashPoint) -> None:
    """Die by SIGKILL if EMENTOR_CRASH_AT is this point's name; `name:3` dies at the third time."""
    if point == _armed:
        _count_down()


def _count_down() -> None:
    global _still_to_pass  # noqa: PLW0603 -- one process dies once
    _still_to_pass -= 1
    if _still_to_pass == 0:
        os.kill(os.getpid(), signal.SIGKILL)
