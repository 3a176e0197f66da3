"""Who has signed follows from pages and scans alone; what is signed is never forgotten, and nobody signs for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mentoring import signing
from mentoring.ids import GroupId, PersonId, SignerId, SlotId, SubmissionId
from mentoring.kit import CONTRACT, PARTICIPANTS_LIST, Code
from mentoring.papers import HAVE_SIGNED, PaperLanguage, Signer, SignerState, joined
from mentoring.people import Language, Role
from mentoring.signing import Party, Progress
from mentoring.slots import Slot, SlotKey, SlotState
from mentoring.submissions import State, Submission

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
MARIA, ANTON, VERA = PersonId(1), PersonId(2), PersonId(4)
SLOT = Slot(
    id=SlotId(6), key=SlotKey(group_id=GroupId(1), code=CONTRACT), state=SlotState.SIGNING, since=NOW, decided_by=MARIA
)


def a_row(state: SignerState = SignerState.MISSING, person_id: PersonId = VERA, *, guardian: bool = False) -> Signer:
    return Signer(
        id=SignerId(person_id + 100 * guardian),
        slot_id=SLOT.id,
        person_id=person_id,
        role=Role.MENTEE,
        as_guardian=guardian,
        name="Vera",
        state=state,
        since=NOW,
    )


def a_party(person_id: PersonId = VERA, name: str = "Vera", *, guardian: bool = False) -> Party:
    return Party(person_id=person_id, role=Role.MENTEE, name=name, as_guardian=guardian)


def a_page(state: State = State.WAITING, number: int = 9, *, by: PersonId | None = None) -> Submission:
    return Submission(
        id=SubmissionId(number),
        number=1000 + number,
        group_id=GroupId(1),
        mentee_id=VERA,
        state=state,
        version=1,
        since=NOW,
        sent_at=NOW,
        decided_by=by,
        slot_id=SLOT.id,
    )


@pytest.mark.parametrize(
    ("page", "state"),
    [
        (State.WAITING, SignerState.SENT),
        (State.ASKED, SignerState.SENT),
        (State.RETURNED, SignerState.RETURNED),
        (State.UNREADABLE, SignerState.RETURNED),
        (State.ACCEPTED, SignerState.SIGNED),
    ],
)
def test_a_row_is_as_far_as_the_page_that_brings_it(page: State, state: SignerState) -> None:
    after = signing.with_submission(a_row(), a_page(page, by=ANTON), LATER)
    assert (after.state, after.submission_id, after.since) == (state, SubmissionId(9), LATER)
    assert after.settled_by == (ANTON if page is State.ACCEPTED else None)


@pytest.mark.parametrize("draft", [State.COLLECTING, State.SCANNING, State.NEEDS_GROUP])
def test_of_a_draft_nobody_knows_yet(draft: State) -> None:
    assert signing.with_submission(a_row(), a_page(draft), LATER) == a_row()


def test_a_page_that_is_withdrawn_is_missing_again_but_not_for_another_page() -> None:
    sent = signing.with_submission(a_row(), a_page(), NOW)
    assert signing.with_submission(sent, a_page(State.WITHDRAWN, 3), LATER) == sent
    after = signing.with_submission(sent, a_page(State.WITHDRAWN), LATER)
    assert (after.state, after.submission_id) == (SignerState.MISSING, None)


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED, State.WITHDRAWN])
def test_whoever_has_signed_stays_so_whatever_comes_after(state: State) -> None:
    signed = signing.with_submission(a_row(), a_page(State.ACCEPTED, by=ANTON), NOW)
    assert signing.with_submission(signed, a_page(state, 10), LATER) == signed


@pytest.mark.parametrize("state", [SignerState.COVERED, SignerState.NOT_NEEDED])
def test_pages_change_nothing_for_who_is_covered_or_no_longer_asked(state: SignerState) -> None:
    row = replace(a_row(state), submission_id=SubmissionId(9))
    assert signing.with_submission(row, a_page(State.RETURNED), LATER) == row
    assert signing.without_submission(row, SubmissionId(9), LATER) == row


def test_a_decision_that_is_taken_back_takes_the_signature_back() -> None:
    signed = signing.with_submission(a_row(), a_page(State.ACCEPTED, by=ANTON), NOW)
    after = signing.with_submission(signed, a_page(State.WAITING), LATER)
    assert (after.state, after.settled_by) == (SignerState.SENT, None)


def test_a_page_that_turns_out_to_be_something_else_is_missing() -> None:
    sent = signing.with_submission(a_row(), a_page(), NOW)
    assert signing.without_submission(sent, SubmissionId(3), LATER) == sent
    assert signing.without_submission(sent, SubmissionId(9), LATER).state is SignerState.MISSING


@pytest.mark.parametrize("state", SignerState)
def test_a_scan_covers_whoever_is_still_asked(state: SignerState) -> None:
    after = signing.covered(a_row(state), by=ANTON, now=LATER)
    kept = state in {SignerState.SIGNED, SignerState.COVERED, SignerState.NOT_NEEDED}
    assert after == (a_row(state) if kept else replace(a_row(SignerState.COVERED), since=LATER, settled_by=ANTON))


@pytest.mark.parametrize("state", SignerState)
def test_only_what_a_scan_covered_can_be_uncovered(state: SignerState) -> None:
    after = signing.uncovered(a_row(state), LATER)
    missing = replace(a_row(), since=LATER)
    assert after == (missing if state is SignerState.COVERED else a_row(state))


@pytest.mark.parametrize("state", SignerState)
def test_whoever_leaves_is_asked_no_more_and_what_they_signed_stays(state: SignerState) -> None:
    [*changes] = signing.followed([a_row(state)], [], LATER)
    untouched = HAVE_SIGNED | {SignerState.NOT_NEEDED}
    assert [new.state for _, new in changes] == ([] if state in untouched else [SignerState.NOT_NEEDED])


def test_whoever_comes_back_is_asked_anew_by_their_present_name() -> None:
    gone = replace(a_row(SignerState.NOT_NEEDED), submission_id=SubmissionId(9))
    [(_, after)] = signing.followed([gone], [a_party(name="Vera Nova")], LATER)
    assert (after.name, after.state, after.submission_id) == ("Vera Nova", SignerState.MISSING, None)


def test_a_signed_row_keeps_the_name_it_was_signed_by() -> None:
    rows = [a_row(SignerState.SIGNED), a_row(SignerState.SENT, ANTON)]
    changed = [*signing.followed(rows, [a_party(name="Vera Nova"), a_party(ANTON, "A")], LATER)]
    assert [(one.person_id, one.name) for _, one in changed] == [(ANTON, "A")]


def test_a_guardian_is_another_row_than_their_child() -> None:
    assert signing.lacking([a_row()], [a_party(), a_party(guardian=True)]) == [a_party(guardian=True)]


def test_who_is_no_longer_needed_counts_for_nothing() -> None:
    rows = [a_row(SignerState.SIGNED), a_row(SignerState.COVERED, ANTON), a_row(SignerState.NOT_NEEDED, MARIA)]
    assert signing.progress(rows) == Progress(done=2, total=2)
    assert signing.progress(rows).is_complete
    assert not signing.progress([]).is_complete


def test_a_paper_is_accepted_when_the_last_one_has_signed_and_opens_again_for_who_comes_later() -> None:
    done, missing = a_row(SignerState.SIGNED), a_row(SignerState.MISSING, ANTON)
    assert signing.as_far_as(SLOT, [done, missing], LATER) == SLOT
    accepted = signing.as_far_as(SLOT, [done], LATER)
    assert (accepted.state, accepted.since) == (SlotState.ACCEPTED, LATER)
    assert signing.as_far_as(accepted, [done], LATER) == accepted
    filed = replace(accepted, state=SlotState.FILED)
    assert signing.as_far_as(filed, [done], LATER) == filed
    assert signing.as_far_as(filed, [done, missing], LATER).state is SlotState.SIGNING


@pytest.mark.parametrize("state", sorted(set(SlotState) - signing.SIGNED_SLOTS))
def test_what_is_not_being_signed_follows_no_signatures(state: SlotState) -> None:
    slot = replace(SLOT, state=state)
    assert signing.as_far_as(slot, [a_row(SignerState.SIGNED)], LATER) == slot


def test_ticks_stand_for_the_rows_in_their_order() -> None:
    rows = [a_row(person_id=person) for person in (MARIA, ANTON, VERA)]
    for mask in range(8):
        assert signing.mask_of(signing.ticked(mask, rows), rows) == mask
    assert signing.ticked(1 << 9, rows) == []


def test_all_sign_the_same_words_where_there_is_a_form_in_both_languages() -> None:
    assert signing.paper_language(CONTRACT, Language.BG) is PaperLanguage.BOTH
    assert signing.paper_language(PARTICIPANTS_LIST, Language.BG) is PaperLanguage.BG
    assert signing.paper_language(Code("X06"), Language.EN) is PaperLanguage.BOTH


@pytest.mark.parametrize("state", SignerState)
def test_of_two_rows_that_become_one_the_stronger_stays_under_the_name_of_the_first(state: SignerState) -> None:
    theirs = replace(a_row(state, ANTON), name="V", submission_id=SubmissionId(9))
    signed = joined(a_row(SignerState.SIGNED), theirs)
    assert (signed.state, signed.person_id, signed.name) == (SignerState.SIGNED, VERA, "Vera")
    after = joined(a_row(SignerState.NOT_NEEDED), theirs)
    assert (after.state, after.id, after.person_id) == (state, a_row().id, VERA)
