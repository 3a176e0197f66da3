"""Words about a session plan that came as a file: what was understood, what is doubtful, what it would change."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from mentoring.plan_reading.differences import Difference
from mentoring.plan_rows import Column, Doubt, RowStatus
from texts import sessions
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mentoring.notices.sent_plans import NoPlanFound, Option, PlanLine, PlanQuestion, RowSeen, SentPlan
    from mentoring.people import Language
    from mentoring.plan_rows import Hours
    from texts.say import Say

#: Of what is no session, as much as somebody reads.
_TOLD = 5
_LONGEST = 80


def sent_plan(say: Say, notice: SentPlan) -> Html:
    return _lines(
        _head(say, notice),
        _lines(*(_row(say, one) for one in notice.rows), gap="\n"),
        say("Page {page} of {pages}", page=notice.page + 1, pages=notice.pages) if notice.pages > 1 else Html(),
        say("🕕 The times are those of {zone}.", zone=notice.zone) if notice.zone != say.zone else Html(),
        _not_read(say, notice),
        _alone(say, notice),
        _next(say, notice),
    )


def _head(say: Say, notice: SentPlan) -> Html:
    if notice.done:
        return say("✅ The session plan of <b>{group}</b> holds.", group=notice.group)
    if notice.dropped:
        return say("🗑 This session plan was put away. Nothing has changed.")
    if not notice.group:
        return say("📋 I have read the session plan <b>{file}</b>.", file=notice.file)
    return say(
        "📋 I have read the session plan <b>{file}</b> for <b>{group}</b>.", file=notice.file, group=notice.group
    )


def _next(say: Say, notice: SentPlan) -> Html:
    if notice.done or notice.dropped:
        return Html()
    if not notice.group:
        return say("<b>Which group is it for?</b>")
    if notice.questions:
        return say.n(
            "❓ One thing is not clear. Nothing is planned before you confirm.",
            "❓ {count} things are not clear. Nothing is planned before you confirm.",
            notice.questions,
        )
    if not notice.has_effect:
        return say("All of this is planned already. There is nothing to change.")
    return say("<b>Is this right?</b> Everybody in the group hears of it in one message when you confirm.")


def _row(say: Say, row: RowSeen) -> Html:
    """A doubtful one as it stands in the file."""
    if row.asked:
        return say(
            "❓ {number}. “{said}” {topic}", number=row.number, said=_short(row.said) or "–", topic=_short(row.topic)
        )
    named = " · ".join(part for part in (_kind_and_place(say, row), _short(row.topic)) if part)
    when = moment(say, row.day, row.hours)
    line = say("{sign} {number}. <b>{when}</b> · {named}", sign=_sign(row), number=row.number, when=when, named=named)
    remark = _remark(say, row)
    return Html(f"{line}\n    {remark}") if remark else line


def _sign(row: RowSeen) -> str:
    match row.difference:
        case Difference.NEW:
            return "🆕"
        case Difference.MOVED:
            return "🔄"
        case Difference.CANCELLED:
            return "🚫"
        case Difference.CHANGED:
            return "✏️"
        case Difference.LATE | Difference.FIXED | Difference.BEFORE | Difference.NEVER_PLANNED:
            return "⏸"
        case Difference.SAME | None:
            return "✔️"
        case _:
            assert_never(row.difference)


def _remark(say: Say, row: RowSeen) -> Html:
    match row.difference:
        case Difference.MOVED if row.was is not None:
            return say("moved; so far {was}", was=say.moment(row.was))
        case Difference.CANCELLED:
            return say("will be cancelled")
        case Difference.CHANGED:
            return say("new: {fields}", fields=fields(say, row.fields))
        case Difference.LATE:
            return say("begins in less than a day: please change it on its own card")
        case Difference.FIXED:
            return say("has begun or is over, and stays as it is")
        case Difference.BEFORE:
            return say("took place before; it is not planned")
        case Difference.NEVER_PLANNED:
            return say("cancelled, and was never planned here")
        case _:
            return Html()


def fields(say: Say, names: Sequence[str]) -> str:
    words = {
        "ends_at": say.label("length"),
        "kind": say.label("kind"),
        "place": say.label("how you meet"),
        "address": say.label("place or link"),
        "topic": say.label("topic"),
        "aim": say.label("expected result"),
        "goals": say.label("goals"),
        "preparation": say.label("preparation"),
        "homework": say.label("homework"),
        "documents": say.label("documents"),
        "responsible": say.label("who is responsible"),
    }
    return ", ".join(words[name] for name in names if name in words)


def _kind_and_place(say: Say, row: RowSeen) -> str:
    kind = sessions.kind(say, row.kind) if row.kind else ""
    place = sessions.place(say, row.place) if row.place else ""
    return " · ".join(part for part in (kind, place) if part)


def _not_read(say: Say, notice: SentPlan) -> Html:
    lines = [_short(one) for one in notice.left_out[:_TOLD]]
    columns = [_short(one) for one in notice.unread_columns[:_TOLD]]
    return _lines(
        say("Not taken for sessions: {lines}", lines="; ".join(lines)) if lines else Html(),
        say("Columns that I did not read: {columns}", columns=", ".join(columns)) if columns else Html(),
        gap="\n",
    )


def _alone(say: Say, notice: SentPlan) -> Html:
    if not notice.alone or not notice.group or notice.dropped:
        return Html()
    days = "; ".join(say.moment(at) for at in notice.alone[:_TOLD])
    return say("Planned, but not in this file, and left as they are: {days}", days=days)


def question(say: Say, notice: PlanQuestion) -> Html:
    return _lines(
        say("✔️ Noted: {answer}", answer=option(say, notice.noted)) if notice.noted else Html(),
        say("I did not understand that.") if notice.misread and not notice.options else Html(),
        _about(say, notice),
        say("<b>{question}</b>", question=_asked(say, notice)),
        _how(say, notice.column),
        say.n("One question is left.", "{count} questions are left.", notice.left),
    )


def _about(say: Say, notice: PlanQuestion) -> Html:
    lines = ", ".join(str(one) for one in notice.lines)
    raw = _short(notice.raw) or "–"
    if len(notice.lines) > 1:
        return say("📋 {group}, rows {lines}: “{raw}”", group=notice.group, lines=lines, raw=raw)
    row = notice.row
    named = " · ".join(part for part in (moment(say, row.day, row.hours), _short(row.topic)) if part)
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
        return day(say, given.day)
    if given.hours is not None:
        return hours(given.hours)
    if given.place is not None:
        return sessions.place(say, given.place)
    if given.kind is not None:
        return sessions.kind(say, given.kind)
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


def no_plan(say: Say, notice: NoPlanFound) -> Html:
    if notice.picture:
        return say(
            "📋 In <b>{file}</b> I see a picture and no table that I can read. The file is kept. "
            "To plan sessions, fill in the table of the Word form, or plan them here.",
            file=notice.file,
        )
    return say(
        "📋 In <b>{file}</b> I found no table of sessions. The file is kept. "
        "To plan sessions, fill in the table of the Word form, or plan them here.",
        file=notice.file,
    )


def news(say: Say, group: str, lines: Sequence[PlanLine]) -> Html:
    return _lines(
        say("🗓 The session plan of <b>{group}</b> is new.", group=group),
        _lines(*(_line(say, one, say("{at}", at=say.moment(one.starts_at))) for one in lines), gap="\n"),
        say("Open a session to say whether you are coming."),
    )


def post(say: Say, lines: Sequence[PlanLine]) -> Html:
    """For the group's chat: Telegram shows every reader their own time."""
    return _lines(
        say("🗓 <b>The session plan is new.</b>"),
        _lines(*(_line(say, one, say.shared_moment(one.starts_at)) for one in lines), gap="\n"),
    )


