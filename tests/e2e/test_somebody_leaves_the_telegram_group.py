"""Somebody goes out of the Telegram group, by accident or by an administrator; in the programme nothing moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, MembershipState
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import INVITE_LINK, Managed, a_managed_nova, place_of
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from datetime import datetime

    from storage.record import SqlRecord
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: ("By accident?", "Back to the Telegram group", "out of the Telegram group", "You are back in"),
    Language.BG: ("Случайно ли стана?", "Обратно в групата", "не е в групата на", "Отново сте в групата"),
}


async def with_link(house: House, nova: Managed) -> None:
    def linked(record: SqlRecord, _: datetime) -> None:
        group = record.groups.by_chat(nova.chat.id)
        assert group is not None
        record.groups.save(replace(group, invite_link=INVITE_LINK))

    await house.bot.changes.make(linked)


@pytest.mark.parametrize("language", Language)
async def test_whoever_leaves_is_asked_privately_and_the_mentor_hears_after_a_day(
    house: House, language: Language
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await with_link(house, nova)
    asked, back, still, _ = WORDS[language]

    await nova.vera.leaves(nova.chat)
    question = await nova.vera.sees(asked)
    assert back in str(question.buttons)
    await house.passes(hours=23)
    await nova.anton.sees_no(still)
    await house.passes(hours=2)

    await nova.anton.sees(still)
    assert (await place_of(house, nova.vera)).state is MembershipState.ACTIVE


@pytest.mark.parametrize("language", Language)
async def test_whoever_comes_back_in_time_is_not_talked_about(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    asked, _, still, welcome = WORDS[language]
    await nova.vera.leaves(nova.chat)
    await nova.vera.sees(asked)
    await all_is_handled(house)

    nova.chat.adds(nova.vera)
    await nova.vera.sees(welcome)
    await house.passes(days=2)
    await all_is_handled(house)

    await nova.anton.sees_no(still)
    assert (await place_of(house, nova.vera)).left_chat_at is None


@pytest.mark.parametrize(
    ("language", "told"), [(Language.EN, "one of its administrators"), (Language.BG, "Администратор на групата")]
)
async def test_a_removal_by_an_administrator_is_the_managers_to_judge(
    house: House, language: Language, told: str
) -> None:
    nova = await a_managed_nova(house, speaks=language)

    nova.chat.removes(nova.vera)

    await nova.maria.sees(told)
    await nova.maria.presses("Vera")
    place = await place_of(house, nova.vera)
    assert (place.state, place.left_chat_at is None) == (MembershipState.ACTIVE, False)
    await nova.vera.sees_no(WORDS[language][0])


async def test_somebody_nobody_knows_leaves_no_trace(house: House) -> None:
    nova = await a_managed_nova(house)
    oleg = house.person("Oleg")
    nova.chat.adds(oleg)
    await oleg.leaves(nova.chat)
    await all_is_handled(house)

    known = await house.bot.changes.make(lambda record, _: record.people.by_telegram_id(oleg.id))

    assert known is None


async def test_somebody_removed_who_is_added_by_hand_is_shown_to_the_manager(house: House) -> None:
    nova = await a_managed_nova(house)
    for label in ("Groups", "Nova", "People", "Vera", "Remove…", "Yes, remove"):
        await nova.maria.presses(label)
    await nova.maria.presses("Take out of the Telegram group")
    vera = await place_of(house, nova.vera)
    await happened(house, lambda record: (place := record.memberships.by_id(vera.id)) and place.left_chat_at)

    nova.chat.adds(nova.vera, by=nova.anton)

    await nova.maria.sees("was added to its Telegram group")
    assert (await place_of(house, nova.vera)).state is MembershipState.REMOVED
