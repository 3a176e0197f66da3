"""A break, a farewell and a way back: what the person, the mentor and the manager see of it, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, MembershipState
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova, place_of
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PAUSE = {
    Language.EN: (
        "Help",
        "More help",
        "Pause or leave",
        "1 week",
        "Yes, pause",
        "You pause in Nova",
        "pauses until",
        "again. Good",
    ),
    Language.BG: (
        "Помощ",
        "Още помощ",
        "Пауза или",
        "1 седмица",
        "Да, пауза",
        "Пауза в Nova до",
        "е в пауза до",
        "Отново участвате",
    ),
}
LEAVE = {
    Language.EN: (
        "Help",
        "More help",
        "Pause or leave",
        "🚪 Leave",
        "Yes, leave",
        "You have left Nova",
        "no longer in Nova",
    ),
    Language.BG: ("Помощ", "Още помощ", "Пауза или", "Напускам", "Да, напускам", "Напуснахте Nova", "вече не е в Nova"),
}
RETURN = {
    Language.EN: ("Come back to Nova", "asked the manager", "Let back in", "take part in Nova again"),
    Language.BG: ("Обратно в Nova", "Попитах ръководителя", "Нека се върне", "Отново участвате в Nova"),
}


@pytest.mark.parametrize("language", Language)
async def test_a_mentee_pauses_for_a_week_and_is_welcomed_back(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    help_door, more, door, week, sure, done, told, back = PAUSE[language]

    for label in (help_door, more, door, week, sure):
        await nova.vera.presses(label)
    await nova.vera.sees(done)
    await nova.anton.sees(told)
    await nova.maria.sees(told)
    await house.passes(days=8)

    await nova.vera.sees(back)
    assert (await place_of(house, nova.vera)).state is MembershipState.ACTIVE


@pytest.mark.parametrize("language", Language)
async def test_a_mentee_leaves_with_a_reason_that_only_the_manager_reads_and_comes_back(
    house: House, language: Language
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    help_door, more, door, leave, sure, done, told = LEAVE[language]
    back, asked, let_in, again = RETURN[language]

    for label in (help_door, more, door, leave):
        await nova.vera.presses(label)
    await nova.vera.says("A new job")
    await nova.vera.sees("A new job")
    await nova.vera.presses(sure)
    await nova.vera.sees(done)
    news = await nova.maria.sees(told)
    assert "A new job" in news.text
    assert "A new job" not in (await nova.anton.sees(told)).text

    await nova.vera.presses(back)
    await nova.vera.sees(asked)
    await nova.maria.presses(let_in)
    await nova.vera.sees(again)
    assert (await place_of(house, nova.vera)).state is MembershipState.ACTIVE


async def test_whoever_left_gets_no_reminders_and_stands_on_the_card_as_left(house: House) -> None:
    nova = await a_managed_nova(house)
    for label in ("Help", "More help", "Pause or leave", "🚪 Leave", "Yes, leave"):
        await nova.vera.presses(label)
    await nova.vera.presses("out of the Telegram group too")
    await all_is_handled(house)

    await nova.maria.presses("Groups")
    await nova.maria.presses("Nova")

    card = await nova.maria.sees("Vera – left on")
    assert "✅ Ilya" in card.text
    vera = await place_of(house, nova.vera)
    await happened(house, lambda record: (place := record.memberships.by_id(vera.id)) and place.left_chat_at)
    assert nova.chat.chat.member(nova.vera.user).status == "left"


async def test_an_old_button_changes_nothing_after_the_pause_has_ended(house: House) -> None:
    nova = await a_managed_nova(house)
    for label in ("Help", "More help", "Pause or leave", "1 week"):
        await nova.vera.presses(label)
    question = await nova.vera.sees("Pause in Nova until")
    await nova.vera.presses("Yes, pause")
    await nova.vera.sees("You pause in Nova")
    await nova.vera.presses("Come back to Nova")
    await all_is_handled(house)

    toast = await nova.vera.presses_raw(question, f"wc:{(await place_of(house, nova.vera)).id}:pause")

    assert "no longer there" in str(toast)
    assert (await place_of(house, nova.vera)).state is MembershipState.ACTIVE


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            Language.EN,
            ("Groups", "Nova", "People", "Vera", "Remove…", "Yes, remove", "Removed on", "no longer in Nova"),
        ),
        (Language.BG, ("Групи", "Nova", "Хора", "Vera", "Премахване", "Да, извън", "Извън групата от", "вече не")),
    ],
)
async def test_the_manager_removes_a_mentee_who_hears_it_in_neutral_words(
    house: House, language: Language, words: tuple[str, ...]
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    *way, removed, told = words
    for label in way[:-1]:
        await nova.maria.presses(label)
    await nova.maria.says("Broke the rules three times")
    await nova.maria.presses(way[-1])

    card = await nova.maria.sees(removed)
    assert "Broke the rules three times" in card.text
    await nova.anton.sees(told)
    await all_is_handled(house)
    assert all("Broke" not in seen.text for seen in (*nova.vera.messages(), *nova.vera.messages(nova.chat)))
    assert (await place_of(house, nova.vera)).state is MembershipState.REMOVED


@pytest.mark.parametrize(
    ("language", "label", "card", "told"),
    [
        (Language.EN, "Completed early", "the goals were reached", "You have completed the mentoring in Nova"),
        (Language.BG, "Завършва по-рано", "целите са постигнати", "Завършихте менторството в Nova"),
    ],
)
async def test_completing_early_is_no_cancellation(
    house: House, language: Language, label: str, card: str, told: str
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    way = {Language.EN: ("Groups", "Nova", "People", "Vera"), Language.BG: ("Групи", "Nova", "Хора", "Vera")}[language]
    await nova.vera.sends_document("essay.pdf")
    for press in (*way, label, "✅"):
        await nova.maria.presses(press)

    await nova.maria.sees(card)
    await nova.vera.sees(told)
    await nova.vera.starts()
    await nova.vera.presses({Language.EN: "My documents", Language.BG: "Моите документи"}[language])
    await nova.vera.sees("S-1001")


TAKING_OUT = {
    Language.EN: ("out of the Telegram group too", "I may not take Vera out", "Try again"),
    Language.BG: ("и от групата в Telegram", "Нямам право да извадя Vera", "Нов опит"),
}


@pytest.mark.parametrize("language", Language)
async def test_without_the_right_to_take_people_out_the_manager_hears_how_to_do_it_and_can_try_again(
    house: House, language: Language
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    out, may_not, again = TAKING_OUT[language]
    nova.chat.promotes_bot(["can_manage_chat", "can_pin_messages", "can_invite_users"], by=nova.anton)
    for label in LEAVE[language][:5]:
        await nova.vera.presses(label)
    await nova.vera.presses(out)

    line = await nova.maria.sees(may_not)
    assert nova.chat.chat.member(nova.vera.user).status == "member"
    nova.chat.promotes_bot(["can_manage_chat", "can_restrict_members"], by=nova.anton)
    await all_is_handled(house)
    await nova.maria.presses(again, on=line)

    await happened(house, lambda _: nova.chat.chat.member(nova.vera.user).status == "left")
