"""How the manager's digest looks, and what its nudges bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.concerns import ConcernsButton
from handlers.buttons.interviews import TalksButton
from handlers.buttons.monitoring import MonitoringSessionsButton
from handlers.buttons.readiness import WallButton
from handlers.buttons.session_gaps import AskMentors
from handlers.buttons.sessions import NudgeDiaries, NudgeReview, PlanFor, Status
from handlers.buttons.submissions import OpenInbox
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.digests import Alarm
from mentoring.ids import GroupId
from mentoring.notices.digests import Digest, Nudged, ReviewNudge
from texts import concerns, home
from texts import digests as words
from texts import session_buttons as buttons
from texts.interview_buttons import talks_of_button
from texts.monitoring_buttons import sessions_button
from texts.readiness import wall_of_button
from texts.say import Html, escaped
from texts.session_gaps import ask_mentors_button, propose_dates_button

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


#: Talks whose group has a door of its own.
_TALKS = 2


def digest(notice: Digest, say: Say) -> Content:
    after: Row = [(buttons.status_button(say), Status()), *way_home(say)]
    listed: Row = [(concerns.list_button(say), ConcernsButton())] if notice.concerns else []
    return Content(
        text=words.digest(say, notice),
        reply_markup=inline(listed, *_talks(notice, say), *_nudges(notice, say), *_monitoring(notice, say), after),
    )


def _monitoring(notice: Digest, say: Say) -> Iterator[Row]:
    if notice.unmonitored:
        yield [(sessions_button(say), MonitoringSessionsButton(programme_id=notice.watches))]


def _talks(notice: Digest, say: Say) -> Iterator[Row]:
    for group_id, name in dict.fromkeys((one.group_id, one.group) for one in notice.talks[:_TALKS]):
        yield [(talks_of_button(say, name), TalksButton(group_id=GroupId(group_id), session_id=0))]


def _nudges(notice: Digest, say: Say) -> Iterator[Row]:
    for line in notice.lines:
        if line.unplanned is not Alarm.GREEN:
            if line.mentors:
                yield [(ask_mentors_button(say, group=line.name), AskMentors(group_id=line.group_id))]
            yield [(propose_dates_button(say, group=line.name), PlanFor(group_id=line.group_id))]
        if line.missing:
            yield [(buttons.ask_diaries_button(say, group=line.name), NudgeDiaries(group_id=line.group_id))]
        if line.waiting:
            yield [(buttons.ask_mentor_button(say, group=line.name), NudgeReview(group_id=line.group_id))]
        if line.documents.overdue:
            yield [(wall_of_button(say, line.name), WallButton(group_id=line.group_id))]


def nudged(notice: Nudged, say: Say) -> Content:
    return Content(text=Html(escaped(words.nudged(say, notice.people))))


def review_nudge(notice: ReviewNudge, say: Say) -> Content:
    inbox: Row = [(home.inbox_button(say), OpenInbox())]
    return Content(text=words.review_nudge(say, notice), reply_markup=inline(inbox))


SCREENS: Screens = {Digest: digest, Nudged: nudged, ReviewNudge: review_nudge}
