"""A code on a poster is typed by people in a hurry, on keyboards of two alphabets."""

from __future__ import annotations

import pytest

from mentoring.group_codes import as_typed, new_code


@pytest.mark.parametrize(
    "typed", ["NOVA-7K2", "nova-7k2", "Nova 7k2", " nova7K2 ", "Нова-7к2", "НОВА 7К2", "nova–7k2."]
)
def test_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    assert as_typed(typed) == "NOVA-7K2"


@pytest.mark.parametrize("said", ["", "да", "ok", "7K2", "hello there, who are you", "NOVA-7Q0", "🙂🙂🙂🙂"])
def test_what_cannot_be_a_code_is_none(said: str) -> None:
    assert as_typed(said) is None


@pytest.mark.parametrize(
    ("name", "begins"),
    [("Nova", "NOVA-"), ("Нова", "NOVA-"), ("Жълта щука", "ZHALTASH-"), ("Start 2026!", "START202-"), ("★", "GROUP-")],
)
def test_a_new_code_begins_with_the_name_and_reads_back_as_itself(name: str, begins: str) -> None:
    code = new_code(name)

    assert code.startswith(begins)
    assert as_typed(code.lower()) == code


def test_new_codes_of_one_name_differ() -> None:
    assert len({new_code("Nova") for _ in range(50)}) > 40
