"""The group's board, in neutral words: what each role does next, and nobody's name where something is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.boards import BoardStep
from texts import kit, pairs, session_kinds, session_places
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.boards import BeingSigned, Board, Meeting, TasksOnBoard
    from texts.say import Say


def board(say: Say, notice: Board) -> Html:
    parts = [
        say("📌 <b>{name}</b>", name=notice.name) + "\n" + "\n".join(_people(say, notice)),
        _completed(say, notice) if notice.closed else _next(say, notice),
        "\n".join(_signed(say, one) for one in notice.signed),
        _tasks(say, notice.tasks) if notice.tasks is not None else "",
        "\n".join(_step(say, step, notice.code) for step in notice.steps),
        say(
            "<i>I am the bot of this chat: I remind of meetings and take documents. Please send documents to me in "
            "private. Of what you write here I read only files, commands and what is addressed to me. I keep chat only "
            "while a session is recorded, and say so when it begins.</i>"
        ),
    ]
    return Html("\n\n".join(part for part in parts if part))


def _completed(say: Say, notice: Board) -> Html:
    if notice.pair:
        return pairs.completed(say)
    return say("🎓 This group has completed its mentoring. Thank you all!")


def _people(say: Say, notice: Board) -> Sequence[Html]:
    lines = [
        say("Mentor: {names}", names=", ".join(notice.mentors) or "–"),
        pairs.mentee_line(say, notice.mentees)
        if notice.pair
        else say("Mentees: {names}", names=", ".join(notice.mentees) or "–"),
    ]
    if notice.completed:
        lines.append(say("🎓 Completed: {names}", names=", ".join(notice.completed)))
    if notice.awaited:
        lines.append(say.n("{count} person is still to come", "{count} people are still to come", notice.awaited))
    return lines


def _next(say: Say, notice: Board) -> Html:
    if notice.meeting is None:
        return say("🗓 No session is planned yet.")
    return say("🗓 <b>Next session</b>\n{sheet}", sheet=_sheet(say, notice.meeting))


def _sheet(say: Say, meeting: Meeting) -> Html:
    """Telegram shows every reader their own time."""
    where = session_places.place(say, meeting.place)
    return say(
        "{number}. {kind}\n🕕 <b>{at}</b>\n📍 {where}",
        number=meeting.number,
        kind=session_kinds.kind(say, meeting.kind, meeting.stage),
        at=say.shared_moment(meeting.starts_at),
        where=f"{where}: {meeting.address}" if meeting.address else where,
    )


def _signed(say: Say, one: BeingSigned) -> Html:
    return say("✍️ “{title}”: {done} of {total} signed", title=kit.title(say, one.title), done=one.done, total=one.total)


def _tasks(say: Say, tasks: TasksOnBoard) -> Html:
    lines = [say("📚 Homework: {text}", text=one) for one in tasks.homework]
    if tasks.more:
        lines.append(say.n("📌 {count} more task is open.", "📌 {count} more tasks are open.", tasks.more))
    return Html("\n".join(lines))


def _step(say: Say, step: BoardStep, code: str) -> Html:
    match step:
        case BoardStep.JOIN:
            return say("• New here? Write me the code <code>{code}</code> in private.", code=code)
        case BoardStep.SAY_COMING:
            return say("• Mentees: say on your session card whether you are coming.")
        case BoardStep.WRITE_DIARY:
            return say("• Mentees: a few lines in the diary of the last session.")
        case BoardStep.SEND:
            return say("• Mentees: send your documents to me in private.")
        case BoardStep.PLAN:
            return say("• Mentor: plan the next session.")
        case BoardStep.MARK:
            return say("• Mentor: note whether the last session took place.")
        case BoardStep.READ:
            return say("• Mentor: read what comes in.")
        case _:
            assert_never(step)
