"""When the privacy notice rises, every act waits for one answer, but for those that somebody needs to answer it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.consents import ConsentKind
from mentoring.notices.common import Home
from mentoring.notices.consents import AskConsentAnew, DeclinedAnew, DeclinedNews
from mentoring.permissions import RIGHTS, authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import renewing
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.consenting import Agree, agree
from mentoring.use_cases.renewing import AgreeAnew, DisagreeAnew, ReadAnew, agree_anew, disagree_anew, read_anew
from tests.use_cases.joiners import OLEG, VERA, comes_in, last, set_up

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

#: To answer, to read and ask before answering, to go, and to call for help.
OPEN = {Act.CONSENT, Act.CHOOSE_LANGUAGE, Act.OPEN_HELP, Act.REST, Act.RAISE_CONCERN, Act.OWN_DATA}


@pytest.fixture
def vera(desk: Desk) -> Person:
    """In Nova; the notice has changed since she agreed."""
    comes_in(desk, VERA, "Vera Dimova", set_up(desk))
    desk.does(agree, Agree(by=VERA))
    person = desk.record.people.by_telegram_id(21)
    assert person is not None
    desk.record.people.save(replace(person, consent_version=0))
    desk.told()
    return person


def verdict(desk: Desk, by: Acting, act: Act) -> Why | None:
    try:
        authorise(desk.record, by, act)
    except Refusal as refusal:
        return refusal.why
    return None


@pytest.mark.usefixtures("vera")
def test_what_was_open_before_the_notice_rose_is_open_after_the_answer(desk: Desk) -> None:
    private = [act for act, right in RIGHTS.items() if ChatKind.PRIVATE in right.where]
    waiting = {act for act in private if verdict(desk, VERA, act) is Why.CONSENT_FIRST}
    open_now = {act for act in private if verdict(desk, VERA, act) is None}

    desk.does(agree_anew, AgreeAnew(by=VERA, quotes=False))

    assert open_now == OPEN
    assert {act for act in private if verdict(desk, VERA, act) is None} == OPEN | waiting


@pytest.mark.usefixtures("vera")
def test_the_question_says_who_asks_and_keeps_the_tick(desk: Desk) -> None:
    renewing.ask(desk.record, VERA)
    question = AskConsentAnew(
        name="Vera Dimova", organisations=("Open Doors",), managers=("Maria",), quotes=False, whole=False
    )
    assert last(desk, 21) == question

    desk.does(read_anew, ReadAnew(by=VERA, quotes=True, whole=True))

    assert last(desk, 21) == replace(question, quotes=True, whole=True)


def test_agreeing_anew_keeps_both_versions_and_comes_home(desk: Desk, vera: Person) -> None:
    desk.does(agree_anew, AgreeAnew(by=VERA, quotes=True))

    in_force = desk.record.consents.in_force(vera.id, ConsentKind.QUOTES)
    assert in_force is not None
    assert in_force.version == desk.record.rules.notice_version
    assert isinstance(last(desk, 21), Home)
    assert desk.refuses(agree_anew, AgreeAnew(by=VERA, quotes=True)) == Why.ALREADY_DONE


def test_a_tick_taken_away_withdraws_the_optional_consent(desk: Desk, vera: Person) -> None:
    desk.record.consents.give(vera.id, ConsentKind.QUOTES, version=0, now=desk.now)

    desk.does(agree_anew, AgreeAnew(by=VERA, quotes=False))

    assert desk.record.consents.in_force(vera.id, ConsentKind.QUOTES) is None


def test_a_no_is_told_to_the_managers_and_the_question_stays(desk: Desk, vera: Person) -> None:
    desk.does(answer, Answer(by=VERA, text="не"))

    told = {told.chat_id: told.notice for told in desk.told()}
    assert told == {10: DeclinedNews(person_id=vera.id, name="Vera Dimova"), 21: DeclinedAnew()}
    assert verdict(desk, VERA, Act.OPEN_HOME) is Why.CONSENT_FIRST


def test_strangers_and_those_who_owe_nothing_are_asked_nothing(desk: Desk, vera: Person) -> None:
    renewing.ask(desk.record, OLEG)

    assert desk.told() == []
    assert desk.refuses(disagree_anew, DisagreeAnew(by=OLEG)) == Why.NOT_ALLOWED
    desk.record.people.save(replace(vera, consent_version=None))
    assert desk.refuses(disagree_anew, DisagreeAnew(by=VERA)) == Why.ALREADY_DONE
