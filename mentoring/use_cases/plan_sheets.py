"""A plan that was sent, against what is on record now: what it says, what has to be asked, what it would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.notices.sent_plans import Option, PlanQuestion, RowSeen, SentPlan
from mentoring.notices.sessions import GroupChoice
from mentoring.people import Role
from mentoring.plan_reading.differences import Change, Difference, differences, has_effect, left_alone
from mentoring.plan_reading.matching import Match, matched
from mentoring.plan_reading.rows import cells_of, is_asked, understood
from mentoring.plan_readings import PlanReading, ReadingState
from mentoring.plan_rows import Column, Doubt, Hours, PlanRow, RowStatus
from mentoring.sessions import Place, Session, SessionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ids import GroupId
    from mentoring.plan_reading.answers import Answer
    from mentoring.ports import Record

A_PAGE = 12
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
#: What is alike in several rows is asked once; each day and each kind may be another one.
_ASKED_TOGETHER = {Column.HOURS, Column.MODE}
_DAY_MINUTES = 24 * 60
#: In the place of an end where there is none.
_NO_END = _DAY_MINUTES


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """`lines` are all rows that it is about; the first stands for them."""

    row: PlanRow
    column: Column
    lines: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Without a group nothing is compared. `changes` only once nothing is left to ask."""

    reading: PlanReading
    zone: str
    matches: tuple[Match, ...]
    questions: tuple[Question, ...]
    changes: tuple[Change, ...]
    alone: tuple[Session, ...]
    today: date


def sheet_of(record: Record, reading: PlanReading, now: datetime) -> Sheet:
    zone = zone_of(record, reading)
    local = zones.wall(now, zone)
    sessions = record.sessions.of_groups([reading.group_id], since=_EVER) if reading.group_id is not None else ()
    matches = matched(understood(reading.plan.rows, local), sessions, zone)
    questions = _questions([one.row for one in matches])
    is_open = bool(questions) or reading.group_id is None
    usual = _mentors(record, reading.group_id)
    return Sheet(
        reading=reading,
        zone=zone,
        matches=matches,
        questions=questions,
        changes=() if is_open else differences(matches, zone, now, usual=usual),
        alone=left_alone(matches, sessions, now),
        today=local.date(),
    )


def zone_of(record: Record, reading: PlanReading) -> str:
    """The programme's: that is what stands on the form."""
    if reading.group_id is None:
        return record.people.by_id(reading.person_id).zone
    return record.programmes.by_id(record.groups.by_id(reading.group_id).programme_id).zone


def _mentors(record: Record, group_id: GroupId | None) -> str:
    """As the form names them."""
    if group_id is None:
        return ""
    return ", ".join(one.name for one in record.memberships.of_group(group_id, Role.MENTOR))


def _questions(rows: Sequence[PlanRow]) -> tuple[Question, ...]:
    found: list[Question] = []
    told: set[tuple[int, Column]] = set()
    for row in rows:
        for column in is_asked(row):
            if (row.line, column) not in told:
                lines = _alike(row, column, rows)
                told |= {(line, column) for line in lines}
                found.append(Question(row=row, column=column, lines=lines))
    return tuple(found)


def _alike(row: PlanRow, column: Column, rows: Sequence[PlanRow]) -> tuple[int, ...]:
    cell = cells_of(row)[column]
    if column not in _ASKED_TOGETHER or cell.doubt is Doubt.CLASH:
        return (row.line,)
    others = (one for one in rows if column in is_asked(one))
    return tuple(
        one.line for one in others if (cells_of(one)[column].raw, cells_of(one)[column].doubt) == (cell.raw, cell.doubt)
    )


def card(record: Record, sheet: Sheet, groups: Sequence[GroupId] = (), *, page: int = 0) -> SentPlan:
    """`groups` are asked about where nobody has said whose plan it is."""
    reading = sheet.reading
    rows = [_seen(match, sheet) for match in sheet.matches]
    pages = max(1, -(-len(rows) // A_PAGE))
    page = min(max(page, 0), pages - 1)
    return SentPlan(
        reading_id=reading.id,
        file=reading.file_name,
        zone=sheet.zone,
        rows=tuple(rows[page * A_PAGE : (page + 1) * A_PAGE]),
        group=record.groups.by_id(reading.group_id).name if reading.group_id is not None else "",
        groups=tuple(GroupChoice(group_id=one, name=record.groups.by_id(one).name) for one in groups),
        questions=len(sheet.questions),
        has_effect=any(has_effect(one) for one in sheet.changes),
        left_out=reading.plan.left_out,
        unread_columns=reading.plan.unread_columns,
        alone=tuple(one.starts_at for one in sheet.alone),
        page=page,
        pages=pages,
        done=reading.state is ReadingState.CONFIRMED,
        dropped=reading.state is ReadingState.DROPPED,
    )


def _seen(match: Match, sheet: Sheet) -> RowSeen:
    row = match.row
    change = next((one for one in sheet.changes if one.line == row.line), None)
    moved = (
        change is not None and change.session is not None and change.difference in {Difference.MOVED, Difference.LATE}
    )
    return RowSeen(
        line=row.line,
        number=row.number.raw.strip(" .") or str(row.line),
        said=", ".join(one.replace("\n", " / ") for one in dict.fromkeys((row.day.raw, row.hours.raw)) if one),
        day=row.day.value,
        hours=row.hours.value,
        place=row.mode.value,
        kind=row.kind.value,
        stage=row.stage,
        topic=" ".join(row.words.get(Column.TOPIC, "").split()),
        asked=is_asked(row),
        difference=None if change is None else change.difference,
        was=change.session.starts_at if moved and change is not None and change.session is not None else None,
        fields=() if change is None else change.fields,
    )


def question(
    record: Record, sheet: Sheet, *, noted: Option | None = None, misread: bool = False, instead: Sequence[Option] = ()
) -> PlanQuestion:
    """The first that is open. `instead` are what typed words may mean."""
    first, reading = sheet.questions[0], sheet.reading
    cell = cells_of(first.row)[first.column]
    return PlanQuestion(
        reading_id=reading.id,
        group=record.groups.by_id(reading.group_id).name if reading.group_id is not None else "",
        column=first.column,
        doubt=cell.doubt or Doubt.UNCLEAR,
        raw=cell.raw,
        row=_seen(next(one for one in sheet.matches if one.row.line == first.row.line), sheet),
        lines=first.lines,
        options=tuple(instead) or tuple(option(one) for one in cell.choices if _is_ahead(one, sheet)),
        left=len(sheet.questions),
        noted=noted,
        misread=misread,
    )


def _is_ahead(answer: Answer, sheet: Sheet) -> bool:
    return not isinstance(answer, date) or answer >= sheet.today


def option(answer: Answer) -> Option:
    match answer:
        case date():
            return Option(code=answer.toordinal(), day=answer)
        case Hours(begins=begins, ends=ends):
            end = _NO_END if ends is None else ends.hour * 60 + ends.minute
            return Option(code=(begins.hour * 60 + begins.minute) * (_NO_END + 1) + end, hours=answer)
        case Place():
            return Option(code=list(Place).index(answer), place=answer)
        case SessionKind():
            return Option(code=list(SessionKind).index(answer), kind=answer)
        case RowStatus():
            return Option(code=list(RowStatus).index(answer), status=answer)


def answer_of(given: Option) -> Answer:
    answers = (given.day, given.hours, given.place, given.kind, given.status)
    return next(one for one in answers if one is not None)
