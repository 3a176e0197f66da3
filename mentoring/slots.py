"""Slots: what each person and each group owes of the kit, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import FilingId, GroupId, PersonId, SessionId, SlotId, SubmissionId
from mentoring.kit import DIARY, Anchor, Code, Document, Kit, Per
from mentoring.sessions import SessionKind
from mentoring.submissions import State, Submission

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class SlotState(StrEnum):
    """Whether it is overdue is told by the day, not by the state.

    NOT_NEEDED is what nobody expects any more: the document is no longer used, its person has left, the session was
    not held. It comes back as it was. ACCEPTED and FILED are facts of their own, each with who and when.
    """

    OPEN = "open"
    SIGNING = "signing"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    FILED = "filed"
    WAIVED = "waived"
    NOT_NEEDED = "not_needed"


#: Nobody has to do anything about these.
SETTLED = frozenset({SlotState.FILED, SlotState.WAIVED, SlotState.NOT_NEEDED})
#: Whoever owes it still has to do something.
OWED = frozenset({SlotState.OPEN, SlotState.SIGNING, SlotState.RETURNED})
#: Of two slots that become one, the state that stands earlier here stays.
_STRONGEST = (
    SlotState.FILED,
    SlotState.ACCEPTED,
    SlotState.SUBMITTED,
    SlotState.SIGNING,
    SlotState.WAIVED,
    SlotState.RETURNED,
    SlotState.OPEN,
    SlotState.NOT_NEEDED,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotKey:
    """What makes a slot one and the same, however often it is planned."""

    group_id: GroupId
    code: Code
    person_id: PersonId | None = None
    session_id: SessionId | None = None

    def __str__(self) -> str:
        return f"{self.group_id}:{self.code}:{self.person_id or 0}:{self.session_id or 0}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """`due_on` follows from the kit, `extended_to` is what somebody was given instead; both days in the group's zone.

    `since` is when its state began. `reason` is why it was waived.
    """

    id: SlotId
    key: SlotKey
    state: SlotState
    since: datetime
    due_on: date | None = None
    extended_to: date | None = None
    submission_id: SubmissionId | None = None
    filing_id: FilingId | None = None
    decided_by: PersonId | None = None
    reason: str = ""

    @property
    def day(self) -> date | None:
        return self.extended_to or self.due_on

    def is_overdue(self, today: date) -> bool:
        return self.state in OWED and self.day is not None and self.day < today


@dataclass(frozen=True, kw_only=True, slots=True)
class Owing:
    """A person whom the kit expects documents of. For whoever has `finished_on` a day, that is the end. In the zone."""

    person_id: PersonId
    joined_on: date
    finished_on: date | None = None

    @property
    def days(self) -> Mapping[Anchor, date]:
        own = {Anchor.JOINING: self.joined_on}
        if self.finished_on is None:
            return own
        return {**own, Anchor.END: self.finished_on, Anchor.FINAL_SESSION: self.finished_on}


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldOrPlanned:
    """A session as the kit sees it; `attended_by` are the mentees who owe a diary of it, `written_by` who wrote it."""

    session_id: SessionId
    kind: SessionKind
    on: date
    held: bool
    attended_by: tuple[PersonId, ...] = ()
    written_by: tuple[PersonId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupAtWork:
    """All that decides which slots a group has. Days are in its zone; sessions in the order of their days."""

    group_id: GroupId
    mentees: tuple[Owing, ...] = ()
    mentors: tuple[Owing, ...] = ()
    sessions: tuple[HeldOrPlanned, ...] = ()
    middle: date | None = None
    end: date | None = None


def expected(kit: Kit, group: GroupAtWork) -> dict[SlotKey, date | None]:
    """Each slot that somebody waits for, with the day on which it is due."""
    days = _anchors(group)
    return {
        key: document.due.day({**days, **own})
        for document in kit.in_use
        if document.due is not None
        for key, own in _of(document, group)
    }


def _of(document: Document, group: GroupAtWork) -> Iterator[tuple[SlotKey, Mapping[Anchor, date]]]:
    """With the days that are a slot's own."""
    key = SlotKey(group_id=group.group_id, code=document.code)
    match document.per:
        case Per.MENTEE:
            yield from _of_people(key, group.mentees)
        case Per.MENTOR:
            yield from _of_people(key, group.mentors)
        case Per.MEMBER:
            yield from _of_people(key, (*group.mentors, *group.mentees))
        case Per.GROUP:
            yield key, {}
        case Per.SESSION | Per.DIARY:
            yield from _of_sessions(document, key, group)
        case Per.NOBODY:
            return


def _of_people(key: SlotKey, people: Iterable[Owing]) -> Iterator[tuple[SlotKey, Mapping[Anchor, date]]]:
    for one in people:
        yield replace(key, person_id=one.person_id), one.days


