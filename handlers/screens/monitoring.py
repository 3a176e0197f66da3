"""How the mid-term monitoring looks: its plan, the question behind each part, its sessions, a group's course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.interviews import TalksButton
from handlers.buttons.monitoring import (
    AsSuggestedButton,
    GroupCourseButton,
    MonitoringButton,
    MonitoringPartButton,
    MonitoringSessionsButton,
    MonitoringTickButton,
    PlanMonitoringButton,
    TakeMonitoringPlanButton,
)
from handlers.buttons.programmes import ProgrammeButton
from handlers.keyboards import inline, packed
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.monitoring_plans import Check, Method, Part
from mentoring.notices.monitoring import (
    AskMonitoring,
    GroupCourseCard,
    MonitoringCard,
    MonitoringNear,
    MonitoringSessions,
)
from mentoring.papers import PaperLanguage
from mentoring.people import Language
from texts import monitoring as words
from texts import monitoring_buttons as labels
from texts.groups import back_button
from texts.interview_buttons import talks_button
from texts.joining import LANGUAGE_NAMES
from texts.monitoring_words import check, method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Characters of a button that stands alone on a phone, and of one that shares its row.
_WIDEST = (40, 18)


def card(notice: MonitoringCard, say: Say) -> Content:
    of = notice.programme_id
    parts: Row = [(words.part(say, one), MonitoringPartButton(programme_id=of, part=one)) for one in Part]
    files = TakeMonitoringPlanButton(programme_id=of, language=PaperLanguage(say.language.value), files=True)
    last: Row = [(back_button(say), ProgrammeButton(programme_id=of)), *way_home(say)]
    if not notice.sheet.groups:
        return Content(text=words.card(say, notice), reply_markup=inline(last))
    rows: list[Row] = [
        *packed(parts, widest=_WIDEST),
        [(labels.sessions_button(say), MonitoringSessionsButton(programme_id=of))],
        _languages(notice, say),
        [(labels.file_button(say), files)],
        last,
    ]
    return Content(text=words.card(say, notice), reply_markup=inline(*rows))


def _languages(notice: MonitoringCard, say: Say) -> Row:
    return [
        (
            labels.document_button(say, LANGUAGE_NAMES[one]),
            TakeMonitoringPlanButton(programme_id=notice.programme_id, language=PaperLanguage(one.value), files=False),
        )
        for one in Language
    ]


def ask_part(notice: AskMonitoring, say: Say) -> Content:
    of = notice.programme_id
    back: Row = [
        (labels.suggested_button(say), AsSuggestedButton(programme_id=of, part=notice.part)),
        (back_button(say), MonitoringButton(programme_id=of)),
    ]
    return Content(text=words.ask_part(say, notice), reply_markup=inline(*_ticks(notice, say), back))


def _ticks(notice: AskMonitoring, say: Say) -> Iterator[Row]:
    for key, label, on in _lines(notice, say):
        tick = MonitoringTickButton(programme_id=notice.programme_id, part=notice.part, key=key)
        yield [(labels.ticked(label, on=on), tick)]


def _lines(notice: AskMonitoring, say: Say) -> Iterator[tuple[int, str, bool]]:
    match notice.part:
        case Part.GROUPS:
            yield from ((one.group_id, one.name, one.covered) for one in notice.groups[: words.MOST_GROUPS])
        case Part.CHECKED:
            yield from ((key, check(say, one), one in notice.sheet.checked) for key, one in enumerate(Check))
        case Part.METHODS:
            yield from ((key, method(say, one), one in notice.sheet.methods) for key, one in enumerate(Method))
        case _:
            return


def sessions(notice: MonitoringSessions, say: Say) -> Content:
    groups = words.first_to_plan(notice.sheet)
    plans: list[Row] = [
        [(labels.plan_button(say, one.name), PlanMonitoringButton(group_id=one.group_id))]
        for one in groups
        if one.starts_at is None
    ]
    courses: list[Row] = [
        [(labels.course_button(say, one.name), GroupCourseButton(group_id=one.group_id))] for one in groups
    ]
    last: Row = [(back_button(say), MonitoringButton(programme_id=notice.programme_id)), *way_home(say)]
    return Content(text=words.sessions(say, notice), reply_markup=inline(*plans, *courses, last))


def course(notice: GroupCourseCard, say: Say) -> Content:
    back: Row = [(back_button(say), MonitoringSessionsButton(programme_id=notice.programme_id)), *way_home(say)]
    talks: Row = [(talks_button(say), TalksButton(group_id=notice.course.group_id, session_id=0))]
    return Content(text=words.course(say, notice), reply_markup=inline(talks, back))


def near(notice: MonitoringNear, say: Say) -> Content:
    rows: list[Row] = [
        [(labels.sessions_button(say), MonitoringSessionsButton(programme_id=notice.programme_id))],
        [(labels.monitoring_button(say), MonitoringButton(programme_id=notice.programme_id))],
    ]
    return Content(text=words.near(say, notice), reply_markup=inline(*rows))


SCREENS: Screens = {
    MonitoringCard: card,
    AskMonitoring: ask_part,
    MonitoringSessions: sessions,
    GroupCourseCard: course,
    MonitoringNear: near,
}
