"""Many forms for a printer: each on a sheet of its own, none of them lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

from doc_templates.making import CannotConvert
from doc_templates.orders import FormToMake, Identity
from doc_templates.printing import bind, make_forms
from doc_templates.reading import read_back
from mentoring.papers import PaperLanguage
from mentoring.record_ids import new_record_id

if TYPE_CHECKING:
    from pathlib import Path


def a_pdf(file: Path, pages: int) -> Path:
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(595, 842))
        made.save(file)
    return file


@pytest.mark.parametrize(("lengths", "sheets"), [([1], [2]), ([2], [2]), ([1, 2, 3], [2, 2, 4]), ([4, 1], [4, 2])])
def test_every_form_begins_on_a_sheet_of_its_own(tmp_path: Path, lengths: list[int], sheets: list[int]) -> None:
    files = tuple(a_pdf(tmp_path / f"{number}.pdf", pages) for number, pages in enumerate(lengths))

    assert bind(files, tmp_path / "pack.pdf") == sum(sheets)


def forms(*codes: str) -> tuple[FormToMake, ...]:
    return tuple(
        FormToMake(
            identity=Identity(code=code, language=PaperLanguage.BG, record_id=new_record_id()),
            facts={"mentee_name": "Вера"},
        )
        for code in codes
    )


def test_each_form_is_a_file(tmp_path: Path) -> None:
    files = (tmp_path / "001.docx", tmp_path / "002.docx")

    assert make_forms(forms("T02", "T07"), files, None) == 2
    assert [read_back(file.read_bytes()).code for file in files] == ["T02", "T07"]


def test_a_converter_that_makes_nothing_is_told(tmp_path: Path) -> None:
    idle = tmp_path / "soffice"
    idle.write_text("#!/bin/sh\n")
    idle.chmod(0o700)

    with pytest.raises(CannotConvert):
        make_forms(forms("T02"), (tmp_path / "001.docx",), idle)