def _of_sessions(
    document: Document, key: SlotKey, group: GroupAtWork
) -> Iterator[tuple[SlotKey, Mapping[Anchor, date]]]:
    for session in group.sessions:
        if document.sessions and session.kind not in document.sessions:
            continue
        own = {Anchor.SESSION: session.on}
        of_session = replace(key, session_id=session.session_id)
        if document.per is Per.SESSION:
            yield of_session, own
        elif session.held:
            whose = dict.fromkeys((*session.attended_by, *session.written_by))
            yield from ((replace(of_session, person_id=person_id), own) for person_id in whose)


def _anchors(group: GroupAtWork) -> dict[Anchor, date]:
    """The first session counts as the initial one until one of that kind is planned; the final one is only itself."""
    initial = [one.on for one in group.sessions if one.kind is SessionKind.INITIAL] or [
        one.on for one in group.sessions
    ]
    final = [one.on for one in group.sessions if one.kind is SessionKind.FINAL]
    known = {
        Anchor.INITIAL_SESSION: initial[0] if initial else None,
        Anchor.FINAL_SESSION: final[-1] if final else group.end,
        Anchor.MIDDLE: group.middle,
        Anchor.END: group.end,
    }
    return {anchor: day for anchor, day in known.items() if day is not None}


def diaries_written(group: GroupAtWork) -> Iterator[SlotKey]:
    """Written in the chat, and so with the mentor."""
    for session in group.sessions:
        for person_id in session.written_by:
            yield SlotKey(group_id=group.group_id, code=DIARY, person_id=person_id, session_id=session.session_id)


def as_expected(slot: Slot, due_on: date | None, now: datetime) -> Slot:
    """A slot that the kit expects: its day follows the plan, an extension stays, and what was laid aside is back."""
    back = slot.state is SlotState.NOT_NEEDED
    state = _stage(slot) if back else slot.state
    return replace(slot, due_on=due_on, state=state, since=now if back else slot.since)


def no_longer_expected(slot: Slot, now: datetime) -> Slot:
    """What has been accepted or filed stays, and so does what somebody is working on."""
    return replace(slot, state=SlotState.NOT_NEEDED, since=now) if slot.state is SlotState.OPEN else slot


def _stage(slot: Slot) -> SlotState:
    return SlotState.FILED if slot.filing_id is not None else SlotState.OPEN


def filed(slot: Slot, filing_id: FilingId, *, by: PersonId, now: datetime) -> Slot:
    return replace(slot, state=SlotState.FILED, filing_id=filing_id, decided_by=by, since=now)


def taken_out(slot: Slot, now: datetime, *, accepted: bool) -> Slot:
    """What was filed for it stands in no toolbar any more."""
    state = SlotState.ACCEPTED if accepted else SlotState.OPEN
    return replace(slot, state=state, filing_id=None, decided_by=None, since=now)


#: How far a slot is, by how far its submission is; drafts are nobody's business yet.
STAGES: Mapping[State, SlotState] = {
    State.WAITING: SlotState.SUBMITTED,
    State.ASKED: SlotState.SUBMITTED,
    State.RETURNED: SlotState.RETURNED,
    State.UNREADABLE: SlotState.RETURNED,
    State.ACCEPTED: SlotState.ACCEPTED,
    State.WITHDRAWN: SlotState.OPEN,
}


def with_submission(slot: Slot, submission: Submission, now: datetime) -> Slot:
    """As far as its submission. What is filed or waived stays so, whatever comes after it."""
    stage = STAGES.get(submission.state)
    if stage is None or slot.state in {SlotState.FILED, SlotState.WAIVED} or _is_anothers(slot, submission):
        return slot
    held = None if submission.state is State.WITHDRAWN else submission.id
    if (slot.state, slot.submission_id) == (stage, held):
        return slot
    return replace(slot, state=stage, submission_id=held, since=now)


def _is_anothers(slot: Slot, submission: Submission) -> bool:
    """What the mentor has already goes before a second one; whatever is accepted takes its place."""
    if slot.submission_id in {None, submission.id}:
        return False
    is_with_mentor = slot.state is SlotState.SUBMITTED and submission.state is not State.ACCEPTED
    return is_with_mentor or submission.state is State.WITHDRAWN


def without_submission(slot: Slot, submission_id: SubmissionId, now: datetime) -> Slot:
    """It turned out to be something else."""
    if slot.submission_id != submission_id or slot.state in {SlotState.FILED, SlotState.WAIVED}:
        return slot
    return replace(slot, state=SlotState.OPEN, submission_id=None, since=now)


def joined(kept: Slot, other: Slot) -> Slot:
    """The person or the group of both is one now: what was done for either was done, and the later day counts."""
    stronger, weaker = sorted((kept, other), key=lambda one: _STRONGEST.index(one.state))
    days = [one.extended_to for one in (kept, other) if one.extended_to is not None]
    return replace(
        stronger,
        id=kept.id,
        key=kept.key,
        due_on=kept.due_on,
        extended_to=max(days, default=None),
        submission_id=stronger.submission_id or weaker.submission_id,
        filing_id=stronger.filing_id or weaker.filing_id,
    )


def left_behind(slot: Slot, now: datetime) -> Slot:
    """Its group is no more: what nobody has done for it is asked of nobody."""
    return replace(slot, state=SlotState.NOT_NEEDED, since=now) if slot.state in OWED else slot
