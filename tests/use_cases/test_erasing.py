"""A wish to be erased is decided by a manager, once, and what has to stay as evidence stays without the person."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mentoring import former
from mentoring.erasing import Because
from mentoring.filings import Filing, FilingState
from mentoring.happenings import HappeningKind
from mentoring.ids import AttachmentId, DueId, FilingId, PersonId
from mentoring.kit import Toolbar, Visibility
from mentoring.notices.erasing import AskWhyKept, Erased, ErasureDecided, ErasureWish, NotErased
from mentoring.notices.operating import AnotherManagerNeeded
from mentoring.people import Language, MembershipState, Role
from mentoring.schedule import Due, DueKind
from mentoring.session_tasks import TaskKind
from mentoring.submissions import State
from mentoring.use_cases import answering, farewells, own_data
from mentoring.use_cases.erasing import (
    AskReason,
    DecideToErase,
    DecideToKeep,
    OpenWish,
    ask_reason,
    decide_to_erase,
    decide_to_keep,
    open_wish,
)
from mentoring.use_cases.wishes import tell_open
from storage.parcels import ParcelStatus
from storage.tables.outbox import outbox
from storage.tables.people import people
from storage.tables.submissions import attachments, submissions
from tests.use_cases.a_group import Nova, a_nova, shows, unreachable
from tests.use_cases.test_sessions import plans

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def wishes(nova: Nova, person: Person) -> None:
    nova.desk.does(own_data.erase, own_data.Erase(by=nova.by(person), sure=True))


def erases(nova: Nova, person: Person, *, by: Person | None = None) -> None:
    command = DecideToErase(by=nova.by(by or nova.maria), person_id=person.id, sure=True)
    nova.desk.does(decide_to_erase, command)


def colleague(nova: Nova, telegram_id: int = 9, name: str = "Petya") -> Person:
    record, now = nova.desk.record, nova.desk.now
    person = record.people.add(telegram_id=telegram_id, name=name, language=Language.BG, zone="UTC", now=now)
    record.managers.add(person.id, nova.programme.id, now)
    return person


def file_as_evidence(nova: Nova, person: Person) -> AttachmentId:
    [number] = nova.desk.connection.scalars(select(attachments.c.id)).all()
    filing = Filing(
        id=FilingId(0),
        group_id=nova.group.id,
        toolbar=Toolbar.MONITORING,
        code=None,
        slot_id=None,
        person_id=person.id,
        session_id=None,
        submission_id=None,
        attachment_id=AttachmentId(number),
        scan_id=None,
        name="Vera essay.pdf",
        version=1,
        visibility=next(iter(Visibility)),
        state=FilingState.FILED,
        filed_by=nova.anton.id,
        filed_at=nova.desk.now,
    )
    nova.desk.record.filings.add(filing)
    return AttachmentId(number)


def test_a_manager_sees_what_would_go_and_what_has_to_stay(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.passes(timedelta(minutes=1))
    file_as_evidence(nova, nova.vera)
    wishes(nova, nova.vera)

    wish = nova.last(nova.maria, ErasureWish)

    assert (wish.name, wish.extent.submissions, wish.extent.files, wish.extent.evidence) == ("Vera", 1, 0, 1)


def test_whoever_is_erased_leaves_and_goes_by_a_word(nova: Nova) -> None:
    wishes(nova, nova.vera)
    erases(nova, nova.vera)

    name = former.mark(Role.MENTEE, nova.vera.id)
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    assert (place.name, place.state) == (name, MembershipState.LEFT)
    assert nova.desk.record.people.by_telegram_id(4) is None
    decided = nova.last(nova.maria, ErasureDecided)
    assert (decided.name, decided.by, decided.erased, decided.told) == (name, "Maria", True, True)


def test_the_history_says_who_decided_and_when(nova: Nova) -> None:
    wishes(nova, nova.vera)
    nova.passes(timedelta(days=1))
    erases(nova, nova.vera)

    last = nova.desk.record.happenings.of_person(nova.vera.id)[-1]

    assert (last.kind, last.by_id, last.at) == (HappeningKind.ERASED, nova.maria.id, nova.desk.now)


def test_what_is_filed_stays_without_a_name(nova: Nova) -> None:
    nova.sends(nova.vera, caption="From Vera")
    nova.passes(timedelta(minutes=1))
    number = file_as_evidence(nova, nova.vera)
    wishes(nova, nova.vera)
    erases(nova, nova.vera)

    [kept] = nova.desk.connection.execute(select(attachments)).all()

    assert (kept.id, kept.name, kept.caption, kept.chat_id) == (number, f"file-{number}.pdf", "", 0)
    [filing] = nova.desk.record.filings.of_group(nova.group.id, [FilingState.FILED])
    assert filing.name == f"filing-{filing.id}.pdf"


def test_goals_of_the_group_and_tasks_of_others_name_them_no_more(nova: Nova) -> None:
    record = nova.desk.record
    record.groups.save(replace(nova.group, goals="Vera finds work\nVeronika writes"))
    session = plans(nova, nova.anton)
    task = record.session_tasks.add(
        session_id=session.id,
        kind=TaskKind.ACTION,
        text="Read the CV of Vera",
        owner_id=nova.ilya.id,
        due_on=None,
        made_by=nova.anton.id,
        now=nova.desk.now,
    )
    wishes(nova, nova.vera)
    erases(nova, nova.vera)

    kept = record.session_tasks.by_id(task.id)
    assert kept is not None
    for text in (record.groups.by_id(nova.group.id).goals, kept.text):
        assert re.search(r"\bVera\b", text) is None
    assert "Veronika writes" in record.groups.by_id(nova.group.id).goals


def test_open_work_is_withdrawn_and_counts_stay(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.passes(timedelta(minutes=1))
    wishes(nova, nova.vera)
    erases(nova, nova.vera)

    [state] = nova.desk.connection.scalars(select(submissions.c.state)).all()

    assert state is State.WITHDRAWN
    assert nova.desk.connection.scalar(select(func.count()).select_from(attachments)) == 0


def test_the_person_is_told_last_and_then_their_address_goes(nova: Nova) -> None:
    wishes(nova, nova.vera)
    erases(nova, nova.vera)
    to_vera = select(outbox.c.kind, outbox.c.status).where(outbox.c.chat_id == 4)
    assert nova.desk.connection.execute(to_vera).all() == [("Erased", ParcelStatus.NEW)]
    assert nova.last(nova.vera, Erased).by == "Maria"

    look(nova, 0)
    assert len(nova.desk.connection.execute(to_vera).all()) == 1
    nova.desk.connection.execute(outbox.update().values(settled_at=nova.desk.now))
    look(nova, 1)

    assert nova.desk.connection.execute(to_vera).all() == []


def look(nova: Nova, number: int) -> None:
    """Whether the last message has gone out."""
    one = Due(
        id=DueId(0),
        kind=DueKind.FAREWELL,
        subject_id=number,
        person_id=nova.vera.id,
        occurrence=f"erased:{nova.vera.id}:{number}",
        due_at=nova.desk.now,
        expires_at=nova.desk.now,
    )
    farewells.forget(nova.desk.record, [one], nova.desk.now)


def test_an_address_that_never_answers_goes_in_the_end(nova: Nova) -> None:
    wishes(nova, nova.vera)
    erases(nova, nova.vera)

    look(nova, farewells.LOOKS - 1)

    assert nova.desk.connection.scalars(select(outbox.c.id).where(outbox.c.chat_id == 4)).all() == []


def test_whom_telegram_does_not_reach_is_erased_and_the_manager_knows(nova: Nova) -> None:
    wishes(nova, nova.vera)
    unreachable(nova, nova.vera)
    erases(nova, nova.vera)

    assert nova.last(nova.maria, ErasureDecided).told is False
    assert nova.desk.connection.scalars(select(outbox.c.id).where(outbox.c.chat_id == 4)).all() == []


@pytest.mark.parametrize("who", ["vera", "ilya", "anton"])
def test_only_a_manager_decides(nova: Nova, who: str) -> None:
    wishes(nova, nova.vera)
    by = nova.by(getattr(nova, who))

    assert nova.desk.refuses(open_wish, OpenWish(by=by, person_id=nova.vera.id)) == "not_allowed"
    assert nova.desk.refuses(ask_reason, AskReason(by=by, person_id=nova.vera.id)) == "not_allowed"
    erasing = DecideToErase(by=by, person_id=nova.vera.id, sure=True)
    assert nova.desk.refuses(decide_to_erase, erasing) == "not_allowed"
    keeping = DecideToKeep(by=by, person_id=nova.vera.id, because=Because.RUNNING)
    assert nova.desk.refuses(decide_to_keep, keeping) == "not_allowed"


def test_a_manager_of_another_programme_decides_nothing(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    other = record.programmes.add(name="Q", organisation="O", language=Language.EN, zone="UTC", now=now)
    stranger = record.people.add(telegram_id=9, name="Petya", language=Language.EN, zone="UTC", now=now)
    record.managers.add(stranger.id, other.id, now)
    wishes(nova, nova.vera)

    command = DecideToErase(by=nova.by(stranger), person_id=nova.vera.id, sure=True)

    assert nova.desk.refuses(decide_to_erase, command) == "not_allowed"


def test_nobody_is_erased_who_has_not_wished_it(nova: Nova) -> None:
    unwished = DecideToErase(by=nova.by(nova.maria), person_id=nova.vera.id, sure=True)
    assert nova.desk.refuses(decide_to_erase, unwished) == "not_allowed"
    unknown = DecideToErase(by=nova.by(nova.maria), person_id=PersonId(10**9), sure=True)
    assert nova.desk.refuses(decide_to_erase, unknown) == "not_allowed"


def test_a_decision_is_made_once_and_the_other_managers_see_it(nova: Nova) -> None:
    petya = colleague(nova)
    wishes(nova, nova.vera)
    shows(nova, petya, f"erasure:{nova.vera.id}", 50)
    erases(nova, nova.vera)

    again = DecideToErase(by=nova.by(petya), person_id=nova.vera.id, sure=True)

    assert nova.last(petya, ErasureDecided).by == "Maria"
    assert nova.desk.refuses(decide_to_erase, again) == "already_done"


def test_a_reason_may_be_typed_and_a_later_wish_is_heard_again(nova: Nova) -> None:
    wishes(nova, nova.vera)
    nova.desk.does(ask_reason, AskReason(by=nova.by(nova.maria), person_id=nova.vera.id))
    nova.last(nova.maria, AskWhyKept)
    nova.desk.does(answering.answer, answering.Answer(by=nova.by(nova.maria), text="Until May"))

    told = nova.last(nova.vera, NotErased)
    assert (told.by, told.because, told.words) == ("Maria", Because.OTHER, "Until May")
    wishes(nova, nova.vera)
    nova.last(nova.maria, ErasureWish)
    twice = own_data.Erase(by=nova.by(nova.vera), sure=True)
    assert nova.desk.refuses(own_data.erase, twice) == "already_done"


def test_another_reason_needs_words(nova: Nova) -> None:
    wishes(nova, nova.vera)
    forged = DecideToKeep(by=nova.by(nova.maria), person_id=nova.vera.id, because=Because.OTHER)

    assert nova.desk.refuses(decide_to_keep, forged) == "not_understood"


def test_the_wish_of_a_manager_goes_to_another_one(nova: Nova) -> None:
    petya = colleague(nova)
    wishes(nova, nova.maria)

    assert nova.last(petya, ErasureWish).name == "Maria"
    erases(nova, nova.maria, by=petya)
    assert nova.desk.record.people.by_id(nova.maria.id).name == former.mark(Role.MANAGER, nova.maria.id)
    assert [one.name for one in nova.desk.record.managers.appointed(nova.programme.id)] == ["Petya"]


def test_the_wish_of_the_only_manager_calls_for_another_manager(nova: Nova) -> None:
    other = nova.desk.record.programmes.add(
        name="Q", organisation="O", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    petya = nova.desk.record.people.add(
        telegram_id=9, name="Petya", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.desk.record.managers.add(petya.id, other.id, nova.desk.now)
    wishes(nova, nova.maria)

    assert nova.last(petya, AnotherManagerNeeded).programme == "P"


def test_a_new_manager_hears_what_nobody_could_decide_about(nova: Nova) -> None:
    wishes(nova, nova.maria)
    petya = nova.desk.record.people.add(
        telegram_id=9, name="Petya", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.desk.record.managers.add(petya.id, nova.programme.id, nova.desk.now)
    tell_open(nova.desk.record, petya, nova.programme)

    assert nova.last(petya, ErasureWish).name == "Maria"
    erases(nova, nova.maria, by=petya)


def test_the_only_manager_of_a_programme_is_not_erased(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    petya = colleague(nova)
    other = record.programmes.add(name="Q", organisation="O", language=Language.EN, zone="UTC", now=now)
    record.managers.add(nova.maria.id, other.id, now)
    wishes(nova, nova.maria)

    command = DecideToErase(by=nova.by(petya), person_id=nova.maria.id, sure=True)

    assert nova.desk.refuses(decide_to_erase, command) == "last_manager"


def test_whoever_comes_back_with_an_invitation_is_somebody_new(nova: Nova) -> None:
    wishes(nova, nova.vera)
    erases(nova, nova.vera)

    anew = nova.desk.record.people.add(telegram_id=4, name="Vera", language=Language.EN, zone="UTC", now=nova.desk.now)

    assert anew.id != nova.vera.id
    assert nova.desk.connection.scalar(select(func.count()).select_from(people)) == 6
