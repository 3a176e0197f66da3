"""A whole plan as it is understood: each row with its doubts, and what the rows tell about one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from mentoring.plan_reading.clocks import taken_out
from mentoring.plan_reading.days import Asked, day_in
from mentoring.plan_reading.hours import Habit, habit_of, hours_in, lasting
from mentoring.plan_reading.parts import parted
from mentoring.plan_reading.stages import stage_in
from mentoring.plan_reading.words import kind_in, mode_in, status_in
from mentoring.plan_rows import Cell, Column, Doubt, Hours, PlanRow, RowStatus, Value, Written
from mentoring.sessions import USUAL_LENGTH, Place, SessionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring.plan_rows import WrittenRow

AnyCell: TypeAlias = Cell[RowStatus] | Cell[date] | Cell[Hours] | Cell[Place] | Cell[SessionKind]

_WORDS = (
    Column.PLACE,
    Column.TOPIC,
    Column.RESULT,
    Column.GOALS,
    Column.PREPARATION,
    Column.HOMEWORK,
    Column.DOCUMENTS,
    Column.RESPONSIBLE,
)
_HIGHEST_NUMBER = 200


def understood(rows: Sequence[WrittenRow], now: datetime) -> tuple[PlanRow, ...]:
    """`now` is the wall time of the plan's zone. Rows that are left out keep their line."""
    habit = habit_of(_said_hours(row.cells)[1] for row in rows)
    read = [_row(line, row.cells, habit, now) for line, row in enumerate(rows, 1) if not row.left_out]
    return tuple(_at_odds(_with_numbers(read), rows))


def _row(line: int, cells: Mapping[Column, Written], habit: Habit, now: datetime) -> PlanRow:
    status = _status(cells, now)
    over = status.value is not None and (status.value.is_over or status.value is RowStatus.CANCELLED)
    words = parted({column: cells[column].text for column in _WORDS if column in cells and cells[column].text})
    hours = _hours(cells, habit)
    return PlanRow(
        line=line,
        number=_number(_text(cells, Column.NUMBER)),
        day=_on_time(_day(cells, now.date(), over=over), hours, now, cells, over=over),
        hours=hours,
        mode=_unless_struck(mode_in(_text(cells, Column.MODE), _text(cells, Column.PLACE)), cells, Column.MODE),
        kind=_unless_struck(kind_in(_text(cells, Column.KIND), _text(cells, Column.TOPIC)), cells, Column.KIND),
        stage=stage_in(_text(cells, Column.KIND)),
        status=status,
        held_on=_held_on(cells, now.date()),
        words=words,
    )


def _day(cells: Mapping[Column, Written], today: date, *, over: bool) -> Cell[date]:
    cell = cells.get(Column.DATE, Written())
    asked = Asked(today=today, weekday=_text(cells, Column.WEEKDAY), over=over, sure=cell.sure)
    said = _said_hours(cells)[0]
    if not said.strip() and cell.struck:
        crossed = day_in(taken_out(cell.struck)[0], asked)
        return Cell(raw=cell.struck, doubt=Doubt.STRUCK, choices=crossed.options)
    read = replace(day_in(said, asked), raw=cell.text)
    if cell.picture and read.value is None and not read.choices:
        return Cell(raw=cell.text, doubt=Doubt.UNCLEAR)
    return _unless_struck(read, cells, Column.DATE)


def _hours(cells: Mapping[Column, Written], habit: Habit) -> Cell[Hours]:
    said = _said_hours(cells)[1]
    written = cells.get(Column.HOURS, Written())
    lines = list(dict.fromkeys(line for line in said.split("\n") if line))
    how = Habit(full=True) if written.sure else habit
    each = [hours_in(line, habit=how, length=_text(cells, Column.LENGTH), sure=written.sure) for line in lines]
    if not each:
        return _unless_struck(Cell(doubt=Doubt.UNCLEAR if written.picture else Doubt.MISSING), cells, Column.HOURS)
    if len({cell.value for cell in each}) == 1:
        return _unless_struck(replace(each[0], raw=said), cells, Column.HOURS)
    options = tuple(dict.fromkeys(one for cell in each for one in cell.options))
    return Cell(raw=said, doubt=Doubt.AMBIGUOUS, choices=options)


def _said_hours(cells: Mapping[Column, Written]) -> tuple[str, str]:
    """What says the day, and what says the hours, wherever it stands; two that say the hours are two lines."""
    day, beside = taken_out(_text(cells, Column.DATE))
    begins, ends = _text(cells, Column.BEGINS), _text(cells, Column.ENDS)
    spelt = f"{begins} – {ends}" if begins and ends else begins or ends
    said = [one.replace("\n", " ") for one in (_text(cells, Column.HOURS), spelt, beside) if one]
    return day, "\n".join(said)


