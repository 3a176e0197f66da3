"""Documents of the kit as other notices name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.slots import SlotState


@dataclass(frozen=True, kw_only=True, slots=True)
class Titled:
    """A document by its code, and its title in each language."""

    code: str
    en: str
    bg: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotSeen:
    """`about` is whose it is, `session` the number of its session. `extended`: it was given a later day.

    While it is being signed, `signed` of `signers` have.
    """

    slot_id: int
    title: Titled
    state: SlotState
    day: date | None
    overdue: bool
    extended: bool = False
    about: str | None = None
    session: int | None = None
    signed: int = 0
    signers: int = 0
