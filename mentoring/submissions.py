"""Submissions: work that a mentee hands in, and the moves that it goes through until it is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.files import Attachment
from mentoring.ids import AttachmentId, GroupId, MoveId, PersonId, SlotId, SubmissionId
from mentoring.people import Person
from mentoring.refusals import Refusal, Why

#: Of a submission that somebody said is no document of the kit; None while nobody has said.
NO_SLOT = SlotId(0)
#: A mentor can take a decision back for this long; afterwards the mentee relies on it.
REVIEW_UNDO = timedelta(minutes=5)
#: What comes within this after something else may be a further page of it.
JOIN_WITHIN = timedelta(minutes=10)


class State(StrEnum):
    """The first six stand before the mentor sees anything: drafts, which carry no number yet.

    Their order is the order of the questions; each draft stands at the first one that still needs its answer.
    """

    COLLECTING = "collecting"
    OFFERED = "offered"
    SCANNING = "scanning"
    NEEDS_GROUP = "needs_group"
    MAYBE_REPEATED = "maybe_repeated"
    MAYBE_CORRECTION = "maybe_correction"
    WAITING = "waiting"
    ASKED = "asked"
    RETURNED = "returned"
    UNREADABLE = "unreadable"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


class Turn(StrEnum):
    """Who has to do something next: each state has exactly one; NOBODY's are closed."""

    BOT = "bot"
    MENTEE = "mentee"
    MENTOR = "mentor"
    NOBODY = "nobody"


TURNS: Mapping[State, Turn] = {
    State.COLLECTING: Turn.BOT,
    State.OFFERED: Turn.MENTEE,
    State.SCANNING: Turn.MENTEE,
    State.NEEDS_GROUP: Turn.MENTEE,
    State.MAYBE_REPEATED: Turn.MENTEE,
    State.MAYBE_CORRECTION: Turn.MENTEE,
    State.WAITING: Turn.MENTOR,
    State.ASKED: Turn.MENTEE,
    State.RETURNED: Turn.MENTEE,
    State.UNREADABLE: Turn.MENTEE,
    State.ACCEPTED: Turn.NOBODY,
    State.WITHDRAWN: Turn.NOBODY,
}

DRAFTS = frozenset(list(State)[: list(State).index(State.WAITING)])
#: With the mentor, or back with the mentee after a question: still to be decided.
UNDECIDED = frozenset({State.WAITING, State.ASKED})
TO_CORRECT = frozenset({State.RETURNED, State.UNREADABLE})
DECIDED = TO_CORRECT | {State.ACCEPTED}


class MoveKind(StrEnum):
    """SEND and CORRECT bring a version; a NOTE belongs to one. REMARK and NOTE leave the turn where it is.

    TAKEN_BACK stands in the place of CORRECT when its mentee has withdrawn that version alone.
    """

    SEND = "send"
    CORRECT = "correct"
    NOTE = "note"
    ACCEPT = "accept"
    RETURN = "return"
    NOT_READABLE = "not_readable"
    WRONG_PAGE = "wrong_page"
    NO_SIGNATURE = "no_signature"
    ASK = "ask"
    ANSWER = "answer"
    REMARK = "remark"
    WITHDRAW = "withdraw"
    TAKEN_BACK = "taken_back"
    UNDO = "undo"


#: Each brings a version.
VERSIONS = frozenset({MoveKind.SEND, MoveKind.CORRECT})
#: Each has brought files as work, also when that version is withdrawn by now.
OF_WORK = VERSIONS | {MoveKind.TAKEN_BACK}
#: They go back with words that are ready-made.
READY_RETURNS = frozenset({MoveKind.WRONG_PAGE, MoveKind.NO_SIGNATURE})
#: Each may carry words, or a voice message or a file instead.
SPEAKING = frozenset({MoveKind.RETURN, MoveKind.ASK, MoveKind.ANSWER, MoveKind.REMARK})
_ONLY_WORDS = frozenset({MoveKind.NOTE, MoveKind.REMARK})

