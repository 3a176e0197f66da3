"""How it looks what is expected, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import deadlines as buttons
from handlers.buttons.forms import SlotFormButton
from handlers.buttons.signatures import AskHowToIssueButton, SignaturesButton
from handlers.buttons.submissions import HowToSend
from handlers.keyboards import inline, packed
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.deadlines import ASKABLE_DAYS, GIVEN_DAYS, Reach
from mentoring.ids import SlotId
from mentoring.notices import deadlines as told
from mentoring.notices.deadlines import SlotOffer
from mentoring.slots import SlotState
from texts import deadlines as words
from texts import home as home_words
from texts import kit
from texts.form_buttons import get_button
from texts.groups import back_button
from texts.signature_buttons import board_button, issue_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from mentoring.notices.kit import SlotSeen
    from texts.say import Say

#: Characters of a button that stands alone on a phone.
_ALONE = (40,)
_PAIR = (40, 18, 11)


def expected(notice: told.Expected, say: Say) -> Content:
    return Content(text=words.expected(say, notice), reply_markup=inline(*_slots(say, notice.slots), way_home(say)))


def due(notice: told.DocumentsDue, say: Say) -> Content:
    return Content(text=words.due(say, notice), reply_markup=inline(*_slots(say, notice.slots), way_home(say)))


def _slots(say: Say, slots: Sequence[SlotSeen]) -> Sequence[Row]:
    keys: Row = [(_short(say, one), _door(one)) for one in slots]
    return packed(keys, widest=_ALONE)


def _door(seen: SlotSeen) -> Target:
    """What is being signed opens as such: leaders see the board, everybody else their own signature."""
    if seen.state is SlotState.SIGNING:
        return SignaturesButton(slot_id=SlotId(seen.slot_id))
    return buttons.SlotButton(slot_id=seen.slot_id)


def _short(say: Say, seen: SlotSeen) -> str:
    named = f"{kit.mark(seen)} {kit.named(say, seen)}"
    return named if len(named) <= _ALONE[0] else f"{named[: _ALONE[0] - 1]}…"


def slot(notice: told.SlotCard, say: Say) -> Content:
    keys: list[tuple[str, Target]] = []
    for offer in notice.offers:
        keys += _offered(say, offer, notice.slot)
    back: Row = [(words.expected_button(say), buttons.ExpectedButton())]
    return Content(
        text=words.slot(say, notice), reply_markup=inline(*packed(keys, widest=_PAIR[:2]), back, way_home(say))
    )


def _offered(say: Say, offer: SlotOffer, seen: SlotSeen) -> Row:
    of = seen.slot_id
    match offer:
        case SlotOffer.ISSUE:
            return [(issue_button(say), AskHowToIssueButton(slot_id=SlotId(of)))]
        case SlotOffer.SIGNATURES:
            return [(board_button(say, seen), SignaturesButton(slot_id=SlotId(of)))]
        case SlotOffer.GET_FORM:
            return [(get_button(say), SlotFormButton(slot_id=of))]
        case SlotOffer.SEND:
            return [(home_words.send_button(say), HowToSend())]
        case SlotOffer.ASK_MORE_TIME:
            return [
                (words.more_time_button(say, days), buttons.AskMoreTimeButton(slot_id=of, days=days))
                for days in ASKABLE_DAYS
            ]
        case SlotOffer.EXTEND:
            first = buttons.PutOffButton(slot_id=of, days=GIVEN_DAYS[1], reach=Reach.ONE, sure=False)
            return [(words.extend_button(say), first)]
        case SlotOffer.WAIVE:
            return [(words.waive_button(say), buttons.AskWhyWaiveButton(slot_id=of))]
        case SlotOffer.WANT_AGAIN:
            return [(words.want_again_button(say), buttons.WantAgainButton(slot_id=of))]


def how_long(notice: told.AskHowLong, say: Say) -> Content:
    def key(days: int, reach: Reach, *, sure: bool = False) -> Target:
        return buttons.PutOffButton(slot_id=notice.slot.slot_id, days=days, reach=reach, sure=sure)

    reaches = [Reach.ONE, Reach.GROUP, *([Reach.ALL] if notice.groups else [])]
    days: Row = [(words.days_button(say, one, chosen=one == notice.days), key(one, notice.reach)) for one in GIVEN_DAYS]
    whom: Row = [(words.reach_button(say, one, chosen=one is notice.reach), key(notice.days, one)) for one in reaches]
    give: Row = [(words.give_button(say), key(notice.days, notice.reach, sure=True)), _back(say, notice.slot.slot_id)]
    return Content(text=words.how_long(say, notice), reply_markup=inline(days, *packed(whom, widest=_PAIR), give))


def _back(say: Say, slot_id: int) -> tuple[str, Target]:
    return back_button(say), buttons.SlotButton(slot_id=slot_id)


def why_waive(notice: told.AskWhyWaive, say: Say) -> Content:
    of = notice.slot.slot_id
    sure: Row = [(words.confirm_waive_button(say), buttons.WaiveButton(slot_id=of))] if notice.reason else []
    return Content(text=words.why_waive(say, notice), reply_markup=inline([*sure, _back(say, of)]))


def more_time_asked(notice: told.MoreTimeAsked, say: Say) -> Content:
    of, until = notice.slot.slot_id, notice.until
    answers: Row = [
        (words.give_button(say), buttons.AnswerMoreTimeButton(slot_id=of, until=until, yes=True)),
        (words.keep_day_button(say), buttons.AnswerMoreTimeButton(slot_id=of, until=until, yes=False)),
    ]
    return Content(text=words.more_time_asked(say, notice), reply_markup=inline(answers))


def more_time_settled(notice: told.MoreTimeSettled, say: Say) -> Content:
    return Content(text=words.more_time_settled(say, notice), reply_markup=inline(way_home(say)))


def more_time_denied(notice: told.MoreTimeDenied, say: Say) -> Content:
    return Content(text=words.more_time_denied(say, notice), reply_markup=_to_slot(say, notice.slot))


def put_off(notice: told.DayPutOff, say: Say) -> Content:
    return Content(text=words.put_off(say, notice), reply_markup=_to_slot(say, notice.slot))


def _to_slot(say: Say, seen: SlotSeen) -> dict[str, object]:
    return dict(inline([(_short(say, seen), buttons.SlotButton(slot_id=seen.slot_id))], way_home(say)))


def no_longer_needed(notice: told.NoLongerNeeded, say: Say) -> Content:
    back: Row = [(words.expected_button(say), buttons.ExpectedButton())]
    return Content(text=words.no_longer_needed(say, notice), reply_markup=inline(back, way_home(say)))


def about_past(notice: told.AskAboutPast, say: Say) -> Content:
    of, tool = notice.programme_id, notice.tool
    answers: Row = [
        (words.past_button(say, yes=yes), buttons.AskForPastButton(programme_id=of, tool=tool, yes=yes))
        for yes in (True, False)
    ]
    return Content(text=words.about_past(say, notice), reply_markup=inline(*packed(answers, widest=_PAIR)))


def past_settled(notice: told.PastSettled, say: Say) -> Content:
    return Content(text=words.past_settled(say, notice), reply_markup=inline(way_home(say)))


SCREENS: Screens = {
    told.Expected: expected,
    told.DocumentsDue: due,
    told.SlotCard: slot,
    told.AskHowLong: how_long,
    told.AskWhyWaive: why_waive,
    told.MoreTimeAsked: more_time_asked,
    told.MoreTimeSettled: more_time_settled,
    told.MoreTimeDenied: more_time_denied,
    told.DayPutOff: put_off,
    told.NoLongerNeeded: no_longer_needed,
    told.AskAboutPast: about_past,
    told.PastSettled: past_settled,
}
