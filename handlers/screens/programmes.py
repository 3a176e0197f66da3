"""Screens of a manager's programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.groups import GroupsButton
from handlers.buttons.monitoring import MonitoringButton
from handlers.buttons.programme_topics import TopicsButton
from handlers.buttons.programmes import (
    AnotherProgrammeButton,
    LineButton,
    NameGroupButton,
    NumberButton,
    PeriodButton,
    ProgrammeButton,
    ProgrammesButton,
    TrialGroupButton,
)
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from handlers.screens.programme_lines import ask_line
from mentoring.notices.programmes import (
    AskLine,
    ConfirmPeriod,
    ConfirmQuiet,
    EndMoved,
    ProgrammeCard,
    ProgrammeEnds,
    ProgrammeList,
    ProgrammePreview,
)
from mentoring.programmes import FIVE, Line
from texts import home as home_words
from texts import programmes as words
from texts.monitoring_buttons import monitoring_button
from texts.programme_lines import line_button
from texts.programme_topics import topics_button
from texts.trial_groups import trial_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

_MOST_SHOWN = 90


def preview(notice: ProgrammePreview, say: Say) -> Content:
    seen = notice.programme
    right: Row = [(words.right_button(say), NameGroupButton(programme_id=seen.programme_id))]
    five = (*FIVE[:4], Line.QUIET, *FIVE[4:])
    rows = [right, *_in_pairs(_line_keys(say, seen.programme_id, five)), way_home(say)]
    return Content(text=words.preview(say, seen, welcome=notice.welcome), reply_markup=inline(*rows))


def programme_card(notice: ProgrammeCard, say: Say) -> Content:
    seen = notice.programme
    trial: Row = [(trial_button(say), TrialGroupButton(programme_id=seen.programme_id))]
    another: Row = [(words.another_button(say), AnotherProgrammeButton())]
    others: Row = [(words.all_button(say), ProgrammesButton())] if notice.several else []
    topics = (topics_button(say), TopicsButton(programme_id=seen.programme_id, page=0))
    lines = _in_pairs([*_line_keys(say, seen.programme_id, tuple(Line)), topics])
    monitoring: Row = [(monitoring_button(say), MonitoringButton(programme_id=seen.programme_id))]
    rows = [*lines, monitoring, trial, another, [*others, *way_home(say)]]
    return Content(text=words.card(say, seen, changed=notice.changed), reply_markup=inline(*rows))


def _line_keys(say: Say, programme_id: int, lines: Sequence[Line]) -> Row:
    return [(line_button(say, line), LineButton(programme_id=programme_id, line=line)) for line in lines]


def _in_pairs(keys: Row) -> list[Row]:
    return [keys[start : start + 2] for start in range(0, len(keys), 2)]


def programme_list(notice: ProgrammeList, say: Say) -> Content:
    kind = NameGroupButton if notice.for_group else ProgrammeButton
    rows = [
        [(words.programme_button(say, one), kind(programme_id=one.programme_id))]
        for one in notice.programmes[:_MOST_SHOWN]
    ]
    another: Row = [] if notice.for_group else [(words.another_button(say), AnotherProgrammeButton())]
    text = words.programmes(say, notice.programmes, for_group=notice.for_group)
    return Content(text=text, reply_markup=inline(*rows, another, way_home(say)))


def confirm_period(notice: ConfirmPeriod, say: Say) -> Content:
    programme_id = notice.programme.programme_id
    change = PeriodButton(programme_id=programme_id, begins=notice.begins, ends=notice.ends)
    markup = inline(
        [(words.change_button(say), change), (words.leave_button(say), ProgrammeButton(programme_id=programme_id))]
    )
    return Content(text=words.confirm_period(say, notice), reply_markup=markup)


def confirm_quiet(notice: ConfirmQuiet, say: Say) -> Content:
    programme_id = notice.programme.programme_id
    change = NumberButton(programme_id=programme_id, line=Line.QUIET, number=notice.number, sure=True)
    markup = inline(
        [(words.change_button(say), change), (words.leave_button(say), ProgrammeButton(programme_id=programme_id))]
    )
    return Content(text=words.confirm_quiet(say, notice), reply_markup=markup)


def end_moved(notice: EndMoved, say: Say) -> Content:
    text = words.end_moved(say, name=notice.name, ends_on=notice.ends_on, prolonged=notice.prolonged)
    return Content(text=text, reply_markup=inline(way_home(say)))


def programme_ends(notice: ProgrammeEnds, say: Say) -> Content:
    text = words.programme_ends(say, name=notice.name, ends_on=notice.ends_on, groups=notice.groups)
    prolong = LineButton(programme_id=notice.programme_id, line=Line.PERIOD)
    rows: Row = [(words.prolong_button(say), prolong), (home_words.groups_button(say), GroupsButton())]
    return Content(text=text, reply_markup=inline(rows))


SCREENS: Screens = {
    ProgrammePreview: preview,
    ProgrammeCard: programme_card,
    ProgrammeList: programme_list,
    AskLine: ask_line,
    ConfirmPeriod: confirm_period,
    ConfirmQuiet: confirm_quiet,
    EndMoved: end_moved,
    ProgrammeEnds: programme_ends,
}
