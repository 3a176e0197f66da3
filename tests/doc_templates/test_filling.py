"""Every form, in every language, with the strangest facts: it opens, runs nothing, and reads back to the same."""

from __future__ import annotations

import io

import docx
import pytest

from doc_templates.fields import COMMON, fields_of
from doc_templates.filling import CannotFill, fill
from doc_templates.kit import form_of, template
from doc_templates.orders import Identity
from doc_templates.packages import packed, unpacked
from doc_templates.reading import read_back
from doc_templates.reading_text import parsed, text_of
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.record_ids import parse_qr, shown
from tests.doc_templates.filled_forms import (
    RECORD_ID,
    STRANGE,
    all_forms,
    facts_of,
    filled,
    issued,
    rows_as_read,
    texts_as_read,
)

ALL_FORMS = [pytest.param(*one, id="-".join(one)) for one in all_forms()]


def words_of(data: bytes) -> str:
    parts = unpacked(data)
    return "\n".join(
        text_of(parsed(parts[name])) for name in parts if name.endswith("1.xml") or name[5:] == "document.xml"
    )


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_the_strangest_facts_come_back_as_they_went_in(code: str, language: PaperLanguage, kind: PaperKind) -> None:
    form = form_of(code, kind)
    facts = facts_of(form, STRANGE)

    made = filled(code, language, kind, facts)
    docx.Document(io.BytesIO(made))
    read = read_back(made)

    assert read.identity is not None
    assert (read.identity.code, read.identity.language, read.identity.kind) == (code, language, kind)
    assert read.identity.record_id == RECORD_ID
    assert read.record_ids == {RECORD_ID}
    said = texts_as_read(form, facts)
    assert read.values == {name: said[name] for name in read.values}
    assert set(read.values) >= fields_of(form).texts - COMMON
    assert read.tables == rows_as_read(form, facts)
    assert read.choices == {name: facts[name] for name in fields_of(form).choices}
    assert read.ratings == {name: facts[name] for name in fields_of(form).ratings}


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_no_placeholder_remains(code: str, language: PaperLanguage, kind: PaperKind) -> None:
    form = form_of(code, kind)
    for facts in ({}, facts_of(form, ("Мария Петрова",))):
        words = words_of(filled(code, language, kind, facts))
        assert not [sign for sign in ("{{", "{%", "}}", "%}", "None", "Undefined") if sign in words]


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_nothing_is_read_from_a_form_in_which_nothing_stands(
    code: str, language: PaperLanguage, kind: PaperKind
) -> None:
    read = read_back(filled(code, language, kind, {}))

    assert (read.values, read.tables, read.choices, read.ratings) == ({}, {}, {}, {})


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = facts_of(form_of("T08"), STRANGE)

    assert filled("T08", PaperLanguage.BG, PaperKind.WHOLE, facts) == filled(
        "T08", PaperLanguage.BG, PaperKind.WHOLE, facts
    )


def test_a_blank_form_bears_no_code() -> None:
    blank = fill(template("T01", PaperLanguage.EN), {}, Identity(code="T01", language=PaperLanguage.EN))

    assert "Blank form" in words_of(blank)
    assert b"<w:drawing" not in unpacked(blank)["word/footer1.xml"]
    assert read_back(blank).record_ids == frozenset()


def test_the_footer_bears_the_code_as_words_and_as_a_picture() -> None:
    import cv2
    import numpy as np

    made = filled("T04", PaperLanguage.BG, PaperKind.WHOLE, {})
    picture = cv2.imdecode(np.frombuffer(unpacked(made)["word/media/qr.png"], np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    said, *_ = cv2.QRCodeDetector().detectAndDecode(cv2.copyMakeBorder(picture, 20, 20, 20, 20, 0, value=(255,)))

    assert parse_qr(said) == ("T04", RECORD_ID)
    assert shown(parse_qr(said)[1]) in words_of(made)  # type: ignore[index] # asserted above


def test_only_a_counterpart_says_that_the_others_sign_pages_of_their_own() -> None:
    whole = words_of(filled("T10", PaperLanguage.EN, PaperKind.WHOLE, {}))
    counterpart = words_of(filled("T10", PaperLanguage.EN, PaperKind.COUNTERPART, {}))

    assert "pages of their own" not in whole
    assert "pages of their own" in counterpart


@pytest.mark.parametrize(
    "attempt",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ mentee_name.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ range(10) }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum.__globals__['os'].popen('id') }}",
        "{{ mentee_name|attr('__class__') }}",
        "{{ [].append(1) }}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{{ nobody_knows_this }}",
        "{{ mentee_name",
        "{% for x in %}",
    ],
)
def test_a_template_can_neither_escape_nor_ask_for_what_is_not_there(attempt: str) -> None:
    parts = unpacked(template("T06", PaperLanguage.EN))
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace("{{ mentee_name }}", attempt).encode()

    with pytest.raises(CannotFill):
        fill(packed(parts), {}, issued("T06", PaperLanguage.EN))


def test_a_form_of_a_programme_without_a_place_for_the_code_gets_one() -> None:
    own = docx.Document()
    own.add_paragraph("Име: {{ mentee_name }}")
    saved = io.BytesIO()
    own.save(saved)

    made = fill(saved.getvalue(), {"mentee_name": "Мария"}, issued("T01", PaperLanguage.BG))

    assert read_back(made).record_ids == {RECORD_ID}
    assert any(name.startswith("word/media/") for name in unpacked(made))
    assert "Име: Мария" in text_of(parsed(unpacked(made)["word/document.xml"]))


@pytest.mark.parametrize("mistaken", ["K7Q2MX7", "", "K7Q2"])
def test_a_mistaken_record_id_is_not_printed(mistaken: str) -> None:
    with pytest.raises(ValueError, match="record id"):
        fill(
            template("T06", PaperLanguage.EN),
            {},
            Identity(code="T06", language=PaperLanguage.EN, record_id=mistaken),
        )
