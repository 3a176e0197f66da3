"""Second files, old forms, deleted and edited messages, forms that come back and back: nothing is lost or mistaken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mentoring.kit import Code
from mentoring.own_templates import OwnTemplate
from mentoring.papers import PaperLanguage
from mentoring.people import Language
from mentoring.slots import SlotState
from simulator.attachments import pdf
from simulator.posting import edit
from tests.e2e import paper_forms
from tests.e2e.a_group import a_nova
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.slots_of import slot_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from simulator.persons import Person
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    language: Language
    of_vera: str
    same: str
    beside: str
    newer: str
    part: str
    second: str
    not_readable: str
    unreadable: str
    correct: str
    send_now: str
    back: str
    gone_back: str
    talk: str
    write: str
    plan: str
    templates: tuple[str, str, str]
    nothing_put_in: str
    mine: str
    by_number: str
    older: str
    profile: str
    locked: str


ENGLISH = Words(
    language=Language.EN,
    of_vera="from Vera",
    same="S-1001 is the same document and is with your mentor already",
    beside="S-1001 is the same document and still open",
    newer="New version of S-1001",
    part="S-1002 is now part of S-1001",
    second="version 2",
    not_readable="Not readable",
    unreadable="can't be read",
    correct="Send corrected version",
    send_now="Send the corrected file now",
    back="It has come back 3 times",
    gone_back="It has gone back 3 times",
    talk="Talk to a person",
    write="Write to Anton",
    plan="Plan a session",
    templates=("More", "Files", "📑 Templates"),
    nothing_put_in="Nothing is put in here",
    mine="📄 For me",
    by_number="I recognise it by its number",
    older="on an earlier form",
    profile="📄 Mentee's profile",
    locked="is locked with a password",
)
BULGARIAN = Words(
    language=Language.BG,
    of_vera="от Vera",
    same="S-1001 е същият документ и вече е при ментора",
    beside="S-1001 е същият документ и още няма решение",
    newer="Нова версия на S-1001",
    part="S-1002 вече е част от S-1001",
    second="версия 2",
    not_readable="Не се чете",
    unreadable="не се чете",
    correct="Поправена версия",
    send_now="Изпратете поправения файл сега",
    back="Връщан е 3 пъти",
    gone_back="Връщан е 3 пъти",
    talk="Разговор с човек",
    write="Anton",
    plan="Насрочване на среща",
    templates=("Още", "Файлове", "📑 Формуляри"),
    nothing_put_in="Тук нищо не се качва",
    mine="📄 За мен",
    by_number="Ще го позная по номера",
    older="по предишен формуляр",
    profile="📄 Профил на участника",
    locked="е заключен с парола",
)
in_both = pytest.mark.parametrize("words", [ENGLISH, BULGARIAN], ids=["en", "bg"])


@in_both
async def test_a_second_file_of_one_document_becomes_its_new_version_by_one_tap(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    await nova.vera.sends_document("T01.pdf", pdf("first"))
    await nova.anton.sees(f"S-1001 {words.of_vera}")

    await nova.vera.sends_document("T01.pdf", pdf("second"))
    asked = await nova.vera.sees(words.same)
    await nova.anton.sees(words.beside)
    await nova.vera.presses(words.newer, on=asked)

    await nova.vera.sees(words.part)
    await nova.anton.sees(words.second)
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.SUBMITTED


async def test_what_was_sent_stays_when_its_message_is_deleted(house: House) -> None:
    nova = await a_nova(house)
    content = pdf("essay")
    sent = await nova.vera.sends_document("essay.pdf", content)
    await nova.vera.sees("S-1001 has arrived")

    await nova.vera.deletes(sent)

    await nova.anton.says("/inbox")
    await nova.anton.presses("S-1001")
    card = await nova.anton.sees("S-1001 from Vera")
    assert card.file is not None
    assert card.file.content == content
    await nova.vera.says("/documents")
    await nova.vera.presses("S-1001")
    assert "essay.pdf" in (await nova.vera.sees("S-1001 has arrived")).text


async def puts_in(message: View, person: Person, content: bytes) -> None:
    """Another file in the place of the one that a message carried."""
    file = person.world.files.add("document", content, name="essay.pdf")
    edit(person.world, message.message, {"document": file.wire()}, None)


@in_both
async def test_another_file_in_the_same_message_is_the_next_version(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    sent = await nova.vera.sends_document("essay.pdf", pdf("draft"))
    await nova.anton.sees(f"S-1001 {words.of_vera}")

    await puts_in(sent, nova.vera, pdf("final"))

    card = await nova.anton.sees(words.second)
    assert card.file is not None
    assert card.file.content == pdf("final")


@in_both
async def test_after_three_returns_a_talk_is_offered_to_both(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    sent = await nova.vera.sends_document("T01.pdf", pdf("0"))
    card = await nova.anton.sees(f"S-1001 {words.of_vera}")
    for number in (2, 3):
        await nova.anton.presses(words.not_readable, on=card)
        asked = await nova.vera.sees(words.unreadable, after=sent)
        await nova.vera.presses(words.correct, on=asked)
        await nova.vera.sees(words.send_now)
        sent = await nova.vera.sends_document("T01.pdf", pdf(str(number)))
        card = await nova.anton.sees(words.second.replace("2", str(number)))

    await nova.anton.presses(words.not_readable, on=card)

    await nova.vera.presses(words.talk, on=await nova.vera.sees(words.back))
    await nova.vera.presses(words.write)
    offered = await nova.anton.sees(words.gone_back)
    assert any(words.plan in label for label in labels(offered))


def labels(view: View) -> Sequence[str]:
    return [label for row in view.buttons for label in row]


async def opens_the_templates(person: Person, words: Words) -> None:
    more, files, templates = words.templates
    await person.says("/home")
    await person.presses(more)
    await person.says(files)
    await person.presses(templates)
    await person.sees(words.nothing_put_in)


@in_both
async def test_a_form_of_an_earlier_text_is_taken_and_named_so(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    await opens_the_templates(nova.vera, words)
    await nova.vera.presses("T01")
    await nova.vera.presses(words.mine)
    form = await nova.vera.sees(words.by_number, timeout=20)
    assert form.file is not None

    await house.bot.changes.make(_has_another_form)
    await nova.vera.sends_document("T01 filled.docx", form.file.content)

    card = await nova.anton.sees(words.older, timeout=20)
    assert words.profile in card.text
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.SUBMITTED


def _has_another_form(record: SqlRecord, now: datetime) -> None:
    """The manager has put a Word file in its place."""
    programme = record.programmes.first()
    assert programme is not None
    for language in PaperLanguage:
        own = OwnTemplate(
            programme_id=programme.id,
            code=Code("T01"),
            language=language,
            sha256="c" * 64,
            size=1,
            name="new.docx",
            sent_by=record.managers.of_programme(programme.id)[0].id,
            sent_at=now,
        )
        record.own_templates.save(own)


@in_both
async def test_nothing_that_is_sent_becomes_a_template(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    for person in (nova.vera, nova.anton, nova.maria):
        await opens_the_templates(person, words)
        await person.sends_document("T01 template.docx", paper_forms.blank_word("T01"))

    await nova.anton.sees(f"S-1001 {words.of_vera}")
    for leader in (nova.anton, nova.maria):
        asked = await leader.sees("T01 template.docx", timeout=20)
        assert not [label for label in labels(asked) if "📑" in label]
    assert await house.bot.changes.make(_templates) == 0


def _templates(record: SqlRecord, _: datetime) -> int:
    programme = record.programmes.first()
    assert programme is not None
    return len(record.own_templates.of_programme(programme.id))


@in_both
async def test_a_leader_too_hears_that_a_file_is_locked(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    for leader in (nova.anton, nova.maria):
        await leader.sends_document("scan.pdf", paper_forms.a_pdf(password="secret"))

        assert "scan.pdf" in (await leader.sees(words.locked, timeout=20)).text
