"""Tells whoever handles an update which inbox row it is, and takes back what came of it.

The lane sets it before it calls the handler. Whoever commits the update's effects calls `inbox.mark_done` in that same
unit and sets `done` after the commit; otherwise the lane marks the row itself. It is a context variable and belongs to
the event loop's task: read it before the unit goes to the writer thread.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.people import Language
from storage.inbox import Arrival


@dataclass(frozen=True, kw_only=True, slots=True)
class Popup:
    """What a pressed button answers over the chat."""

    notice: Notice
    language: Language


@dataclass(slots=True)
class Current:
    """`error` is what a handler raised, which python-telegram-bot would only have logged."""

    arrival: Arrival
    done: bool = False
    popup: Popup | None = None
    error: Exception | None = None


_current: ContextVar[Current] = ContextVar("current_update")


def get() -> Current:
    return _current.get()


def begin(arrival: Arrival) -> Current:
    current = Current(arrival)
    _current.set(current)
    return current
