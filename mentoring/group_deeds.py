"""What becomes of a whole group: finished, opened again, merged into another, split; asked about before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.groups import Group, GroupState
from mentoring.ids import GroupId, MembershipId
from mentoring.people import Membership, MembershipState, Role
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mentoring.prompts import Prompt


class GroupDeed(StrEnum):
    COMPLETE = "complete"
    COMPLETE_EARLY = "early"
    REOPEN = "reopen"
    MERGE = "merge"
    SPLIT = "split"


class Step(StrEnum):
    """Only a split asks for a NAME and for whom to PICK; whatever is typed at REASON is one."""

    NAME = "name"
    PICK = "pick"
    REASON = "reason"


FINISHES = {GroupDeed.COMPLETE: GroupState.COMPLETED, GroupDeed.COMPLETE_EARLY: GroupState.COMPLETED_EARLY}
FINISHED = frozenset(FINISHES.values())
#: People who go along with their group.
_MOVING = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupDraft:
    """How far the question about a group has come. `into_id` is for a merge, `name` and `picked` for a split."""

    group_id: GroupId
    deed: GroupDeed
    step: Step = Step.REASON
    into_id: GroupId | None = None
    name: str = ""
    picked: frozenset[MembershipId] = frozenset()
    reason: str = ""

    def kept(self) -> dict[str, str | int]:
        picked = ",".join(str(one) for one in sorted(self.picked))
        return {
            "group_id": self.group_id,
            "deed": self.deed.value,
            "step": self.step.value,
            "into_id": self.into_id or 0,
            "name": self.name,
            "picked": picked,
            "reason": self.reason,
        }


def read(prompt: Prompt) -> GroupDraft:
    picked = (MembershipId(int(one)) for one in prompt.words("picked").split(",") if one)
    return GroupDraft(
        group_id=GroupId(prompt.number("group_id")),
        deed=GroupDeed(prompt.words("deed")),
        step=Step(prompt.words("step")),
        into_id=GroupId(prompt.number("into_id")) or None,
        name=prompt.words("name"),
        picked=frozenset(picked),
        reason=prompt.words("reason"),
    )


def deeds_open(group: Group) -> tuple[GroupDeed, ...]:
    match group.state:
        case GroupState.RUNNING:
            return (GroupDeed.COMPLETE, GroupDeed.COMPLETE_EARLY, GroupDeed.MERGE, GroupDeed.SPLIT)
        case GroupState.COMPLETED | GroupState.COMPLETED_EARLY:
            return (GroupDeed.REOPEN,)
        case _:
            return ()


def check(group: Group, deed: GroupDeed) -> None:
    """Raises Refusal where the group does not stand so that this could be done."""
    if deed not in deeds_open(group):
        raise Refusal(Why.ALREADY_DONE)


def check_merge(group: Group, into: Group, people: Sequence[Membership], there: Sequence[Membership]) -> None:
    """Raises Refusal unless both run in one programme, and where somebody would mentor a group and be its mentee."""
    check(group, GroupDeed.MERGE)
    if into.id == group.id or into.programme_id != group.programme_id or into.state is not GroupState.RUNNING:
        raise Refusal(Why.NOT_ALLOWED)
    both = [one for one in (*people, *there) if one.state in _MOVING and one.person_id is not None]
    mentors = {one.person_id for one in both if one.role is Role.MENTOR}
    if any(one.person_id in mentors for one in both if one.role is Role.MENTEE):
        raise Refusal(Why.MENTOR_AND_MENTEE)


def moving(people: Sequence[Membership]) -> Sequence[Membership]:
    return [one for one in people if one.state in _MOVING]


def staying_mentors(people: Sequence[Membership], picked: Collection[MembershipId]) -> Sequence[Membership]:
    """Mentors who are asked to leave a group that would be left without one lead both."""
    mentors = [one for one in people if one.role is Role.MENTOR and one.state is MembershipState.ACTIVE]
    return [] if any(one.id not in picked for one in mentors) else mentors


def lent_mentors(people: Sequence[Membership], picked: Collection[MembershipId]) -> Sequence[Membership]:
    """Where no mentor goes along, those who are there lead both groups."""
    mentors = [one for one in people if one.role is Role.MENTOR and one.state is MembershipState.ACTIVE]
    return [] if any(one.id in picked for one in mentors) else mentors
