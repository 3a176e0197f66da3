"""That somebody can't be reached: to those who lead, and in neutral words to the group, which learns no name."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.ids import MembershipId, PersonId
from mentoring.notices import Notice
from mentoring.people import Language, Reachability


@dataclass(frozen=True, kw_only=True, slots=True)
class NotReached(Notice):
    """To a mentor or manager, once; `can_open` where their card is the reader's to open."""

    person_id: PersonId
    membership_id: MembershipId
    name: str
    group: str
    reachability: Reachability
    can_open: bool = False

    def card(self) -> str:
        return f"not_reached:{self.membership_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenOurChat(Notice):
    """Into the group's chat: whoever hears nothing from the bot, please open it."""

    languages: tuple[Language, ...]
