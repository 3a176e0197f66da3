"""A programme's own Word file: what is wrong with it is said in data, and nothing in it runs."""

from __future__ import annotations

import io

import docx
import pytest

from doc_templates.checking import check
from doc_templates.fields import fields_of
from doc_templates.kit import form_of, template
from doc_templates.orders import Fault, Reason
from doc_templates.packages import packed, unpacked
from mentoring.papers import PaperLanguage
from tests.doc_templates.filled_forms import all_forms

T06 = fields_of(form_of("T06"))


def own(*paragraphs: str) -> bytes:
    document, saved = docx.Document(), io.BytesIO()
    for one in paragraphs:
        document.add_paragraph(one)
    document.save(saved)
    return saved.getvalue()


def with_parts(**parts: bytes) -> bytes:
    return packed(unpacked(own("{{ mentee_name }}")) | {name.replace("__", "/"): blob for name, blob in parts.items()})


def test_our_own_forms_are_fit() -> None:
    for code, language, kind in all_forms():
        checked = check(template(code, language, kind), fields_of(form_of(code, kind)))
        assert checked.faults == ()
        assert "programme_name" in checked.used


def test_a_plain_file_with_known_fields_is_fit() -> None:
    checked = check(
        own("Име: {{ mentee_name }}", "{% if project_number %}{{ project_number|or_line }}{% endif %}"), T06
    )

    assert checked.is_fit
    assert checked.used == {"mentee_name", "project_number"}


def test_a_table_may_be_repeated_for_each_row() -> None:
    goals = fields_of(form_of("T02"))
    said = own("{%p for one in goals %}", "{{ loop.index }} {{ one.goal }}", "{%p endfor %}")

    assert check(said, goals).is_fit
    assert check(own("{%p for one in goals %}", "{{ one.price }}", "{%p endfor %}"), goals).faults == (
        Fault(reason=Reason.UNKNOWN_FIELD, name="one.price"),
    )


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("{{ salary }}", Fault(reason=Reason.UNKNOWN_FIELD, name="salary")),
        ("{{ mentee_name.__class__ }}", Fault(reason=Reason.FORBIDDEN, name="__class__")),
        ("{{ mentee_name.upper }}", Fault(reason=Reason.UNKNOWN_FIELD, name="mentee_name.upper")),
        ("{{ mentee_name.upper() }}", Fault(reason=Reason.FORBIDDEN, name="Call")),
        ("{{ mentee_name['x'] }}", Fault(reason=Reason.FORBIDDEN, name="Getitem")),
        ("{{ mentee_name|attr('x') }}", Fault(reason=Reason.FORBIDDEN, name="|attr")),
        ("{{ 7 * 7 }}", Fault(reason=Reason.FORBIDDEN, name="Mul")),
        ("{% set x = 1 %}", Fault(reason=Reason.FORBIDDEN, name="Assign")),
        ("{% include 'x' %}", Fault(reason=Reason.FORBIDDEN, name="Include")),
        ("{% for x in range(9) %}{% endfor %}", Fault(reason=Reason.UNKNOWN_FIELD, name="")),
        ("{% for x in goals recursive %}{% endfor %}", Fault(reason=Reason.FORBIDDEN, name="for")),
        ("{% macro x() %}{% endmacro %}", Fault(reason=Reason.FORBIDDEN, name="Macro")),
        ("{{r mentee_name }}", Fault(reason=Reason.FORBIDDEN, name="{{r")),
    ],
)
def test_what_is_not_a_plain_known_field_is_named(said: str, fault: Fault) -> None:
    assert fault in check(own(said), T06).faults


@pytest.mark.parametrize("said", ["{{ mentee_name", "{% if %}", "{% for %}{% endfor %}", "{% nothing %}", "{{ }}"])
def test_a_broken_field_is_said_to_be_broken(said: str) -> None:
    assert {one.reason for one in check(own(said), T06).faults} == {Reason.BROKEN_FIELD}


def test_a_loop_that_would_tear_the_file_apart_is_found_by_trying() -> None:
    document, saved = docx.Document(), io.BytesIO()
    document.add_paragraph("{% for one in goals %}{{ one.goal }}")
    document.add_table(1, 1).cell(0, 0).text = "{% endfor %}"
    document.save(saved)

    assert check(saved.getvalue(), fields_of(form_of("T02"))).faults == (Fault(reason=Reason.BROKEN_FIELD),)


def test_fields_in_headers_are_looked_at_too() -> None:
    document, saved = docx.Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "{{ salary }}"
    document.save(saved)

    assert check(saved.getvalue(), T06).faults == (Fault(reason=Reason.UNKNOWN_FIELD, name="salary"),)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("word__vbaProject.bin", Reason.MACROS),
        ("word__activeX__activeX1.xml", Reason.MACROS),
        ("customUI__customUI.xml", Reason.MACROS),
        ("word__embeddings__sheet.xlsx", Reason.EMBEDDED),
        ("word__afchunk.html", Reason.EMBEDDED),
        ("word__setup.exe", Reason.EMBEDDED),
    ],
)
def test_what_could_run_or_be_unpacked_is_refused(name: str, reason: Reason) -> None:
    assert {one.reason for one in check(with_parts(**{name: b"<x/>"}), T06).faults} == {reason}


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [("hyperlink", set()), ("attachedTemplate", {Reason.LINKED}), ("image", {Reason.LINKED})],
)
def test_only_hyperlinks_may_lead_out(kind: str, reasons: set[Reason]) -> None:
    relation = f'<Relationship Id="x1" Type="http://x/{kind}" Target="https://example.org/x" TargetMode="External"/>'
    parts = unpacked(own("{{ mentee_name }}"))
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")

    assert {one.reason for one in check(packed(parts), T06).faults} == reasons


@pytest.mark.parametrize("code", ["DDEAUTO c:\\x", 'INCLUDETEXT "http://x"', "INCLUDEPICTURE x", "MACROBUTTON x"])
def test_fields_that_fetch_or_start_something_are_refused(code: str) -> None:
    parts = unpacked(template("T06", PaperLanguage.EN))
    said = f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>".encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", said + b"<w:sectPr")

    assert check(packed(parts), T06).faults == (Fault(reason=Reason.LIVE_FIELD, name=code.split(maxsplit=1)[0]),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.UNREADABLE),
        (b"PK\x03\x04", Reason.UNREADABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Reason.LOCKED),
        (packed({"a.txt": b"x"}), Reason.UNREADABLE),
        (packed({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<!DOCTYPE x><x/>"}), Reason.UNREADABLE),
        (packed({"[Content_Types].xml": b"<a/>", "word/document.xml": b" " * 20_000_000}), Reason.TOO_MUCH),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, reason: Reason) -> None:
    assert [one.reason for one in check(data, T06).faults] == [reason]
