"""Sessions that nobody begins, nobody ends, nobody planned, or that somebody begins where they should not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.test_a_session_is_held import planned

if TYPE_CHECKING:
    from tests.e2e.a_managed_group import Managed
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    speaks: Language
    has_it_begun: str
    still_waiting: str
    thanks: str
    waiting: str
    begin: str
    begun: str
    by_itself: str
    none_planned: str
    hold: str


WORDS = (
    Words(
        speaks=Language.EN,
        has_it_begun="Has it begun?",
        still_waiting="I am still waiting",
        thanks="Thank you. Your mentor and your manager hear that you are waiting.",
        waiting="Waiting: Vera.",
        begin="Begin the session",
        begun="The session of Nova has begun",
        by_itself="Nobody ended the session of Nova, so I did.",
        none_planned="No session of Nova is planned for now.",
        hold="Hold a session now",
    ),
    Words(
        speaks=Language.BG,
        has_it_begun="Започна ли срещата?",
        still_waiting="Още чакам",
        thanks="Благодаря. Менторът и ръководителят ще разберат, че чакате.",
        waiting="Чакат: Vera.",
        begin="Начало на срещата",
        begun="Срещата на Nova започна",
        by_itself="Никой не приключи срещата на Nova, затова тя приключи автоматично.",
        none_planned="За този час няма насрочена среща на Nova.",
        hold="Среща сега",
    ),
)
in_both_languages = pytest.mark.parametrize("words", WORDS, ids=[one.speaks for one in WORDS])


async def a_group_with_a_session(house: House, words: Words) -> Managed:
    """It begins in half an hour, in the chat."""
    nova = await a_managed_nova(house, speaks=words.speaks)
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await all_is_handled(house)
    return nova


@in_both_languages
async def test_nobody_begins_it_and_who_waits_is_heard(house: House, words: Words) -> None:
    nova = await a_group_with_a_session(house, words)
    await house.passes(minutes=30)
    await house.passes(minutes=15)

    await nova.vera.sees(words.has_it_begun)
    toast = await nova.vera.presses(words.still_waiting)

    assert toast.text == words.thanks
    for person in (nova.anton, nova.maria):
        await person.sees(words.waiting)
    await nova.anton.presses(words.begin)
    await nova.vera.sees(words.begun, in_=nova.chat)


@in_both_languages
async def test_nobody_ends_it_so_the_bot_does_an_hour_after_its_end(house: House, words: Words) -> None:
    nova = await a_group_with_a_session(house, words)
    await house.passes(minutes=30)
    await nova.anton.presses(words.begin)
    await nova.vera.sees(words.begun, in_=nova.chat)
    await all_is_handled(house)

    await house.passes(hours=2)

    await nova.anton.sees(words.by_itself)


@in_both_languages
async def test_one_that_nobody_planned_is_held_all_the_same(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.speaks)

    await nova.vera.says("/session", in_=nova.chat)
    await all_is_handled(house)
    await nova.vera.sees_no(words.none_planned, in_=nova.chat)
    await nova.anton.says("/session", in_=nova.chat)
    await nova.anton.sees(words.none_planned, in_=nova.chat)
    await nova.anton.presses(words.hold, in_=nova.chat)

    await nova.vera.sees(words.begun, in_=nova.chat)


@in_both_languages
async def test_the_question_before_the_start_names_the_group_and_is_only_the_mentors(
    house: House, words: Words
) -> None:
    nova = await a_group_with_a_session(house, words)
    house.sim.clock.advance(timedelta(minutes=20))

    await nova.anton.says("/session", in_=nova.chat)
    asked = await nova.anton.sees("Nova", in_=nova.chat)
    refused = await nova.vera.presses(words.begin, in_=nova.chat)

    assert asked.buttons
    assert refused.text is not None
    await nova.vera.sees_no(words.begun, in_=nova.chat)
    await nova.anton.presses(words.begin, in_=nova.chat)
    await nova.vera.sees(words.begun, in_=nova.chat)
