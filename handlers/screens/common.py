"""Screens of no single area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.away import AwayButton
from handlers.buttons.common import HelpButton, HomeButton, TalkButton
from handlers.buttons.places import RestButton
from handlers.buttons.readiness import WallButton
from handlers.keyboards import Link, inline, once_more
from handlers.message import Content
from handlers.screens import away, helping, next_steps, on_paper, places, snoozing, tasks
from handlers.screens.doors import doors, way_home
from handlers.screens.minutes import door as minutes_door
from mentoring.notices.common import (
    AskForWords,
    Home,
    MyGroups,
    OldButton,
    PressToConfirm,
    Refused,
    Stranger,
    WordsFrom,
    WordsPassedOn,
)
from texts import common, readiness
from texts import home as words
from texts import next_steps as step_words
from texts import places as place_words
from texts import snoozing as snooze_words
from texts import tasks as task_words
from texts.away import away_button, you_are_away
from texts.minutes import waiting as waiting_minutes
from texts.say import Html, escaped
from texts.working_hours import with_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.notices.common import GroupSeen
    from texts.say import Say


def stranger(_: Stranger, say: Say) -> Content:
    return Content(text=common.stranger(say))


def refused(notice: Refused, say: Say) -> Content:
    text = Html(escaped(common.refusal(say, notice.why)))
    return Content(text=text, reply_markup=inline([(common.home_button(say), HomeButton())]))


def home(notice: Home, say: Say) -> Content:
    step, joined = step_words.step(say, notice.step), notice.joined
    if joined is None:
        text, link = words.home(say, name=notice.name, step=step), None
    else:
        link = joined.invite_link
        text = words.joined(say, name=notice.name, joined=joined, step=step)
    chat = [] if link is None else [(words.chat_button(say, pair=joined is not None and joined.pair), Link(url=link))]
    back = [row for one in notice.resting for row in places.place_rows(one, say)[:1]]
    back += [away.back_row(one, say) for one in notice.away]
    lines = [text, *(place_words.own_place(say, one) for one in notice.resting)]
    lines += [you_are_away(say, one) for one in notice.away]
    wake: Row = []
    if notice.snoozed_until is not None:
        lines.append(snooze_words.quiet_line(say, notice.snoozed_until))
        wake = snoozing.wake_row(say)
    minutes: Row = []
    if notice.minutes is not None:
        lines.append(waiting_minutes(say, notice.minutes))
        minutes = minutes_door(notice.minutes.session_id, say)
    mine: Row = []
    if notice.tasks is not None:
        lines.append(task_words.at_home(say, notice.tasks))
        mine = tasks.door(say)
    markup = inline(chat, next_steps.row(say, notice.step), minutes, mine, *back, wake, *doors(say, notice.standings))
    return Content(text=Html("\n\n".join(lines)), reply_markup=markup)


def my_groups(notice: MyGroups, say: Say) -> Content:
    groups = [words.my_group(say, one) for one in notice.groups]
    chats = [
        [
            (
                words.chat_button(say, pair=True) if one.pair else words.chat_of_button(say, name=one.name),
                Link(url=one.invite_link),
            )
        ]
        for one in notice.groups
        if one.invite_link is not None
    ]
    led = [one for one in notice.groups if one.led is not None]
    walls: list[Row] = [[(_wall_label(say, one, led), WallButton(group_id=one.led or 0))] for one in led]
    rest = [(place_words.rest_button(say), RestButton())]
    paper = on_paper.door(say) if notice.mentors else []
    leaving: Row = [(away_button(say), AwayButton())] if notice.mentors else []
    return Content(
        text=Html("\n\n".join(groups)), reply_markup=inline(*chats, *walls, paper, leaving, rest, way_home(say))
    )


def _wall_label(say: Say, group: GroupSeen, led: Sequence[GroupSeen]) -> str:
    return readiness.wall_button(say) if len(led) == 1 else readiness.wall_of_button(say, group.name)


def ask_for_words(notice: AskForWords, say: Say) -> Content:
    text = with_hours(say, words.ask_for_words(say, name=notice.name), notice.hours)
    return Content(text=text, reply_markup=inline(way_home(say)))


def words_from(notice: WordsFrom, say: Say) -> Content:
    markup = inline([(words.reply_button(say), TalkButton(person_id=notice.person_id))])
    return Content(text=words.words_from(say, name=notice.name, words=notice.words), reply_markup=markup)


def words_passed_on(notice: WordsPassedOn, say: Say) -> Content:
    text = with_hours(say, words.words_passed_on(say, name=notice.name, reached=notice.reached), notice.hours)
    return Content(text=text, reply_markup=inline([(words.help_button(say), HelpButton()), *way_home(say)]))


def press_to_confirm(notice: PressToConfirm, say: Say) -> Content:
    return Content(text=words.press_to_confirm(say), reply_markup=once_more(notice.label, notice.data))


def old_button(_: OldButton, say: Say) -> Content:
    return Content(text=Html(escaped(words.old_button(say))))


SCREENS: Screens = {
    Stranger: stranger,
    Refused: refused,
    Home: home,
    MyGroups: my_groups,
    AskForWords: ask_for_words,
    WordsFrom: words_from,
    WordsPassedOn: words_passed_on,
    OldButton: old_button,
    PressToConfirm: press_to_confirm,
    **helping.SCREENS,
}
