"""What looking for groups without a session ahead needs of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import GroupId


class SessionGaps(Protocol):
    def without_plan(self, now: datetime) -> Sequence[GroupId]:
        """Groups that are running and have no session ahead, and whose mentors have not been asked since the last."""
