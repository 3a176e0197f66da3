"""The index of an evidence pack: nothing in it is cut off, and nothing in it is an order to Word or Excel."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from doc_templates.evidence import write_index
from mentoring.packs import Index, Table

if TYPE_CHECKING:
    from pathlib import Path

LONG = "Посещение в музея на занаятите " * 6
HEAD = ("Document", "Person", "Place")


def index(*rows: tuple[str, str, str], title: str = "Evidence pack: Nova") -> Index:
    return Index(title=title, lines=("P",), tables=(Table(name="Filed", head=HEAD, widths=(3, 2, 5), rows=rows),))


def sheet(excel: Path) -> str:
    with zipfile.ZipFile(excel) as opened:
        return opened.read("xl/worksheets/sheet1.xml").decode()


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "index.docx", tmp_path / "index.xlsx"


def test_a_row_is_as_high_as_its_longest_words_need(made: tuple[Path, Path]) -> None:
    assert write_index(index(("T01", "Vera", "1_Managing/001_T01.pdf"), (LONG, "Vera", "2")), *made) == 2

    heights = [float(one) for one in re.findall(r'<row [^>]* ht="([0-9.]+)"', sheet(made[1]))]
    assert heights == [60.0]


def test_columns_are_as_wide_as_what_stands_in_them_up_to_a_line(made: tuple[Path, Path]) -> None:
    write_index(index(("T01", "Vera", LONG)), *made)

    document, person, place = (float(one) for one in re.findall(r'<col [^>]*width="([0-9.]+)"', sheet(made[1])))
    assert person < document < place < 62


def test_an_ampersand_in_the_name_of_a_group_is_no_order(made: tuple[Path, Path]) -> None:
    write_index(index(title="Evidence pack: A&B&R"), *made)

    assert "<oddHeader>&amp;LEvidence pack: A&amp;&amp;B&amp;&amp;R&amp;R&amp;A</oddHeader>" in sheet(made[1])


def test_what_begins_like_a_formula_is_words(made: tuple[Path, Path]) -> None:
    write_index(index(("=1+1", "+49", "@x")), *made)

    assert "<f>" not in sheet(made[1])


def test_the_table_of_the_word_file_has_every_row(made: tuple[Path, Path]) -> None:
    write_index(index(("T01", "Vera", "a"), (LONG, "Ilya", "b")), *made)

    [table] = docx.Document(str(made[0])).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [*HEAD],
        ["T01", "Vera", "a"],
        [LONG, "Ilya", "b"],
    ]
