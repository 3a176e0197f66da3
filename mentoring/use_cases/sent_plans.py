"""A session plan comes as a file: it is read back, doubtful cells are asked about, and nothing holds before a yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import AttachmentId, GroupId
from mentoring.notices.sent_plans import NoPlanFound, Option
from mentoring.permissions import authorise
from mentoring.plan_reading.answers import Answer, answered, left_out
from mentoring.plan_reading.hours import Habit, hours_in
from mentoring.plan_reading.rows import cells_of
from mentoring.plan_reading.words import kind_in, mode_in, status_in
from mentoring.plan_readings import PlanReading, PlanReadingId, ReadingState
from mentoring.plan_rows import Cell, Column, WrittenPlan
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.record_ids import parse
from mentoring.refusals import Refusal, Why
from mentoring.said_days import Asked, said
from mentoring.use_cases import upload_questions
from mentoring.use_cases.plan_sheets import Sheet, answer_of, card, option, question, sheet_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Upload
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanCame:
    """What the workshop has read in a file that is a session plan."""

    attachment_id: AttachmentId
    plan: WrittenPlan


def plan_came(record: Record, command: PlanCame, now: datetime) -> None:
    """Of whoever leads a group; an earlier plan of theirs that still waits is not asked about any more."""
    upload = record.uploads.of_file(command.attachment_id)
    file = None if upload is None else _file(record, upload, command.attachment_id)
    if upload is None or file is None:
        return
    person = record.people.by_id(upload.person_id)
    groups = _running(record, upload_questions.led_groups(record, person))
    if not groups or (command.plan.found and not command.plan.rows):
        return
    file_id, name = file
    if not command.plan.found:
        notices.tell(record, person, NoPlanFound(file=name, picture=command.plan.pictures > 0))
        return
    for before in record.plan_readings.open_of(person.id):
        _close(record, before, ReadingState.DROPPED, person, now)
    group_id = _group(record, upload, command.plan, groups)
    reading = record.plan_readings.add(
        person_id=person.id, group_id=group_id, file_id=file_id, file_name=name, plan=command.plan
    )
    ask_group = groups if group_id is None else ()
    notices.tell(record, person, card(record, sheet_of(record, reading, now), ask_group))
    return


def _file(record: Record, upload: Upload, attachment_id: AttachmentId) -> tuple[str, str] | None:
    files = (one for one in record.uploads.files(upload.id) if one.id == attachment_id)
    return next(((one.file_id, one.name) for one in files), None)


def _running(record: Record, groups: Sequence[GroupId]) -> Sequence[GroupId]:
    return [one for one in groups if record.groups.by_id(one).state is GroupState.RUNNING]


def _group(record: Record, upload: Upload, plan: WrittenPlan, groups: Sequence[GroupId]) -> GroupId | None:
    """By the number of the paper, by what they said when they sent it, or the only one."""
    ids = [one for text in plan.record_ids if (one := parse(text)) is not None]
    papers = {paper.group_id for one in ids if (paper := record.papers.by_record_id(one)) is not None}
    known = papers or ({upload.group_id} if upload.group_id is not None else set(groups))
    led = [one for one in groups if one in known]
    return led[0] if len(led) == 1 == len(known) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class OfPlan:
    """`page` for looking at it."""

    by: Acting
    reading_id: PlanReadingId
    page: int = 0


def open_plan(record: Record, command: OfPlan, now: datetime) -> None:
    """The whole of it; whoever was being asked a question is asked no longer."""
    person, reading = own(record, command.by, command.reading_id)
    _stop_asking(record, command.by, now)
    show(record, command.by, person, reading, now, page=command.page)


def show(record: Record, by: Acting, person: Person, reading: PlanReading, now: datetime, *, page: int = 0) -> None:
    groups = _running(record, upload_questions.led_groups(record, person)) if reading.group_id is None else ()
    notices.answer(record, by, person, card(record, sheet_of(record, reading, now), groups, page=page))


@dataclass(frozen=True, kw_only=True, slots=True)
class SayGroup:
    by: Acting
    reading_id: PlanReadingId
    group_id: GroupId


def say_group(record: Record, command: SayGroup, now: datetime) -> None:
    person, reading = own(record, command.by, command.reading_id)
    authorise(record, command.by, Act.PLAN_SESSION, group_id=record.groups.by_id(command.group_id).id)
    if reading.group_id is not None:
        raise Refusal(Why.ALREADY_DONE)
    show(record, command.by, person, _keep(record, reading, replace(reading, group_id=command.group_id)), now)


def ask(record: Record, command: OfPlan, now: datetime) -> None:
    person, reading = own(record, command.by, command.reading_id)
    go_on(record, command.by, person, reading, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerPlan:
    """`line` and `column` are those that were asked about; `code` stands for one of the options."""

    by: Acting
    reading_id: PlanReadingId
    line: int
    column: Column
    code: int


def answer_plan(record: Record, command: AnswerPlan, now: datetime) -> None:
    """Only what may stand in that cell can be chosen: what was offered, or what was typed and asked back."""
    person, reading = own(record, command.by, command.reading_id)
    sheet = sheet_of(record, reading, now)
    _expect(sheet, command.line, command.column)
    first = sheet.questions[0]
    offered = [option(one) for one in cells_of(first.row)[first.column].choices]
    chosen = next((one for one in [*offered, *_typed_before(record, command, now)] if one.code == command.code), None)
    if chosen is None:
        raise Refusal(Why.GONE)
    _take(record, command.by, person, sheet, answer_of(chosen), now=now)


def leave_out(record: Record, command: AnswerPlan, now: datetime) -> None:
    person, reading = own(record, command.by, command.reading_id)
    _expect(sheet_of(record, reading, now), command.line, command.column)
    after = _keep(record, reading, replace(reading, plan=left_out(reading.plan, command.line)))
    go_on(record, command.by, person, after, now)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person, reading = own(record, by, PlanReadingId(prompt.number("reading")))
    sheet = sheet_of(record, reading, now)
    if not sheet.questions:
        return go_on(record, by, person, reading, now)
    cell = _meant(text, sheet, now)
    if cell.value is not None:
        return _take(record, by, person, sheet, cell.value, now=now)
    _listen(record, by, sheet, now, typed=text)
    instead = [option(one) for one in cell.choices]
    return notices.answer(record, by, person, question(record, sheet, misread=True, instead=instead))


def _meant(text: str, sheet: Sheet, now: datetime) -> Cell[Answer]:
    match sheet.questions[0].column:
        case Column.DATE:
            meant = said(text, zones.wall(now, sheet.zone), asked=Asked.DAY)
            days = tuple(dict.fromkeys(one.day for one in meant.readings if one.day is not None))
            return Cell(value=days[0] if len(days) == 1 and meant.doubt is None else None, choices=days)
        case Column.HOURS:
            hours = hours_in(text, habit=Habit())
            return Cell(value=hours.value, choices=hours.choices)
        case Column.MODE:
            mode = mode_in(text, "")
            return Cell(value=mode.value)
        case Column.KIND:
            kind = kind_in(text)
            return Cell(value=kind.value)
        case _:
            status = status_in(text)
            return Cell(value=status.value)


def _typed_before(record: Record, command: AnswerPlan, now: datetime) -> Sequence[Option]:
    """What was typed may have meant several things, and each of them was a button."""
    prompt = record.prompts.of(command.by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.PLAN_CELL or not prompt.words("typed"):
        return ()
    reading = record.plan_readings.by_id(command.reading_id)
    if reading is None or prompt.number("reading") != reading.id:
        return ()
    return [option(one) for one in _meant(prompt.words("typed"), sheet_of(record, reading, now), now).choices]


def _take(record: Record, by: Acting, person: Person, sheet: Sheet, answer: Answer, *, now: datetime) -> None:
    asked = sheet.questions[0]
    plan = answered(sheet.reading.plan, asked.lines, asked.column, answer)
    after = _keep(record, sheet.reading, replace(sheet.reading, plan=plan))
    go_on(record, by, person, after, now, noted=option(answer))


def go_on(
    record: Record, by: Acting, person: Person, reading: PlanReading, now: datetime, *, noted: Option | None = None
) -> None:
    """The next question, or the whole plan once more when there is none left."""
    sheet = sheet_of(record, reading, now)
    if not sheet.questions or reading.group_id is None:
        _stop_asking(record, by, now)
        return show(record, by, person, reading, now)
    _listen(record, by, sheet, now)
    return notices.answer(record, by, person, question(record, sheet, noted=noted))


def drop(record: Record, command: OfPlan, now: datetime) -> None:
    person, reading = own(record, command.by, command.reading_id)
    _stop_asking(record, command.by, now)
    after = _keep(record, reading, replace(reading, state=ReadingState.DROPPED))
    show(record, command.by, person, after, now)


def own(record: Record, by: Acting, reading_id: PlanReadingId) -> tuple[Person, PlanReading]:
    """Raises Refusal for somebody else's plan, and for one that holds already or was dropped."""
    reading = record.plan_readings.by_id(reading_id)
    person = authorise(record, by, Act.PLAN_SESSION, group_id=None if reading is None else reading.group_id).known()
    if reading is None or reading.plan.drafted is not None:
        raise Refusal(Why.GONE)
    if reading.person_id != person.id:
        raise Refusal(Why.FOR_SOMEBODY_ELSE)
    if reading.state is not ReadingState.OPEN:
        raise Refusal(Why.ALREADY_DONE)
    return person, reading


