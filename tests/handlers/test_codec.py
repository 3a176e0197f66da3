"""Buttons survive the trip through Telegram, and nothing else gets in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.codec import LIMIT_BYTES, Button, pack, unpack
from mentoring.acts import Act


class Colour(StrEnum):
    RED = "r"
    BLUE = "b"


@dataclass(frozen=True, kw_only=True, slots=True)
class Example(Button):
    prefix: ClassVar[str] = "ex"
    act: ClassVar[Act] = Act.START
    number: int
    sure: bool
    day: date
    colour: Colour


examples = st.builds(
    Example,
    number=st.integers(min_value=-(2**63) + 1, max_value=2**63 - 1),
    sure=st.booleans(),
    day=st.dates(min_value=date(1000, 1, 1)),
    colour=st.sampled_from(Colour),
)


@given(examples)
def test_what_is_packed_comes_back_and_fits(button: Example) -> None:
    data = pack(button)

    assert unpack(Example, data) == button
    assert len(data.encode()) <= LIMIT_BYTES


@given(st.text(max_size=64))
def test_no_other_text_is_read_as_a_button(data: str) -> None:
    read = unpack(Example, data)

    assert read is None or pack(read) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "ex",
        "ex:1:1:20260101",
        "ex:1:2:20260101:r",
        "ex:1:1:20260101:g",
        "ex:01:1:20260101:r",
        "EX:1:1:20260101:r",
        "ex:1:1:2026-01-01:r",
        "ex:1y2p0ij32e8e8:1:20260101:r",
    ],
)
def test_cut_and_forged_buttons_are_refused(data: str) -> None:
    assert unpack(Example, data) is None
