"""Names as people paste them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.names import LONGEST, MOST, cleaned, has_letters, listed, new_among


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Vera   Dimova ", "Vera Dimova"),
        ("Vera\nDimova", "Vera Dimova"),
        ("Ве\u0301ра", "Ве\u0301ра"),
        ("Jose\u0301", "José"),
        ("Vera\u202egro.live", "Veragro.live"),
        ("Ve\u200bra\u2066", "Vera"),
        ("Vera\x00\x1b[31m", "Vera[31m"),
        ("\ud800Vera", "Vera"),
        ("х" * 500, "х" * LONGEST),
        ("\u202e\u200b", ""),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_hides_or_reorders(typed: str, shown: str) -> None:
    assert cleaned(typed) == shown


@given(st.text())
def test_whatever_is_typed_becomes_one_safe_line(typed: str) -> None:
    name = cleaned(typed)

    assert len(name) <= LONGEST
    assert not any(unicodedata.category(char).startswith("C") for char in name)
    assert cleaned(name) == name
    name.encode()


def test_a_pasted_list_loses_its_marks_and_repetitions() -> None:
    pasted = "1. Vera Dimova\n2) Ilya Kolev\n\n- Petya Hristova\n• vera dimova\n***\n12"

    assert [*listed(pasted)] == ["Vera Dimova", "Ilya Kolev", "Petya Hristova"]


def test_a_list_ends_somewhere() -> None:
    assert len(listed("\n".join(f"Name {chr(0x410 + n % 32)}{n}" for n in range(500)))) == MOST


def test_names_that_are_known_are_left_out() -> None:
    assert [*new_among(["Vera", "Ilya"], ["VERA"])] == ["Ilya"]


@pytest.mark.parametrize(("name", "is_one"), [("Вера", True), ("李", True), ("123", False), ("👍", False), ("", False)])
def test_a_name_has_letters(name: str, *, is_one: bool) -> None:
    assert has_letters(name) is is_one