def _line(say: Say, line: PlanLine, at: Html) -> Html:
    what = " · ".join(part for part in (sessions.kind(say, line.kind), _short(line.topic)) if part)
    match line.difference:
        case Difference.CANCELLED:
            return say("🚫 {number}. {at} · cancelled", number=line.number, at=at)
        case Difference.MOVED if line.was is not None:
            was = say.moment(line.was)
            return say(
                "🔄 {number}. <b>{at}</b> · {what} (so far {was})", number=line.number, at=at, what=what, was=was
            )
        case Difference.CHANGED:
            new = fields(say, line.fields)
            return say(
                "✏️ {number}. <b>{at}</b> · {what} (new: {fields})", number=line.number, at=at, what=what, fields=new
            )
        case _:
            return say("🆕 {number}. <b>{at}</b> · {what}", number=line.number, at=at, what=what)


def moment(say: Say, day_: date | None, at: Hours | None) -> str:
    return ", ".join(part for part in (day(say, day_) if day_ else "", hours(at) if at else "") if part)


def hours(at: Hours) -> str:
    return f"{at.begins:%H:%M}" if at.ends is None else f"{at.begins:%H:%M}–{at.ends:%H:%M}"


def day(say: Say, day_: date) -> str:
    """With its weekday and its year: this is where a slip of the pen is seen."""
    return _written_out(day_, say.language)


@lru_cache(maxsize=1000)
def _written_out(day_: date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMEd", day_, locale=language.value)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1]}…"


def _lines(*lines: Html, gap: str = "\n\n") -> Html:
    return Html(gap.join(line for line in lines if line))


def ask_button(say: Say, count: int) -> str:
    return say.label("❓ Answer ({count})", count=count)


def confirm_button(say: Say) -> str:
    return say.label("✅ Yes, plan it so")


def drop_button(say: Say) -> str:
    return say.label("🗑 Put it away")


def leave_out_button(say: Say) -> str:
    return say.label("Leave this row out")


def whole_plan_button(say: Say) -> str:
    return say.label("📋 The whole plan")


def earlier_button(say: Say) -> str:
    return say.label("◀ Earlier")


def further_button(say: Say) -> str:
    return say.label("▶ Further")


def open_button(say: Say, line: PlanLine) -> str:
    return say.label("{number}. {at}", number=line.number, at=say.moment(line.starts_at))
