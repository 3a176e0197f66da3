"""Forms come back edited by anybody with anything: what people wrote is found, and what they deleted is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from doc_templates.drawing.elements import W14, Element, W, paragraph, run, w
from doc_templates.errors import Unreadable
from doc_templates.forms.vocabulary import Answer, Choice, Rating
from doc_templates.identity import PART
from doc_templates.kit import form_of
from doc_templates.packages import packed, unpacked
from doc_templates.reading import read_back
from doc_templates.reading_text import parsed, tag_of
from mentoring.papers import PaperKind, PaperLanguage
from tests.doc_templates.filled_forms import RECORD_ID, all_forms, facts_of, filled, rows_as_read, texts_as_read

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "word/document.xml"
FACTS = ("Мария Петрова", "ред първи\nред втори")


def edited(data: bytes, change: Callable[[Element], None], *, without: tuple[str, ...] = ()) -> bytes:
    parts = {name: blob for name, blob in unpacked(data).items() if name not in without}
    body = parsed(parts[BODY])
    change(body)
    parts[BODY] = etree.tostring(body, encoding="UTF-8")
    return packed(parts)


def a_diary() -> bytes:
    return filled("T06", PaperLanguage.BG, PaperKind.WHOLE, {})


def control(body: Element, tag: str) -> Element:
    return next(one for one in body.iter(f"{{{W}}}sdt") if tag_of(one) == tag)


def content(body: Element, tag: str) -> Element:
    found = control(body, tag).find(f"{{{W}}}sdtContent")
    assert found is not None
    return found


def without_controls(body: Element) -> None:
    """As Google Docs does."""
    for one in list(body.iter(f"{{{W}}}sdt")):
        place, parent = one.getparent().index(one), one.getparent()
        for piece in reversed(list(one.find(f"{{{W}}}sdtContent"))):
            parent.insert(place, piece)
        parent.remove(one)


def test_insertions_count_and_deletions_do_not() -> None:
    def change(body: Element) -> None:
        place = content(body, "done")
        place[:] = [
            w("ins", run("Говорихме "), id=1, author="x"),
            w("del", w("r", w("delText")), id=2, author="x"),
            w("del", run("за времето"), id=3, author="x"),
            w("moveFrom", run("стар ред"), id=4, author="x"),
            w("moveTo", run("за работа"), id=5, author="x"),
        ]

    assert read_back(edited(a_diary(), change)).values == {"done": "Говорихме за работа"}


def test_words_split_into_any_pieces_are_put_together() -> None:
    def change(body: Element) -> None:
        smart = w("smartTag", run("ри"), run("я"))
        content(body, "done")[:] = [run("Ма"), w("proofErr", type="spellStart"), smart, w("r", w("tab")), run("!")]

    assert read_back(edited(a_diary(), change)).values == {"done": "Мария\t!"}


def test_what_was_typed_beside_the_control_belongs_to_the_answer() -> None:
    def change(body: Element) -> None:
        line = control(body, "done").getparent()
        line.append(run("Писах до него"))
        line.getparent().append(paragraph(run("и на нов ред"), style="Answer"))

    assert read_back(edited(a_diary(), change)).values == {"done": "Писах до него\nи на нов ред"}


@pytest.mark.parametrize("mark", ["x", "Х", "✓", "☑"])
def test_a_box_may_be_ticked_in_any_way(mark: str) -> None:
    def typed(body: Element) -> None:
        content(body, "progress.progress.4")[:] = [run(mark)]

    assert read_back(edited(a_diary(), typed)).ratings == {"progress": {"progress": 4}}


def test_a_box_ticked_in_word_is_read_by_its_state() -> None:
    def change(body: Element) -> None:
        one = control(body, "progress.progress.2")
        one.find(f".//{{{W14}}}checked").set(f"{{{W14}}}val", "1")
        content(body, "progress.progress.2")[:] = [run("☒")]

    assert read_back(edited(a_diary(), change)).ratings == {"progress": {"progress": 2}}


def test_two_marks_in_a_row_are_no_answer() -> None:
    def change(body: Element) -> None:
        for mark in (2, 5):
            content(body, f"progress.progress.{mark}")[:] = [run("☒")]

    assert read_back(edited(a_diary(), change)).ratings == {}


@pytest.mark.parametrize(
    ("code", "language", "kind"), [one for one in all_forms() if one[0] in {"T01", "T02", "T06", "T08", "T12", "X05"}]
)
def test_where_the_controls_are_gone_answers_are_found_by_their_labels(
    code: str, language: PaperLanguage, kind: PaperKind
) -> None:
    form = form_of(code, kind)
    facts = facts_of(form, FACTS)

    read = read_back(edited(filled(code, language, kind, facts), without_controls, without=(PART,)))

    assert read.identity is not None
    assert (read.identity.code, read.identity.record_id, read.identity.language) == (code, RECORD_ID, language)
    said = texts_as_read(form, facts)
    assert read.values == {name: said[name] for name in read.values}
    assert len(read.values) >= sum(isinstance(one, Answer) for one in form.blocks)
    assert read.tables == rows_as_read(form, facts)
    assert read.choices == {name: facts[name] for name in read.choices}
    assert len(read.choices) == sum(isinstance(one, Choice) for one in form.blocks)
    assert read.ratings == {one.name: facts[one.name] for one in form.blocks if isinstance(one, Rating)}


def test_a_form_of_which_only_the_footer_is_left_is_known_by_its_number() -> None:
    def change(body: Element) -> None:
        body.find(f"{{{W}}}body")[:-1] = [paragraph(run("Мой дневник"))]

    read = read_back(edited(a_diary(), change, without=(PART,)))

    assert (read.identity, read.code, read.record_ids) == (None, None, frozenset({RECORD_ID}))


def test_any_other_word_file_is_read_as_nothing() -> None:
    import io

    import docx

    saved = io.BytesIO()
    docx.Document().save(saved)

    read = read_back(saved.getvalue())

    assert (read.identity, read.code, read.record_ids, read.values) == (None, None, frozenset(), {})


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b"<w:document",
        b"",
        b"<a>" * 5000 + b"</a>" * 5000,
    ],
)
def test_hostile_xml_is_refused(xml: bytes) -> None:
    with pytest.raises(Unreadable):
        read_back(packed(unpacked(a_diary()) | {BODY: xml}))


def test_a_changed_identity_is_not_believed_where_it_is_not_whole() -> None:
    parts = unpacked(a_diary())
    parts[PART] = re.sub(rb">bg<", b">klingon<", parts[PART])

    read = read_back(packed(parts))

    assert read.identity is not None
    assert read.identity.record_id == RECORD_ID
    assert read.identity.language is PaperLanguage.BG
