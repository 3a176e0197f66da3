"""A consent is taken back once, by whoever gave it, and never so that a programme is left without a manager."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acts import Act
from mentoring.consents import ConsentKind
from mentoring.happenings import HappeningKind
from mentoring.notices.consents import AskConsentAnew, AskWithdrawal, ConsentWithdrawn
from mentoring.notices.places import PlaceNews
from mentoring.people import Language, MembershipState
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import renewing
from mentoring.use_cases.renewing import AgreeAnew, agree_anew
from mentoring.use_cases.withdrawing import Withdraw, withdraw
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    """All agreed to take part, and Vera also to be quoted."""
    nova = a_nova(desk)
    for person in (nova.maria, nova.anton, nova.vera):
        desk.record.consents.give(person.id, ConsentKind.TAKE_PART, version=1, now=desk.now)
    desk.record.consents.give(nova.vera.id, ConsentKind.QUOTES, version=1, now=desk.now)
    return nova


def takes_back(nova: Nova, person: Person) -> None:
    nova.desk.does(withdraw, Withdraw(by=nova.by(person), sure=True))


def test_it_is_asked_about_first(nova: Nova) -> None:
    nova.desk.does(withdraw, Withdraw(by=nova.by(nova.vera), sure=False))

    nova.last(nova.vera, AskWithdrawal)
    assert nova.desk.record.consents.in_force(nova.vera.id, ConsentKind.TAKE_PART) is not None


def test_both_consents_end_at_that_moment_and_the_history_says_so(nova: Nova) -> None:
    nova.passes(timedelta(days=1))
    takes_back(nova, nova.vera)

    ended = {one.withdrawn_at for one in nova.desk.record.consents.of_person(nova.vera.id)}
    assert ended == {nova.desk.now}
    kinds = [one.kind for one in nova.desk.record.happenings.of_person(nova.vera.id)]
    assert kinds == [HappeningKind.LEFT, HappeningKind.CONSENT_WITHDRAWN, HappeningKind.CONSENT_WITHDRAWN]
    nova.last(nova.vera, ConsentWithdrawn)


def test_they_leave_every_group_and_the_others_hear_only_that(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.vera, nova.desk.record.memberships.of_person(nova.vera.id)[0].role)
    takes_back(nova, nova.vera)

    states = {one.state for one in nova.desk.record.memberships.of_person(nova.vera.id)}
    assert states == {MembershipState.LEFT}
    news = [one.notice for one in nova.desk.told(to=nova.maria.telegram_id) if isinstance(one.notice, PlaceNews)]
    assert [(one.name, one.reason) for one in news] == [("Vera", "")] * 2


def test_afterwards_everything_waits_for_a_new_answer(nova: Nova) -> None:
    takes_back(nova, nova.vera)

    with pytest.raises(Refusal) as refusal:
        authorise(nova.desk.record, nova.by(nova.vera), Act.COME_BACK)
    assert refusal.value.why is Why.CONSENT_FIRST
    renewing.ask(nova.desk.record, nova.by(nova.vera))
    assert nova.last(nova.vera, AskConsentAnew).withdrawn
    nova.desk.does(agree_anew, AgreeAnew(by=nova.by(nova.vera), quotes=False))
    authorise(nova.desk.record, nova.by(nova.vera), Act.COME_BACK)


def test_it_is_taken_back_once(nova: Nova) -> None:
    takes_back(nova, nova.vera)

    assert nova.desk.refuses(withdraw, Withdraw(by=nova.by(nova.vera), sure=True)) == "already_done"


def test_whoever_never_agreed_has_nothing_to_take_back(nova: Nova) -> None:
    assert nova.desk.refuses(withdraw, Withdraw(by=nova.by(nova.ilya), sure=True)) == "already_done"


def test_a_stranger_takes_nothing_back(nova: Nova) -> None:
    assert nova.desk.refuses(withdraw, Withdraw(by=nova.by(99), sure=True)) == "not_allowed"


def test_the_only_manager_stays_until_there_is_another(nova: Nova) -> None:
    command = Withdraw(by=nova.by(nova.maria), sure=True)
    assert nova.desk.refuses(withdraw, command) == "last_manager"
    petya = nova.desk.record.people.add(
        telegram_id=9, name="Petya", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.desk.record.managers.add(petya.id, nova.programme.id, nova.desk.now)

    takes_back(nova, nova.maria)

    assert [one.name for one in nova.desk.record.managers.appointed(nova.programme.id)] == ["Petya"]
