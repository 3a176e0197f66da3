"""A link that breaks at the last minute, a reason that is nobody else's business, and a session that was put off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.test_a_session_is_held import planned

if TYPE_CHECKING:
    from tests.e2e.a_group import Nova
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    speaks: Language
    open_sessions: str
    session: str
    coming: str
    not_coming: str
    place: str
    where: str
    new_place: str
    why: str
    asked_why: str
    did_it: str
    put_off: str
    which_day: str


WORDS = (
    Words(
        speaks=Language.EN,
        open_sessions="My sessions",
        session="Employability",
        coming="✅ Coming",
        not_coming="❌ Can't come",
        place="Another place or link",
        where="Where does the session of Nova take place now?",
        new_place="The session of Nova has a new place.",
        why="Say why, to the mentors only",
        asked_why="Only your mentors read it.",
        did_it="Did it take place?",
        put_off="Put off",
        which_day="On which day?",
    ),
    Words(
        speaks=Language.BG,
        open_sessions="Моите срещи",
        session="Заетост",
        coming="✅ Ще дойда",
        not_coming="❌ Няма да дойда",
        place="Друго място или връзка",
        where="Къде ще бъде сега срещата на Nova?",
        new_place="Срещата на Nova има ново място.",
        why="Причина, само за менторите",
        asked_why="Четат го само менторите.",
        did_it="Състоя ли се?",
        put_off="Отложена е",
        which_day="Кой ден?",
    ),
)
in_both_languages = pytest.mark.parametrize("words", WORDS, ids=[one.speaks for one in WORDS])


async def with_a_session(house: House, words: Words) -> Nova:
    nova = await a_nova(house, speaks=words.speaks)
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    for person in (nova.anton, nova.vera, nova.ilya):
        await person.says("/sessions")
        await person.presses(words.session)
    await all_is_handled(house)
    return nova


@in_both_languages
async def test_a_new_link_reaches_who_is_coming_at_once(house: House, words: Words) -> None:
    nova = await with_a_session(house, words)
    await nova.vera.presses(words.coming)
    before = [person.messages()[-1].message_id for person in (nova.vera, nova.ilya)]

    await nova.anton.presses(words.place)
    await nova.anton.sees(words.where)
    await nova.anton.says("https://meet.example/2")

    cards = [await person.sees(words.new_place) for person in (nova.vera, nova.ilya)]
    assert ["https://meet.example/2" in card.text for card in cards] == [True, True]
    is_rung = [card.message_id > earlier for card, earlier in zip(cards, before, strict=True)]
    assert is_rung == [True, False]


@in_both_languages
async def test_why_somebody_cannot_come_is_between_them_and_their_mentors(house: House, words: Words) -> None:
    nova = await with_a_session(house, words)
    await nova.vera.presses(words.not_coming)

    await nova.vera.presses(words.why)
    await nova.vera.sees(words.asked_why)
    await nova.vera.says("My child is ill")

    await nova.anton.sees("My child is ill")
    await all_is_handled(house)
    await nova.ilya.sees_no("ill")
    await nova.ilya.sees_no("ill", in_=nova.chat)


@in_both_languages
async def test_what_was_put_off_gets_a_new_time(house: House, words: Words) -> None:
    nova = await with_a_session(house, words)
    await house.passes(days=1)

    await nova.anton.sees(words.did_it)
    await nova.anton.presses(words.put_off)

    await nova.anton.sees(words.which_day)
