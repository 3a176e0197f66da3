"""Session plans come back in every shape: what is taken is right, and what is doubtful is asked."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doc_templates.plans.filled import read_plan
from mentoring.plan_reading.rows import understood
from tests.doc_templates.plan_cases import CORPUS
from tests.doc_templates.plans import GOOGLE, LIBRE, WORD, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mentoring.plan_rows import Cell, Hours, PlanRow, WrittenPlan
    from tests.doc_templates.plan_cases import Sent

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=ZoneInfo("Europe/Sofia"))


def read(data: bytes, folder: Path) -> WrittenPlan:
    file = folder / "plan.docx"
    file.write_bytes(data)
    return read_plan(file)


def rows(data: bytes, folder: Path) -> tuple[PlanRow, ...]:
    return understood(read(data, folder).rows, NOW)


def in_short(row: PlanRow) -> str:
    day = str(row.day.value) if row.day.doubt is None else f"?{row.day.doubt}"
    return f"{day} {hours_of(row.hours)}"


def hours_of(cell: Cell[Hours]) -> str:
    if cell.value is None:
        return f"?{cell.doubt}"
    ends = cell.value.ends
    return f"{cell.value.begins:%H:%M}" + (f"-{ends:%H:%M}" if ends else "")


@pytest.mark.parametrize("sent", CORPUS, ids=lambda sent: sent.about)
def test_every_day_that_is_taken_is_right_and_every_doubtful_one_is_asked(sent: Sent, tmp_path: Path) -> None:
    assert tuple(in_short(row) for row in rows(sent.data, tmp_path)) == sent.taken


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(CORPUS) >= 40
    assert len({one.about for one in CORPUS}) == len(CORPUS)


def as_month_of(language: str, day: date) -> str:
    names = {"en": "January February March April May June July August September October November December"}
    names["bg"] = "януари февруари март април май юни юли август септември октомври ноември декември"
    return names[language].split()[day.month - 1]


def weekday_of(language: str, day: date) -> str:
    names = {"en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"}
    names["bg"] = "понеделник вторник сряда четвъртък петък събота неделя"
    return names[language].split()[day.weekday()]


CLEAR: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%d.%m.%y} г.",
    lambda day: f"{day.day} {as_month_of('bg', day)} {day.year} г.",
    lambda day: f"{weekday_of('bg', day)}, {day.day}.{day.month:02}.{day.year}",
    lambda day: f"{day.day} {as_month_of('en', day)[:3]} {day.year}",
    lambda day: f"{as_month_of('en', day)} {day.day}, {day.year}",
    lambda day: f"{weekday_of('en', day)} {day.day} {as_month_of('en', day)} {day.year}",
)
UNCLEAR: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.month}/{day.day}/{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.month}-{day.day}-{day.year}",
    lambda day: f"{day.day}/{day.month}",
    lambda day: f"{day.day}.{day.month}",
    lambda day: f"{as_month_of('en', day)} {day.day}",
    lambda day: f"{day.day} {as_month_of('bg', day)}",
    lambda day: f"{weekday_of('bg', day + timedelta(days=1))}, {day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day}–{day.day + 1} {as_month_of('en', day)} {day.year}",
    lambda day: str(day.day).replace("1", "l").replace("0", "O") + f".{day.month}.{day.year}",
)
SYNONYMS = {
    "day": ("Date", "Дата", "Кога", "When", "Дата / Date", "Планирана дата"),
    "hours": ("Time", "От–до", "Час", "From – to", "Часове / Time"),
    "kind": ("Kind", "Вид", "Session type", "Вид на срещата"),
    "topic": ("Topic", "Тема", "Тема / Topic"),
    "other": ("Notes", "Бележки", "Weather", ""),
}
CELLS = {"hours": "18:00–19:30", "kind": "employability", "topic": "CV", "other": "3/4"}
UP_TO_A_YEAR = st.dates(min_value=NOW.date() + timedelta(days=1), max_value=NOW.date() + timedelta(days=360))


@st.composite
def shuffled(draw: st.DrawFn, spellings: Sequence[Callable[[date], str]]) -> tuple[date, bytes]:
    day = draw(UP_TO_A_YEAR)
    names = draw(st.permutations(list(SYNONYMS)))
    heads = [draw(st.sampled_from(SYNONYMS[name])) for name in names]
    said = draw(st.sampled_from(spellings))(day)
    editor = draw(st.sampled_from((WORD, LIBRE, GOOGLE)))
    return day, plan(editor, heads, [CELLS.get(name, said) for name in names])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=shuffled(CLEAR))
def test_a_day_is_found_in_any_column_and_clear_spelling(sent: tuple[date, bytes], tmp_path: Path) -> None:
    day, data = sent
    assert [in_short(row) for row in rows(data, tmp_path)] == [f"{day} 18:00-19:30"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=shuffled(UNCLEAR))
def test_no_spelling_is_taken_for_another_day(sent: tuple[date, bytes], tmp_path: Path) -> None:
    day, data = sent
    (row,) = rows(data, tmp_path)
    assert row.day.value in {None, day}
    assert (row.day.value is None) is (row.day.doubt is not None)
