"""What the plan of a session looks like in both languages, and how one of the past is logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from handlers.message import Content
from handlers.screens import SCREENS
from mentoring.ids import SessionId
from mentoring.kit import Code
from mentoring.notices.kit import Titled
from mentoring.notices.plan_fields import AskPlanField, SessionPlan
from mentoring.notices.sessions import News, Planning, SessionCard, SessionSeen, Step
from mentoring.people import Language
from mentoring.plan_fields import KINDS, LENGTHS, PlanField, PlanOption
from mentoring.sessions import Place, SessionKind, SessionState
from texts import plan_fields
from texts.say import Say

if TYPE_CHECKING:
    from mentoring.notices import Notice

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SESSION = SessionSeen(
    session_id=SessionId(7),
    number=3,
    group="Nova",
    kind=SessionKind.EMPLOYABILITY,
    starts_at=NOW,
    place=Place.VIDEO,
    address="https://example.org",
    state=SessionState.PLANNED,
    moves=0,
    minutes=90,
    topic="Job interview",
    preparation="Your CV",
    homework="Read it",
    documents=(
        Titled(code=Code("T02"), en="Personal goals", bg="Лични цели"),
        Titled(code=Code("T06"), en="Diary", bg="Дневник"),
    ),
)
OF_THE_PAST = Planning(
    step=Step.DAY, today=TODAY, month=TODAY, since=TODAY - timedelta(days=10), past=True, kind=SessionKind.FINAL
)


def shown(notice: Notice, language: Language = Language.EN) -> Content:
    content = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    assert isinstance(content, Content)
    return content


def labels(content: Content) -> list[str]:
    rows = (content.reply_markup or {})["inline_keyboard"]
    assert isinstance(rows, list)
    return [key["text"] for row in rows for key in row]


@pytest.mark.parametrize(
    ("minutes", "english", "bulgarian"),
    [(45, "45 min", "45 мин"), (60, "1 h", "1 ч"), (90, "1½ h", "1½ ч"), (135, "2 h 15 min", "2 ч 15 мин")],
)
def test_a_length_is_written_as_people_say_it(minutes: int, english: str, bulgarian: str) -> None:
    assert plan_fields.length(Say(Language.EN, "UTC"), minutes) == english
    assert plan_fields.length(Say(Language.BG, "UTC"), minutes) == bulgarian


def test_a_card_shows_what_the_plan_says_and_is_as_short_as_before_where_it_says_nothing() -> None:
    card = SessionCard(session=SESSION, news=News.NOTHING)
    text = shown(card).text
    for words in (
        "💡 Job interview",
        "⏱ 1½ h",
        "🎒 To prepare: Your CV",
        "📝 Homework: Read it",
        "📎 Documents: Personal goals, Diary",
    ):
        assert words in text
    bare = replace(SESSION, minutes=60, topic="", preparation="", homework="", documents=())
    assert shown(replace(card, session=bare)).text.endswith("https://example.org")


def test_every_field_has_a_name_and_a_question_in_both_languages() -> None:
    for language in Language:
        names = labels(shown(SessionPlan(session=SESSION, fields=tuple(PlanField)), language))
        assert len(set(names)) == len(names)
        asked = {shown(AskPlanField(session=SESSION, field=one), language).text for one in PlanField}
        assert len(asked) == len(PlanField)


def test_lengths_and_kinds_are_offered_in_words() -> None:
    lengths = tuple(PlanOption(key=one, chosen=one == 90) for one in LENGTHS)
    assert labels(shown(AskPlanField(session=SESSION, field=PlanField.LENGTH, options=lengths)))[:5] == [
        "45 min",
        "1 h",
        "✅ 1½ h",
        "2 h",
        "3 h",
    ]
    kinds = tuple(PlanOption(key=number) for number, _ in enumerate(KINDS, 1))
    assert "Mid-term monitoring" in labels(shown(AskPlanField(session=SESSION, field=PlanField.KIND, options=kinds)))


def test_the_calendar_of_the_past_ends_today_and_begins_where_the_group_may_have_begun() -> None:
    picked = [label for label in labels(shown(OF_THE_PAST)) if label.isdigit()]

    assert picked == [str(day) for day in range(13, 24)]


def test_a_double_of_a_planned_session_is_shown_the_way_to_it() -> None:
    end = replace(
        OF_THE_PAST, step=Step.CONFIRM, day=TODAY, at=time(9), zone="Europe/Sofia", place=Place.VIDEO, twin=SESSION
    )

    assert "At this time session 3 was planned." in shown(end).text
    assert "🗓 Open the session" in labels(shown(end))
    held = replace(end, twin=replace(SESSION, state=SessionState.HELD))
    assert "Session 3 at this time is on record already." in shown(held).text
