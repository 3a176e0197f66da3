"""A whole group finishes, opens again, merges or splits: asked, told to its people, told in its chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.group_deeds import GroupDeed
from mentoring.groups import GroupState
from mentoring.notices import Notice
from mentoring.people import Language, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutGroup(Notice):
    group_id: int
    name: str

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLife(AboutGroup):
    """What can become of this group."""

    state: GroupState
    deeds: tuple[GroupDeed, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeChoice:
    group_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseMerge(AboutGroup):
    """Into which group?"""

    groups: tuple[MergeChoice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskSplitName(AboutGroup):
    """What is the new group called?"""


@dataclass(frozen=True, kw_only=True, slots=True)
class SplitLine:
    membership_id: int
    name: str
    role: Role
    picked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseSplit(AboutGroup):
    """Who goes into the new group?"""

    new_name: str
    people: tuple[SplitLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskGroupDeed(AboutGroup):
    """Is it meant? With all that follows: who moves, which `sessions` ahead fall away, what still waits.

    `other` is the group that goes on, or the new one; `both` names mentors who would lead both groups.
    """

    deed: GroupDeed
    other: str
    people: tuple[str, ...]
    sessions: int
    documents: int
    reason: str
    both: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupMoved(Notice):
    """To somebody whose place is in another group now."""

    must_arrive: ClassVar[bool] = True

    old_name: str
    name: str
    mentors: tuple[str, ...]
    invite_link: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupNews(Notice):
    """To mentors and to the other managers; `reason` to managers only. `people` have come in."""

    deed: GroupDeed
    name: str
    other: str = ""
    people: tuple[str, ...] = ()
    documents: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLifePost(Notice):
    """In the group's own chat, in each of `languages`, in neutral words; `invite_link` leads to the chat of `other`."""

    broadcast: ClassVar[bool] = True

    deed: GroupDeed
    name: str
    other: str
    invite_link: str | None
    languages: tuple[Language, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupTooSmall(AboutGroup):
    """To managers, once: so many mentees are left."""

    left: int

    def card(self) -> str:
        return f"too_small:{self.group_id}"
