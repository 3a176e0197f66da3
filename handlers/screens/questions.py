"""How questions look that are asked in private, and what of them the group reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons import questions as buttons
from handlers.buttons.common import HelpButton, HomeButton, TalkButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.concerns import Way
from mentoring.notices.questions import (
    AnswerSent,
    AnswerWriting,
    HowToAsk,
    PrivateAnswerPosted,
    PrivateQuestionPosted,
    QuestionAnswered,
    QuestionAsked,
    QuestionSent,
    QuestionWriting,
)
from texts import concerns as concern_words
from texts import home as home_words
from texts import questions as words
from texts.say import Html, escaped
from texts.working_hours import with_hours

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def how_to_ask(notice: HowToAsk, say: Say) -> Content:
    rows: list[Row] = []
    for one in notice.groups:
        label = words.to_mentor_button(say, one.name, alone=len(notice.groups) == 1)
        rows.append([(label, buttons.AskWayButton(group_id=one.group_id, way=Way.TO_MENTOR))])
        if one.has_chat:
            label = words.to_group_button(say, one.name, alone=len(notice.groups) == 1)
            rows.append([(label, buttons.AskWayButton(group_id=one.group_id, way=Way.TO_GROUP))])
    return Content(text=words.how_to_ask(say), reply_markup=inline(*rows, way_home(say)))


def question_writing(notice: QuestionWriting, say: Say) -> Content:
    drop: Row = [(concern_words.drop_button(say), HomeButton())]
    if not notice.words:
        return Content(text=words.question(say, notice), reply_markup=inline(drop))
    send: Row = [(concern_words.send_button(say), buttons.SendQuestionButton())]
    again = buttons.AskWayButton(group_id=notice.group.group_id, way=notice.way)
    markup = inline(send, [(concern_words.empty_button(say), again), *drop])
    return Content(text=words.question_preview(say, notice), reply_markup=markup)


def question_sent(notice: QuestionSent, say: Say) -> Content:
    markup = inline([(home_words.help_button(say), HelpButton()), *way_home(say)])
    return Content(text=with_hours(say, words.question_sent(say, notice), notice.hours), reply_markup=markup)


def question_asked(notice: QuestionAsked, say: Say) -> Content:
    ways = [Way.TO_MENTOR] if notice.way is Way.TO_MENTOR else [Way.TO_MENTOR, Way.TO_GROUP]
    rows: list[Row] = [
        [
            (
                words.answer_button(say, way, notice.name),
                buttons.AnswerQuestionButton(question_id=notice.question_id, way=way),
            )
        ]
        for way in ways
    ]
    return Content(text=words.question_asked(say, notice), reply_markup=inline(*rows, way_home(say)))


def answer_writing(notice: AnswerWriting, say: Say) -> Content:
    drop: Row = [(concern_words.drop_button(say), HomeButton())]
    if not notice.words:
        return Content(text=words.answer(say, notice), reply_markup=inline(drop))
    again = buttons.AnswerQuestionButton(question_id=notice.question_id, way=notice.way)
    send: Row = [(concern_words.send_button(say), buttons.SendAnswerButton())]
    markup = inline(send, [(concern_words.empty_button(say), again), *drop])
    return Content(text=words.answer_preview(say, notice), reply_markup=markup)


def answer_sent(notice: AnswerSent, say: Say) -> Content:
    return Content(text=words.answer_sent(say, notice), reply_markup=inline(way_home(say)))


def question_answered(notice: QuestionAnswered, say: Say) -> Content:
    markup = inline([(home_words.reply_button(say), TalkButton(person_id=notice.person_id)), *way_home(say)])
    return Content(text=words.question_answered(say, notice), reply_markup=markup)


def group_question(notice: PrivateQuestionPosted, say: Say) -> Content:
    """The heading in each language of the group, the words as they were written."""
    heads = [words.group_question(replace(say, language=one)) for one in notice.languages or (say.language,)]
    return Content(text=Html("\n".join([*heads, "", escaped(notice.words)])), silent=True)


def group_answer(notice: PrivateAnswerPosted, say: Say) -> Content:
    heads = [words.group_answer(replace(say, language=one), notice) for one in notice.languages or (say.language,)]
    quoted = f"<blockquote>{escaped(notice.question)}</blockquote>"
    return Content(text=Html("\n".join([*heads, quoted, escaped(notice.words)])), silent=True)


SCREENS: Screens = {
    HowToAsk: how_to_ask,
    QuestionWriting: question_writing,
    QuestionSent: question_sent,
    QuestionAsked: question_asked,
    AnswerWriting: answer_writing,
    AnswerSent: answer_sent,
    QuestionAnswered: question_answered,
    PrivateQuestionPosted: group_question,
    PrivateAnswerPosted: group_answer,
}
