"""A group finishes, perhaps early because its goals were reached, and can be opened again; what was, stays readable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.group_deeds import FINISHES, GroupDeed, GroupDraft
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.invitations import KIND_OF_ROLE
from mentoring.notices.group_life import GroupLifePost, GroupNews
from mentoring.people import MembershipState, Person, Role
from mentoring.places import FINISHED, Deed
from mentoring.sessions import SessionState
from mentoring.use_cases import boards, holding, places, session_cards
from mentoring.use_cases.places import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ids import PersonId
    from mentoring.ports import Record
    from mentoring.sessions import Session

_DEED_OF_PLACE = {GroupDeed.COMPLETE: Deed.COMPLETE, GroupDeed.COMPLETE_EARLY: Deed.COMPLETE_EARLY}
_KIND = {GroupDeed.COMPLETE: HappeningKind.COMPLETED, GroupDeed.COMPLETE_EARLY: HappeningKind.COMPLETED_EARLY}
_STILL_HERE = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """What was asked and confirmed, and by which manager."""

    draft: GroupDraft
    by: Person

    @property
    def reason(self) -> str:
        return self.draft.reason


def finish(record: Record, group: Group, decided: Decided, now: datetime) -> Group:
    """Mentees have completed; mentors stay, so that what still waits for a review is not left alone."""
    deed = decided.draft.deed
    finished = replace(group, state=FINISHES[deed], state_since=now)
    change = Change(deed=_DEED_OF_PLACE[deed], by=decided.by, reason=decided.reason)
    holding.end_with(record, group, decided.by, now)
    for one in record.memberships.of_group(group.id, Role.MENTEE):
        if one.state in _STILL_HERE:
            places.settle(record, one, change, now)
    record.groups.save(finished)
    close_doors(record, group, now)
    call_off(record, group, now)
    record.happenings.add(_KIND[deed], now=now, group_id=group.id, by_id=decided.by.id, text=decided.reason)
    post(record, finished, deed)
    tell_leaders(record, finished, decided, GroupNews(deed=deed, name=group.name))
    places.cards_follow(record, finished, now)
    return finished


def reopen(record: Record, group: Group, decided: Decided, now: datetime) -> Group:
    """Whoever completed with the group takes part again; whoever had completed before has not."""
    opened = replace(group, state=GroupState.RUNNING, state_since=now)
    record.groups.save(opened)
    for one in record.memberships.of_group(group.id, Role.MENTEE):
        if one.state in FINISHED and one.changed_at == group.state_since:
            places.settle(record, one, Change(deed=Deed.RETURN, by=decided.by, reason=decided.reason), now)
    _end_old_pauses(record, opened, now)
    record.happenings.add(HappeningKind.RETURNED, now=now, group_id=group.id, by_id=decided.by.id, text=decided.reason)
    tell_leaders(record, opened, decided, GroupNews(deed=GroupDeed.REOPEN, name=group.name))
    places.cards_follow(record, opened, now)
    return opened


def _end_old_pauses(record: Record, group: Group, now: datetime) -> None:
    """What would have ended meanwhile ends now; only whoever paused hears of it."""
    for one in record.memberships.of_group(group.id):
        if one.state is MembershipState.PAUSED and one.paused_until is not None and one.paused_until <= now:
            places.settle(record, one, Change(deed=Deed.RETURN, by=None), now)


def ahead(record: Record, group: Group, now: datetime) -> Sequence[Session]:
    sessions = record.sessions.of_groups([group.id], since=now)
    return [one for one in sessions if one.state is SessionState.PLANNED and one.starts_at > now]


def call_off(record: Record, group: Group, now: datetime) -> None:
    """Without a message of its own: it was said before, and is told with the rest. Cards show it where they stand."""
    for session in ahead(record, group, now):
        cancelled = replace(session, state=SessionState.CANCELLED)
        if record.sessions.change(session, cancelled):
            session_cards.stop_clock(record, session)
            session_cards.refresh_ended(record, session_cards.gathering(record, cancelled), now)


def close_doors(record: Record, group: Group, now: datetime) -> None:
    for kind in KIND_OF_ROLE.values():
        record.invitations.revoke(group.id, kind, now)


def post(record: Record, group: Group, deed: GroupDeed, *, into: Group | None = None) -> None:
    """Neutral, in every language that is read there; no reason is given."""
    said = GroupLifePost(
        deed=deed,
        name=group.name,
        other=into.name if into else "",
        invite_link=into.invite_link if into else None,
        languages=boards.languages(record, group),
    )
    notices.tell_group(record, group, record.programmes.by_id(group.programme_id).zone, said)


def tell_leaders(
    record: Record, group: Group, decided: Decided, news: GroupNews, *, but: Collection[PersonId] = ()
) -> None:
    """Its mentors, and the other managers with the reason."""
    told = {decided.by.id, *but}
    for manager in record.managers.of_programme(group.programme_id):
        if manager.id not in told:
            told.add(manager.id)
            notices.tell(record, manager, replace(news, reason=decided.reason))
    for mentor in record.submissions.circle(group.id).mentors:
        if mentor.id not in told:
            notices.tell(record, mentor, news)
