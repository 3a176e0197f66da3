"""Screens of a programme's managers, and of new accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.colleagues import (
    AnswerRelinkButton,
    DecideMergeButton,
    InviteManagerButton,
    LeaveProgrammeButton,
    ManagersButton,
    RelinkManagerButton,
)
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.invitations import Door, payload
from mentoring.notices.colleagues import ChooseProgramme, ManagerLink, ManagerNews, Managers
from mentoring.notices.relinking import (
    AskMerge,
    AskRelink,
    MergeAwaited,
    MergeDecided,
    PlaceMoved,
    RelinkCode,
    RelinkDeclined,
    RelinkDone,
    RelinkNews,
    SameAccount,
)
from texts import colleagues as words
from texts import relinking as relink_words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

_MOST_ROWS = 80


def choose_programme(notice: ChooseProgramme, say: Say) -> Content:
    rows = [[(one.name, ManagersButton(programme_id=one.programme_id))] for one in notice.programmes[:_MOST_ROWS]]
    return Content(text=words.choose_programme(say), reply_markup=inline(*rows, way_home(say)))


def managers(notice: Managers, say: Say) -> Content:
    of = notice.programme_id
    invite: Row = [(words.invite_button(say), InviteManagerButton(programme_id=of))]
    text = words.managers(say, notice)
    if notice.alone:
        return Content(text=text, reply_markup=inline(invite, way_home(say)))
    back: Row = [(words.stay_button(say), ManagersButton(programme_id=of))]
    if notice.leaving:
        leave: Row = [(words.sure_button(say), LeaveProgrammeButton(programme_id=of, sure=True))]
        return Content(text=text, reply_markup=inline(leave, back))
    relinks: list[Row] = [
        [
            (
                relink_words.relink_of_button(say, name=one.name),
                RelinkManagerButton(programme_id=of, person_id=one.person_id),
            )
        ]
        for one in notice.managers[:_MOST_ROWS]
        if not one.own
    ]
    leave = [(words.leave_button(say), LeaveProgrammeButton(programme_id=of, sure=False))]
    return Content(text=text, reply_markup=inline(invite, *relinks, leave, way_home(say)))


def manager_link(notice: ManagerLink, say: Say) -> Content:
    return Content(text=words.manager_link(say, notice, link=say.link(payload(Door.COLLEAGUE, notice.token))))


def manager_news(notice: ManagerNews, say: Say) -> Content:
    return Content(text=words.manager_news(say, notice), reply_markup=inline(way_home(say)))


def relink_code(notice: RelinkCode, say: Say) -> Content:
    return Content(text=relink_words.relink_code(say, notice, link=say.link(payload(Door.RELINK, notice.token))))


def ask_relink(notice: AskRelink, say: Say) -> Content:
    markup = inline(
        [(relink_words.yes_button(say), AnswerRelinkButton(yes=True))],
        [(relink_words.no_button(say), AnswerRelinkButton(yes=False))],
    )
    return Content(text=relink_words.ask_relink(say, notice), reply_markup=markup)


def merge_awaited(notice: MergeAwaited, say: Say) -> Content:
    return Content(text=relink_words.merge_awaited(say, notice), reply_markup=inline(way_home(say)))


def ask_merge(notice: AskMerge, say: Say) -> Content:
    yes, no = (DecideMergeButton(telegram_id=notice.telegram_id, yes=answer) for answer in (True, False))
    markup = inline([(relink_words.one_person_button(say), yes)], [(relink_words.two_people_button(say), no)])
    return Content(text=relink_words.ask_merge(say, notice), reply_markup=markup)


def merge_decided(notice: MergeDecided, say: Say) -> Content:
    return Content(text=relink_words.merge_decided(say, notice), reply_markup=inline(way_home(say)))


def same_account(_: SameAccount, say: Say) -> Content:
    return Content(text=relink_words.same_account(say), reply_markup=inline(way_home(say)))


def relink_declined(_: RelinkDeclined, say: Say) -> Content:
    return Content(text=relink_words.relink_declined(say))


def relink_done(notice: RelinkDone, say: Say) -> Content:
    return Content(text=relink_words.relink_done(say, notice))


def place_moved(_: PlaceMoved, say: Say) -> Content:
    return Content(text=relink_words.place_moved(say))


def relink_news(notice: RelinkNews, say: Say) -> Content:
    return Content(text=relink_words.relink_news(say, notice), reply_markup=inline(way_home(say)))


SCREENS: Screens = {
    ChooseProgramme: choose_programme,
    Managers: managers,
    ManagerLink: manager_link,
    ManagerNews: manager_news,
    RelinkCode: relink_code,
    AskRelink: ask_relink,
    MergeAwaited: merge_awaited,
    AskMerge: ask_merge,
    MergeDecided: merge_decided,
    SameAccount: same_account,
    RelinkDeclined: relink_declined,
    RelinkDone: relink_done,
    PlaceMoved: place_moved,
    RelinkNews: relink_news,
}
