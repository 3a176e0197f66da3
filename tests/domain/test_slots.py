"""What is owed follows from the kit, the people and the sessions, and nothing that was done is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.ids import FilingId, GroupId, PersonId, SessionId, SlotId, SubmissionId
from mentoring.kit import CONTRACT, DIARY, PARTICIPANTS_LIST, Code, DocumentChoice, Kit, kit_of
from mentoring.sessions import SessionKind
from mentoring.slots import (
    GroupAtWork,
    HeldOrPlanned,
    Owing,
    Slot,
    SlotKey,
    SlotState,
    as_expected,
    expected,
    joined,
    left_behind,
    no_longer_expected,
)

NOVA, MARIA, IVAN, ELENA = GroupId(1), PersonId(1), PersonId(2), PersonId(3)
PROFILE, QUESTIONNAIRE, MENTORS_LAST = Code("T01"), Code("T07"), Code("T14")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
GROUP = GroupAtWork(
    group_id=NOVA,
    mentees=(Owing(person_id=MARIA, joined_on=date(2026, 1, 10)), Owing(person_id=IVAN, joined_on=date(2026, 2, 20))),
    mentors=(Owing(person_id=ELENA, joined_on=date(2026, 1, 5)),),
    middle=date(2026, 4, 1),
    end=date(2026, 6, 30),
)


def kit(*optional: str) -> Kit:
    return kit_of(rules_of(load_programme()).documents, optional=optional)


def session(number: int, kind: SessionKind, on: date, *attended_by: PersonId) -> HeldOrPlanned:
    return HeldOrPlanned(
        session_id=SessionId(number), kind=kind, on=on, held=bool(attended_by), attended_by=attended_by
    )


INITIAL = session(1, SessionKind.INITIAL, date(2026, 1, 20), MARIA)
SECOND = session(2, SessionKind.EMPLOYABILITY, date(2026, 2, 25), MARIA, IVAN)


def test_a_late_joiner_has_days_of_their_own() -> None:
    days = expected(kit(), GROUP)

    assert days[SlotKey(group_id=NOVA, code=PROFILE, person_id=MARIA)] == date(2026, 1, 17)
    assert days[SlotKey(group_id=NOVA, code=PROFILE, person_id=IVAN)] == date(2026, 2, 27)


def test_the_contract_is_one_of_the_whole_group() -> None:
    days = expected(kit(), replace(GROUP, sessions=(INITIAL,)))

    assert {key: day for key, day in days.items() if key.code == CONTRACT} == {
        SlotKey(group_id=NOVA, code=CONTRACT): date(2026, 2, 3)
    }


def test_what_counts_from_a_session_has_no_day_before_it_is_planned() -> None:
    assert expected(kit(), GROUP)[SlotKey(group_id=NOVA, code=CONTRACT)] is None


def test_a_diary_is_owed_by_whoever_was_at_a_session_that_was_held() -> None:
    planned = session(3, SessionKind.EMPLOYABILITY, date(2026, 3, 20))
    days = expected(kit(), replace(GROUP, sessions=(INITIAL, SECOND, planned)))

    assert {(key.session_id, key.person_id): day for key, day in days.items() if key.code == DIARY} == {
        (1, MARIA): date(2026, 1, 23),
        (2, MARIA): date(2026, 2, 28),
        (2, IVAN): date(2026, 2, 28),
    }


def test_the_list_of_participants_is_of_the_first_and_the_last_session() -> None:
    final = session(4, SessionKind.FINAL, date(2026, 6, 20))
    group = replace(GROUP, sessions=(INITIAL, SECOND, final))

    assert PARTICIPANTS_LIST not in {key.code for key in expected(kit(), group)}
    lists = {key.session_id for key in expected(kit("T10"), group) if key.code == PARTICIPANTS_LIST}
    assert lists == {1, 4}


def test_a_longer_programme_moves_what_counts_from_its_end() -> None:
    longer = replace(GROUP, end=date(2026, 9, 30))
    key = SlotKey(group_id=NOVA, code=MENTORS_LAST, person_id=ELENA)

    assert expected(kit("T14"), GROUP)[key] == date(2026, 7, 7)
    assert expected(kit("T14"), longer)[key] == date(2026, 10, 7)


def test_a_manager_switches_a_document_on_and_off_and_renames_it() -> None:
    changed = kit().with_changes(
        [
            DocumentChoice(code=MENTORS_LAST, in_use=True),
            DocumentChoice(code=QUESTIONNAIRE, in_use=False),
            DocumentChoice(code=Code("Z99"), in_use=True),
        ]
    )

    assert MENTORS_LAST in changed
    assert QUESTIONNAIRE not in changed
    assert changed.find(QUESTIONNAIRE) is not None
    assert changed.find(Code("Z99")) is None


def slot(state: SlotState = SlotState.OPEN) -> Slot:
    return Slot(
        id=SlotId(1),
        key=SlotKey(group_id=NOVA, code=PROFILE, person_id=MARIA),
        state=state,
        since=NOW,
        due_on=date(2026, 3, 1),
    )


def test_an_extension_goes_before_the_plan_and_outlives_its_changes() -> None:
    extended = replace(slot(), extended_to=date(2026, 3, 15))

    assert slot().is_overdue(NOW.date())
    assert not extended.is_overdue(NOW.date())
    assert as_expected(extended, date(2026, 3, 9), NOW).day == date(2026, 3, 15)


def test_what_is_settled_is_never_overdue() -> None:
    for state in (SlotState.SUBMITTED, SlotState.ACCEPTED, SlotState.FILED, SlotState.WAIVED, SlotState.NOT_NEEDED):
        assert not slot(state).is_overdue(NOW.date())


def test_what_is_laid_aside_comes_back_and_what_was_done_stays() -> None:
    later = NOW + timedelta(days=1)
    aside = no_longer_expected(slot(), later)
    filed = replace(slot(SlotState.FILED), filing_id=FilingId(5))

    assert aside.state is SlotState.NOT_NEEDED
    assert as_expected(aside, date(2026, 3, 1), later).state is SlotState.OPEN
    assert no_longer_expected(filed, later) == filed
    assert no_longer_expected(slot(SlotState.SUBMITTED), later).state is SlotState.SUBMITTED


def a_slot(number: int, state: SlotState) -> Slot:
    key = SlotKey(group_id=GroupId(number), code=PROFILE, person_id=MARIA)
    return Slot(id=SlotId(number), key=key, state=state, since=NOW)


@pytest.mark.parametrize("state", SlotState)
def test_of_two_slots_that_become_one_nothing_that_was_done_is_forgotten(state: SlotState) -> None:
    kept, other = a_slot(1, state), replace(a_slot(2, SlotState.FILED), filing_id=FilingId(7))
    for one in (joined(kept, other), joined(replace(other, id=kept.id, key=kept.key), a_slot(2, state))):
        assert (one.id, one.key, one.state, one.filing_id) == (kept.id, kept.key, SlotState.FILED, FilingId(7))


def test_what_one_of_them_was_spared_is_still_expected_where_the_other_was_handed_in() -> None:
    waived, open_one = a_slot(1, SlotState.WAIVED), a_slot(2, SlotState.OPEN)
    sent = replace(a_slot(2, SlotState.SUBMITTED), submission_id=SubmissionId(9))
    assert joined(waived, open_one).state is SlotState.WAIVED
    assert (joined(waived, sent).state, joined(waived, sent).submission_id) == (SlotState.SUBMITTED, SubmissionId(9))


def test_the_later_of_two_days_that_somebody_was_given_counts() -> None:
    soon, late = date(2026, 3, 9), date(2026, 3, 20)
    one, other = (
        replace(a_slot(1, SlotState.OPEN), extended_to=soon),
        replace(a_slot(2, SlotState.OPEN), extended_to=late),
    )
    assert joined(one, other).day == joined(other, one).day == late
    assert joined(one, a_slot(2, SlotState.OPEN)).day == soon


@pytest.mark.parametrize("state", SlotState)
def test_a_group_that_is_no_more_is_asked_for_nothing_and_loses_nothing(state: SlotState) -> None:
    after = left_behind(a_slot(1, state), NOW + timedelta(days=1))
    owed = {SlotState.OPEN, SlotState.SIGNING, SlotState.RETURNED}
    assert after.state is (SlotState.NOT_NEEDED if state in owed else state)
