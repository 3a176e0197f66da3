"""Yes and no as people type them instead of pressing."""

from __future__ import annotations

import pytest

from mentoring.use_cases.yes_no import understood

YES = [
    "Да",
    "да.",
    "ДА!",
    "da",
    "Yes, please",
    "ok",
    "ОК",
    "+",
    "👍",
    "👍🏽",
    "👌",
    "Добре",
    "dobre",
    "Съгласна",
    "suglasen",
]
NO = ["Не", "не, благодаря", "No, thanks!", "ne", "NE", "-", "👎🏻", "❌"]
NEITHER = ["", " ", "да не", "не знам", "nesto", "yesterday", "моля", "Не съм Иван", "5", "дай ми време", "..."]


@pytest.mark.parametrize(
    ("said", "meant"),
    [*((one, True) for one in YES), *((one, False) for one in NO), *((one, None) for one in NEITHER)],
)
def test_it_is_understood_in_both_languages_and_not_guessed(said: str, meant: bool | None) -> None:  # noqa: FBT001
    assert understood(said) is meant
