"""About what is expected of somebody, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from mentoring.deadlines import Reach
from mentoring.groups import OptionalTool
from mentoring.notices import Notice
from mentoring.notices.kit import SlotSeen, Titled


@dataclass(frozen=True, kw_only=True, slots=True)
class Expected(Notice):
    """What somebody still has to bring, the most urgent first; `done` of `total` are in. `group_name` for leaders."""

    slots: tuple[SlotSeen, ...]
    more: int
    done: int
    total: int
    group_name: str | None = None
    group_id: int = 0
    page: int = 0

    def card(self) -> str:
        return "expected"


class SlotOffer(StrEnum):
    """What its reader can do about a slot."""

    SEND = "send"
    ASK_MORE_TIME = "ask_more_time"
    EXTEND = "extend"
    WAIVE = "waive"
    WANT_AGAIN = "want_again"
    GET_FORM = "get_form"
    ISSUE = "issue"
    SIGNATURES = "signatures"


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotCard(Notice):
    """`reason` is why it was waived, `asked_until` the day that its person has asked for."""

    slot: SlotSeen
    group_name: str
    offers: tuple[SlotOffer, ...]
    reason: str = ""
    asked_until: date | None = None

    def card(self) -> str:
        return f"slot:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHowLong(Notice):
    """To whoever may put it off: `days` and `reach` are what is chosen; `until` what that means for this slot.

    `later` counts the others who keep a later day of their own.
    """

    slot: SlotSeen
    group_name: str
    days: int
    reach: Reach
    until: date
    later: int
    groups: int

    def card(self) -> str:
        return f"slot:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhyWaive(Notice):
    """`reason` is what was typed."""

    slot: SlotSeen
    group_name: str
    reason: str = ""

    def card(self) -> str:
        return f"slot:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MoreTimeAsked(Notice):
    """To a mentor."""

    must_arrive: ClassVar[bool] = True

    slot: SlotSeen
    group_name: str
    name: str
    until: date

    def card(self) -> str:
        return f"more-time:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MoreTimeSettled(Notice):
    """On the mentors' cards; `by` decided. `until` is None where the day stays."""

    slot: SlotSeen
    group_name: str
    name: str
    by: str
    until: date | None

    def card(self) -> str:
        return f"more-time:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MoreTimeDenied(Notice):
    """To whoever asked."""

    slot: SlotSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class DayPutOff(Notice):
    """To whoever owes it."""

    slot: SlotSeen
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NoLongerNeeded(Notice):
    """To whoever owed it, without the reason."""

    title: Titled
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentsDue(Notice):
    """One message for all that somebody has to bring soon, or should have brought."""

    broadcast: ClassVar[bool] = True

    slots: tuple[SlotSeen, ...]
    more: int = 0

    def card(self) -> str:
        return "documents-due"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAboutPast(Notice):
    """To the manager who has switched a document on: so many would have been due before today."""

    programme_id: int
    tool: OptionalTool
    title: Titled
    count: int
    until: date

    def card(self) -> str:
        return f"past:{self.programme_id}:{self.tool}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PastSettled(Notice):
    """`until` is None where nobody is asked for them."""

    programme_id: int
    tool: OptionalTool
    title: Titled
    count: int
    until: date | None

    def card(self) -> str:
        return f"past:{self.programme_id}:{self.tool}"
