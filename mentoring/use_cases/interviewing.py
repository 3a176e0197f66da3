"""A manager talks with people and notes what they say: one question at a time, in any sitting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring import interviews
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import GroupId, InterviewId, MembershipId, PersonId, SessionId
from mentoring.interviews import (
    KIND_OF_ROLE,
    OVERALL,
    QUESTIONS,
    WHEN,
    WHO,
    Answer,
    InterviewKind,
    InterviewState,
    Rating,
)
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import interview_cards as cards
from mentoring.use_cases.interview_cards import Here
from mentoring.use_cases.interview_doors import is_barred, is_erased, talk_of
from mentoring.use_cases.menu import beside_cards
from mentoring.zones import wall

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.interviews import Interview
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class BeginTalk:
    """Or go on with it. `session_id` 0 for none; `anew` where the last one is done."""

    by: Acting
    membership_id: MembershipId
    session_id: int = 0
    anew: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BeginFinal:
    """With the whole group; or go on with it."""

    by: Acting
    group_id: GroupId
    session_id: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class OfTalk:
    by: Acting
    interview_id: InterviewId


@dataclass(frozen=True, kw_only=True, slots=True)
class GoTo:
    """To one place of it; -1 is where it goes on."""

    by: Acting
    interview_id: InterviewId
    place: int


class Go(StrEnum):
    SKIP = "s"
    BACK = "b"
    STOP = "p"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    by: Acting
    interview_id: InterviewId
    place: int
    go: Go


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """The answer at this place, or the talk."""

    by: Acting
    interview_id: InterviewId
    place: int
    rating: Rating


@dataclass(frozen=True, kw_only=True, slots=True)
class SayWho:
    by: Acting
    interview_id: InterviewId
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class SayWhen:
    by: Acting
    interview_id: InterviewId
    day: date


def begin_talk(record: Record, command: BeginTalk, now: datetime) -> None:
    place = record.memberships.by_id(command.membership_id)
    if place is None or place.person_id is None or place.role not in KIND_OF_ROLE:
        authorise(record, command.by, Act.INTERVIEW)
        raise Refusal(Why.GONE)
    manager = authorise(record, command.by, Act.INTERVIEW, group_id=place.group_id).known()
    group = record.groups.by_id(place.group_id)
    if is_barred(record, manager, group, place.person_id):
        raise Refusal(Why.NOT_ALLOWED)
    if is_erased(place):
        raise Refusal(Why.GONE)
    kind = KIND_OF_ROLE[place.role]
    held = interviews.latest(record.interviews.of_group(group.id), kind, place.person_id)
    if held is None or (command.anew and held.state is InterviewState.DONE):
        held = record.interviews.begin(
            group_id=group.id,
            session_id=_session(record, group, command.session_id),
            person_id=place.person_id,
            kind=kind,
            asked_by=manager.id,
            now=now,
        )
    _go_on(record, command.by, held.id, now)


def begin_final(record: Record, command: BeginFinal, now: datetime) -> None:
    manager = authorise(record, command.by, Act.INTERVIEW, group_id=command.group_id).known()
    group = record.groups.by_id(command.group_id)
    held = interviews.latest(record.interviews.of_group(group.id), InterviewKind.FINAL, None)
    if held is None:
        held = record.interviews.begin(
            group_id=group.id,
            session_id=_session(record, group, command.session_id),
            person_id=None,
            kind=InterviewKind.FINAL,
            asked_by=manager.id,
            now=now,
        )
    _go_on(record, command.by, held.id, now)


def _session(record: Record, group: Group, session_id: int) -> SessionId | None:
    session = record.sessions.by_id(SessionId(session_id)) if session_id else None
    return session.id if session is not None and session.group_id == group.id else None


def _go_on(record: Record, by: Acting, interview_id: InterviewId, now: datetime) -> None:
    talk = talk_of(record, by, interview_id)
    place = interviews.reached(talk.interview)
    cards.show(record, Here(by=beside_cards(record, by), talk=talk, place=place, now=now))


def go_to(record: Record, command: GoTo, now: datetime) -> None:
    here = _here(record, command.by, command.interview_id, now, place=command.place)
    interview = here.talk.interview
    place = interviews.reached(interview) if command.place < 0 else command.place
    cards.show(record, here.to(min(place, interviews.summary(interview.kind))))


def _here(record: Record, by: Acting, interview_id: InterviewId, now: datetime, *, place: int = 0) -> Here:
    return Here(by=by, talk=talk_of(record, by, interview_id), place=place, now=now)


def step(record: Record, command: Step, now: datetime) -> None:
    go(record, _here(record, command.by, command.interview_id, now, place=command.place), command.go)


def go(record: Record, here: Here, way: Go) -> None:
    match way:
        case Go.STOP:
            cards.stop(record, here)
        case Go.BACK:
            cards.show(record, here.to(interviews.backward(here.talk.interview, here.place)))
        case Go.SKIP:
            _skip(record, here)


def _skip(record: Record, here: Here) -> None:
    """What was noted there before stays. How it goes altogether is the one thing that has to be said."""
    interview = here.talk.interview
    if here.step is None or here.step == OVERALL:
        return cards.show(record, here)
    if here.step in QUESTIONS[interview.kind] and interview.answer(here.step) is None:
        return note(record, here, Answer(question=here.step, text=""))
    return cards.show(record, here.to(interviews.onward(interview, interview, here.place)))


def rate(record: Record, command: Rate, now: datetime) -> None:
    rated(record, _here(record, command.by, command.interview_id, now, place=command.place), command.rating)


def rated(record: Record, here: Here, rating: Rating) -> None:
    """An answer can be rated before it is noted."""
    interview = here.talk.interview
    if here.step == OVERALL:
        return change(record, here, replace(interview, rating=rating))
    if here.step is None or here.step not in QUESTIONS[interview.kind]:
        raise Refusal(Why.GONE)
    before = interview.answer(here.step) or Answer(question=here.step, text="")
    record.interviews.note(interview.id, replace(before, rating=rating))
    return cards.show(record, _here(record, here.by, interview.id, here.now, place=here.place))


def note(record: Record, here: Here, answer: Answer) -> None:
    before = here.talk.interview
    record.interviews.note(before.id, answer)
    cards.remember(record, here, answer.question)
    after = _here(record, here.by, before.id, here.now)
    cards.show(record, after.to(interviews.onward(before, after.talk.interview, here.place)))


def change(record: Record, here: Here, changed: Interview) -> None:
    """And on to the next. Raises Refusal where somebody has finished it meanwhile."""
    before = here.talk.interview
    if not record.interviews.change(before, changed):
        raise Refusal(Why.ALREADY_DONE)
    after = replace(here, talk=replace(here.talk, interview=changed))
    cards.show(record, after.to(interviews.onward(before, changed, here.place)))


def say_who(record: Record, command: SayWho, now: datetime) -> None:
    here = _here(record, command.by, command.interview_id, now)
    named = next((one for one in cards.helpers(record, here.talk) if one.person_id == command.person_id), None)
    if named is None or not here.talk.interview.action:
        raise Refusal(Why.GONE)
    agreed(record, here, who=named.name)


def say_when(record: Record, command: SayWhen, now: datetime) -> None:
    """Raises Refusal for a day that has passed since it was offered."""
    here = _here(record, command.by, command.interview_id, now)
    if not here.talk.interview.action:
        raise Refusal(Why.GONE)
    if command.day < wall(now, here.talk.manager.zone).date():
        raise Refusal(Why.TOO_LATE)
    agreed(record, here, until=command.day)


def agreed(record: Record, here: Here, *, who: str | None = None, until: date | None = None) -> None:
    """Either who does it, or by when."""
    before = here.talk.interview
    after = interviews.agreed_by(
        before, who=before.who if who is None else who, until=before.until if until is None else until
    )
    place = interviews.steps(before.kind).index(WHEN if who is None else WHO)
    change(record, here.to(place), after)


def correct(record: Record, command: OfTalk, _: datetime) -> None:
    cards.to_correct(record, command.by, talk_of(record, command.by, command.interview_id))


def finish(record: Record, command: OfTalk, now: datetime) -> None:
    finished(record, _here(record, command.by, command.interview_id, now))


def finished(record: Record, here: Here) -> None:
    interview = here.talk.interview
    if not interview.is_complete:
        raise Refusal(Why.GONE)
    done = replace(interview, state=InterviewState.DONE, ended_at=here.now)
    if interview.state is InterviewState.DONE or not record.interviews.change(interview, done):
        raise Refusal(Why.ALREADY_DONE)
    after = replace(here, talk=replace(here.talk, interview=done))
    cards.show(record, after.to(interviews.summary(done.kind)))
