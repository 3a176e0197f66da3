"""The names of filed documents are safe on every computer, whatever people and groups are called."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.file_names import LONGEST, ending_of, filed_name, latin, stem_of

DAY = date(2026, 11, 23)
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[a-z0-9]{3,4})?")


def test_it_names_document_group_person_day_and_version() -> None:
    assert filed_name("T04", "Nova", "Maria", DAY, version=2, ending="pdf") == "T04_Nova_Maria_2026-11-23_v2.pdf"


def test_nobody_and_several_files() -> None:
    assert filed_name("T03", "Nova", "", DAY, version=1, ending="jpg", part=2) == "T03_Nova_2026-11-23_v1_2.jpg"


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Мария Щерева", "Maria-Shtereva"),
        ("Цветан Жеков", "Tsvetan-Zhekov"),
        ("Група „Изгрев“ № 3", "Grupa-Izgrev-No-3"),
        ("България", "Bulgaria"),
        ("Синьо", "Sinyo"),
        ("José Ñandú", "Jose-Nandu"),
        ("../../etc/passwd", "Etc-Passwd"),
        ("李雷", ""),
    ],
)
def test_names_are_spelled_by_sound(name: str, spelled: str) -> None:
    assert latin(name) == spelled


def test_only_endings_of_documents_and_pictures_stay() -> None:
    assert [ending_of(name) for name in ("a.PDF", "a.docx", "a.exe", "noending")] == ["pdf", "docx", "", ""]
    assert [stem_of(name) for name in ("essay.pdf", "a.exe")] == ["essay", "a.exe"]


@given(st.text(), st.text(), st.text(), st.integers(1, 999), st.integers(0, 99))
def test_every_name_is_short_and_safe(title: str, group: str, person: str, version: int, part: int) -> None:
    name = filed_name(title, group, person, DAY, version=version, ending="docx", part=part)

    assert SAFE.fullmatch(name)
    assert len(name) <= LONGEST
