"""How minutes look to whoever leads the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import minutes as buttons
from handlers.buttons.holding import OpenAttendance, TakeMinutes
from handlers.buttons.sessions import OpenSession
from handlers.buttons.toolbars import SendFilingButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.minutes import Part, Phase
from mentoring.notices.minutes import MinutesAsked, MinutesCard, MinutesClash, MinutesMoved
from texts import holding, session_buttons
from texts import minutes as words
from texts import minutes_buttons as labels
from texts.say import Html, escaped

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.ids import SessionId
    from texts.say import Say


def card(notice: MinutesCard, say: Say) -> Content:
    of = notice.session.session_id
    session: Row = [(session_buttons.open_button(say), OpenSession(session_id=of)), *way_home(say)]
    return Content(text=words.card(say, notice), reply_markup=inline(*_deeds(notice, say), session))


def _deeds(notice: MinutesCard, say: Say) -> list[Row]:
    of = notice.session.session_id
    match notice.phase:
        case Phase.FILING:
            return []
        case Phase.FILED:
            sent: Row = []
            if notice.filed is not None:
                sent = [(labels.look_button(say), SendFilingButton(filing_id=notice.filed.filing_id))]
            return [sent, [(labels.correct_button(say), buttons.CorrectMinutes(session_id=of))]]
        case Phase.DRAFT | Phase.CORRECTING:
            return [
                *_parts(of, say),
                _chat(notice, say),
                [(labels.look_button(say), TakeMinutes(session_id=of))],
                _acceptance(notice, say),
            ]


def _parts(of: SessionId, say: Say) -> list[Row]:
    return [
        [(labels.write_button(say, part), buttons.AskMinutesPart(session_id=of, part=part, adds=False))]
        for part in Part
    ]


def _chat(notice: MinutesCard, say: Say) -> Row:
    if not notice.on_record.lines:
        return []
    put = not notice.with_record
    button = buttons.PutRecordIntoMinutes(session_id=notice.session.session_id, with_record=put)
    return [(labels.chat_button(say, put=put), button)]


def _acceptance(notice: MinutesCard, say: Say) -> Row:
    of = notice.session.session_id
    if not notice.knows_who_was_there:
        return [(holding.who_was_there_button(say), OpenAttendance(session_id=of))]
    if not notice.can_accept:
        return []
    return [(labels.accept_button(say), buttons.AcceptMinutes(session_id=of, revision=notice.revision))]


def asked(notice: MinutesAsked, say: Say) -> Content:
    of = notice.session.session_id
    other: Row = []
    if notice.words:
        turned = buttons.AskMinutesPart(session_id=of, part=notice.part, adds=not notice.adds)
        other = [(labels.add_button(say, adds=not notice.adds), turned)]
    back: Row = [(labels.back_button(say), buttons.BackToMinutes(session_id=of))]
    return Content(text=words.asked(say, notice), reply_markup=inline(other, back))


def clash(notice: MinutesClash, say: Say) -> Content:
    of = notice.session.session_id
    after: Row = [(labels.after_button(say), buttons.SettleMinutesClash(session_id=of, adds=True))]
    instead: Row = [(labels.instead_button(say), buttons.SettleMinutesClash(session_id=of, adds=False))]
    leave: Row = [(labels.leave_button(say), buttons.BackToMinutes(session_id=of))]
    return Content(text=words.clash(say, notice), reply_markup=inline(after if notice.fits else [], instead, leave))


def moved(notice: MinutesMoved, say: Say) -> Content:
    return Content(text=Html(escaped(words.moved(say, notice.by))))


def door(of: SessionId, say: Say) -> Row:
    return [(labels.minutes_button(say), buttons.OpenMinutes(session_id=of))]


SCREENS: Screens = {MinutesCard: card, MinutesAsked: asked, MinutesClash: clash, MinutesMoved: moved}
