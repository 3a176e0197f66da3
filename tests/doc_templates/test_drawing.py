"""The Word files of the kit are those that the forms say, and are made as people and printers need them."""

from __future__ import annotations

from collections import Counter

import pytest

from doc_templates.drawing.elements import NAMESPACES, W
from doc_templates.drawing.file import draw
from doc_templates.fields import COMMON, OF_THE_DOCUMENT, fields_of
from doc_templates.forms.vocabulary import Answer, Choice, Grid, Rating
from doc_templates.kit import FORMS, form_of, template
from doc_templates.packages import unpacked
from doc_templates.reading_text import parsed, tag_of
from mentoring.papers import PaperKind, PaperLanguage
from tests.doc_templates.filled_forms import all_forms

ALL_FORMS = [pytest.param(*one, id="-".join(one)) for one in all_forms()]
EIGHT_MM, TWELVE_MM = 453, 680
LOCALES = {PaperLanguage.EN: "en-GB", PaperLanguage.BG: "bg-BG", PaperLanguage.BOTH: "bg-BG"}


def test_the_kit_is_whole() -> None:
    assert list(FORMS) == [*(f"T{number:02}" for number in range(15)), *(f"X{number:02}" for number in range(1, 10))]
    assert [code for code, form in FORMS.items() if form.bilingual] == ["T04", "X06"]


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_what_is_committed_is_what_the_forms_say(code: str, language: PaperLanguage, kind: PaperKind) -> None:
    """After a change: `uv run python -m doc_templates.drawing`."""
    assert unpacked(template(code, language, kind)) == unpacked(draw(form_of(code, kind), language))


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_each_answer_is_in_a_control_of_its_own(code: str, language: PaperLanguage, kind: PaperKind) -> None:
    form = form_of(code, kind)
    body = parsed(unpacked(template(code, language, kind))["word/document.xml"])
    tags = Counter(tag_of(one) for one in body.iter(f"{{{W}}}sdt"))
    asked = [one.name for one in form.blocks if isinstance(one, Answer)]
    asked += [f"{one.name}.{option.key}" for one in form.blocks if isinstance(one, Choice) for option in one.options]
    asked += [f"{one.name}[].{column.name}" for one in form.blocks if isinstance(one, Grid) for column in one.columns]
    asked += [
        f"{one.name}.{item.key}.{mark}"
        for one in form.blocks
        if isinstance(one, Rating)
        for item in one.items
        for mark in range(1, one.best + 1)
    ]

    assert {tag: tags[tag] for tag in asked if tags[tag] != 1} == {}
    assert [tag for tag in tags if len(tag) > 64] == []


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_a_page_can_be_written_on_by_hand(code: str, language: PaperLanguage, kind: PaperKind) -> None:
    body = parsed(unpacked(template(code, language, kind))["word/document.xml"])
    texts = [one for one in body.iter(f"{{{W}}}sdt") if one.find("w:sdtPr/w14:checkbox", NAMESPACES) is None]
    heights = {}
    for one in texts:
        row = next(one.iterancestors(f"{{{W}}}tr"), None)
        height = None if row is None else row.find("w:trPr/w:trHeight", NAMESPACES)
        if height is not None:
            heights[tag_of(one)] = int(height.get(f"{{{W}}}val"))

    assert {tag: height for tag, height in heights.items() if height < EIGHT_MM} == {}
    assert {tag: height for tag, height in heights.items() if tag.startswith("signers") and height < TWELVE_MM} == {}
    assert [row for row in body.iter(f"{{{W}}}tr") if row.find("w:trPr/w:cantSplit", NAMESPACES) is None] == []


@pytest.mark.parametrize(("code", "language", "kind"), ALL_FORMS)
def test_word_is_told_which_language_it_reads(code: str, language: PaperLanguage, kind: PaperKind) -> None:
    styles = parsed(unpacked(template(code, language, kind))["word/styles.xml"])
    told = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES)

    assert told.get(f"{{{W}}}val") == LOCALES[language]


def test_no_form_gives_one_name_to_two_fields() -> None:
    for form in FORMS.values():
        fields = fields_of(form)
        kinds = [*fields.tables, *fields.choices, *fields.ratings]
        assert len(kinds) == len(set(kinds))
        assert not set(kinds) & (fields.texts | OF_THE_DOCUMENT)
        assert fields.texts >= COMMON
        assert not fields.texts & OF_THE_DOCUMENT
