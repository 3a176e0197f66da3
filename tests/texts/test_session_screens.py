"""Every screen of the clock, in both languages and with hostile words, is HTML that Telegram takes and fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.fitting import TEXT_UNITS, pieces, units
from handlers.message import Content
from handlers.screens import SCREENS
from mentoring.diaries import QUESTIONS, DiaryAnswer, Question
from mentoring.digests import Alarm
from mentoring.ids import GroupId, PersonId, SessionId, TaskId
from mentoring.notices import Notice, diaries, digests, operating
from mentoring.notices import sessions as notices
from mentoring.notices.holding import RunningPost
from mentoring.notices.reminder_settings import RemindersQuestion
from mentoring.notices.running import Running
from mentoring.notices.session_gaps import GapState, NothingPlanned, Offered
from mentoring.notices.sessions import Answered, GroupChoice, News, Planning, SessionCard, SessionSeen, Step
from mentoring.notices.tasks import LedTask, OwnTask, OwnTasks, TakenHome, TaskCard, TaskChoice
from mentoring.notices.together import HomeworkReminder, ReminderPutOff, SessionBegins, StillOpen, Together
from mentoring.people import Language
from mentoring.said_dates import Doubt
from mentoring.said_days import Reading
from mentoring.session_tasks import TaskField
from mentoring.sessions import Coming, Place, SessionKind, SessionState, Stage
from simulator.html import parse_html
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
#: With its signs it fills more than one message.
LONGEST_ANSWER = 3_500
SESSION = SessionSeen(
    session_id=SessionId(7),
    number=3,
    group="Nova <b>",
    kind=SessionKind.EMPLOYABILITY,
    starts_at=NOW,
    place=Place.VIDEO,
    address="https://example.org/?a=1&b=<i>",
    state=SessionState.PLANNED,
    moves=0,
)
HOMEWORK = HomeworkReminder(session=SESSION, tasks=("<t>", "Read & write"))
GAP = NothingPlanned(
    group_id=GroupId(1),
    group="Nova <b>",
    days=1,
    offered=Offered(session_id=SessionId(7), day=TODAY, starts_at=NOW),
    again_on=NOW,
)
TASK = TaskCard(
    task_id=TaskId(1),
    session_id=SessionId(7),
    group="Nova <b>",
    text="<t> & more",
    owner="<V>",
    due_on=TODAY,
    people=(TaskChoice(person_id=PersonId(1), name="<V>"),),
    days=(TODAY,),
)
OWN_TASKS = OwnTasks(
    tasks=(OwnTask(task_id=TaskId(1), group="<g>", text="<t>" * 90, all=True, done=False, due_on=TODAY, mine=True),),
    led=(LedTask(task_id=TaskId(2), group="<g>", text="<t>", all=True, names=("<V>",) * 9, of=9, due_on=TODAY),),
)
ANSWERS = (
    *(DiaryAnswer(question=question, text="<w>&" * LONGEST_ANSWER) for question in QUESTIONS[:-1]),
    DiaryAnswer(question=Question.PROGRESS, text="4"),
    DiaryAnswer(question=Question.PRIVATE_NOTE, text="<n>&" * LONGEST_ANSWER),
)
LINE = digests.DigestLine(
    group_id=GroupId(1),
    name="Nova <b>",
    alarm=Alarm.RED,
    held=1,
    planned=0,
    last_held=NOW,
    next_at=None,
    missing=("Vera & Co",) * 9,
    waiting=2,
    waiting_since=NOW,
    with_mentees=1,
    mentees_since=NOW,
    mentors=("Anton <i>",),
    unreachable=("Ilya <s>",),
)
DIGEST = digests.Digest(
    at=NOW,
    groups=9,
    held=3,
    planned=4,
    diaries_in=5,
    diaries_missing=9,
    waiting=2,
    uncertain=1,
    lines=(LINE,) * 6,
    quiet=1,
    more=2,
    asked=True,
)

READINGS = (
    Reading(day=TODAY, at=time(18)),
    Reading(day=TODAY + timedelta(days=365)),
    Reading(at=time(6, 30)),
)


def shown(notice: Notice, language: Language = Language.EN) -> Content:
    content = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    assert isinstance(content, Content)
    return content


def labels(content: Content) -> list[str]:
    rows = (content.reply_markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    return [key["text"] for row in rows for key in row]


def planning(step: Step, **facts: object) -> Planning:
    groups, hours = (GroupChoice(group_id=GroupId(1), name="<N>"),), (9, 10, 11, 12, 13)
    known = {"groups": groups, "group": "<N>", "hours": hours, "stages": tuple(Stage)}
    return Planning(step=step, today=TODAY, month=TODAY, **{**known, **facts})  # type: ignore[arg-type]


def every_notice() -> list[Notice]:
    card = SessionCard(session=SESSION, news=News.NOTHING)
    languages = tuple(Language)
    return [
        *(planning(step) for step in Step),
        *(
            planning(step, doubt=doubt, readings=READINGS[:many])
            for step in Step
            for doubt in Doubt
            for many in range(4)
        ),
        planning(Step.CONFIRM, kind=SessionKind.FINAL, starts_at=NOW, place=Place.VIDEO, address="<a>", clash=True),
        planning(Step.CANCEL, session_id=SessionId(7), starts_at=NOW, late=True, moves=True),
        planning(Step.TIME, day=TODAY, at=time(18, 30)),
        *(
            replace(card, session=replace(SESSION, state=state, kind=kind, place=place), news=news, reason="<r>")
            for state, news, kind, place in product(SessionState, News, SessionKind, Place)
        ),
        *(replace(card, can_answer=True, mine=mine, can_write_diary=True) for mine in (None, *Coming)),
        replace(card, leads=True, can_change=True, asks_outcome=True, answers=(Answered(name="<V>", coming=None),)),
        notices.SessionPost(session=SESSION, news=News.MOVED, reason="<r>", languages=languages),
        notices.SessionPost(session=SESSION, news=News.MOVED, reason="", languages=languages, zones=("Asia/Tokyo",)),
        notices.SessionReminder(session=SESSION, can_answer=True),
        *(
            Together(begins=(SESSION,) * begins, sessions=(SESSION,) * ahead, homework=(HOMEWORK,), diaries=(SESSION,))
            for begins, ahead in ((0, 2), (1, 1), (3, 9))
        ),
        *(
            SessionBegins(session=replace(SESSION, place=place, address=link))
            for place in Place
            for link in ("", "<l>")
        ),
        HOMEWORK,
        replace(HOMEWORK, of_others=(StillOpen(text="<t>", names=("<V>", "Ilya & co")),)),
        notices.SessionReminder(session=SESSION, can_answer=True, early=True, preparation="<p>"),
        TakenHome(session=SESSION, tasks=("<t>", "Read & write")),
        ReminderPutOff(until=NOW),
        *(RemindersQuestion(usual=(24, 1), own=own, woken=bool(own)) for own in (None, (), (48, 1))),
        *(operating.ClockWasSet(minutes=minutes) for minutes in (-90, 90)),
        *(operating.RemindersStale(count=count) for count in (1, 12)),
        *(notices.AnswerNoted(coming=coming) for coming in Coming),
        *(
            notices.SessionList(ahead=(SESSION,) * ahead, past=(SESSION,) * past, can_plan=True)
            for ahead, past in product((0, 2), repeat=2)
        ),
        *(diaries.DiaryAsked(session=SESSION, begun=begun) for begun in (True, False)),
        diaries.DiaryAsked(session=SESSION, begun=False, nudged_by="<M>"),
        *(diaries.DiaryQuestion(session=SESSION, question=one, can_send=True, misread=True) for one in Question),
        *(diaries.DiaryQuestion(session=SESSION, question=one, can_send=False) for one in Question),
        diaries.DiaryPreview(session=SESSION, answers=ANSWERS),
        diaries.DiaryPreview(session=SESSION, answers=()),
        diaries.DiaryReceipt(session=SESSION, mentors=("<A>",)),
        diaries.DiaryReceipt(session=SESSION, mentors=()),
        diaries.DiaryReceived(session=SESSION, mentee="<V>", person_id=1, answers=ANSWERS),
        diaries.DiaryPart(session=SESSION, mentee="<V>", question=QUESTIONS[0], text="", voice="f"),
        diaries.DiaryPart(session=SESSION, mentee="<V>", question=QUESTIONS[0], text="<w>&" * 4000, voice=None),
        DIGEST,
        replace(DIGEST, lines=(), groups=0, quiet=0, more=0, uncertain=0),
        replace(DIGEST, lines=(replace(LINE, next_at=NOW, mentors=(), alarm=Alarm.YELLOW),)),
        replace(DIGEST, lines=(replace(LINE, last_held=None),)),
        replace(DIGEST, lines=(replace(LINE, unplanned=Alarm.RED, asked_at=NOW),)),
        *(
            replace(GAP, state=state, last_on=last_on, days=days, offered=offered, asked_by="<M>", starts_at=last_on)
            for state, last_on, days, offered in product(GapState, (None, NOW), (1, 40), (None, GAP.offered))
        ),
        OWN_TASKS,
        replace(OWN_TASKS, tasks=()),
        *(
            replace(TASK, dropped=dropped, new=new, asks=field, owner=owner, misread=new)
            for dropped, new, field, owner in product((False, True), (False, True), (None, *TaskField), ("", "<V>"))
        ),
        digests.Nudged(people=1),
        digests.ReviewNudge(manager="<M>", group="<N>", waiting=2, since=NOW),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_every_screen_is_sound_html_that_fits(language: Language) -> None:
    for notice in every_notice():
        content = shown(notice, language)
        parse_html(content.text)
        whole = notice.card() is not None
        parts = [content.text] if whole else pieces(content.text, TEXT_UNITS)
        assert all(0 < units(part) <= TEXT_UNITS for part in parts), type(notice).__name__
        assert all(label.strip() for label in labels(content)), type(notice).__name__


#: What a narrow phone shows whole of the labels of a row, by how many there are; a chat of a group has less room.
IN_PRIVATE, IN_A_GROUP = {2: 15, 3: 13, 4: 9}, {2: 15, 3: 11}


def cut_off(content: Content, room: Mapping[int, int]) -> list[str]:
    rows = (content.reply_markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    return [key["text"] for row in rows for key in row if len(key["text"]) > room.get(len(row), 99)]


@pytest.mark.parametrize("language", list(Language))
def test_labels_that_stand_beside_others_are_short(language: Language) -> None:
    assert [cut_off(shown(one, language), IN_PRIVATE) for one in every_notice()] == [[]] * len(every_notice())


@pytest.mark.parametrize("language", list(Language))
def test_the_buttons_of_a_session_that_goes_on_are_read_whole_in_the_group(language: Language) -> None:
    running = Running(began_at=NOW, keeps_record=True, agenda=(), seats=())
    post = shown(RunningPost(session=SESSION, running=running, languages=(language,)), language)

    assert len(labels(post)) == 3
    assert cut_off(post, IN_A_GROUP) == []


def test_past_days_of_the_calendar_cannot_be_picked() -> None:
    picked = [label for label in labels(shown(planning(Step.DAY))) if label.isdigit()]

    assert picked == [str(day) for day in range(23, 31)]


def test_the_calendar_speaks_bulgarian() -> None:
    text = labels(shown(planning(Step.DAY), Language.BG))

    assert "Ноември 2026" in text
    assert text[:2] == ["пн", "вт"]


def test_everybody_reads_a_session_in_their_own_zone() -> None:
    notice = SessionCard(session=SESSION, news=News.PLANNED)

    seen = {zone: SCREENS[SessionCard](notice, Say(Language.EN, zone)) for zone in ("Europe/Sofia", "America/New_York")}

    assert [("11:00" in str(one), "04:00" in str(one)) for one in seen.values()] == [(True, False), (False, True)]


def test_the_group_reads_it_in_every_language_and_each_reader_s_own_time() -> None:
    post = notices.SessionPost(session=SESSION, news=News.PLANNED, reason="", languages=tuple(Language))

    text = shown(post).text

    assert "A new session" in text
    assert "Нова среща" in text
    assert text.count(f'<tg-time unix="{int(NOW.timestamp())}"') == 2


def test_a_digest_fits_one_screen_whatever_happened() -> None:
    long = replace(LINE, next_at=NOW + timedelta(days=1), name="N" * 64)

    assert shown(replace(DIGEST, lines=(long,) * 6)).text.count("\n") <= 60
