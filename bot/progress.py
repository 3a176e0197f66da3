"""What has lately been achieved, as plain facts: health is read from progress, not from a process being there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counters start at zero with the process."""

    started_at: datetime
    last_poll_ok_at: datetime | None = None
    polling_fault: str | None = None
    poll_failures: int = 0
    poll_conflicts: int = 0
    updates_stored: int = 0
    updates_ignored: int = 0
    updates_unreadable: int = 0
    updates_lost: int = 0
    updates_done: int = 0
    updates_failed: int = 0
    updates_quarantined: int = 0
    inbox_waiting: int = 0
    oldest_waiting_at: datetime | None = None
    disk_free_bytes: int | None = None
