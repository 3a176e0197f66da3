"""Screens of going away, coming back and standing in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from handlers.buttons.away import (
    AppointDeputyButton,
    AwayFrom,
    BackFromAway,
    CannotStandIn,
    ConfirmAwayButton,
    OtherCover,
    PickAwayDay,
    PickDeputy,
    TurnAwayPage,
)
from handlers.buttons.common import TalkButton
from handlers.buttons.sessions import MySessions, Status
from handlers.buttons.submissions import OpenInbox
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens import calendar
from handlers.screens.doors import way_home
from mentoring.away_drafts import AwayStep, Cover
from mentoring.invitations import Door, payload
from mentoring.notices.absences import (
    AbsenceNews,
    AutomaticWord,
    AwayCalledOff,
    AwayPlanned,
    BackAgain,
    DeputyCannot,
    DeputyLink,
    GoingAway,
    MentorAway,
    StandInAsked,
    StandInBegins,
    StandInDeclined,
    StandInEnds,
    StandInOver,
)
from mentoring.people import Role
from texts import away as words
from texts import home as home_words
from texts import session_buttons
from texts import standing_in as others
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from mentoring.notices.absences import Away
    from texts.say import Say


def going_away(notice: GoingAway, say: Say) -> Content:
    return Content(text=words.going_away(say, notice), reply_markup=inline(*_choices(notice, say), way_home(say)))


def _choices(notice: GoingAway, say: Say) -> Sequence[Row]:
    match notice.step:
        case AwayStep.PLACE:
            return _places(notice, say)
        case AwayStep.FIRST_DAY | AwayStep.LAST_DAY:
            return calendar.page(say, month=notice.month, today=notice.today, turn=_turn, pick=_pick)
        case AwayStep.DEPUTY:
            return _deputies(notice, say)
        case AwayStep.CONFIRM:
            return [[(words.confirm_button(say), ConfirmAwayButton())]]
        case _:
            assert_never(notice.step)


def _places(notice: GoingAway, say: Say) -> list[Row]:
    back = [back_row(one, say) for one in notice.lasting]
    places = [
        [(words.place_button(say, one), AwayFrom(role=one.role, number=one.group_id or one.programme_id))]
        for one in notice.places
    ]
    return [*back, *places]


def _turn(day: date) -> Target:
    return TurnAwayPage(day=day)


def _pick(day: date) -> Target:
    return PickAwayDay(day=day)


def _deputies(notice: GoingAway, say: Say) -> list[Row]:
    rows: list[Row] = [
        [(words.deputy_button(say, one), PickDeputy(person_id=one.person_id))] for one in notice.candidates
    ]
    if notice.place is not None and notice.place.role is Role.MANAGER:
        rows.append([(words.invite_deputy_button(say), OtherCover(cover=Cover.LINK))])
        rows.append([(words.nobody_button(say), OtherCover(cover=Cover.NOBODY))])
    return rows


def away_planned(notice: AwayPlanned, say: Say) -> Content:
    markup = inline(back_row(notice.away, say), way_home(say))
    return Content(text=words.away_planned(say, notice), reply_markup=markup)


def back_row(away: Away, say: Say) -> Row:
    return [(words.back_button(say, away), BackFromAway(absence_id=away.absence_id))]


def away_called_off(notice: AwayCalledOff, say: Say) -> Content:
    return Content(text=words.away_called_off(say, place=notice.place), reply_markup=inline(way_home(say)))


def back_again(notice: BackAgain, say: Say) -> Content:
    keys = [(home_words.inbox_button(say), OpenInbox()), *way_home(say)]
    return Content(text=words.back_again(say, notice), reply_markup=inline(keys))


def deputy_link(notice: DeputyLink, say: Say) -> Content:
    link = say.link(payload(Door.COLLEAGUE, notice.token))
    return Content(text=words.deputy_link(say, notice, link=link))


def stand_in_asked(notice: StandInAsked, say: Say) -> Content:
    cannot = (words.cannot_button(say), CannotStandIn(absence_id=notice.absence_id))
    return Content(text=others.stand_in_asked(say, notice), reply_markup=inline([cannot], way_home(say)))


def stand_in_begins(notice: StandInBegins, say: Say) -> Content:
    keys: Row = [(home_words.inbox_button(say), OpenInbox()), (session_buttons.sessions_button(say), MySessions())]
    status: Row = [(session_buttons.status_button(say), Status())] if notice.role is Role.MANAGER else []
    cannot = (words.cannot_button(say), CannotStandIn(absence_id=notice.absence_id))
    markup = inline(keys, status, [cannot], way_home(say))
    return Content(text=others.stand_in_begins(say, notice), reply_markup=markup)


def stand_in_ends(notice: StandInEnds, say: Say) -> Content:
    return Content(text=others.stand_in_ends(say, notice), reply_markup=inline(way_home(say)))


def stand_in_over(notice: StandInOver, say: Say) -> Content:
    return Content(text=others.stand_in_over(say, notice), reply_markup=inline(way_home(say)))


def stand_in_declined(notice: StandInDeclined, say: Say) -> Content:
    return Content(text=others.stand_in_declined(say, notice), reply_markup=inline(way_home(say)))


def deputy_cannot(notice: DeputyCannot, say: Say) -> Content:
    rows: list[Row] = [
        [
            (
                words.deputy_button(say, one),
                AppointDeputyButton(absence_id=notice.absence_id, person_id=one.person_id),
            )
        ]
        for one in notice.candidates
    ]
    return Content(text=others.deputy_cannot(say, notice), reply_markup=inline(*rows, way_home(say)))


def mentor_away(notice: MentorAway, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages]
    return Content(text=Html("\n\n———\n\n".join(others.mentor_away(voice, notice) for voice in voices)), silent=True)


def absence_news(notice: AbsenceNews, say: Say) -> Content:
    return Content(text=others.absence_news(say, notice), reply_markup=inline(way_home(say)))


def automatic_word(notice: AutomaticWord, say: Say) -> Content:
    text = others.automatic_word(say, notice)
    if notice.deputy_id is None or notice.deputy is None:
        return Content(text=text, reply_markup=inline(way_home(say)))
    talk = (words.write_to_button(say, name=notice.deputy), TalkButton(person_id=notice.deputy_id))
    return Content(text=text, reply_markup=inline([talk], way_home(say)))


SCREENS: Screens = {
    GoingAway: going_away,
    AwayPlanned: away_planned,
    AwayCalledOff: away_called_off,
    BackAgain: back_again,
    DeputyLink: deputy_link,
    StandInAsked: stand_in_asked,
    StandInBegins: stand_in_begins,
    StandInEnds: stand_in_ends,
    StandInDeclined: stand_in_declined,
    StandInOver: stand_in_over,
    DeputyCannot: deputy_cannot,
    MentorAway: mentor_away,
    AbsenceNews: absence_news,
    AutomaticWord: automatic_word,
}
