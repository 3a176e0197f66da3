"""How the questions before handing in look, the refusals, and the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import HomeButton
from handlers.buttons.files import FileInsteadButton
from handlers.buttons.on_paper import FileForButton
from handlers.buttons.submissions import (
    ChooseGroup,
    CorrectionOf,
    HandOver,
    HowToSend,
    MyDocuments,
    OpenSubmission,
    SendAgain,
    SomethingNew,
)
from handlers.keyboards import Target, inline
from handlers.message import Content
from mentoring.notices.sending import (
    CorrectionQuestion,
    FileRefused,
    GroupQuestion,
    HandedOver,
    HandOverQuestion,
    HowToSendFiles,
    NothingToSendFor,
    NotSent,
    RepeatedQuestion,
    TooMuchToday,
)
from mentoring.notices.submissions import Documents, Inbox, Line
from texts import common, home, on_paper, sending, submission_lists, submissions, uploads
from texts import submission_buttons as buttons
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.screens.shape import Screens
    from texts.say import Say

_MEGABYTE = 1024 * 1024

Keys = list[tuple[str, Target]]


def hand_over_question(notice: HandOverQuestion, say: Say) -> Content:
    of = notice.submission_id
    keys: Keys = [
        (buttons.hand_over_button(say), HandOver(submission_id=of, yes=True)),
        (buttons.leave_it_button(say), HandOver(submission_id=of, yes=False)),
    ]
    text = sending.hand_over_question(say, files=notice.files, group=notice.group, asked=notice.asked)
    return Content(text=text, reply_markup=inline(keys))


def group_question(notice: GroupQuestion, say: Say) -> Content:
    of = notice.submission_id
    rows: list[Keys] = [
        [(choice.name, ChooseGroup(submission_id=of, group_id=choice.group_id))] for choice in notice.groups
    ]
    rows += [
        [
            (
                on_paper.file_for_button(say, name=one.name, group=one.group),
                FileForButton(submission_id=of, membership_id=one.membership_id),
            )
        ]
        for one in notice.people
    ]
    if notice.may_file:
        rows.append([(uploads.file_instead_button(say), FileInsteadButton(submission_id=of))])
    ask = sending.person_question if notice.people else sending.group_question
    return Content(text=ask(say, files=notice.files), reply_markup=inline(*rows))


def repeated_question(notice: RepeatedQuestion, say: Say) -> Content:
    of = notice.submission_id
    keys: Keys = [
        (buttons.send_again_button(say), SendAgain(submission_id=of, yes=True)),
        (buttons.that_is_all_right_button(say), SendAgain(submission_id=of, yes=False)),
    ]
    text = sending.repeated_question(say, files=notice.files, number=notice.number, sent_at=notice.sent_at)
    return Content(text=text, reply_markup=inline(keys))


def correction_question(notice: CorrectionQuestion, say: Say) -> Content:
    draft, open_ones = notice.submission_id, notice.open
    new: Keys = [(buttons.something_new_button(say), SomethingNew(submission_id=draft))]
    if len(open_ones) == 1:
        [only] = open_ones
        yes = CorrectionOf(submission_id=draft, of=only.submission_id)
        text = sending.one_correction_question(say, files=notice.files, number=only.number)
        return Content(text=text, reply_markup=inline([(buttons.one_correction_button(say), yes)], new))
    rows: list[Keys] = [
        [(buttons.correction_of_button(say, one.number), CorrectionOf(submission_id=draft, of=one.submission_id))]
        for one in open_ones
    ]
    return Content(text=sending.correction_question(say, files=notice.files), reply_markup=inline(*rows, new))


def not_sent(notice: NotSent, say: Say) -> Content:
    return Content(text=sending.not_sent(say), reply_markup=None if notice.in_group else _home(say))


def handed_over(notice: HandedOver, say: Say) -> Content:
    return Content(text=sending.handed_over(say, number=notice.number, asked=notice.asked))


def file_refused(notice: FileRefused, say: Say) -> Content:
    how: Keys = [(home.send_button(say), HowToSend()), (common.home_button(say), HomeButton())]
    return Content(text=sending.refused(say, why=notice.why, name=notice.name), reply_markup=inline(how))


def too_much_today(notice: TooMuchToday, say: Say) -> Content:
    text = sending.too_much_today(say, files=notice.files, megabytes=notice.size // _MEGABYTE)
    return Content(text=text, reply_markup=_home(say))


def nothing_to_send_for(_: NothingToSendFor, say: Say) -> Content:
    return Content(text=sending.nothing_to_send_for(say), reply_markup=_home(say))


def how_to_send(_: HowToSendFiles, say: Say) -> Content:
    text = Html(f"{sending.how_to_send(say)}\n\n{submissions.picture_advice(say)}")
    keys: Keys = [(home.documents_button(say), MyDocuments()), (common.home_button(say), HomeButton())]
    return Content(text=text, reply_markup=inline(keys))


def inbox(notice: Inbox, say: Say) -> Content:
    count = len(notice.lines) + notice.more
    return _list(say, submission_lists.inbox(say, count=count), notice.lines, notice.more, submission_lists.inbox_line)


def documents(notice: Documents, say: Say) -> Content:
    text = submission_lists.documents(say, count=len(notice.lines))
    how: Keys = [(home.send_button(say), HowToSend())]
    return _list(say, text, notice.lines, notice.more, submission_lists.document_line, how)


def _list(
    say: Say, text: Html, lines: tuple[Line, ...], more: int, label: Callable[[Say, Line], str], *after: Keys
) -> Content:
    rows: list[Keys] = [[(label(say, line), OpenSubmission(submission_id=line.submission_id))] for line in lines]
    if more:
        text = Html(f"{text}\n\n{submission_lists.and_more(say, count=more)}")
    way_home: Keys = [(common.home_button(say), HomeButton())]
    return Content(text=text, reply_markup=inline(*rows, *after, way_home))


def _home(say: Say) -> dict[str, object]:
    return dict(inline([(common.home_button(say), HomeButton())]))


SCREENS: Screens = {
    HandOverQuestion: hand_over_question,
    GroupQuestion: group_question,
    RepeatedQuestion: repeated_question,
    CorrectionQuestion: correction_question,
    NotSent: not_sent,
    HandedOver: handed_over,
    FileRefused: file_refused,
    TooMuchToday: too_much_today,
    NothingToSendFor: nothing_to_send_for,
    HowToSendFiles: how_to_send,
    Inbox: inbox,
    Documents: documents,
}