_NEXT: Mapping[MoveKind, Mapping[State, State]] = {
    MoveKind.SEND: dict.fromkeys(DRAFTS, State.WAITING),
    MoveKind.CORRECT: dict.fromkeys(UNDECIDED | TO_CORRECT, State.WAITING),
    MoveKind.NOTE: {State.WAITING: State.WAITING},
    MoveKind.ACCEPT: dict.fromkeys(UNDECIDED, State.ACCEPTED),
    MoveKind.RETURN: dict.fromkeys(UNDECIDED, State.RETURNED),
    MoveKind.NOT_READABLE: dict.fromkeys(UNDECIDED, State.UNREADABLE),
    MoveKind.WRONG_PAGE: dict.fromkeys(UNDECIDED, State.RETURNED),
    MoveKind.NO_SIGNATURE: dict.fromkeys(UNDECIDED, State.RETURNED),
    MoveKind.ASK: dict.fromkeys(UNDECIDED, State.ASKED),
    MoveKind.ANSWER: {State.ASKED: State.WAITING},
    MoveKind.REMARK: {state: state for state in UNDECIDED | DECIDED},
    MoveKind.WITHDRAW: dict.fromkeys(UNDECIDED, State.WITHDRAWN),
    MoveKind.TAKEN_BACK: {},
    MoveKind.UNDO: dict.fromkeys(DECIDED | {State.ASKED}, State.WAITING),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """`since` is when its state began. `sent_at` is when its latest version came, `decided_by` who moved it last.

    Of photographs that nobody has sent yet, `sent_at` is when they are sent by themselves.
    `joined_to` is the one that its files have become a part of.
    `taken_by` is the mentor who opened it first, where a group has several. `slot_id`: what it fills of the kit.
    """

    id: SubmissionId
    number: int | None
    group_id: GroupId | None
    mentee_id: PersonId
    state: State
    version: int
    since: datetime
    sent_at: datetime
    decided_by: PersonId | None = None
    joined_to: SubmissionId | None = None
    taken_by: PersonId | None = None
    slot_id: SlotId | None = None

    @property
    def turn(self) -> Turn:
        return TURNS[self.state]

    @property
    def can_be_labelled(self) -> bool:
        """By its mentee: what is accepted is no longer only theirs."""
        return self.state in UNDECIDED | TO_CORRECT

    @property
    def is_draft(self) -> bool:
        return self.state in DRAFTS


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One thing that somebody did with a submission. `text` is the note or comment that went with it.

    `message_id` is of the message that brought the text, in the private chat of whoever wrote it.
    """

    id: MoveId
    submission_id: SubmissionId
    version: int
    kind: MoveKind
    person_id: PersonId
    at: datetime
    text: str
    message_id: int | None = None
    files: tuple[Attachment, ...] = ()

    @property
    def words(self) -> str:
        """Captions first, then what was typed afterwards."""
        return "\n".join(part for part in (*(file.caption for file in self.files), self.text) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewMove:
    kind: MoveKind
    person_id: PersonId
    text: str = ""
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Circle:
    """A group as its submissions see it. `names` are as the manager listed them, also of those who have left.

    `mentors` are whoever reviews now; `away` are mentors who don't, each with their deputy among `mentors`. Its days
    are those of `zone`.
    """

    group_id: GroupId
    group: str
    zone: str
    mentors: tuple[Person, ...]
    names: Mapping[PersonId, str]
    away: Mapping[PersonId, Person] = field(default_factory=dict)

    def reviews(self, person_id: PersonId) -> bool:
        """Whoever is away may, if they like."""
        return person_id in self.away or any(mentor.id == person_id for mentor in self.mentors)

    def taker(self, taken_by: PersonId | None) -> Person | None:
        """Who has taken it, or stands in for them; None while it is everybody's."""
        deputy = self.away.get(taken_by) if taken_by is not None else None
        return deputy or next((mentor for mentor in self.mentors if mentor.id == taken_by), None)

    def waited_for(self, taken_by: PersonId | None) -> tuple[Person, ...]:
        taker = self.taker(taken_by)
        return self.mentors if taker is None else (taker,)

    def has_other(self, taken_by: PersonId | None, person_id: PersonId) -> bool:
        """Whether a mentor who is not this person has taken it."""
        taker = self.taker(taken_by)
        return taker is not None and taker.id != person_id


@dataclass(frozen=True, kw_only=True, slots=True)
class Concerning:
    """`repeated` holds all of the files already; `to_correct` came back to the mentee."""

    repeated: Submission | None
    to_correct: tuple[Submission, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A file in the message that carried it."""

    submission: Submission
    attachment_id: AttachmentId
    unique_id: str
    version: int
    kind: MoveKind
    sent_by: PersonId


def next_state(state: State, move: MoveKind) -> State:
    """Raises Refusal when the move isn't open any more."""
    after = _NEXT[move].get(state)
    if after is None:
        raise Refusal(Why.GONE if state is State.WITHDRAWN else Why.ALREADY_DONE)
    return after


def next_version(submission: Submission, move: MoveKind) -> int:
    return submission.version + 1 if move is MoveKind.CORRECT else submission.version


def moved(submission: Submission, move: NewMove, now: datetime) -> Submission:
    """Raises Refusal when the move isn't open any more. A decision that is taken back leaves the wait as it was."""
    state = next_state(submission.state, move.kind)
    if move.kind in _ONLY_WORDS:
        return submission
    brings_version = move.kind in VERSIONS
    return replace(
        submission,
        state=state,
        version=next_version(submission, move.kind),
        since=submission.sent_at if move.kind is MoveKind.UNDO else now,
        sent_at=now if brings_version else submission.sent_at,
        decided_by=move.person_id if state in DECIDED | {State.ASKED} else None,
    )


def can_correct(state: State) -> bool:
    return state in _NEXT[MoveKind.CORRECT]


def can_withdraw(submission: Submission, now: datetime, within: timedelta) -> bool:
    return submission.state in UNDECIDED and now - submission.sent_at <= within


def can_join(page: Submission, whole: Submission, now: datetime) -> bool:
    """Whether the later of two submissions can still become a part of the earlier."""
    both_wait = page.state is whole.state is State.WAITING and page.version == 1
    same_place = (page.mentee_id, page.group_id) == (whole.mentee_id, whole.group_id) and whole.id < page.id
    return both_wait and same_place and page.sent_at - whole.sent_at <= JOIN_WITHIN >= now - page.sent_at


def can_undo(submission: Submission, person_id: PersonId, now: datetime) -> bool:
    """Only whoever decided, and only for a while."""
    if submission.decided_by != person_id or submission.state not in _NEXT[MoveKind.UNDO]:
        return False
    return now - submission.since <= REVIEW_UNDO
