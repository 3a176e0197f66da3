"""Puts an answer into the cell of a plan that was asked about, as if it had been written so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from mentoring.plan_reading.clocks import taken_out
from mentoring.plan_rows import Column, Hours, RowStatus, Written
from mentoring.sessions import Place, SessionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mentoring.plan_rows import WrittenPlan, WrittenRow

Answer: TypeAlias = date | Hours | Place | SessionKind | RowStatus


def answered(plan: WrittenPlan, lines: Collection[int], column: Column, answer: Answer) -> WrittenPlan:
    """`lines` count the rows from 1."""
    rows = [
        replace(row, cells=_with(row.cells, column, answer)) if line in lines else row
        for line, row in enumerate(plan.rows, 1)
    ]
    return replace(plan, rows=tuple(rows))


def left_out(plan: WrittenPlan, line: int) -> WrittenPlan:
    return replace(plan, rows=tuple(_out(row) if at == line else row for at, row in enumerate(plan.rows, 1)))


def _out(row: WrittenRow) -> WrittenRow:
    return replace(row, left_out=True)


def _with(cells: Mapping[Column, Written], column: Column, answer: Answer) -> dict[Column, Written]:
    changed = dict(cells)
    if column is Column.DATE:
        beside = taken_out(_text(cells, Column.DATE))[1]
        if beside and Column.HOURS not in cells:
            changed[Column.HOURS] = Written(text=beside)
        changed.pop(Column.WEEKDAY, None)
    if column is Column.HOURS:
        if Column.DATE in cells:
            changed[Column.DATE] = replace(cells[Column.DATE], text=taken_out(_text(cells, Column.DATE))[0].strip())
        for other in (Column.BEGINS, Column.ENDS, Column.LENGTH):
            changed.pop(other, None)
    changed[column] = Written(text=as_text(answer), sure=True)
    return changed


def as_text(answer: Answer) -> str:
    """As it is understood again without a doubt."""
    match answer:
        case date():
            return answer.isoformat()
        case Hours(begins=begins, ends=ends):
            return f"{begins:%H:%M}" if ends is None else f"{begins:%H:%M}–{ends:%H:%M}"
        case _:
            return answer.value


def _text(cells: Mapping[Column, Written], column: Column) -> str:
    return cells[column].text if column in cells else ""
