"""What lately became of notices, as plain facts for health, metrics and the operator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True, kw_only=True)
class Outgoing:
    """Counters start at zero with the process; `waiting` are due and not yet settled."""

    waiting: int = 0
    oldest_due_at: datetime | None = None
    sent: int = 0
    repeated: int = 0
    uncertain: int = 0
    refused: int = 0
    unreachable: int = 0
    expired: int = 0
    flood_waits: int = 0
    token_refused: bool = False
