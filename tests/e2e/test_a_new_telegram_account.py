"""Somebody comes with a new phone or account: a manager's code gives them their place back, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting
from mentoring.people import Language
from mentoring.use_cases.relinking import AnswerRelink, answer_relink
from simulator.attachments import pdf
from tests.e2e.a_group import a_nova
from tests.e2e.leading_nova import a_manager
from tests.e2e.setting_up import payload_in

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.a_group import Nova
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def a_code_for_vera(maria: Person) -> str:
    said = await maria.says("/home")
    await maria.presses("Groups")
    await maria.presses("Nova")
    await maria.presses("People")
    await maria.presses("Vera")
    await maria.presses("New phone or account")
    return payload_in((await maria.sees("opens this link on the new Telegram account", after=said)).text)


async def with_something_open(house: House) -> tuple[Nova, Person]:
    nova = await a_nova(house)
    maria = await a_manager(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 has arrived")
    return nova, maria


async def test_a_new_account_takes_over_the_place_with_everything_open(house: House) -> None:
    nova, maria = await with_something_open(house)
    link = await a_code_for_vera(maria)
    new = house.person("Verche")

    await new.starts(link)
    await new.sees("Are you Vera?")
    await new.presses("Yes, that's me")

    await new.sees("Welcome back, Vera")
    await new.sees("S-1001 has arrived")
    await nova.vera.sees("has moved to another Telegram account")
    assert "Nova" in (await maria.sees("Vera has moved to a new Telegram account")).text
    await nova.anton.presses("Accept")
    await new.sees("S-1001 is accepted")
    await nova.vera.sees_no("is accepted")
    said = await nova.vera.says("hello")
    await nova.vera.sees("has moved to another Telegram account", after=said)
    said = await nova.vera.sends_document("old.pdf", PDF)
    await nova.vera.sees("has moved to another Telegram account", after=said)
    await new.sends_document("new.pdf", PDF)
    await nova.anton.sees("S-1002 from Vera")


async def test_the_same_account_on_a_new_phone_or_under_a_new_name_needs_nothing(house: House) -> None:
    nova, maria = await with_something_open(house)
    link = await a_code_for_vera(maria)
    nova.vera.user.first_name, nova.vera.user.username, nova.vera.user.phone = "Веруся", "verusya", "+359880000001"

    await nova.vera.starts(link)
    await nova.vera.sees("This is the account I know you by")
    await nova.vera.sends_document("more.pdf", PDF)

    assert "Vera" in (await nova.anton.sees("S-1002")).text
    await nova.anton.sees_no("Веруся")


async def test_a_code_in_wrong_hands_ends_when_they_say_it_is_not_theirs(house: House) -> None:
    nova, maria = await with_something_open(house)
    link = await a_code_for_vera(maria)
    thief, late = house.person("Oleg"), house.person("Late")

    await thief.starts(link)
    await thief.sees("Are you Vera?")
    await thief.presses("No, that's not me")

    await thief.sees("this link is ended")
    await maria.sees("said that it was not for them")
    await late.starts(link)
    await late.sees("has been used already")
    await nova.vera.says("/documents")
    await nova.vera.sees("S-1001")


async def test_a_code_works_once_for_a_day_and_only_the_newest(house: House) -> None:
    nova, maria = await with_something_open(house)
    first = await a_code_for_vera(maria)
    second = await a_code_for_vera(maria)
    new, thief, late = house.person("New"), house.person("Oleg"), house.person("Late")

    await thief.starts(first)
    await thief.sees("has run out")
    await new.starts(second)
    await new.sees("Are you Vera?")
    await thief.starts(second)
    await thief.sees("Are you Vera?")
    await new.says("yes")
    await new.sees("Welcome back, Vera")
    await thief.presses("Yes, that's me")
    said = await thief.says("/home")
    await thief.sees("I don't know you yet", after=said)

    third = await a_code_for_vera(maria)
    await house.passes(hours=25)
    await late.starts(third)
    await late.sees("has run out")
    assert nova.chat.id


async def test_two_accounts_of_one_person_become_one_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    maria = await a_manager(house, speaks=Language.BG)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.ilya.sends_document("second.pdf", PDF)
    await nova.anton.sees("S-1002")
    await maria.says("/home")
    await maria.presses("Групи")
    await maria.presses("Nova")
    await maria.presses("Хора")
    await maria.presses("Vera")
    await maria.presses("Нов телефон или профил")
    link = payload_in((await maria.sees("отваря тази връзка от новия профил")).text)

    await nova.ilya.starts(link)
    assert "Вече познавам този профил като Ilya" in (await nova.ilya.sees("Вие ли сте Vera?")).text
    await nova.ilya.presses("Да, аз съм")
    await nova.ilya.sees("Попитах ръководителя")
    await maria.presses("Да, един човек")

    await nova.ilya.sees("Двата Ви профила вече са един")
    await maria.sees("двата вече са един човек")
    await nova.ilya.sees("Здравейте, Vera")
    said = await nova.ilya.says("/documents")
    documents = await nova.ilya.sees("Моите документи", after=said)
    labels = " ".join(label for row in documents.buttons for label in row)
    assert "S-1001" in labels
    assert "S-1002" in labels


async def test_somebody_of_the_group_who_got_the_code_does_not_become_the_other(house: House) -> None:
    nova, maria = await with_something_open(house)
    link = await a_code_for_vera(maria)
    await nova.ilya.starts(link)
    await nova.ilya.sees("I know this account as Ilya already")
    await nova.ilya.presses("Yes, that's me")
    await nova.ilya.sees("I have asked the manager")

    await maria.sees("Are they one and the same person?")
    await maria.presses("No, two people")

    await maria.sees("Ilya and Vera stay two people")
    await nova.ilya.sees("this link is ended")
    said = await nova.ilya.says("/documents")
    await nova.ilya.sees("You have not handed in anything yet", after=said)
    await nova.ilya.sees_no("S-1001 has arrived")
    await nova.vera.sends_document("more.pdf", PDF)
    await nova.anton.sees("S-1002 from Vera")


async def test_a_move_that_breaks_off_in_the_middle_leaves_everything_where_it_was(house: House) -> None:
    nova, maria = await with_something_open(house)
    link = await a_code_for_vera(maria)
    new = house.person("New")
    await new.starts(link)
    await new.sees("Are you Vera?")

    def breaks_off(record: SqlRecord, now: datetime) -> None:
        answer_relink(record, AnswerRelink(by=Acting(telegram_id=new.id, chat_id=new.id, pressed=1), yes=True), now)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await house.bot.changes.make(breaks_off)

    await nova.vera.says("/documents")
    await nova.vera.sees("My documents")
    await new.presses("Yes, that's me")
    await new.sees("Welcome back, Vera")
    await new.sees("S-1001 has arrived")
