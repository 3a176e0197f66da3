"""The message that brings news together; each of its buttons opens what one piece is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.diaries import WriteDiary
from handlers.buttons.session_gaps import OpenGap
from handlers.buttons.sessions import OpenSession
from handlers.buttons.submissions import OpenInbox, OpenSubmission
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.notices.bundles import Bundle
from mentoring.sessions import SessionState
from texts import bundles as words
from texts import home as home_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

_MOST_KEYS = 6


def bundle(notice: Bundle, say: Say) -> Content:
    keys = [*_reviews(notice, say), *_sessions(notice, say), *_diaries(notice, say), *_gaps(notice, say)]
    text = words.bundle(say, reviews=notice.reviews, sessions=notice.sessions, diaries=notice.diaries, gaps=notice.gaps)
    return Content(text=text, reply_markup=inline(*keys[:_MOST_KEYS]))


def _reviews(notice: Bundle, say: Say) -> Sequence[Row]:
    if len(notice.reviews) > 1:
        return [[(home_words.inbox_button(say), OpenInbox())]]
    return [
        [
            (
                words.review_button(say, number=one.number, mentee=one.mentee),
                OpenSubmission(submission_id=one.submission_id),
            )
        ]
        for one in notice.reviews
    ]


def _sessions(notice: Bundle, say: Say) -> Sequence[Row]:
    there = [one for one in notice.sessions if one.state is not SessionState.CANCELLED]
    return [[(words.session_button(say, one), OpenSession(session_id=one.session_id))] for one in there]


def _diaries(notice: Bundle, say: Say) -> Sequence[Row]:
    return [[(words.diary_button(say, one), WriteDiary(session_id=one.session_id))] for one in notice.diaries]


def _gaps(notice: Bundle, say: Say) -> Sequence[Row]:
    return [[(words.gap_button(say, one), OpenGap(group_id=one.group_id))] for one in notice.gaps]


SCREENS: Screens = {Bundle: bundle}
