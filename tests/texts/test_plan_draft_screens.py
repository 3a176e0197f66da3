"""Every card of a proposed plan, in both languages and with hostile words, is HTML that Telegram takes and fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from bot.fitting import TEXT_UNITS, units
from handlers.message import Content
from handlers.screens import SCREENS
from mentoring.drafted_plans import DraftStep
from mentoring.ids import GroupId
from mentoring.kit import Code
from mentoring.notices.kit import Titled
from mentoring.notices.plan_drafts import (
    AskPlanGroup,
    DraftedRow,
    DraftQuestion,
    DraftTopic,
    Fitting,
    NothingToPropose,
    ProposedPlan,
    ProposedRow,
)
from mentoring.notices.sessions import GroupChoice
from mentoring.people import Language
from mentoring.plan_readings import PlanReadingId, ReadingState
from mentoring.rhythm import Often
from mentoring.said_dates import Doubt
from mentoring.said_days import Reading
from mentoring.sessions import Place, SessionKind, Stage
from simulator.html import parse_html
from texts.say import Say

if TYPE_CHECKING:
    from mentoring.notices import Notice

READING = PlanReadingId(7)
DAY, UNTIL = date(2026, 12, 1), date(2027, 5, 31)
TOPIC = DraftTopic(key=2**32 - 1, words="CV <b> & letter", chosen=True)
ROW = DraftedRow(
    key=1,
    number=1,
    day=DAY,
    at=time(18),
    kind=SessionKind.MONITORING,
    stage=Stage.MID_TERM,
    topic="<i> & " * 20,
    clash=True,
    day_off=True,
)
PLAN = ProposedPlan(
    reading_id=READING,
    group="Nova <b>",
    group_id=GroupId(1),
    state=ReadingState.OPEN,
    zone="Europe/Sofia",
    rows=tuple(replace(ROW, key=key, number=key) for key in range(1, 13)),
    missing=20,
    until=UNTIL,
    often=Often.WEEKLY,
    place=Place.VIDEO,
    address="https://example.org/?a=1&b=<i>",
    anew=True,
)
QUESTION = DraftQuestion(
    reading_id=READING,
    group="Nova <b>",
    step=DraftStep.WHEN,
    zone="America/New_York",
    missing=6,
    until=UNTIL,
    weekdays=(1, 3),
    at=time(18),
    hours=tuple(time(hour) for hour in range(9, 21)),
    often=Often.MONTHLY,
    fitting=(
        Fitting(often=Often.WEEKLY, count=6, last=UNTIL),
        Fitting(often=Often.FORTNIGHTLY, count=4, last=UNTIL),
        Fitting(often=Often.MONTHLY, count=0, last=None),
    ),
    usual=Place.FACE_TO_FACE,
    usual_address="Library <b> & co, a long street, 15",
    place=Place.VIDEO,
    topics=(TOPIC,) * 8,
    chosen=("CV <b>", "Letter & more"),
    goals=("A <b> job & more",) * 20,
    pages=4,
    page=1,
)
ONE_ROW = ProposedRow(
    reading_id=READING,
    group="Nova <b>",
    step=DraftStep.ROW,
    zone="America/New_York",
    row=ROW,
    aim="<i> & more",
    goals="A job\nA <b> CV",
    documents=(Titled(code=Code("T06"), en="Diary <b>", bg="Дневник <b>"),),
    today=DAY,
    month=DAY,
    hours=(time(9), time(18)),
    topics=(TOPIC,),
    doubt=Doubt.SEVERAL,
    readings=(Reading(day=DAY, at=time(6)), Reading(at=time(18)), Reading(day=DAY)),
)
ASKED = [DraftStep.WHEN, DraftStep.OFTEN, DraftStep.PLACE, DraftStep.ADDRESS, DraftStep.TOPICS, DraftStep.GOALS]
OF_ROW = [DraftStep.ROW, DraftStep.ROW_DAY, DraftStep.ROW_TIME, DraftStep.ROW_TOPIC]
NOTICES: list[Notice] = [
    AskPlanGroup(groups=(GroupChoice(group_id=GroupId(1), name="Nova <b>"),)),
    NothingToPropose(group="Nova <b>", group_id=GroupId(1), planned=1),
    NothingToPropose(group="Nova <b>", group_id=GroupId(1), planned=6),
    *(replace(QUESTION, step=step) for step in ASKED),
    replace(QUESTION, step=DraftStep.GOALS, goals=(), missing=1),
    replace(QUESTION, doubt=Doubt.SEVERAL, times=(time(6), time(18)), at=None, first=False),
    PLAN,
    replace(PLAN, choosing=True),
    replace(PLAN, rows=(), zone="UTC"),
    replace(PLAN, state=ReadingState.CONFIRMED),
    replace(PLAN, state=ReadingState.DROPPED),
    *(replace(ONE_ROW, step=step) for step in OF_ROW),
]


def content_of(notice: Notice, language: Language) -> Content:
    content = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia"))
    assert isinstance(content, Content)
    return content


@pytest.mark.parametrize("notice", NOTICES, ids=range(len(NOTICES)))
@pytest.mark.parametrize("language", Language)
def test_every_card_is_html_that_telegram_takes(language: Language, notice: Notice) -> None:
    content = content_of(notice, language)

    assert parse_html(content.text)
    assert units(content.text) <= TEXT_UNITS
    assert "Nova &lt;b&gt;" in content.text or isinstance(notice, AskPlanGroup)


def labels(notice: Notice, language: Language = Language.EN) -> list[str]:
    markup = content_of(notice, language).reply_markup
    assert markup is not None
    rows = markup["inline_keyboard"]
    assert isinstance(rows, list)
    return [key["text"] for row in rows for key in row]


@pytest.mark.parametrize("language", Language)
def test_no_key_is_wider_than_a_phone(language: Language) -> None:
    assert [label for notice in NOTICES for label in labels(notice, language) if len(label) > 40] == []


def test_it_says_how_long_each_rhythm_lasts_and_how_many_have_room() -> None:
    assert labels(replace(QUESTION, step=DraftStep.OFTEN))[:3] == [
        "Every week, until Mon 31 May",
        "Every 2 weeks: only 4 of 6",
        "✔ Every 4 weeks: no day is free",
    ]


def test_only_days_with_a_time_lead_further() -> None:
    assert "▶ Next" in labels(QUESTION)
    assert "▶ Next" not in labels(replace(QUESTION, at=None))
    assert "▶ Next" not in labels(replace(QUESTION, weekdays=()))


def test_a_taken_plan_leads_to_its_document_and_a_plan_without_days_to_other_days() -> None:
    assert "📄 The plan as a document" in labels(replace(PLAN, state=ReadingState.CONFIRMED))
    assert "✅ Plan all of it" not in labels(replace(PLAN, rows=()))
    assert "🔁 Other days" in labels(replace(PLAN, rows=()))
