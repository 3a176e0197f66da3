"""Somebody without Telegram who wishes to be erased says so to a manager, who notes it and decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.erasing import Because
from mentoring.happenings import HappeningKind
from mentoring.notices.erasing import AskWishFor, ErasureDecided, ErasureWish
from mentoring.notices.relinking import RelinkCode
from mentoring.people import Language, Membership, MembershipState, Reachability
from mentoring.use_cases import on_paper
from mentoring.use_cases.erasing import DecideToErase, DecideToKeep, decide_to_erase, decide_to_keep
from mentoring.use_cases.relinking import RelinkMember, relink_member
from mentoring.use_cases.wishes_on_paper import NoteWish, note_wish
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


@pytest.fixture
def petar(nova: Nova) -> Membership:
    """In Nova, on paper."""
    nova.desk.does(on_paper.add_on_paper, on_paper.AddOnPaper(by=nova.by(nova.maria), group_id=nova.group.id))
    prompt = nova.desk.record.prompts.of(nova.maria.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    on_paper.names_typed(nova.desk.record, nova.by(nova.maria), "Petar Kolev", prompt, nova.desk.now)
    return next(one for one in nova.desk.record.memberships.of_group(nova.group.id) if one.name == "Petar Kolev")


def notes(nova: Nova, place: Membership, *, sure: bool = True) -> None:
    nova.desk.does(note_wish, NoteWish(by=nova.by(nova.maria), membership_id=place.id, sure=sure))


def erases(nova: Nova, place: Membership) -> None:
    assert place.person_id is not None
    nova.desk.does(decide_to_erase, DecideToErase(by=nova.by(nova.maria), person_id=place.person_id, sure=True))


def colleague(nova: Nova) -> Person:
    record, now = nova.desk.record, nova.desk.now
    person = record.people.add(telegram_id=9, name="Galya", language=Language.BG, zone="UTC", now=now)
    record.managers.add(person.id, nova.programme.id, now)
    return person


def test_nothing_is_noted_before_the_manager_has_said_yes(nova: Nova, petar: Membership) -> None:
    notes(nova, petar, sure=False)

    assert nova.last(nova.maria, AskWishFor).name == "Petar Kolev"
    assert petar.person_id is not None
    kinds = [one.kind for one in nova.desk.record.happenings.of_person(petar.person_id)]
    assert HappeningKind.ERASURE_ASKED not in kinds


def test_the_other_managers_may_decide_too_and_it_is_kept_who_noted_it(nova: Nova, petar: Membership) -> None:
    galya = colleague(nova)

    notes(nova, petar)

    assert petar.person_id is not None
    assert nova.last(galya, ErasureWish).person_id == petar.person_id
    [*_, asked] = nova.desk.record.happenings.of_person(petar.person_id)
    assert (asked.kind, asked.by_id) == (HappeningKind.ERASURE_ASKED, nova.maria.id)


def test_a_wish_is_noted_once_and_shown_again(nova: Nova, petar: Membership) -> None:
    notes(nova, petar)
    notes(nova, petar)

    assert nova.last(nova.maria, ErasureWish).on_paper
    assert petar.person_id is not None
    kinds = [one.kind for one in nova.desk.record.happenings.of_person(petar.person_id)]
    assert kinds.count(HappeningKind.ERASURE_ASKED) == 1


def test_the_manager_tells_whoever_is_not_on_telegram(nova: Nova, petar: Membership) -> None:
    notes(nova, petar)
    assert petar.person_id is not None
    keeping = DecideToKeep(by=nova.by(nova.maria), person_id=petar.person_id, because=Because.RUNNING)
    nova.desk.does(decide_to_keep, keeping)
    kept = nova.last(nova.maria, ErasureDecided)
    notes(nova, petar)
    erases(nova, petar)
    erased = nova.last(nova.maria, ErasureDecided)

    assert [(one.erased, one.told, one.on_paper) for one in (kept, erased)] == [
        (False, False, True),
        (True, False, True),
    ]


@pytest.mark.parametrize("on_the_list", [False, True])
def test_nothing_of_theirs_is_left_in_the_group_nor_on_the_list_of_its_link(
    nova: Nova, petar: Membership, *, on_the_list: bool
) -> None:
    if on_the_list:
        command = on_paper.GetsTelegram(by=nova.by(nova.maria), membership_id=petar.id, yes=True)
        nova.desk.does(on_paper.gets_telegram, command)
    notes(nova, petar)

    erases(nova, petar)

    after = nova.desk.record.memberships.by_id(petar.id)
    assert after is not None
    assert after.state is (MembershipState.REMOVED if on_the_list else MembershipState.LEFT)
    assert after.person_id is not None
    assert nova.desk.record.people.by_id(after.person_id).reachability is Reachability.GONE
    assert "Petar" not in after.name


@pytest.mark.parametrize("who", ["anton", "vera"])
def test_only_a_manager_notes_it(nova: Nova, petar: Membership, who: str) -> None:
    command = NoteWish(by=nova.by(getattr(nova, who)), membership_id=petar.id, sure=True)

    assert nova.desk.refuses(note_wish, command) == "not_allowed"


def test_whoever_is_on_telegram_says_it_themselves(nova: Nova) -> None:
    [vera] = nova.desk.record.memberships.of_person(nova.vera.id)

    assert nova.desk.refuses(note_wish, NoteWish(by=nova.by(nova.maria), membership_id=vera.id, sure=True)) == "gone"


def test_a_link_for_somebody_on_paper_does_not_speak_of_an_old_account(nova: Nova, petar: Membership) -> None:
    nova.desk.does(relink_member, RelinkMember(by=nova.by(nova.maria), membership_id=petar.id, token="t"))

    assert nova.last(nova.maria, RelinkCode).first
