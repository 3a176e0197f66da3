"""Papers of the kit as people hand them back: filled Word files, photographs of print, and what cannot be opened."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import segno
from PIL import Image

from doc_templates.filling import fill
from doc_templates.kit import template
from doc_templates.orders import Identity
from mentoring.kit import Code
from mentoring.papers import Paper, PaperKind, PaperLanguage
from mentoring.record_ids import qr_text

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


async def paper_of(house: House, person: Person, code: str) -> Paper:
    """Handed out to this mentee, for what they owe."""

    def issue(record: SqlRecord, now: datetime) -> Paper:
        known = record.people.by_telegram_id(person.id)
        assert known is not None
        slot = next(one for one in record.slots.of_person(known.id) if one.key.code == code)
        return record.papers.issue(
            code=Code(code),
            group_id=slot.key.group_id,
            slot_id=slot.id,
            person_id=known.id,
            session_id=None,
            kind=PaperKind.WHOLE,
            language=PaperLanguage.BG,
            form_version="1",
            by=known.id,
            now=now,
        )

    return await house.bot.changes.make(issue)


def as_word(paper: Paper, **facts: str) -> bytes:
    identity = Identity(code=paper.code, language=paper.language, record_id=paper.record_id)
    return fill(template(paper.code, paper.language), facts, identity)


def as_photograph(*papers: Paper) -> bytes:
    """Sheets side by side, as Telegram brings them."""
    page = Image.new("L", (905 * len(papers), 1280), 235)
    for place, paper in enumerate(papers):
        code = io.BytesIO()
        segno.make(qr_text(paper.code, paper.record_id), error="m").save(code, kind="png", scale=5, border=4)
        page.paste(Image.open(code).convert("L"), (905 * place + 640, 1040))
    made = io.BytesIO()
    page.save(made, format="JPEG", quality=85)
    return made.getvalue()


def blank_word(code: str, language: PaperLanguage = PaperLanguage.BG) -> bytes:
    """Without a number: somebody had it from elsewhere."""
    return fill(template(code, language), {}, Identity(code=code, language=language))


def a_pdf(*, password: str = "") -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        encryption = pikepdf.Encryption(owner=password, user=password) if password else False
        pdf.save(made, encryption=encryption)
    return made.getvalue()


def a_broken_word_file() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("word/document.xml", "<w:document>" + "x" * 500)
    return made.getvalue()[:-40]
