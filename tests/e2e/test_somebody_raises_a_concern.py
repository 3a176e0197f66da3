"""A concern goes to the managers, past the mentor: with a number and a time, never changed, seen by somebody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, Role
from tests.e2e.a_group import ZONE, all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

CANARY = "He shouts at me when we are alone"
CONTACTS = "Child line 116 111"


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    language: Language
    door: str
    question: str
    danger: str
    only: str
    preview: str
    send: str
    yours: str
    sent: str
    card: str
    take: str
    seen: str
    about: str
    not_about: str
    nobody: str
    no: str
    home: str


EN = Words(
    language=Language.EN,
    door="Raise a concern",
    question="What worries you?",
    danger="Call 112",
    only="Read only by Maria: no mentor",
    preview="This will be sent",
    send="Send it",
    yours="Your concern C-1",
    sent="Sent to Maria",
    card="Concern C-1",
    take="I take care of it",
    seen="Maria has seen it on Mon 23 Nov, 11:00",
    about="It is about Maria",
    not_about="and not Maria",
    nobody="I can't reach Maria",
    no="no",
    home="Hello, Vera",
)
BG = Words(
    language=Language.BG,
    door="Сигнал до ръководител",
    question="Какво Ви тревожи?",
    danger="Обадете се на 112",
    only="Ще го прочете само Maria – без ментора",
    preview="Ще бъде изпратено",
    send="Изпращане",
    yours="Вашият сигнал C-1",
    sent="Изпратено до Maria",
    card="Сигнал C-1",
    take="Заемам се с това",
    seen="Maria видя сигнала (пн, 23.11, 11:00)",
    about="Отнася се за Maria",
    not_about="без групата и без Maria",
    nobody="няма връзка с Maria",
    no="не",
    home="Здравейте, Vera",
)
languages = pytest.mark.parametrize("words", [EN, BG], ids=["en", "bg"])


async def a_nova(house: House, words: Words) -> Managed:
    nova = await a_managed_nova(house, speaks=words.language)

    def with_contacts(record: SqlRecord, _: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        record.programmes.save(replace(programme, contacts=CONTACTS))

    await house.bot.changes.make(with_contacts)
    return nova


async def begins(person: Person, words: Words) -> None:
    await person.says("/help")
    await person.presses(words.door)
    await person.sees(words.question)


async def another_manager(house: House, words: Words, name: str) -> Person:
    person = house.person(name, speaks=words.language)

    def appointed(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        known = record.people.add(telegram_id=person.id, name=name, language=words.language, zone=ZONE, now=now)
        record.managers.add(known.id, programme.id, now)

    await house.bot.changes.make(appointed)
    await person.starts()
    return person


async def everything_shown(house: House, person: Person) -> str:
    await house.sim.all_confirmed()
    return "\n".join(seen.text or "" for seen in person.messages())


@languages
async def test_a_concern_reaches_the_manager_past_the_mentor_and_cannot_be_edited(house: House, words: Words) -> None:
    nova = await a_nova(house, words)

    await begins(nova.vera, words)
    asked = await nova.vera.sees(words.question)
    assert CONTACTS in asked.text
    assert words.danger in asked.text
    assert words.only in asked.text
    said = await nova.vera.says(CANARY)
    await nova.vera.sees(words.preview, after=said)
    await nova.vera.sends_voice(b"OggS what happened")
    photo = await nova.vera.sends_photo(caption="The wall")
    await nova.vera.presses(words.send, on=await nova.vera.sees("The wall", after=photo))

    receipt = await nova.vera.sees(words.yours)
    assert words.sent in receipt.text
    assert CONTACTS in receipt.text
    card = await nova.maria.sees(words.card)
    assert CANARY in card.text
    await nova.vera.edits(said, "Nothing happened")
    await all_is_handled(house)
    await nova.maria.presses(words.take, on=card)

    await nova.vera.sees(words.seen)
    assert CANARY in (await nova.maria.sees(words.card)).text
    for other in (nova.anton, nova.ilya):
        assert CANARY not in await everything_shown(house, other)
        assert "C-1" not in await everything_shown(house, other)
    assert CANARY not in "\n".join(
        seen.text or "" for seen in nova.ilya.messages(nova.chat) if seen.sender == "ementor"
    )


@languages
async def test_what_answers_a_card_is_a_part_of_the_concern_and_not_told_to_the_mentor(
    house: House, words: Words
) -> None:
    nova = await a_nova(house, words)
    await nova.vera.sends_document("essay.pdf")
    card = await nova.vera.sees("essay.pdf")
    await begins(nova.vera, words)

    said = await nova.vera.says(CANARY, reply_to=card)
    await nova.vera.sees(words.preview, after=said)
    sent = await nova.vera.sends_document("proof.pdf")
    await nova.vera.sees(words.preview, after=sent)

    mentor = await everything_shown(house, nova.anton)
    assert CANARY not in mentor
    assert "proof.pdf" not in mentor


@languages
async def test_no_means_that_nothing_is_sent(house: House, words: Words) -> None:
    nova = await a_nova(house, words)
    await begins(nova.vera, words)
    said = await nova.vera.says(CANARY)
    await nova.vera.sees(words.preview, after=said)

    said = await nova.vera.says(words.no)

    await nova.vera.sees(words.home, after=said)
    assert CANARY not in await everything_shown(house, nova.maria)


@languages
async def test_a_concern_about_a_manager_goes_to_the_others(house: House, words: Words) -> None:
    nova = await a_nova(house, words)
    petar = await another_manager(house, words, "Petar")
    await begins(nova.vera, words)

    await nova.vera.presses(words.about)
    await nova.vera.sees(words.not_about)
    said = await nova.vera.says(CANARY)
    await nova.vera.presses(words.send, on=await nova.vera.sees(words.preview, after=said))

    assert CANARY in (await petar.sees(words.card)).text
    shown = await everything_shown(house, nova.maria)
    assert CANARY not in shown
    said = await nova.maria.says("/status")
    assert "🛟" not in (await nova.maria.sees("📊", after=said)).text
    said = await petar.says("/status")
    assert "🛟" in (await petar.sees("📊", after=said)).text


@languages
async def test_where_no_manager_can_be_reached_the_person_hears_it_and_it_is_kept(house: House, words: Words) -> None:
    nova = await a_nova(house, words)
    nova.maria.blocks_bot()
    await all_is_handled(house)
    await begins(nova.vera, words)
    said = await nova.vera.says(CANARY)
    await nova.vera.presses(words.send, on=await nova.vera.sees(words.preview, after=said))

    receipt = await nova.vera.sees(words.yours)

    assert words.nobody in receipt.text
    assert CONTACTS in receipt.text
    nova.maria.unblocks_bot()
    assert words.card in (await nova.maria.sees(CANARY)).text


CALLED = {Language.EN: "needs a second one", Language.BG: "нещо чака втори"}
KEPT = {Language.EN: "I keep it for the next manager", Language.BG: "го пазя за следващия"}
NOT_IN_REACH = {Language.EN: "can't reach any manager of P", Language.BG: "нямам връзка в Telegram с никой ръководител"}


async def a_manager_elsewhere(house: House, words: Words, name: str) -> Person:
    person = house.person(name, speaks=words.language)

    def appointed(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.add(name="Q", organisation="O", language=words.language, zone=ZONE, now=now)
        known = record.people.add(telegram_id=person.id, name=name, language=words.language, zone=ZONE, now=now)
        record.managers.add(known.id, programme.id, now)

    await house.bot.changes.make(appointed)
    await person.starts()
    return person


@languages
async def test_a_concern_about_the_only_manager_waits_for_the_next_one_who_is_called_for(
    house: House, words: Words
) -> None:
    nova = await a_nova(house, words)
    far = await a_manager_elsewhere(house, words, "Far")
    await begins(nova.vera, words)
    await nova.vera.presses(words.about)
    await nova.vera.sees(KEPT[words.language])
    said = await nova.vera.says(CANARY)
    await nova.vera.presses(words.send, on=await nova.vera.sees(words.preview, after=said))

    called = await far.sees(CALLED[words.language])

    assert "Vera" not in called.text
    assert CONTACTS in (await nova.vera.sees(words.yours)).text
    shown = await everything_shown(house, nova.maria)
    assert CANARY not in shown
    assert "🛟 C-1" not in shown
    assert CANARY not in await everything_shown(house, far)
    petar = await another_manager(house, words, "Petar")
    await petar.says("/home")
    await petar.presses("▶")
    assert CANARY in (await petar.sees(words.card)).text


@languages
async def test_somebody_hears_that_a_programme_has_no_manager_in_reach(house: House, words: Words) -> None:
    nova = await a_nova(house, words)
    far = await a_manager_elsewhere(house, words, "Far")

    nova.maria.blocks_bot()

    await far.sees(NOT_IN_REACH[words.language])


NEXT = {Language.EN: "Next: read the concern C-1", Language.BG: "Следва: прочетете сигнала C-1"}
READ = {Language.EN: "▶ Read it", Language.BG: "▶ Прочитане"}


async def is_stood_in_for(house: House, nova: Managed, deputy: Person) -> None:
    """Maria is away for a week."""

    def arranged(record: SqlRecord, now: datetime) -> None:
        maria, standing_in = record.people.by_telegram_id(nova.maria.id), record.people.by_telegram_id(deputy.id)
        programme = record.programmes.first()
        assert maria is not None
        assert standing_in is not None
        assert programme is not None
        record.absences.add(
            role=Role.MANAGER,
            programme_id=programme.id,
            group_id=None,
            absent_id=maria.id,
            deputy_id=standing_in.id,
            begins_at=now,
            ends_at=now + timedelta(days=7),
        )

    await house.bot.changes.make(arranged)


@languages
async def test_an_open_concern_is_the_next_step_of_managers_and_of_their_deputies(house: House, words: Words) -> None:
    nova = await a_nova(house, words)
    far = await a_manager_elsewhere(house, words, "Far")
    await begins(nova.vera, words)
    said = await nova.vera.says(CANARY)
    await nova.vera.presses(words.send, on=await nova.vera.sees(words.preview, after=said))
    await nova.maria.sees(words.card)
    await is_stood_in_for(house, nova, far)

    for reader in (nova.maria, far):
        said = await reader.says("/home")
        step = await reader.sees(NEXT[words.language], after=said)
        await reader.presses(READ[words.language], on=step)
        assert CANARY in (await reader.sees(words.card, after=said)).text

    card = await far.sees(words.card)
    await far.presses(words.take, on=card)
    said = await nova.maria.says("/home")
    shown = await nova.maria.sees(words.home.replace("Vera", "Maria"), after=said)
    assert NEXT[words.language] not in shown.text
