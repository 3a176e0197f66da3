"""Two groups become one, or one becomes two: people, documents and access go along, and the history stays behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import group_deeds, notices
from mentoring.group_deeds import GroupDeed
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.notices.group_life import GroupMoved, GroupNews
from mentoring.people import MembershipState, Role
from mentoring.refusals import Refusal, Why
from mentoring.schedule import DueKind
from mentoring.use_cases import finishing, holding, places, session_cards, slots_follow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.group_deeds import GroupDraft
    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.use_cases.finishing import Decided

_HERE = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


def merge(record: Record, group: Group, into: Group, decided: Decided, now: datetime) -> Group:
    """All documents go along, also of people who had left, so that the mentors who go on can read them."""
    people = record.memberships.of_group(group.id)
    group_deeds.check_merge(group, into, people, record.memberships.of_group(into.id))
    waiting = len(record.submissions.open_in(group.id))
    finishing.call_off(record, group, now)
    holding.end_with(record, group, decided.by, now)
    moved = [_move(record, one, into, decided.by, now) for one in group_deeds.moving(people)]
    _take_absences_along(record, moved, group, into)
    for one in people:
        if one.state is MembershipState.EXPECTED:
            _expect_there(record, one, into, now)
    _take_along(record, people, group, into)
    slots_follow.into(record, people, group, into, now)
    merged = replace(group, state=GroupState.MERGED, state_since=now, merged_into=into.id)
    record.groups.save(merged)
    finishing.close_doors(record, group, now)
    _keep(record, HappeningKind.GROUPS_MERGED, (group, into), decided, now)
    finishing.post(record, merged, GroupDeed.MERGE, into=into)
    _settle_in(record, group, into, moved, now)
    news = GroupNews(
        deed=GroupDeed.MERGE,
        name=group.name,
        other=into.name,
        people=tuple(one.name for one in moved),
        documents=waiting,
    )
    newcomers = [one.person_id for one in moved if one.person_id is not None]
    finishing.tell_leaders(record, into, decided, news, but=newcomers)
    places.cards_follow(record, merged, now)
    return into


def split(record: Record, group: Group, decided: Decided, now: datetime) -> Group:
    """Sessions stay where they were planned."""
    draft, people = decided.draft, record.memberships.of_group(group.id)
    picked = [one for one in group_deeds.moving(people) if one.id in draft.picked]
    if not picked:
        raise Refusal(Why.NOBODY_PICKED)
    both = {one.id for one in group_deeds.staying_mentors(people, draft.picked)}
    leading = leading_both(record, group, draft)
    new = record.groups.add(programme_id=group.programme_id, name=draft.name, language=group.language, now=now)
    moved = [_move(record, one, new, decided.by, now) for one in picked if one.id not in both]
    for mentor in leading:
        _join(record, mentor, new, now)
    _take_along(record, picked, group, new)
    slots_follow.apart(record, moved, group, new, now)
    _keep(record, HappeningKind.GROUP_SPLIT, (group, new), decided, now)
    _settle_in(record, group, new, moved, now)
    news = GroupNews(deed=GroupDeed.SPLIT, name=group.name, other=new.name, people=tuple(one.name for one in moved))
    newcomers = [one.person_id for one in moved if one.person_id is not None]
    finishing.tell_leaders(record, group, decided, news, but=newcomers)
    places.cards_follow(record, group, now)
    return new


def leading_both(record: Record, group: Group, draft: GroupDraft) -> Sequence[Membership]:
    """So that neither group is left without a mentor."""
    people = record.memberships.of_group(group.id)
    staying = group_deeds.staying_mentors(people, draft.picked)
    return staying or group_deeds.lent_mentors(people, draft.picked)


def _move(record: Record, one: Membership, into: Group, manager: Person, now: datetime) -> Membership:
    """Their place in the old group stays in its history; in the new one they are what they were."""
    record.schedule.cancel(DueKind.PAUSE_END, one.id)
    record.schedule.cancel(DueKind.STILL_OUT_OF_CHAT, one.id)
    record.memberships.save(replace(one, state=MembershipState.MOVED, changed_at=now, paused_until=None))
    record.happenings.add(
        HappeningKind.MOVED,
        now=now,
        group_id=one.group_id,
        person_id=one.person_id,
        by_id=manager.id,
        text=into.name,
    )
    return _join(record, one, into, now)


def _join(record: Record, one: Membership, into: Group, now: datetime) -> Membership:
    """Whoever is there already in the same role stays as they are."""
    for there in record.memberships.of_group(into.id, one.role):
        if there.person_id == one.person_id and there.state in _HERE:
            return there
    expected = record.memberships.expect(group_id=into.id, role=one.role, name=one.name, now=now)
    joined = replace(
        expected,
        person_id=one.person_id,
        state=one.state,
        changed_at=now,
        paused_until=one.paused_until,
        left_chat_at=None,
    )
    record.memberships.save(joined)
    places.set_clock(record, joined)
    return joined


def _expect_there(record: Record, one: Membership, into: Group, now: datetime) -> None:
    """Also the seat of somebody on paper that is open to them: whoever takes it there has what was theirs."""
    record.memberships.save(replace(one, state=MembershipState.MOVED, changed_at=now))
    seat = record.memberships.expect(group_id=into.id, role=one.role, name=one.name, now=now)
    if one.person_id is not None:
        record.memberships.save(replace(seat, person_id=one.person_id))
    places.reseat(record, into, one.role)


def _take_absences_along(record: Record, moved: Sequence[Membership], group: Group, into: Group) -> None:
    """Whoever stands in for a mentor goes on there."""
    for one in moved:
        if one.role is Role.MENTOR and one.person_id is not None:
            for absence in record.absences.of_absent(one.person_id):
                if absence.group_id == group.id:
                    record.absences.save(replace(absence, group_id=into.id))


def _take_along(record: Record, people: Sequence[Membership], group: Group, into: Group) -> None:
    mentees = {one.person_id for one in people if one.role is Role.MENTEE and one.person_id is not None}
    record.submissions.regroup(sorted(mentees), old=group.id, new=into.id)
    record.questions.regroup(sorted(mentees), old=group.id, new=into.id)


def _keep(record: Record, kind: HappeningKind, groups: tuple[Group, Group], decided: Decided, now: datetime) -> None:
    """In the history of both."""
    for one, other in (groups, tuple(reversed(groups))):
        words = f"{other.name}: {decided.reason}" if decided.reason else other.name
        record.happenings.add(kind, now=now, group_id=one.id, by_id=decided.by.id, text=words)


def _settle_in(record: Record, group: Group, into: Group, moved: Sequence[Membership], now: datetime) -> None:
    """Each newcomer hears once where they are now, and is reminded of the sessions there."""
    mentors = tuple(one.name for one in record.memberships.of_group(into.id, Role.MENTOR) if one.state in _HERE)
    told = GroupMoved(old_name=group.name, name=into.name, mentors=mentors, invite_link=into.invite_link)
    for one in moved:
        if one.person_id is not None:
            person = record.people.by_id(one.person_id)
            if person.telegram_id is not None:
                record.prompts.close(person.telegram_id)
            notices.tell(record, person, told)
    session_cards.include_newcomer(record, into, now)
    places.cards_follow(record, into, now)
