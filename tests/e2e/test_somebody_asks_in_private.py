"""A question to the mentor alone, or in the group without the name; answers come back the way that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from simulator.persons import Person
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    language: Language
    door: str
    plainly: str
    to_mentor: str
    to_group: str
    sees_who: str
    send: str
    asked: str
    answer: str
    answer_group: str
    preview: str
    answered: str
    reply: str
    posted: str
    yes: str


EN = Words(
    language=Language.EN,
    door="Ask privately",
    plainly="Your mentor can see that it is from you",
    to_mentor="My mentor",
    to_group="The group, without my name",
    sees_who="Anton can see that it is from you",
    send="Send it",
    asked="Vera asks",
    answer="Answer Vera",
    answer_group="Answer in the group",
    preview="To everybody in Nova",
    answered="Anton answers",
    reply="Reply",
    posted="A question from the group",
    yes="yes",
)
BG = Words(
    language=Language.BG,
    door="Личен въпрос",
    plainly="Менторът може да види, че е от Вас",
    to_mentor="Към ментора",
    to_group="Към групата, без името ми",
    sees_who="Anton може да види, че е от Вас",
    send="Изпращане",
    asked="Vera има въпрос",
    answer="Отговор до Vera",
    answer_group="Отговор в групата",
    preview="До всички в Nova",
    answered="Anton",
    reply="Отговор",
    posted="Въпрос от групата",
    yes="да",
)
languages = pytest.mark.parametrize("words", [EN, BG], ids=["en", "bg"])
QUESTION, REPLY, THANKS = "Is a CV two pages long?", "One page is enough", "Thank you, one more thing"


async def asks(person: Person, words: Words, way: str) -> None:
    await person.says("/help")
    await person.presses(words.door)
    await person.sees(words.plainly)
    await person.presses(way)


@languages
async def test_a_question_goes_to_the_mentor_alone_and_answers_travel_both_ways(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    await asks(nova.vera, words, words.to_mentor)
    said = await nova.vera.says(QUESTION)
    await nova.vera.presses(words.send, on=await nova.vera.sees(QUESTION, after=said))

    card = await nova.anton.sees(words.asked)
    await nova.anton.presses(words.answer, on=card)
    said = await nova.anton.says(REPLY)
    await nova.anton.presses(words.send, on=await nova.anton.sees(REPLY, after=said))
    answered = await nova.vera.sees(REPLY)
    assert words.answered in answered.text
    await nova.vera.presses(words.reply, on=answered)
    await nova.vera.says(THANKS)

    await nova.anton.sees(THANKS)
    await nova.ilya.sees_no(QUESTION)
    await nova.ilya.sees_no(QUESTION, in_=nova.chat)


@languages
async def test_the_group_reads_a_question_without_the_name_in_silence_and_the_mentor_sees_who(
    house: House, words: Words
) -> None:
    nova = await a_nova(house, speaks=words.language)
    await asks(nova.vera, words, words.to_group)
    await nova.vera.sees(words.sees_who)
    said = await nova.vera.says(QUESTION)
    preview = await nova.vera.sees(QUESTION, after=said)
    assert words.sees_who in preview.text
    await nova.vera.says(words.yes)

    post = await nova.ilya.sees(QUESTION, in_=nova.chat)
    assert words.posted in post.text
    assert post.message.is_silent
    assert "Vera" not in post.text
    card = await nova.anton.sees(words.asked)
    await nova.anton.presses(words.answer_group, on=card)
    said = await nova.anton.says(REPLY)
    await nova.anton.presses(words.send, on=await nova.anton.sees(words.preview, after=said))
    answer = await nova.ilya.sees(REPLY, in_=nova.chat)
    assert QUESTION in answer.text
    assert "Vera" not in answer.text


async def test_a_group_of_two_languages_reads_the_heading_in_both(house: House) -> None:
    nova = await a_nova(house)
    await nova.ilya.says("/settings")
    await nova.ilya.presses("Български")
    await all_is_handled(house)

    await asks(nova.vera, EN, EN.to_group)
    said = await nova.vera.says(QUESTION)
    await nova.vera.presses(EN.send, on=await nova.vera.sees(QUESTION, after=said))

    post = await nova.ilya.sees(QUESTION, in_=nova.chat)
    assert EN.posted in post.text
    assert BG.posted in post.text
    assert post.text.count(QUESTION) == 1
