"""Days as people type them, in either language."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.said_days import day_said

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1.12", date(2026, 12, 1)),
        (" 01.12. ", date(2026, 12, 1)),
        ("23.11", TODAY),
        ("22.11", date(2027, 11, 22)),
        ("5/1", date(2027, 1, 5)),
        ("22.11.2026", date(2026, 11, 22)),
        ("05.12.26 г.", date(2026, 12, 5)),
        ("2026-12-05", date(2026, 12, 5)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(said: str, meant: date) -> None:
    assert day_said(said, today=TODAY) == meant


@pytest.mark.parametrize("said", ["", "soon", "утре", "31.02", "0.1", "12", "29.2.2027", "2026-13-01", "1.12.20266"])
def test_what_is_no_day_is_none(said: str) -> None:
    assert day_said(said, today=TODAY) is None
