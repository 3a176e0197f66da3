"""The rules of a submission: whose turn it is, what may follow, and that no version is ever lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mentoring.doubts import Doubts, next_question
from mentoring.ids import GroupId, PersonId, SubmissionId
from mentoring.refusals import Refusal, Why
from mentoring.submissions import (
    DECIDED,
    DRAFTS,
    REVIEW_UNDO,
    TO_CORRECT,
    TURNS,
    UNDECIDED,
    VERSIONS,
    MoveKind,
    NewMove,
    State,
    Submission,
    Turn,
    can_undo,
    can_withdraw,
    moved,
    next_state,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MENTEE, MENTOR, COLLEAGUE = PersonId(1), PersonId(2), PersonId(3)


def a_submission(state: State = State.WAITING, *, version: int = 1) -> Submission:
    return Submission(
        id=SubmissionId(1),
        number=1001,
        group_id=GroupId(1),
        mentee_id=MENTEE,
        state=state,
        version=version,
        since=NOW,
        sent_at=NOW,
        decided_by=MENTOR if state in DECIDED else None,
    )


def test_every_state_has_exactly_one_whose_turn_it_is() -> None:
    assert set(TURNS) == set(State)


def test_the_mentors_turn_is_exactly_what_waits_for_the_mentor() -> None:
    assert {state for state, turn in TURNS.items() if turn is Turn.MENTOR} == {State.WAITING}


def test_every_state_is_a_draft_undecided_decided_or_taken_back() -> None:
    kinds = [DRAFTS, UNDECIDED, DECIDED, {State.WITHDRAWN}]

    assert sorted(state for kind in kinds for state in kind) == sorted(State)


@pytest.mark.parametrize(
    ("state", "move", "after"),
    [
        (State.WAITING, MoveKind.ACCEPT, State.ACCEPTED),
        (State.WAITING, MoveKind.RETURN, State.RETURNED),
        (State.WAITING, MoveKind.ASK, State.ASKED),
        (State.WAITING, MoveKind.NOT_READABLE, State.UNREADABLE),
        (State.WAITING, MoveKind.WITHDRAW, State.WITHDRAWN),
        (State.ASKED, MoveKind.ANSWER, State.WAITING),
        (State.ASKED, MoveKind.ACCEPT, State.ACCEPTED),
        (State.RETURNED, MoveKind.CORRECT, State.WAITING),
        (State.UNREADABLE, MoveKind.CORRECT, State.WAITING),
        (State.RETURNED, MoveKind.UNDO, State.WAITING),
        (State.ACCEPTED, MoveKind.UNDO, State.WAITING),
        (State.MAYBE_CORRECTION, MoveKind.SEND, State.WAITING),
    ],
)
def test_what_follows(state: State, move: MoveKind, after: State) -> None:
    assert next_state(state, move) is after


@pytest.mark.parametrize(
    ("state", "move", "why"),
    [
        (State.ACCEPTED, MoveKind.RETURN, Why.ALREADY_DONE),
        (State.RETURNED, MoveKind.ACCEPT, Why.ALREADY_DONE),
        (State.ACCEPTED, MoveKind.WITHDRAW, Why.ALREADY_DONE),
        (State.ACCEPTED, MoveKind.CORRECT, Why.ALREADY_DONE),
        (State.WAITING, MoveKind.ANSWER, Why.ALREADY_DONE),
        (State.WAITING, MoveKind.UNDO, Why.ALREADY_DONE),
        (State.WITHDRAWN, MoveKind.ACCEPT, Why.GONE),
        (State.WITHDRAWN, MoveKind.CORRECT, Why.GONE),
    ],
)
def test_what_is_no_longer_open(state: State, move: MoveKind, why: Why) -> None:
    with pytest.raises(Refusal) as refusal:
        next_state(state, move)

    assert refusal.value.why is why


@pytest.mark.parametrize("state", sorted(DRAFTS))
@pytest.mark.parametrize("move", sorted(set(MoveKind) - {MoveKind.SEND}))
def test_nothing_can_be_done_with_a_draft_but_hand_it_in(state: State, move: MoveKind) -> None:
    with pytest.raises(Refusal):
        next_state(state, move)


def test_a_correction_brings_a_version_and_a_new_wait() -> None:
    later = NOW + timedelta(hours=1)

    after = moved(a_submission(State.RETURNED), NewMove(kind=MoveKind.CORRECT, person_id=MENTEE), later)

    assert (after.state, after.version, after.since, after.sent_at) == (State.WAITING, 2, later, later)
    assert after.decided_by is None


def test_a_decision_that_is_taken_back_leaves_the_wait_as_it_was() -> None:
    decided = moved(a_submission(), NewMove(kind=MoveKind.ACCEPT, person_id=MENTOR), NOW + timedelta(hours=1))

    undone = moved(decided, NewMove(kind=MoveKind.UNDO, person_id=MENTOR), NOW + timedelta(hours=2))

    assert undone == a_submission()


def test_a_remark_changes_nothing() -> None:
    submission = a_submission(State.ACCEPTED)

    assert moved(submission, NewMove(kind=MoveKind.REMARK, person_id=MENTOR), NOW + timedelta(hours=1)) == submission


def test_only_whoever_decided_can_undo_and_only_for_a_while() -> None:
    decided = moved(a_submission(), NewMove(kind=MoveKind.RETURN, person_id=MENTOR), NOW)

    assert can_undo(decided, MENTOR, NOW + REVIEW_UNDO)
    assert not can_undo(decided, MENTOR, NOW + REVIEW_UNDO + timedelta(seconds=1))
    assert not can_undo(decided, COLLEAGUE, NOW)
    assert not can_undo(a_submission(), MENTOR, NOW)


def test_taking_back_is_open_until_a_decision_or_the_end_of_its_time() -> None:
    within = timedelta(minutes=10)

    assert can_withdraw(a_submission(), NOW + within, within)
    assert not can_withdraw(a_submission(), NOW + within + timedelta(seconds=1), within)
    assert not can_withdraw(a_submission(State.RETURNED), NOW, within)


@given(
    doubts=st.builds(
        Doubts,
        posted_in_group=st.booleans(),
        photographed=st.booleans(),
        several_groups=st.booleans(),
        sent_before=st.booleans(),
        may_correct=st.booleans(),
    )
)
def test_each_doubt_is_asked_about_once_and_then_the_draft_is_handed_in(doubts: Doubts) -> None:
    asked, state = [], next_question(State.COLLECTING, doubts)
    while state is not State.WAITING:
        asked.append(state)
        state = next_question(state, doubts)

    flags = [
        doubts.posted_in_group,
        doubts.photographed,
        doubts.several_groups,
        doubts.sent_before,
        doubts.may_correct,
    ]
    order = [State.OFFERED, State.SCANNING, State.NEEDS_GROUP, State.MAYBE_REPEATED, State.MAYBE_CORRECTION]
    assert asked == [question for question, needed in zip(order, flags, strict=True) if needed]


class Exchange(RuleBasedStateMachine):
    """Mentee and mentors do anything at any time; the model only counts the versions that were handed in."""

    def __init__(self) -> None:
        super().__init__()
        self.submission = a_submission()
        self.versions = {1}
        self.now = NOW

    @rule(
        kind=st.sampled_from(sorted(set(MoveKind) - {MoveKind.SEND})), by=st.sampled_from([MENTEE, MENTOR, COLLEAGUE])
    )
    def somebody_moves(self, kind: MoveKind, by: PersonId) -> None:
        self.now += timedelta(minutes=1)
        before = self.submission
        try:
            self.submission = moved(before, NewMove(kind=kind, person_id=by), self.now)
        except Refusal:
            assert self.submission == before
            return
        if kind in VERSIONS:
            self.versions.add(self.submission.version)

    @invariant()
    def no_version_is_lost(self) -> None:
        assert self.versions == set(range(1, self.submission.version + 1))

    @invariant()
    def it_is_exactly_one_sides_turn(self) -> None:
        turn = self.submission.turn
        assert (turn is Turn.MENTOR) == (self.submission.state is State.WAITING)
        assert (turn is Turn.NOBODY) == (self.submission.state in {State.ACCEPTED, State.WITHDRAWN})
        assert turn is not Turn.BOT

    @invariant()
    def who_decided_is_known_exactly_while_it_stands(self) -> None:
        by_mentor = TO_CORRECT | {State.ACCEPTED, State.ASKED}
        assert (self.submission.decided_by is not None) == (self.submission.state in by_mentor)

    @invariant()
    def the_wait_never_begins_before_the_version_came(self) -> None:
        assert self.submission.sent_at <= self.submission.since <= self.now


TestExchange = Exchange.TestCase
