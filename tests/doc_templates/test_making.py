"""Forms as they are made for sending: filled, of a programme's own file, and as PDFs."""

from __future__ import annotations

import io
import shutil
import time
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from bot.jobs import job_of
from bot.workshop import LONG, Workshop
from doc_templates.kit import template
from doc_templates.making import CannotConvert, as_pdf, made
from doc_templates.orders import FormToMake, Identity
from mentoring.papers import PaperLanguage
from mentoring.record_ids import new_record_id

SOFFICE = shutil.which("soffice")
IDENTITY = Identity(code="T01", language=PaperLanguage.EN, record_id=new_record_id())
FACTS = {"mentee_name": "Vera Dimova", "programme_name": "Steps"}


def words(document: bytes) -> str:
    return "".join(node.text or "" for node in Document(io.BytesIO(document)).element.body.iter("{*}t"))


def test_a_form_is_filled() -> None:
    assert "Vera Dimova" in words(made(FormToMake(identity=IDENTITY, facts=FACTS)))


def test_a_programmes_own_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("Our own: {{ mentee_name }}")
    file = tmp_path / "own"
    own.save(str(file))

    assert words(made(FormToMake(identity=IDENTITY, facts=FACTS, own_template=file))) == "Our own: Vera Dimova"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
async def test_a_pdf_is_made_in_the_workshop_within_its_limits() -> None:
    workshop = Workshop()
    try:
        form = FormToMake(identity=IDENTITY, facts=FACTS, converter=Path(SOFFICE or ""))
        pdf = await workshop.run(job_of(made), form, limits=LONG)
    finally:
        await workshop.stop()

    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    assert "Vera Dimova" in text


def test_a_converter_that_never_ends_is_ended_and_leaves_nothing(tmp_path: Path) -> None:
    converter = a_program(tmp_path, "sleep 600")
    begun = time.monotonic()
    with pytest.raises(CannotConvert, match="too long"):
        as_pdf(template("T09", PaperLanguage.EN), converter, seconds=0.3)
    assert time.monotonic() - begun < 5


def test_a_converter_that_makes_nothing_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CannotConvert, match="no PDF"):
        as_pdf(template("T09", PaperLanguage.EN), a_program(tmp_path, "exit 1"))


def a_program(folder: Path, does: str) -> Path:
    program = folder / "converter"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o700)
    return program
