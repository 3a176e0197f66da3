"""How a session looks that goes on, and who was there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons import holding as buttons
from handlers.buttons.sessions import OpenSession, PlanSession
from handlers.keyboards import inline, packed
from handlers.message import Content
from handlers.screens import session_things, tasks
from handlers.screens.doors import way_home
from handlers.screens.minutes import door
from mentoring.notices.holding import (
    AttendanceCard,
    BeginQuestion,
    Begun,
    Ended,
    HereNoted,
    MissedAgain,
    MissedYou,
    RunningPost,
    TaskAsked,
    TaskHint,
    Waiting,
)
from texts import holding as words
from texts import session_buttons
from texts.say import Html, escaped

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.ids import SessionId
    from mentoring.notices.running import Running
    from texts.say import Say


#: Of the labels that stand alone in a row, and of two beside each other.
_WIDEST = (40, 15)


def post(notice: RunningPost, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages]
    text = Html("\n\n———\n\n".join(words.post(voice, notice) for voice in voices))
    if notice.ended_at is not None:
        return Content(text=text, silent=True)
    session_id = notice.session.session_id
    here: Row = [(words.here_button(say), buttons.SayHere(session_id=session_id))]
    end: Row = [
        (words.add_task_button(say), buttons.AddTask(session_id=session_id)),
        (words.end_button(say), buttons.EndSession(session_id=session_id)),
    ]
    return Content(text=text, reply_markup=inline(here, *packed(end, widest=_WIDEST)))


def running_rows(say: Say, session_id: SessionId, running: Running) -> list[Row]:
    """For whoever leads, in private."""
    agenda: list[Row] = [
        [
            (
                f"{'☑' if one.ticked else '☐'} {words.point(say, one)}",
                buttons.TickPoint(session_id=session_id, position=one.position),
            )
        ]
        for one in running.agenda
    ]
    seats = words.attendance_button(say, here=len(running.here), of=len(running.seats))
    return [
        *agenda,
        [(seats, buttons.OpenAttendance(session_id=session_id))],
        [
            (words.add_task_button(say), buttons.AddTask(session_id=session_id)),
            *(tasks.door(say) if running.tasks else []),
        ],
        [(words.end_button(say), buttons.EndSession(session_id=session_id))],
    ]


def question(notice: BeginQuestion, say: Say) -> Content:
    if notice.over:
        return Content(text=words.question_over(say), silent=True)
    if notice.session is not None:
        begin: Row = [(words.begin_button(say), buttons.BeginSession(session_id=notice.session.session_id))]
        return Content(text=words.question(say, notice), reply_markup=inline(begin))
    hold: Row = [(words.hold_now_button(say), buttons.HoldNow(group_id=notice.group_id))]
    return Content(text=words.question(say, notice), reply_markup=inline(hold))


def attendance(notice: AttendanceCard, say: Say) -> Content:
    session_id = notice.session.session_id
    opened: Row = [(session_buttons.open_button(say), OpenSession(session_id=session_id))]
    if notice.done:
        minutes = door(session_id, say)
        things = session_things.of_session(say, session_id, notice.things)
        return Content(text=words.attendance(say, notice), reply_markup=inline(minutes, things, opened, way_home(say)))
    names: list[Row] = [
        [
            (
                f"{words.sign(one)} {one.name}",
                buttons.TurnPresence(session_id=session_id, person_id=one.person_id),
            )
        ]
        for one in notice.seats
    ]
    noted: Row = [(words.noted_button(say), buttons.ConfirmAttendance(session_id=session_id))]
    return Content(text=words.attendance(say, notice), reply_markup=inline(*names, noted, opened))


def missed_you(notice: MissedYou, say: Say) -> Content:
    opened: Row = [(session_buttons.open_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.missed_you(say, notice), reply_markup=inline(opened, way_home(say)))


def missed_again(notice: MissedAgain, say: Say) -> Content:
    return Content(text=words.missed_again(say, notice), reply_markup=inline(way_home(say)))


def waiting(notice: Waiting, say: Say) -> Content:
    begin: Row = [(words.begin_button(say), buttons.BeginSession(session_id=notice.session_id))]
    plan: Row = [(session_buttons.plan_button(say), PlanSession())]
    return Content(text=words.waiting(say, notice), reply_markup=inline(begin, plan, way_home(say)))


def task_hint(notice: TaskHint, say: Say) -> Content:
    return Content(text=Html(escaped(words.task_hint(say, keeps_record=notice.keeps_record))))


def task_asked(notice: TaskAsked, say: Say) -> Content:
    opened: Row = [(session_buttons.open_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.task_asked(say, notice.session.group), reply_markup=inline(opened))


def here_noted(notice: HereNoted, say: Say) -> Content:
    return Content(text=Html(escaped(words.here_noted(say, begun=notice.begun))))


def begun(_: Begun, say: Say) -> Content:
    return Content(text=Html(escaped(words.begun(say))))


def ended(_: Ended, say: Say) -> Content:
    return Content(text=Html(escaped(words.ended(say))))


SCREENS: Screens = {
    RunningPost: post,
    BeginQuestion: question,
    AttendanceCard: attendance,
    MissedYou: missed_you,
    MissedAgain: missed_again,
    Waiting: waiting,
    HereNoted: here_noted,
    TaskHint: task_hint,
    TaskAsked: task_asked,
    Begun: begun,
    Ended: ended,
}