def _close(record: Record, reading: PlanReading, state: ReadingState, person: Person, now: datetime) -> None:
    after = _keep(record, reading, replace(reading, state=state))
    shown = card(record, sheet_of(record, after, now))
    if record.notices.has_card(person.telegram_id or 0, shown.card() or ""):
        notices.tell(record, person, shown, notices.PLAIN)


def _keep(record: Record, before: PlanReading, after: PlanReading) -> PlanReading:
    if not record.plan_readings.change(before, after):
        raise Refusal(Why.ALREADY_DONE)
    return after


def _expect(sheet: Sheet, line: int, column: Column) -> None:
    """An older button asks about what is answered."""
    if not sheet.questions or (sheet.questions[0].row.line, sheet.questions[0].column) != (line, column):
        raise Refusal(Why.ALREADY_DONE)


def _listen(record: Record, by: Acting, sheet: Sheet, now: datetime, *, typed: str = "") -> None:
    draft: dict[str, str | int] = {"reading": sheet.reading.id, "typed": typed[:100]}
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=Asking.PLAN_CELL, draft=draft, expires_at=now + VALID))


def _stop_asking(record: Record, by: Acting, now: datetime) -> None:
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is not None and prompt.asking is Asking.PLAN_CELL:
        record.prompts.close(by.telegram_id)
