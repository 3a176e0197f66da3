"""Several times for one session, as everybody sees them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.date_polls import DecideOn, DropPoll, VoteFor
from handlers.buttons.sessions import PlanFor
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.boards import to_private
from handlers.screens.doors import way_home
from mentoring.date_polls import Can, PollState
from mentoring.ids import GroupId
from mentoring.notices.date_polls import PollCard, PollPost, VoteNoted
from texts import date_polls as words
from texts.say import Html, escaped

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def card(notice: PollCard, say: Say) -> Content:
    if notice.state is not PollState.OPEN:
        others: Row = [(words.others_button(say), PlanFor(group_id=GroupId(notice.group_id)))]
        asks = notice.leads and notice.state is PollState.PASSED
        return Content(text=words.card(say, notice), reply_markup=inline(others if asks else [], way_home(say)))
    rows: list[Row]
    ahead = [one for one in notice.dates if not one.passed]
    if notice.leads:
        rows = [[(words.decide_button(say, one), DecideOn(date_id=one.date_id))] for one in ahead]
        rows.append([(words.drop_button(say), DropPoll(poll_id=notice.poll_id))])
    else:
        rows = [
            [(f"{'✅' if one.mine is Can.YES else '▫️'} {say.moment(one.starts_at)}", VoteFor(date_id=one.date_id))]
            for one in ahead
        ]
    return Content(text=words.card(say, notice), reply_markup=inline(*rows, way_home(say)))


def post(notice: PollPost, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages]
    text = Html("\n\n———\n\n".join(words.post(voice, notice) for voice in voices))
    open_ = notice.state is PollState.OPEN
    return Content(text=text, reply_markup=inline([to_private(say)]) if open_ else None)


def vote_noted(notice: VoteNoted, say: Say) -> Content:
    return Content(text=Html(escaped(words.vote_noted(say, yes=notice.can is Can.YES))))


SCREENS: Screens = {
    PollCard: card,
    PollPost: post,
    VoteNoted: vote_noted,
}
