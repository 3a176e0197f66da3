"""Names in an archive open everywhere, whatever people called their files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.export_names import LONGEST, all_different, safe


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("essay.pdf", "essay.pdf"),
        ("Дневник на Вера Щерева.pdf", "Dnevnik_na_Vera_Shtereva.pdf"),
        ("Résumé – final.docx", "Resume_final.docx"),
        ("../../etc/passwd", "etc_passwd"),
        ("C:\\Windows\\system32.dll", "C_Windows_system32.dll"),
        (".hidden", "hidden"),
        ("con.pdf", "_con.pdf"),
        ("文件.pdf", "pdf"),
        ("", "file"),
    ],
)
def test_a_name_is_spelled_in_latin_letters_and_is_no_path(name: str, expected: str) -> None:
    assert safe(name) == expected


def test_files_of_one_name_are_numbered_also_where_only_the_capitals_differ() -> None:
    assert all_different(["a.pdf", "A.PDF", "а.pdf", "my-data.json"], taken=["my-data.json"]) == [
        "a.pdf",
        "A-2.PDF",
        "a-3.pdf",
        "my-data-2.json",
    ]


@given(st.lists(st.text(max_size=200), max_size=8))
def test_whatever_they_are_called_the_names_are_safe_and_all_different(names: list[str]) -> None:
    found = all_different(names)

    assert len({one.casefold() for one in found}) == len(names)
    assert [one for one in found if not one or not one.isascii() or one.startswith(".") or "/" in one] == []
    assert max((len(one) for one in found), default=0) <= LONGEST + 10
