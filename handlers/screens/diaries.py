"""How a diary looks: asked for, written, sent, received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import TalkButton
from handlers.buttons.diaries import MarkProgress, SendDiary, SkipQuestion, WriteAnew, WriteDiary
from handlers.keyboards import inline
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.diaries import MARKS, Question
from mentoring.notices.diaries import (
    DiaryAsked,
    DiaryIsOut,
    DiaryPart,
    DiaryPreview,
    DiaryQuestion,
    DiaryReceipt,
    DiaryReceived,
)
from mentoring.people import Role
from texts import diaries as words
from texts import session_buttons as buttons
from texts.home import talk_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


#: A card has at most four doors.
_MOST_MENTORS = 3


def asked(notice: DiaryAsked, say: Say) -> Content:
    label = buttons.go_on_button(say) if notice.begun else buttons.write_diary_button(say)
    write: Row = [(label, WriteDiary(session_id=notice.session.session_id))]
    return Content(text=words.asked(say, notice), reply_markup=inline(write))


def question(notice: DiaryQuestion, say: Say) -> Content:
    of = notice.session.session_id
    marks: Row = [(str(mark), MarkProgress(session_id=of, mark=mark)) for mark in MARKS]
    skip: Row = [(buttons.skip_button(say), SkipQuestion(session_id=of, question=notice.question))]
    send: Row = [(buttons.send_so_button(say), SendDiary(session_id=of))] if notice.can_send else []
    rows = [marks] if notice.question is Question.PROGRESS else []
    return Content(text=words.question(say, notice), reply_markup=inline(*rows, [*skip, *send]))


def preview(notice: DiaryPreview, say: Say) -> Content:
    of = notice.session.session_id
    said = any(answer.text or answer.voice for answer in notice.answers)
    send: Row = [(buttons.send_diary_button(say), SendDiary(session_id=of))] if said else []
    anew: Row = [(buttons.anew_button(say), WriteAnew(session_id=of))]
    return Content(text=words.preview(say, notice.session, notice.answers), reply_markup=inline(send, anew))


def receipt(notice: DiaryReceipt, say: Say) -> Content:
    return Content(text=words.receipt(say, notice.session, notice.mentors), reply_markup=inline(way_home(say)))


def is_out(notice: DiaryIsOut, say: Say) -> Content:
    write: list[Row] = [
        [(talk_button(say, name=one.name, role=Role.MENTOR), TalkButton(person_id=one.person_id))]
        for one in notice.mentors[:_MOST_MENTORS]
    ]
    return Content(text=words.is_out(say, notice.session), reply_markup=inline(*write, way_home(say)))


def received(notice: DiaryReceived, say: Say) -> Content:
    reply: Row = [(buttons.reply_to_button(say, name=notice.mentee), TalkButton(person_id=notice.person_id))]
    text = words.received(say, notice.session, notice.mentee, notice.answers)
    return Content(text=text, reply_markup=inline(reply, way_home(say)))


def part(notice: DiaryPart, say: Say) -> Content:
    spoken = () if notice.voice is None else (Attached(kind="voice", file_id=notice.voice),)
    return Content(text=words.part(say, notice), attachments=spoken)


SCREENS: Screens = {
    DiaryAsked: asked,
    DiaryQuestion: question,
    DiaryPreview: preview,
    DiaryReceipt: receipt,
    DiaryIsOut: is_out,
    DiaryReceived: received,
    DiaryPart: part,
}
