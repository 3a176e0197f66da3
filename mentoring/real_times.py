"""When a session really began and ended: as it was planned where nobody held it with the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mentoring.sessions import ENDS_BY_ITSELF

if TYPE_CHECKING:
    from datetime import datetime


class Timed(Protocol):
    @property
    def starts_at(self) -> datetime: ...

    @property
    def ends_at(self) -> datetime: ...

    @property
    def began_at(self) -> datetime | None: ...

    @property
    def finished_at(self) -> datetime | None: ...


def began(of: Timed) -> datetime:
    return of.began_at or of.starts_at


def ended(of: Timed) -> datetime:
    """One that nobody ended went on for nobody knows how long: it counts as long as it was planned."""
    if of.began_at is None or of.finished_at is None:
        return of.ends_at
    ended_by_itself = of.began_at < of.ends_at and of.finished_at >= of.ends_at + ENDS_BY_ITSELF
    return of.ends_at if ended_by_itself else of.finished_at
