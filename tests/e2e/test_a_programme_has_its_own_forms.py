"""A manager puts a Word file of their own in the place of a form, from the programme's settings only."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from docx import Document

from mentoring.people import Language
from tests.e2e.a_group import ZONE, a_nova

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    settings: str
    tools: str
    kit: str
    profile: str
    word: str
    asked: str
    refused: str
    unknown: str
    taken: str
    sample: str
    sampled: str
    standard: str
    is_standard: str
    templates: tuple[str, str, str]
    mine: str
    number: str


EN = Words(
    settings="Programme",
    tools="🧰",
    kit="🗂 Documents: titles and own files",
    profile="T01 Mentee's profile",
    word="📎 Word: English",
    asked="Send me the Word file",
    refused="This file cannot take the place of",
    unknown="I do not know the field salary",
    taken="is your own file",
    sample="with sample names",
    sampled="Petar Dimitrov",
    standard="↩️ Standard form: English",
    is_standard="Its forms are the standard ones",
    templates=("☰ More", "🗂 Files", "📑 Templates"),
    mine="📄 For me",
    number="I recognise it by its number",
)
BG = Words(
    settings="Програма",
    tools="🧰",
    kit="🗂 Документи: заглавия и свои файлове",
    profile="T01 Профил на участника",
    word="📎 Word: Български",
    asked="Изпратете ми файла на Word",
    refused="Този файл не може да замени",
    unknown="не познавам полето salary",
    taken="се използва Вашият файл",
    sample="с примерни имена",
    sampled="Петър Димитров",
    standard="↩️ Стандартен: Български",
    is_standard="Формулярите са стандартните",
    templates=("☰ Още", "🗂 Файлове", "📑 Формуляри"),
    mine="📄 За мен",
    number="Ще го позная по номера",
)


async def a_manager(house: House, language: Language) -> Person:
    maria = house.person("Maria", speaks=language)

    def appoint(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        known = record.people.add(telegram_id=maria.id, name="Maria", language=language, zone=ZONE, now=now)
        record.people.save(replace(known, consent_version=record.rules.notice_version, consented_at=now))
        record.managers.add(known.id, programme.id, now)

    await house.bot.changes.make(appoint)
    await maria.starts()
    return maria


def word_file(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def words_of(view: View) -> str:
    assert view.file is not None
    assert view.file.content is not None
    body = Document(io.BytesIO(view.file.content)).element.body
    return "".join(node.text or "" for node in body.iter("{*}t"))


async def opens_the_profile(maria: Person, words: Words) -> None:
    await maria.says(words.settings)
    await maria.presses(words.tools)
    await maria.presses(words.kit)
    await maria.presses(words.profile)
    await maria.sees("EN: Mentee's profile")


@pytest.mark.parametrize(("words", "language"), [(EN, Language.EN), (BG, Language.BG)])
async def test_a_word_file_is_checked_shown_used_and_given_up_again(
    house: House, words: Words, language: Language
) -> None:
    nova = await a_nova(house, speaks=language)
    maria = await a_manager(house, language)
    await opens_the_profile(maria, words)
    await maria.presses(words.word)
    await maria.sees(words.asked)
    await maria.sends_document("ours.docx", content=word_file("We are {{ group_name }}: {{ salary }}"))
    refused = await maria.sees(words.refused)
    assert words.unknown in refused.text

    await maria.sends_document("ours.docx", content=word_file("We are {{ group_name }}, and you: {{ mentee_name }}."))
    await maria.sees(words.taken)
    assert words.sampled in words_of(await maria.sees(words.sample))

    await nova.vera.says("/home")
    for door in words.templates:
        await nova.vera.presses(door)
    await nova.vera.presses("T01")
    await nova.vera.presses(words.mine)
    assert words_of(await nova.vera.sees(words.number)) == "We are Nova, and you: Vera."

    await opens_the_profile(maria, words)
    await maria.presses(words.standard)
    await maria.sees(words.is_standard)


async def test_a_file_that_is_none_and_one_that_goes_to_another_place_change_nothing(house: House) -> None:
    await a_nova(house)
    maria = await a_manager(house, Language.EN)
    await opens_the_profile(maria, EN)
    await maria.presses(EN.word)
    await maria.sends_document("ours.docx", content=b"This is no Word file at all.")
    await maria.sees("it is no Word file that I can open")
    await maria.says("/home")
    await maria.sends_document("ours.docx", content=word_file("{{ group_name }}"))

    assert await house.bot.changes.make(how_many) == 0


def how_many(record: SqlRecord, _: datetime) -> int:
    programme = record.programmes.first()
    return 0 if programme is None else len(record.own_templates.of_programme(programme.id))
