"""A concern that nobody is left to read calls for another manager, who is shown it as soon as they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.invitations import Door, payload
from mentoring.notices.concerns import ConcernCard
from mentoring.notices.operating import AnotherManagerNeeded
from mentoring.people import Language
from mentoring.refusals import Why
from mentoring.use_cases import colleagues, concern_cards, merging_accounts, relinking
from mentoring.use_cases.start import Start, start
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.raising import manages, of, petar, raises

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def elsewhere(nova: Nova) -> Person:
    """Manages another programme."""
    record = nova.desk.record
    second = record.programmes.add(name="Second", organisation="O", language=Language.EN, zone="UTC", now=nova.desk.now)
    other = record.people.add(telegram_id=8, name="Other", language=Language.EN, zone="UTC", now=nova.desk.now)
    record.managers.add(other.id, second.id, nova.desk.now)
    return other


def called(nova: Nova) -> list[int]:
    return [one.chat_id for one in nova.desk.told() if isinstance(one.notice, AnotherManagerNeeded)]


def leaves(nova: Nova, person: Person) -> None:
    command = colleagues.LeaveProgramme(by=nova.by(person), programme_id=nova.programme.id, sure=True)
    nova.desk.does(colleagues.leave_programme, command)


def test_one_manager_about_the_only_other_calls_for_a_third(nova: Nova) -> None:
    other = elsewhere(nova)
    raiser = petar(nova)

    raises(nova, raiser, "a secret", about=nova.maria)

    assert called(nova) == [other.telegram_id]


def test_when_its_last_reader_leaves_another_is_called_once_and_whoever_comes_is_shown_it(nova: Nova) -> None:
    other, reader = elsewhere(nova), manages(nova, nova.boyana)
    raiser = petar(nova)
    concern_id = raises(nova, raiser, "a secret", about=nova.maria)
    raises(nova, raiser, "another", about=nova.maria)
    nova.desk.told()

    leaves(nova, reader)

    assert called(nova) == [other.telegram_id]
    assert nova.desk.refuses(concern_cards.open_concern, of(nova, raiser, concern_id)) == Why.NOT_ALLOWED
    invited = colleagues.InviteManager(by=nova.by(nova.maria), programme_id=nova.programme.id, token="new")
    nova.desk.does(colleagues.invite_manager, invited)
    nova.desk.told()
    nova.desk.does(start, Start(by=nova.by(nova.ilya), payload=payload(Door.COLLEAGUE, "new")))
    told = nova.desk.told()
    shown = [(one.chat_id, one.notice.words) for one in told if isinstance(one.notice, ConcernCard)]
    assert shown == [(nova.ilya.telegram_id, "a secret"), (nova.ilya.telegram_id, "another")]


def test_nobody_is_called_for_what_somebody_can_read_or_has_taken_care_of(nova: Nova) -> None:
    elsewhere(nova)
    reader, raiser = manages(nova, nova.boyana), petar(nova)
    taken = raises(nova, raiser, about=nova.maria)
    raises(nova, nova.vera)
    nova.desk.does(concern_cards.take_concern, of(nova, reader, taken))
    nova.desk.told()

    leaves(nova, reader)

    assert called(nova) == []


def test_two_accounts_that_become_one_may_leave_a_concern_without_a_reader(nova: Nova) -> None:
    other, reader, raiser = elsewhere(nova), manages(nova, nova.boyana), petar(nova)
    raises(nova, raiser, about=nova.maria)
    nova.desk.told()
    code = relinking.RelinkManager(
        by=nova.by(nova.maria), programme_id=nova.programme.id, person_id=raiser.id, token="secret"
    )
    nova.desk.does(relinking.relink_manager, code)
    nova.desk.does(start, Start(by=nova.by(reader), payload=payload(Door.RELINK, "secret")))
    nova.desk.does(relinking.answer_relink, relinking.AnswerRelink(by=nova.by(reader, pressed=1), yes=True))
    merge = merging_accounts.DecideMerge(by=nova.by(nova.maria), telegram_id=reader.telegram_id or 0, yes=True)

    nova.desk.does(merging_accounts.decide_merge, merge)

    assert called(nova) == [other.telegram_id]
