"""Words about a session plan that came as a file: what was understood, what is doubtful, what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.plan_reading.differences import Difference
from texts import plan_words as words
from texts import session_kinds, session_places
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.sent_plans import NoPlanFound, RowSeen, SentPlan
    from texts.say import Say

#: Of what is no session, as much as somebody reads.
_TOLD = 5


def sent_plan(say: Say, notice: SentPlan) -> Html:
    return words.lines(
        _head(say, notice),
        words.lines(*(_row(say, one) for one in notice.rows), gap="\n"),
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
            "❓ {number}. “{said}” {topic}",
            number=row.number,
            said=words.short(row.said) or "–",
            topic=words.short(row.topic),
        )
    named = " · ".join(part for part in (_kind_and_place(say, row), words.short(row.topic)) if part)
    when = words.moment(say, row.day, row.hours)
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
            return say("new: {fields}", fields=words.fields(say, row.fields))
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


def _kind_and_place(say: Say, row: RowSeen) -> str:
    kind = session_kinds.kind(say, row.kind, row.stage) if row.kind else ""
    place = session_places.place(say, row.place) if row.place else ""
    return " · ".join(part for part in (kind, place) if part)


def _not_read(say: Say, notice: SentPlan) -> Html:
    lines = [words.short(one) for one in notice.left_out[:_TOLD]]
    columns = [words.short(one) for one in notice.unread_columns[:_TOLD]]
    return words.lines(
        say("Not taken for sessions: {lines}", lines="; ".join(lines)) if lines else Html(),
        say("Columns that I did not read: {columns}", columns=", ".join(columns)) if columns else Html(),
        gap="\n",
    )


def _alone(say: Say, notice: SentPlan) -> Html:
    if not notice.alone or not notice.group or notice.dropped:
        return Html()
    days = "; ".join(say.moment(at) for at in notice.alone[:_TOLD])
    return say("Planned, but not in this file, and left as they are: {days}", days=days)


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
