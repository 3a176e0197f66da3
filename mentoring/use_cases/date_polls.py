"""The group is asked which of several times suits; whoever leads decides, and then it is a session like any other."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, session_drafts, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.date_polls import MOST_DATES, Can, DatePoll, PollState, ProposedDate, following
from mentoring.groups import GroupState
from mentoring.ids import DatePollId, ProposedDateId
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Delivery
from mentoring.notices.date_polls import DateSeen, PollCard, PollPost, VoteNoted
from mentoring.notices.sessions import News, Step
from mentoring.people import MembershipState, Role
from mentoring.permissions import LEADING, authorise, standings_of
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Appointment, DueKind
from mentoring.sessions import SessionKind
from mentoring.use_cases import boards, home, planning, planning_questions, session_cards
from mentoring.use_cases.open_plans import open_draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring.groups import Group
    from mentoring.ids import GroupId, PersonId
    from mentoring.notices import Notice
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.session_drafts import SessionDraft

#: What passed while the bot was down is still looked at.
_STILL_OF_USE = timedelta(days=14)


@dataclass(frozen=True, kw_only=True, slots=True)
class Propose:
    by: Acting


def propose_another(record: Record, command: Propose, now: datetime) -> None:
    """The time that is chosen is kept, and one more is asked for."""
    draft = _at_the_end(record, command.by, now)
    proposed = dict.fromkeys([*draft.proposals, draft.wall_time])
    if len(proposed) >= MOST_DATES:
        raise Refusal(Why.TOO_LATE)
    more = replace(draft, proposed=" ".join(proposed), step=Step.DAY, day=None, at=None)
    planning_questions.ask(record, command.by, more, now)


def ask_group(record: Record, command: Propose, now: datetime) -> None:
    """Every member in private, each in their own time. What was asked before and is open makes room."""
    draft = _at_the_end(record, command.by, now)
    actor = authorise(record, command.by, Act.PLAN_SESSION, group_id=draft.group_id)
    times = list(dict.fromkeys([*draft.proposals, draft.wall_time]))
    if draft.group_id is None or len(times) < 2:  # noqa: PLR2004 -- one time is no choice
        raise Refusal(Why.GONE)
    record.prompts.close(command.by.telegram_id)
    plan = json.dumps(dict(session_drafts.stored(draft)), ensure_ascii=False)
    dates = [(zones.instant_of(one, draft.zone), one, draft.zone) for one in times]
    for earlier in record.date_polls.open_of_group(draft.group_id):
        record.date_polls.end(earlier, PollState.DROPPED, now)
        _show(record, replace(earlier, state=PollState.DROPPED), now, PLAIN)
    poll = record.date_polls.add(draft.group_id, plan=plan, by=actor.known().id, dates=dates, now=now)
    record.schedule.plan([_passing(poll, one) for one in record.date_polls.dates(poll.id)])
    home.show(record, command.by, actor.known(), now)
    _show(record, poll, now, AT_THE_BOTTOM)


def _passing(poll: DatePoll, proposed: ProposedDate) -> Appointment:
    return Appointment(
        kind=DueKind.DATES_OVER,
        subject_id=poll.id,
        person_id=None,
        occurrence=f"dates_pass:{poll.id}:{proposed.id}",
        due_at=proposed.starts_at,
        wall_time=proposed.wall_time,
        zone=proposed.zone,
        expires_at=proposed.starts_at + _STILL_OF_USE,
    )


def let_pass(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """A date that has come can no longer be chosen; after the last one whoever leads is asked for others, once."""
    for poll_id in dict.fromkeys(DatePollId(due.subject_id) for due in dues):
        poll = record.date_polls.by_id(poll_id)
        if poll is None or poll.state is not PollState.OPEN:
            continue
        if any(one.starts_at > now for one in record.date_polls.dates(poll.id)):
            _show(record, poll, now, PLAIN)
        elif record.date_polls.end(poll, PollState.PASSED, now):
            goes_on = record.groups.by_id(poll.group_id).state is GroupState.RUNNING
            asks = AT_THE_BOTTOM if goes_on else PLAIN
            _show(record, replace(poll, state=PollState.PASSED), now, PLAIN, of_leaders=asks)


def _at_the_end(record: Record, by: Acting, now: datetime) -> SessionDraft:
    draft = open_draft(record, by, now)
    authorise(record, by, Act.PLAN_SESSION, group_id=draft.group_id if draft else None)
    if draft is None or draft.step is not Step.CONFIRM or draft.session_id is not None or not draft.wall_time:
        raise Refusal(Why.GONE)
    if draft.past:
        raise Refusal(Why.TOO_LATE)
    return draft


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    by: Acting
    date_id: ProposedDateId


def vote(record: Record, command: Vote, now: datetime) -> Notice:
    """A second press takes it back."""
    proposed, poll = _found(record, command.by, command.date_id, Act.SAY_COMING)
    actor = authorise(record, command.by, Act.SAY_COMING, group_id=poll.group_id)
    if poll.state is not PollState.OPEN or proposed.starts_at <= now:
        raise Refusal(Why.ALREADY_DONE)
    said = following(proposed.votes.get(actor.known().id))
    record.date_polls.vote(proposed.id, actor.known().id, said, now)
    _show(record, poll, now, PLAIN)
    return VoteNoted(can=said)


@dataclass(frozen=True, kw_only=True, slots=True)
class Decide:
    by: Acting
    date_id: ProposedDateId


def decide(record: Record, command: Decide, now: datetime) -> None:
    proposed, poll = _found(record, command.by, command.date_id, Act.PLAN_SESSION)
    actor = authorise(record, command.by, Act.PLAN_SESSION, group_id=poll.group_id)
    if proposed.starts_at <= now:
        raise Refusal(Why.TOO_LATE)
    planning.check_running(record, poll.group_id)
    if not record.date_polls.end(poll, PollState.DECIDED, now):
        raise Refusal(Why.ALREADY_DONE)
    session = planning.add_from(record, _plan(poll, proposed), actor.known(), now)
    _show(record, replace(poll, state=PollState.DECIDED), now, PLAIN)
    of = session_cards.gathering(record, session)
    session_cards.set_clock(record, of, now)
    session_cards.announce(record, of, now, News.PLANNED)


@dataclass(frozen=True, kw_only=True, slots=True)
class DropPoll:
    by: Acting
    poll_id: DatePollId


def drop(record: Record, command: DropPoll, now: datetime) -> None:
    poll = record.date_polls.by_id(command.poll_id)
    if poll is None:
        authorise(record, command.by, Act.PLAN_SESSION)
        raise Refusal(Why.GONE)
    authorise(record, command.by, Act.PLAN_SESSION, group_id=poll.group_id)
    if not record.date_polls.end(poll, PollState.DROPPED, now):
        raise Refusal(Why.ALREADY_DONE)
    _show(record, replace(poll, state=PollState.DROPPED), now, PLAIN)


def _found(record: Record, by: Acting, date_id: ProposedDateId, act: Act) -> tuple[ProposedDate, DatePoll]:
    proposed = record.date_polls.date(date_id)
    poll = None if proposed is None else record.date_polls.by_id(proposed.poll_id)
    if proposed is None or poll is None:
        authorise(record, by, act)
        raise Refusal(Why.GONE)
    return proposed, poll


def _plan(poll: DatePoll, proposed: ProposedDate) -> SessionDraft:
    stored = Prompt(
        telegram_id=0, asking=Asking.SESSION_PLAN, draft=json.loads(poll.plan), expires_at=proposed.starts_at
    )
    local = datetime.fromisoformat(proposed.wall_time)
    return replace(session_drafts.read(stored), day=local.date(), at=local.time(), zone=proposed.zone, proposed="")


def _show(
    record: Record, poll: DatePoll, now: datetime, delivery: Delivery, *, of_leaders: Delivery | None = None
) -> None:
    group = record.groups.by_id(poll.group_id)
    programme = record.programmes.by_id(group.programme_id)
    members = [one for one in record.memberships.of_group(group.id) if one.state is MembershipState.ACTIVE]
    dates = record.date_polls.dates(poll.id)
    proposer = record.people.by_id(poll.proposed_by)
    readers = [*_readers(record, group.id, members, proposer)]
    for person, leads in readers:
        card = _card(record, poll, group, dates, members=members, reader=person, leads=leads)
        how = of_leaders if leads and of_leaders is not None else delivery
        notices.tell(record, person, replace(card, dates=_with_passed(card.dates, now)), how)
    asked = sum(one.role is Role.MENTEE for one in members)
    post = PollPost(
        poll_id=poll.id,
        group=group.name,
        by=_named(members, proposer),
        state=poll.state,
        dates=_with_passed(
            [_everywhere(one, members, programme.zone, [person.zone for person, _ in readers]) for one in dates], now
        ),
        asked=asked,
        languages=boards.languages(record, group),
    )
    notices.tell_group(record, group, programme.zone, post, delivery)


def _with_passed(dates: Sequence[DateSeen], now: datetime) -> tuple[DateSeen, ...]:
    return tuple(replace(one, passed=one.starts_at <= now) for one in dates)


def _readers(
    record: Record, group_id: GroupId, members: Sequence[Membership], proposer: Person
) -> Iterator[tuple[Person, bool]]:
    """A manager or a deputy who proposed them is not in the group; whoever has gone since is told nothing."""
    known = {one.person_id for one in members}
    if proposer.id not in known and LEADING & standings_of(record, proposer, group_id=group_id):
        yield proposer, True
    for one in members:
        if one.person_id is not None:
            yield record.people.by_id(one.person_id), one.role is Role.MENTOR


def _card(
    record: Record,
    poll: DatePoll,
    group: Group,
    dates: Sequence[ProposedDate],
    *,
    members: Sequence[Membership],
    reader: Person,
    leads: bool,
) -> PollCard:
    plan = json.loads(poll.plan)
    return PollCard(
        poll_id=poll.id,
        group_id=group.id,
        group=group.name,
        kind=SessionKind(plan["kind"]),
        by=_named(members, record.people.by_id(poll.proposed_by)),
        state=poll.state,
        dates=tuple(_seen(one, members, reader=reader.id, leads=leads) for one in dates),
        leads=leads,
        asked=sum(one.role is Role.MENTEE for one in members),
    )


def _seen(
    proposed: ProposedDate, members: Sequence[Membership], *, reader: PersonId | None = None, leads: bool = False
) -> DateSeen:
    def said(can: Can) -> tuple[str, ...]:
        return tuple(one.name for one in members if one.person_id and proposed.votes.get(one.person_id) is can)

    return DateSeen(
        date_id=proposed.id,
        starts_at=proposed.starts_at,
        count=len(said(Can.YES)),
        mine=None if reader is None else proposed.votes.get(reader),
        can=said(Can.YES) if leads else (),
        cannot=said(Can.NO) if leads else (),
    )


def _everywhere(proposed: ProposedDate, members: Sequence[Membership], zone: str, others: Iterable[str]) -> DateSeen:
    """Also on the clocks of those who live elsewhere."""
    return replace(_seen(proposed, members), zones=zones.elsewhere(proposed.starts_at, zone, others))


def _named(members: Sequence[Membership], person: Person) -> str:
    return next((one.name for one in members if one.person_id == person.id), person.name)
