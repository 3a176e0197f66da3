"""A form is taken in the chat, comes as a Word file with the names in it, and is known by its number."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
import zxingcpp
from docx import Document
from PIL import Image

from mentoring.ids import GroupId
from mentoring.kit import Code
from mentoring.own_templates import OwnTemplate
from mentoring.papers import PaperLanguage
from mentoring.people import Language, Role
from mentoring.record_ids import found_in, qr_text, shown
from tests.e2e.a_group import a_nova
from tests.e2e.conftest import A_MONDAY

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.papers import Paper
    from simulator.persons import Person
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    files: str
    more: str
    templates: str
    section: str
    profile: str
    purpose: str
    mine: str
    for_name: str
    blank: str
    number: str
    no_number: str
    how: str
    how_said: str
    contract: str
    group: str
    for_whom: str
    sign: str


EN = Words(
    files="Files",
    more="More",
    templates="📑 Templates",
    section="Nothing is put in here",
    profile="T01 Mentee's profile",
    purpose="Tells who the mentee is",
    mine="📄 For me",
    for_name="📄 For {name}",
    blank="▫️ Blank",
    number="I recognise it by its number",
    no_number="This is a blank form",
    how="📤 Send it back: how",
    how_said="How to send a form back",
    contract="T04 Contract",
    group="📄 For Nova",
    for_whom="👤 For whom?",
    sign="let everybody sign",
)
BG = Words(
    files="Файлове",
    more="Още",
    templates="📑 Формуляри",
    section="Тук нищо не се качва",
    profile="T01 Профил на участника",
    purpose="Кой е участникът",
    mine="📄 За мен",
    for_name="📄 За {name}",
    blank="▫️ Празен",
    number="Ще го позная по номера",
    no_number="Това е празен формуляр",
    how="📤 Как се връща",
    how_said="Как се връща формуляр",
    contract="T04 Договор",
    group="📄 За Nova",
    for_whom="👤 За кого?",
    sign="нека всички се подпишат",
)
SPEAKING = pytest.mark.parametrize(("words", "language"), [(EN, Language.EN), (BG, Language.BG)])


async def opens_templates(person: Person, words: Words) -> None:
    """The last door by its name, as whoever has no buttons would."""
    await person.says("/home")
    await person.presses(words.more)
    await person.says(words.files)
    await person.presses(words.templates)
    await person.sees(words.section)


async def opens(person: Person, words: Words, title: str) -> View:
    await opens_templates(person, words)
    await person.presses(title[:3])
    return await person.sees(f"📄 {title}")


def content(view: View) -> bytes:
    assert view.file is not None
    assert view.file.content is not None
    return view.file.content


def words_of(view: View) -> str:
    """All that stands on the paper: its body, its headers and its footers."""
    document = Document(io.BytesIO(content(view)))
    footers = [section.footer._element for section in document.sections]
    texts = [node.text or "" for root in (document.element.body, *footers) for node in root.iter("{*}t")]
    return "\n".join(texts)


def codes_in(view: View) -> list[str]:
    """What the square in the footer says."""
    with ZipFile(io.BytesIO(content(view))) as package:
        pictures = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    found = [zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L")) for picture in pictures]
    return [one.text for codes in found for one in codes]


def properties_of(view: View) -> str:
    with ZipFile(io.BytesIO(content(view))) as package:
        return package.read("docProps/custom.xml").decode()


def papers(record: SqlRecord, _: datetime) -> list[Paper]:
    group = record.groups.by_id(GroupId(1))
    return [*record.papers.lately(Code("T01"), group.id, since=A_MONDAY - timedelta(days=1))]


@SPEAKING
async def test_a_mentee_takes_their_profile_with_their_name_and_its_number(
    house: House, words: Words, language: Language
) -> None:
    nova = await a_nova(house, speaks=language)
    card = await opens(nova.vera, words, words.profile)
    assert words.purpose in card.text
    await nova.vera.presses(words.mine)
    form = await nova.vera.sees(words.number)

    [paper] = await house.bot.changes.make(papers)
    assert form.file is not None
    assert form.file.name == "T01_Nova_Vera_2026-11-23_v1.docx"
    assert shown(paper.record_id) in form.text
    on_paper = words_of(form)
    assert "Vera" in on_paper
    assert "{{" not in on_paper
    assert found_in(on_paper) == {paper.record_id}
    assert paper.record_id in properties_of(form)
    assert codes_in(form) == [qr_text("T01", paper.record_id)]

    await nova.vera.presses(words.how)
    await nova.vera.sees(words.how_said)


@SPEAKING
async def test_a_mentor_takes_the_contract_for_the_group_and_a_mentee_only_a_blank(
    house: House, words: Words, language: Language
) -> None:
    nova = await a_nova(house, speaks=language)
    await opens(nova.anton, words, words.contract)
    await nova.anton.presses(words.group)
    contract = words_of(await nova.anton.sees(words.sign))
    assert all(name in contract for name in ("Anton", "Vera", "Ilya", "Nova"))

    card = await opens(nova.vera, words, words.contract)
    assert words.group not in [label for row in card.buttons for label in row]
    await nova.vera.presses(words.blank)
    blank = words_of(await nova.vera.sees(words.no_number))
    assert "Ilya" not in blank
    assert not found_in(blank)


@SPEAKING
async def test_a_mentor_chooses_whose_profile_it_is(house: House, words: Words, language: Language) -> None:
    nova = await a_nova(house, speaks=language)
    await opens(nova.anton, words, words.profile)
    await nova.anton.presses(words.for_whom)
    await nova.anton.presses("Ilya")
    await nova.anton.presses(words.for_name.format(name="Ilya"))
    assert "Ilya" in words_of(await nova.anton.sees(words.number))


async def test_a_file_sent_while_the_section_is_open_is_handed_in_like_any_other(house: House) -> None:
    nova = await a_nova(house)
    await opens(nova.vera, EN, EN.profile)
    await nova.vera.sends_document("T01_new.docx")
    await nova.vera.sees("S-1")

    assert await house.bot.changes.make(own_templates) == []


def own_templates(record: SqlRecord, _: datetime) -> list[OwnTemplate]:
    programme = record.programmes.first()
    return [] if programme is None else [*record.own_templates.of_programme(programme.id)]


async def test_a_form_that_cannot_be_made_is_said_so_and_the_next_message_still_comes(house: House) -> None:
    nova = await a_nova(house)
    await house.bot.changes.make(lose_the_profile)
    await opens(nova.vera, EN, EN.profile)
    await nova.vera.presses(EN.mine)
    first = await nova.vera.sees("could not be made just now")
    await nova.vera.presses(EN.blank)
    await nova.vera.sees("could not be made just now", after=first)
    await opens(nova.vera, EN, EN.contract)
    await nova.vera.presses(EN.blank)
    await nova.vera.sees(EN.no_number)


def lose_the_profile(record: SqlRecord, now: datetime) -> None:
    """A programme's own Word file that is not on the disk any more."""
    programme = record.programmes.first()
    assert programme is not None
    [mentor] = record.memberships.of_group(GroupId(1), Role.MENTOR)
    assert mentor.person_id is not None
    record.own_templates.save(
        OwnTemplate(
            programme_id=programme.id,
            code=Code("T01"),
            language=PaperLanguage.EN,
            sha256="0" * 64,
            size=1,
            name="gone.docx",
            sent_by=mentor.person_id,
            sent_at=now,
        )
    )
