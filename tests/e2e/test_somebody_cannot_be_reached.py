"""Blocked, deleted, never started: leaders hear it once, the group is asked once, and what must arrive waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, Reachability
from tests.e2e.a_group import all_is_handled, joins_without_opening_the_bot
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.setting_up import happened
from tests.e2e.talking import writes_to

if TYPE_CHECKING:
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: ("don't reach Vera", "Do you get no messages", "You have missed", "is no more"),
    Language.BG: ("не стигат до Vera", "Не получавате съобщения", "Добре дошли отново", "вече го няма"),
}
CANARY = "Bring your certificate on Friday"


def has(record: SqlRecord, person: Person, reachability: Reachability) -> bool:
    known = record.people.by_telegram_id(person.id)
    return known is not None and known.reachability is reachability


@pytest.mark.parametrize("language", Language)
async def test_what_must_arrive_waits_for_whoever_blocked_the_bot(house: House, language: Language) -> None:
    lost, asked, missed, _ = WORDS[language]
    nova = await a_managed_nova(house, speaks=language)

    nova.vera.blocks_bot()
    await nova.anton.sees(lost)
    await nova.maria.sees(lost)
    post = await nova.ilya.sees(asked, in_=nova.chat)
    assert "Vera" not in post.text
    assert post.message.is_silent
    await writes_to(nova.anton, "Vera", CANARY)
    await writes_to(nova.anton, "Vera", "And a pen")
    await all_is_handled(house)
    await nova.vera.sees_no(CANARY)
    nova.vera.unblocks_bot()

    welcome = await nova.vera.sees(missed)
    first = await nova.vera.sees(CANARY, after=welcome)
    await nova.vera.sees("And a pen", after=first)
    assert [seen for seen in nova.vera.messages() if CANARY in (seen.text or "")] == [first]


async def test_the_group_is_asked_only_once(house: House) -> None:
    nova = await a_managed_nova(house)
    for _ in range(3):
        nova.vera.blocks_bot()
        await happened(house, lambda record: has(record, nova.vera, Reachability.BLOCKED))
        nova.vera.unblocks_bot()
        await happened(house, lambda record: has(record, nova.vera, Reachability.OK))
    await house.sim.all_confirmed()

    asked = WORDS[Language.EN][1]
    assert len([seen for seen in nova.ilya.messages(nova.chat) if asked in (seen.text or "")]) == 1


async def test_what_telegram_refuses_at_the_very_moment_is_not_lost(house: House) -> None:
    nova = await a_managed_nova(house)
    nova.vera.user.blocked = True  # nothing tells the bot
    await writes_to(nova.anton, "Vera", CANARY)
    await happened(house, lambda record: has(record, nova.vera, Reachability.BLOCKED))
    refused = len(house.sim.rejected)
    await house.passes(days=2)
    await all_is_handled(house)
    assert len(house.sim.rejected) == refused

    nova.vera.user.blocked = False
    await nova.vera.says("/start")

    await nova.vera.sees(CANARY)


@pytest.mark.parametrize("language", Language)
async def test_a_deleted_account_is_told_to_those_who_lead_and_not_asked_for_in_the_group(
    house: House, language: Language
) -> None:
    _, asked, _, gone = WORDS[language]
    nova = await a_managed_nova(house, speaks=language)

    nova.vera.deactivates()
    await writes_to(nova.anton, "Vera", CANARY)

    await nova.anton.sees(gone)
    await nova.maria.sees(gone)
    await nova.ilya.sees_no(asked, in_=nova.chat)


async def test_somebody_who_never_opened_the_bot_gets_what_waited_when_they_do(house: House) -> None:
    nova = await a_managed_nova(house)
    petya = await joins_without_opening_the_bot(house, nova, "Petya")
    await writes_to(nova.anton, "Petya", CANARY)
    await nova.anton.sees("I can't reach Petya")

    await petya.starts()

    await petya.sees(CANARY)


async def test_a_mentor_sees_who_of_the_group_is_not_reached(house: House) -> None:
    nova = await a_managed_nova(house)
    nova.vera.blocks_bot()
    await nova.anton.sees("don't reach Vera")

    await nova.anton.says("My group")

    await nova.anton.sees("📵 Not reachable: Vera")


OPEN_NOW = {
    Language.EN: ("Open now:", "S-1001 from Vera waits for your review", "▶ Review · S-1001"),
    Language.BG: ("Отворено сега:", "S-1001 от Vera чака Вашия преглед", "▶ Преглед · S-1001"),
}


@pytest.mark.parametrize("language", Language)
async def test_whoever_is_back_sees_what_is_open_of_what_they_missed_with_its_button(
    house: House, language: Language
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    nova.anton.blocks_bot()
    await happened(house, lambda record: has(record, nova.anton, Reachability.BLOCKED))
    await nova.vera.sends_document("essay.pdf")
    await all_is_handled(house)
    nova.anton.unblocks_bot()

    welcome = await nova.anton.sees(OPEN_NOW[language][0])

    assert OPEN_NOW[language][1] in welcome.text
    await nova.anton.presses(OPEN_NOW[language][2], on=welcome)
    await nova.anton.sees("essay.pdf")
