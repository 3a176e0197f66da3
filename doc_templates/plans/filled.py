"""Finds the session plan in a Word file from outside, as people left it. Call it in the workshop."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from doc_templates.packages import MAIN, opened
from doc_templates.plans.grids import grids, pictures, turned, without_prompts
from doc_templates.plans.headings import column_of
from doc_templates.reading import read_back
from doc_templates.reading_text import parsed
from mentoring.plan_rows import Column, Written, WrittenPlan, WrittenRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from doc_templates.plans.grids import Grid, Square

#: A heading stands at most so many rows below the top of its table.
_HEADING_WITHIN = 6
#: Of a plan whose sessions stand side by side; and of what is told as left out.
_MOST_LINES = 40
_MOST_SESSIONS, _LONGEST_LINE, _LONGEST_CELL = 60, 200, 2_000
#: Of a table: with fewer columns it is a list of tasks, of signatures, of goals.
_FEWEST = 3
#: One of these makes a table with days a plan of sessions.
_TELLING = {Column.HOURS, Column.BEGINS, Column.KIND, Column.TOPIC, Column.MODE}
_OF_OUR_FORM = "sessions[]."
_BLANK_SIGNS = " -–—_./…"


def is_plan(data: bytes) -> bool:
    """Whether it has a table of sessions, whatever it is called. Raises Locked, TooMuch or Unreadable."""
    return bool(_parts(grids(parsed(opened(data).read(MAIN)))))


def read_plan(file: Path) -> WrittenPlan:
    """Raises Locked, TooMuch or Unreadable."""
    data = file.read_bytes()
    body = parsed(opened(data).read(MAIN))
    shown = pictures(body)
    without_prompts(body)
    back = read_back(data)
    known = {back.identity.record_id} if back.identity is not None else set()
    ids = {str(one) for one in (*back.record_ids, *known) if one}
    plan = _together(_parts(grids(body)))
    return replace(plan, pictures=shown, record_ids=tuple(sorted(ids)))


def _together(parts: Sequence[WrittenPlan]) -> WrittenPlan:
    """What is more than anybody plans is told as left out."""
    rows = [row for part in parts for row in part.rows]
    left_out = [line for part in parts for line in part.left_out]
    left_out += [" ".join(cell.text for cell in row.cells.values()) for row in rows[_MOST_SESSIONS:]]
    return WrittenPlan(
        found=bool(parts),
        columns=tuple(dict.fromkeys(one for part in parts for one in part.columns)),
        rows=tuple(rows[:_MOST_SESSIONS]),
        left_out=tuple(line[:_LONGEST_LINE] for line in left_out[:_MOST_LINES]),
        unread_columns=tuple(dict.fromkeys(one[:_LONGEST_LINE] for part in parts for one in part.unread_columns)),
    )


def _parts(tables: Sequence[Grid]) -> list[WrittenPlan]:
    """A table without a heading that follows a plan and is as wide goes on with it."""
    parts: list[WrittenPlan] = []
    before: Sequence[Column | None] = ()
    for grid in tables:
        headed = _headed(grid) or (_headed(turned(grid), whole=True) if len(grid) <= _MOST_LINES else None)
        if headed is not None:
            rows, before, unread = headed
            parts.append(_plan(rows, before, unread))
        elif before and len(grid[0]) == len(before) and _has_days(grid, before):
            parts.append(_plan(grid, before, ()))
        else:
            before = ()
    return parts


def _headed(grid: Grid, *, whole: bool = False) -> tuple[Grid, Sequence[Column | None], tuple[str, ...]] | None:
    """The rows below the heading that tells most, and what its columns stand for.

    `whole`: only what knows most of its headings; anything looks like a heading when it is turned.
    """
    best: tuple[Grid, Sequence[Column | None], tuple[str, ...]] | None = None
    for at in range(min(_HEADING_WITHIN, len(grid))):
        for deep in (1, 2) if any(one.as_left for one in grid[at]) else (1,):
            said = [_heading(grid, place, at, deep) for place in range(len(grid[0]))]
            columns = _columns(said, grid[at + deep :])
            telling = sum(1 for one in columns if one is not None)
            enough = _is_plan(columns) and (not whole or telling * 2 > len(columns))
            if enough and (best is None or telling > sum(1 for one in best[1] if one is not None)):
                unread = tuple(words for words, one in zip(said, columns, strict=True) if words and one is None)
                best = grid[at + deep :], columns, unread
    return best


def _heading(grid: Grid, place: int, at: int, deep: int) -> str:
    """The lowest row of a heading that says something; the one above says what several columns are about."""
    rows = [row[place] for row in grid[at : at + deep]]
    known = [one.written.text for one in reversed(rows) if column_of(one.written.text) is not None]
    return known[0] if known else rows[0].written.text


def _columns(said: Sequence[str], below: Grid) -> list[Column | None]:
    """By the words, else by the controls of our form that stand below them."""
    columns = [column_of(words) or _by_tags(below, place) for place, words in enumerate(said)]
    if Column.DATE not in columns and Column.WEEKDAY in columns:
        columns[columns.index(Column.WEEKDAY)] = Column.DATE
    return columns


def _by_tags(below: Grid, place: int) -> Column | None:
    tags = Counter(row[place].tag for row in below if row[place].tag.startswith(_OF_OUR_FORM))
    said = tags.most_common(1)[0][0].removeprefix(_OF_OUR_FORM) if tags else ""
    return Column(said) if said in set(Column) else None


def _is_plan(columns: Sequence[Column | None]) -> bool:
    known = {one for one in columns if one is not None}
    return Column.DATE in known and len(known) >= _FEWEST and bool(known & _TELLING)


def _has_days(grid: Grid, columns: Sequence[Column | None]) -> bool:
    place = columns.index(Column.DATE)
    return any(any(sign.isdecimal() for sign in row[place].written.text) for row in grid)


def _plan(rows: Grid, columns: Sequence[Column | None], unread: tuple[str, ...]) -> WrittenPlan:
    found: list[WrittenRow] = []
    left_out: list[str] = []
    for row in rows:
        if _is_heading(row, columns):
            continue
        if _is_one_line(row):
            left_out += [row[0].written.text] if row[0].written.text else []
        elif _goes_on(row, columns) and found:
            found[-1] = WrittenRow(cells=_joined(found[-1].cells, dict(_cells(row, columns, anew=True))))
        elif cells := _said(dict(_cells(row, columns))):
            found.append(WrittenRow(cells=cells))
    known = tuple(dict.fromkeys(one for one in columns if one is not None))
    return WrittenPlan(found=True, columns=known, rows=tuple(found), left_out=tuple(left_out), unread_columns=unread)


def _is_heading(row: Sequence[Square], columns: Sequence[Column | None]) -> bool:
    """Said again on the next page."""
    said = [column_of(square.written.text) for square in row]
    same = sum(1 for one, column in zip(said, columns, strict=True) if one is not None and one is column)
    return same * 2 > sum(1 for square in row if square.written)


def _is_one_line(row: Sequence[Square]) -> bool:
    """A remark between the sessions, from one side to the other."""
    return len(row) > 1 and all(square.as_left for square in row[1:])


def _goes_on(row: Sequence[Square], columns: Sequence[Column | None]) -> bool:
    """The day and the hours are those of the row above, in merged cells: more lines about the same session."""
    when = [square for square, column in zip(row, columns, strict=True) if column in {Column.DATE, Column.HOURS}]
    return all(square.as_above for square in when)


def _cells(
    row: Sequence[Square], columns: Sequence[Column | None], *, anew: bool = False
) -> Iterator[tuple[Column, Written]]:
    """What two columns say about one thing stands in one cell. `anew`: without what is merged with the row above."""
    cells: dict[Column, Written] = {}
    for square, column in zip(row, columns, strict=True):
        if column is not None and not square.as_left and not (anew and square.as_above):
            cells = _joined(cells, {column: square.written})
    yield from cells.items()


def _joined(one: Mapping[Column, Written], other: Mapping[Column, Written]) -> dict[Column, Written]:
    joined = dict(one)
    for column, cell in other.items():
        before = joined.get(column, Written())
        lines = dict.fromkeys(text for text in (before.text, cell.text) if text)
        joined[column] = Written(
            text="\n".join(lines)[:_LONGEST_CELL],
            struck=" ".join(text for text in (before.struck, cell.struck) if text),
            picture=before.picture or cell.picture,
        )
    return joined


def _said(cells: Mapping[Column, Written]) -> dict[Column, Written]:
    """Nothing for a row that only bears a number: it waits for a session."""
    said = {
        column: cell for column, cell in cells.items() if cell.text.strip(_BLANK_SIGNS) or cell.struck or cell.picture
    }
    return said if said.keys() - {Column.NUMBER} else {}
