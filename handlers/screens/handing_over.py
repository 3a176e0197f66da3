"""Screens of replacing a mentor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.groups import GroupButton, LinksButton
from handlers.buttons.handing_over import (
    ConfirmReplacingButton,
    NewSuccessor,
    PickSuccessor,
    ReplaceButton,
    WriteNoteButton,
)
from handlers.buttons.places import PersonButton
from handlers.buttons.questions import AnswerQuestionButton
from handlers.buttons.sessions import MySessions
from handlers.buttons.submissions import OpenInbox, OpenSubmission
from handlers.keyboards import Link, inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.concerns import Way
from mentoring.notices.handing_over import (
    AskHandoverNote,
    AskSuccessor,
    AskSuccessorName,
    ConfirmReplacing,
    HandedOn,
    HandoverNote,
    HandoverNoteKept,
    MentorChanged,
    MentorReplaced,
    NewMentorOf,
    PlaceHandedOver,
)
from texts import groups as group_words
from texts import handing_over as words
from texts import home as home_words
from texts import questions as question_words
from texts import session_buttons
from texts.away import deputy_button
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.notices.handing_over import QuestionLine, Replacing
    from texts.say import Say


def handed_on(notice: HandedOn, say: Say) -> Content:
    return Content(text=words.handed_on(say, notice), reply_markup=inline(way_home(say)))


def ask_successor(notice: AskSuccessor, say: Say) -> Content:
    of = notice.membership_id
    rows: list[Row] = [
        [(deputy_button(say, one), PickSuccessor(membership_id=of, person_id=one.person_id))]
        for one in notice.candidates
    ]
    new: Row = [(words.new_button(say), NewSuccessor(membership_id=of))]
    return Content(text=words.ask_successor(say, notice), reply_markup=inline(*rows, new, _to_person(notice, say)))


def ask_successor_name(notice: AskSuccessorName, say: Say) -> Content:
    again: Row = [(group_words.back_button(say), ReplaceButton(membership_id=notice.membership_id))]
    return Content(text=words.ask_successor_name(say, notice), reply_markup=inline(again))


def confirm_replacing(notice: ConfirmReplacing, say: Say) -> Content:
    of = notice.membership_id
    sure: Row = [(words.sure_button(say), ConfirmReplacingButton(membership_id=of))]
    again: Row = [(group_words.back_button(say), ReplaceButton(membership_id=of))]
    return Content(text=words.confirm_replacing(say, notice), reply_markup=inline(sure, again))


def mentor_replaced(notice: MentorReplaced, say: Say) -> Content:
    of = notice.group_id
    links: Row = [(group_words.links_button(say), LinksButton(group_id=of))] if notice.invited else []
    note: Row = [(words.note_button(say), WriteNoteButton(group_id=of))]
    group: Row = [(group_words.group_button(say, name=notice.group_name), GroupButton(group_id=of)), *way_home(say)]
    return Content(text=words.mentor_replaced(say, notice), reply_markup=inline(links, note, group))


def place_handed_over(notice: PlaceHandedOver, say: Say) -> Content:
    note: Row = [(words.note_button(say), WriteNoteButton(group_id=notice.group_id))]
    return Content(text=words.place_handed_over(say, notice), reply_markup=inline(note, way_home(say)))


def new_mentor_of(notice: NewMentorOf, say: Say) -> Content:
    rows: list[Row] = [
        [(words.line_button(say, line), OpenSubmission(submission_id=line.submission_id))] for line in notice.lines
    ]
    chat: Row = []
    if notice.invite_link is not None:
        chat = [(home_words.chat_of_button(say, name=notice.group_name), Link(url=notice.invite_link))]
    asked = [_answers(say, one) for one in notice.questions]
    doors: Row = [(home_words.inbox_button(say), OpenInbox()), (session_buttons.sessions_button(say), MySessions())]
    return Content(
        text=words.new_mentor_of(say, notice), reply_markup=inline(chat, *rows, *asked, doors, way_home(say))
    )


def _answers(say: Say, line: QuestionLine) -> Row:
    ways = [Way.TO_MENTOR] if line.way is Way.TO_MENTOR else [Way.TO_MENTOR, Way.TO_GROUP]
    return [
        (question_words.answer_button(say, way, line.name), AnswerQuestionButton(question_id=line.question_id, way=way))
        for way in ways
    ]


def ask_handover_note(notice: AskHandoverNote, say: Say) -> Content:
    return Content(text=words.ask_handover_note(say, notice), reply_markup=inline(way_home(say)))


def handover_note_kept(notice: HandoverNoteKept, say: Say) -> Content:
    return Content(text=words.handover_note_kept(say, notice), reply_markup=inline(way_home(say)))


def handover_note(notice: HandoverNote, say: Say) -> Content:
    doors: Row = [(home_words.inbox_button(say), OpenInbox()), *way_home(say)]
    return Content(text=words.handover_note(say, notice), reply_markup=inline(doors))


def mentor_changed(notice: MentorChanged, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages]
    return Content(text=Html("\n\n———\n\n".join(words.mentor_changed(voice, notice) for voice in voices)))


def _to_person(notice: Replacing, say: Say) -> Row:
    return [(group_words.back_button(say), PersonButton(membership_id=notice.membership_id))]


SCREENS: Screens = {
    HandedOn: handed_on,
    AskSuccessor: ask_successor,
    AskSuccessorName: ask_successor_name,
    ConfirmReplacing: confirm_replacing,
    MentorReplaced: mentor_replaced,
    PlaceHandedOver: place_handed_over,
    NewMentorOf: new_mentor_of,
    AskHandoverNote: ask_handover_note,
    HandoverNoteKept: handover_note_kept,
    HandoverNote: handover_note,
    MentorChanged: mentor_changed,
}
