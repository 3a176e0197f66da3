"""Questions about the doubtful cells of a session plan that was sent, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.plan_rows import Column, Doubt, RowStatus
from texts import plan_words as words
from texts import session_kinds, session_places
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.sent_plans import Option, PlanQuestion
    from texts.say import Say


def question(say: Say, notice: PlanQuestion) -> Html:
    return words.lines(
        say("✔️ Noted: {answer}", answer=option(say, notice.noted)) if notice.noted else Html(),
        say("I did not understand that.") if notice.misread and not notice.options else Html(),
        _about(say, notice),
        say("<b>{question}</b>", question=_asked(say, notice)),
        _how(say, notice.column),
        say.n("One question is left.", "{count} questions are left.", notice.left),
    )


def _about(say: Say, notice: PlanQuestion) -> Html:
    lines = ", ".join(str(one) for one in notice.lines)
    raw = words.short(notice.raw) or "–"
    if len(notice.lines) > 1:
        return say("📋 {group}, rows {lines}: “{raw}”", group=notice.group, lines=lines, raw=raw)
    row = notice.row
    named = " · ".join(part for part in (words.moment(say, row.day, row.hours), words.short(row.topic)) if part)
    return say("📋 {group}, row {line}: {named}\n{column}: “{raw}”", group=notice.group, line=lines, named=named,
               column=_column(say, notice.column), raw=raw)  # fmt: skip


def _asked(say: Say, notice: PlanQuestion) -> str:
    match notice.doubt:
        case Doubt.MISSING:
            return say.label("This is empty. What should stand there?")
        case Doubt.AMBIGUOUS:
            return say.label("This can mean more than one thing. Which do you mean?")
        case Doubt.IMPOSSIBLE:
            return say.label("There is no such day or time. What do you mean?")
        case Doubt.WEEKDAY:
            return say.label("The weekday and the date do not go together. Which do you mean?")
        case Doubt.FAR:
            return say.label("This is far ahead. Which day do you mean?")
        case Doubt.PAST:
            return say.label("This has passed already. Which day do you mean?")
        case Doubt.NIGHT:
            return say.label("This is at night. Do you mean it?")
        case Doubt.LONG:
            return say.label("This is very short or very long. Do you mean it?")
        case Doubt.CLASH:
            return say.label("Another session of this plan is at the same time. Do you mean it?")
        case Doubt.STRUCK:
            return say.label("Something is crossed out here. What holds?")
        case Doubt.UNCLEAR:
            return say.label("I am not certain what this means. What do you mean?")
        case _:
            assert_never(notice.doubt)


def _how(say: Say, column: Column) -> Html:
    if column is Column.DATE:
        return say("You can also type the day, like 5.12 or 5 December.")
    if column is Column.HOURS:
        return say("You can also type the time, like 18:00–19:30.")
    return Html()


def _column(say: Say, column: Column) -> str:
    match column:
        case Column.DATE:
            return say.label("Date")
        case Column.HOURS:
            return say.label("Time")
        case Column.MODE:
            return say.label("How you meet")
        case Column.KIND:
            return say.label("Kind")
        case _:
            return say.label("Status")


def option(say: Say, given: Option) -> str:
    """As a button says it, and as it is read back."""
    if given.day is not None:
        return words.day(say, given.day)
    if given.hours is not None:
        return words.hours(given.hours)
    if given.place is not None:
        return session_places.place(say, given.place)
    if given.kind is not None:
        return session_kinds.kind(say, given.kind)
    return status(say, given.status or RowStatus.PLANNED)


def status(say: Say, status: RowStatus) -> str:
    match status:
        case RowStatus.PLANNED:
            return say.label("It is planned")
        case RowStatus.HELD:
            return say.label("It took place")
        case RowStatus.MOVED:
            return say.label("It was moved to this date")
        case RowStatus.NOT_HELD:
            return say.label("It did not take place")
        case RowStatus.CANCELLED:
            return say.label("It is cancelled")
        case _:
            assert_never(status)