def _status(cells: Mapping[Column, Written], now: datetime) -> Cell[RowStatus]:
    """A row that is crossed out is probably cancelled; one that was held can't lie ahead."""
    status = _unless_struck(status_in(_text(cells, Column.STATUS)), cells, Column.STATUS)
    said = [cell for column, cell in cells.items() if column is not Column.NUMBER]
    if said and all(cell.struck and not cell.text for cell in said):
        return Cell(doubt=Doubt.STRUCK, choices=(RowStatus.CANCELLED, RowStatus.PLANNED))
    if not status.raw and _held_on(cells, now.date()).value is not None:
        return Cell(value=RowStatus.HELD)
    return status


def _held_on(cells: Mapping[Column, Written], today: date) -> Cell[date]:
    text = _text(cells, Column.HELD_ON)
    if not any(sign.isdecimal() for sign in text):
        return Cell(raw=text)
    read = replace(day_in(taken_out(text)[0], Asked(today=today, over=True)), raw=text)
    ahead = read.value is not None and read.value > today
    return Cell(raw=text, doubt=Doubt.IMPOSSIBLE) if ahead else read


def _on_time(
    day: Cell[date], hours: Cell[Hours], now: datetime, cells: Mapping[Column, Written], *, over: bool
) -> Cell[date]:
    """What is today may have begun; what was held can't be ahead."""
    if day.value is None:
        return day
    if over and _text(cells, Column.STATUS) and day.value > now.date() and not _is_cancelled(cells):
        return replace(day, value=None, doubt=Doubt.IMPOSSIBLE)
    begins = None if hours.value is None else datetime.combine(day.value, hours.value.begins)
    if not over and begins is not None and begins <= now.replace(tzinfo=None):
        return replace(day, value=None, doubt=Doubt.PAST, choices=(day.value,))
    return day


def _is_cancelled(cells: Mapping[Column, Written]) -> bool:
    return status_in(_text(cells, Column.STATUS)).value is RowStatus.CANCELLED


def _unless_struck(cell: Cell[Value], cells: Mapping[Column, Written], column: Column) -> Cell[Value]:
    """Where something is crossed out beside it, what is left is asked about."""
    written = cells.get(column, Written())
    if not written.struck or written.sure:
        return cell
    return replace(cell, value=None, doubt=Doubt.STRUCK, choices=cell.options)


def _number(text: str) -> Cell[int]:
    digits = "".join(sign for sign in text if sign.isdecimal())
    number = int(digits) if digits and len(digits) <= len(str(_HIGHEST_NUMBER)) else 0
    return Cell(raw=text, value=number if 0 < number <= _HIGHEST_NUMBER else None)


def _with_numbers(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """A number that stands twice says nothing."""
    said = [row.number.value for row in rows]
    return [
        replace(row, number=replace(row.number, value=None, doubt=Doubt.CLASH))
        if row.number.value is not None and said.count(row.number.value) > 1
        else row
        for row in rows
    ]


def _at_odds(rows: list[PlanRow], written: Sequence[WrittenRow]) -> list[PlanRow]:
    """Of two sessions at one time the second is asked about."""
    clashing = {
        later.line
        for earlier, later in combinations(rows, 2)
        if _overlap(earlier, later) and not written[later.line - 1].cells.get(Column.HOURS, Written()).sure
    }
    return [_clash(row) if row.line in clashing else row for row in rows]


def _clash(row: PlanRow) -> PlanRow:
    return replace(row, hours=replace(row.hours, value=None, doubt=Doubt.CLASH, choices=row.hours.options))


def _overlap(one: PlanRow, other: PlanRow) -> bool:
    spans = [_span(row) for row in (one, other) if row.status.value not in {RowStatus.CANCELLED, RowStatus.NOT_HELD}]
    if len(spans) < 2 or spans[0] is None or spans[1] is None:  # noqa: PLR2004 - two sessions
        return False
    return spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]


def _span(row: PlanRow) -> tuple[datetime, datetime] | None:
    if row.day.value is None or row.hours.value is None:
        return None
    begins = datetime.combine(row.day.value, row.hours.value.begins)
    return begins, begins + (lasting(row.hours.value) or USUAL_LENGTH)


def _text(cells: Mapping[Column, Written], column: Column) -> str:
    return cells[column].text if column in cells else ""


def is_asked(row: PlanRow) -> tuple[Column, ...]:
    """What has to be known before the row can be confirmed, and is not; of what is over or off, nothing more."""
    status = row.status.value
    if row.status.doubt is not None:
        return (Column.STATUS,)
    if status is RowStatus.CANCELLED:
        return ()
    if status is not None and status.is_over:
        return (Column.DATE,) if row.day.doubt is Doubt.IMPOSSIBLE else ()
    return tuple(column for column, cell in cells_of(row).items() if cell.doubt is not None)


def cells_of(row: PlanRow) -> Mapping[Column, AnyCell]:
    """What can be asked about, in the order of asking."""
    return {
        Column.STATUS: row.status,
        Column.DATE: row.day,
        Column.HOURS: row.hours,
        Column.MODE: row.mode,
        Column.KIND: row.kind,
    }
