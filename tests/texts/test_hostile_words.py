"""Whatever people call themselves, their groups and their files: every notice there is stays a message Telegram takes.

The notices are made from their own types, so a new kind is tried without being named here.
"""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.fitting import CAPTION_UNITS, TEXT_UNITS, fitted
from handlers.codec import LIMIT_BYTES
from handlers.message import Call, Content
from handlers.screens import SCREENS
from mentoring.interviews import AGREED, QUESTIONS, WHEN, WHO, InterviewKind, steps
from mentoring.notices.absences import MentorAway
from mentoring.notices.boards import Board
from mentoring.notices.chats import Farewell
from mentoring.notices.common import GroupSeen, MyGroups, PressToConfirm
from mentoring.notices.date_polls import DateSeen, PollPost
from mentoring.notices.forms import Aim
from mentoring.notices.group_life import GroupLifePost
from mentoring.notices.groups import Links, LiveLink
from mentoring.notices.handing_over import MentorChanged
from mentoring.notices.holding import RunningPost
from mentoring.notices.interviews import Agreement, Noted, TalkAgreed, TalkQuestion, TalkSummary, TalkToCorrect
from mentoring.notices.kit import Titled
from mentoring.notices.plan_drafts import DraftQuestion, ProposedPlan, ProposedRow
from mentoring.notices.posters import Poster, PosterSheets
from mentoring.notices.programmes import ProgrammeSeen
from mentoring.notices.readiness import Cell, Wall, WallRow
from mentoring.notices.sessions import Planning, SessionPost
from mentoring.notices.toolbars import RelabelQuestion
from mentoring.people import Language, Role
from mentoring.sessions import Stage
from simulator.html import parse_html
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import EllipsisType

    from mentoring.notices import Notice

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HIDDEN = set("\x00\x1b\u200b\u202e\ufeff\ud83d\udc00")
MOST_KEYS, WIDEST_ROW = 100, 8
HOSTILE = [
    "",
    " ",
    "\u202eexe.fdp",
    "\u200b\u200d\ufeff",
    "שלום עולם",
    "👩‍👩‍👧‍👦🇧🇬",
    "<b>bold</i> & <script>alert(1)</script>",
    "&lt;&amp;&#0;&#xD800;",
    "</b></a><a href='tg://user?id=1'>you</a>",
    "NUL\x00 and \x1b[31m",
    "half \ud83d a pair \udc00",
    "{name} {0} {count!r} %s %(x)s",
    "Ж" * 4096,
    "😀" * 300,
    "a\u0301" * 100,
    "\n" * 50 + "x",
    "line\u2028separator",
]
words = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=()), max_size=80)
st.register_type_strategy(str, words)
st.register_type_strategy(int, st.integers(-(2**52), 2**52))
st.register_type_strategy(datetime, st.just(NOW))
st.register_type_strategy(date, st.just(NOW.date()))
# The record holds no other zones than those of the IANA, and nobody types them.
ZONES = st.sampled_from(["Europe/Sofia", "UTC"])
st.register_type_strategy(ProgrammeSeen, st.builds(ProgrammeSeen, zone=ZONES))
# A document has the code of the programme's definition.
CODES = st.sampled_from(["T01", "T04", "X09"])
st.register_type_strategy(Titled, st.builds(Titled, code=CODES))
st.register_type_strategy(RelabelQuestion, st.builds(RelabelQuestion, code=st.none() | CODES))
st.register_type_strategy(Aim, st.builds(Aim, code=CODES))
ROLES = (Role.MENTOR, Role.MENTEE)


def walls(people: int) -> st.SearchStrategy[Wall]:
    """A cell for each person, and one for the group."""
    names = st.lists(words, min_size=people, max_size=people).map(tuple)
    cells = st.lists(st.from_type(Cell) | st.none(), min_size=people + 1, max_size=people + 1).map(tuple)
    rows = st.lists(st.builds(WallRow, cells=cells), max_size=3).map(tuple)
    return st.builds(Wall, people=names, short=names, rows=rows)


def others(kind: type[Notice], *names: str) -> dict[str, EllipsisType]:
    """All of its fields but these."""
    return {one.name: ... for one in fields(kind) if one.name not in names}


WEEKDAYS = st.lists(st.integers(0, 6), max_size=7, unique=True).map(tuple)
#: Everything of it but the zone, and the stages, which are there when one of them is asked for.
PLANNED = {one.name: ... for one in fields(Planning) if one.name not in {"zone", "stages"}}
PROPOSED = st.lists(st.builds(DateSeen, zones=st.lists(ZONES, max_size=2).map(tuple)), max_size=3).map(tuple)
#: Of each notice.
TRIED = int(os.environ.get("EMENTOR_HOSTILE", "15"))
POSTERS = st.builds(Poster, role=st.sampled_from(ROLES), token=st.just("t" * 32))

#: What use cases tell: no list without what its right asks for, no door for managers, tokens of our own.
POSSIBLE: Mapping[type[Notice], st.SearchStrategy[Notice]] = {
    MyGroups: st.builds(MyGroups, groups=st.lists(st.from_type(GroupSeen), min_size=1, max_size=3).map(tuple)),
    Links: st.builds(Links, live=st.lists(st.builds(LiveLink, role=st.sampled_from(ROLES)), max_size=2).map(tuple)),
    Poster: POSTERS,
    PressToConfirm: st.builds(PressToConfirm, data=st.just("h")),
    Wall: st.integers(0, 4).flatmap(walls),
    PosterSheets: st.builds(PosterSheets, posters=st.lists(POSTERS, min_size=1, max_size=2).map(tuple)),
    PollPost: st.builds(PollPost, languages=st.just((Language.BG, Language.EN)), dates=PROPOSED),
    Farewell: st.builds(Farewell, languages=st.just((Language.BG, Language.EN))),
    Board: st.builds(Board, languages=st.just((Language.BG, Language.EN))),
    MentorChanged: st.builds(MentorChanged, languages=st.just((Language.BG, Language.EN))),
    MentorAway: st.builds(MentorAway, languages=st.just((Language.BG, Language.EN))),
    GroupLifePost: st.builds(GroupLifePost, languages=st.just((Language.BG, Language.EN))),
    RunningPost: st.builds(RunningPost, languages=st.just((Language.BG, Language.EN))),
    SessionPost: st.builds(
        SessionPost, languages=st.just((Language.BG, Language.EN)), zones=st.lists(ZONES, max_size=2).map(tuple)
    ),
    Planning: st.builds(Planning, zone=ZONES, stages=st.just(tuple(Stage)), **PLANNED),
    DraftQuestion: st.builds(DraftQuestion, zone=ZONES, weekdays=WEEKDAYS, **others(DraftQuestion, "zone", "weekdays")),
    ProposedPlan: st.builds(ProposedPlan, zone=ZONES, **others(ProposedPlan, "zone")),
    ProposedRow: st.builds(ProposedRow, zone=ZONES, **others(ProposedRow, "zone")),
}

#: Questions go by the names that their forms have.
ASKED = st.sampled_from([one for names in QUESTIONS.values() for one in names])
NOTED = st.lists(st.builds(Noted, question=ASKED, rating=...), max_size=11).map(tuple)
AGREEMENT = st.builds(Agreement, action=..., who=..., until=...)
TALKS: Mapping[type[Notice], st.SearchStrategy[Notice]] = {
    TalkQuestion: st.builds(TalkQuestion, question=ASKED, said=..., rating=..., misread=...),
    TalkAgreed: st.builds(
        TalkAgreed, step=st.sampled_from([AGREED, WHO, WHEN]), agreed=AGREEMENT, offered=..., doubt=..., helpers=...
    ),
    TalkSummary: st.builds(TalkSummary, answers=NOTED, agreed=AGREEMENT, has_form=..., can_file=..., membership_id=...),
    TalkToCorrect: st.builds(TalkToCorrect, questions=st.sampled_from(InterviewKind).map(steps)),
}


def assert_telegram_takes(notice: Notice, language: Language) -> None:
    rendering = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    if isinstance(rendering, Call):
        return
    assert isinstance(rendering, Content)
    limit = CAPTION_UNITS if len(rendering.attachments) == 1 else TEXT_UNITS
    text, _ = parse_html(fitted(rendering.text, limit))
    assert len(text.encode("utf-16-le")) // 2 <= limit
    assert text.strip()
    assert not set(text) & HIDDEN
    assert_keys_are_taken((rendering.reply_markup or {}).get("inline_keyboard", []))


def assert_keys_are_taken(rows: object) -> None:
    assert isinstance(rows, list)
    assert sum(len(row) for row in rows) <= MOST_KEYS
    assert all(0 < len(row) <= WIDEST_ROW for row in rows)
    keys = [key for row in rows for key in row]
    assert all(key["text"].strip() for key in keys)
    assert not any(set(key["text"]) & HIDDEN for key in keys)
    assert all(len(str(key.get("callback_data", "x")).encode()) <= LIMIT_BYTES for key in keys)


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
@given(data=st.data(), language=st.sampled_from(Language))
@settings(max_examples=TRIED, derandomize=True, deadline=None, suppress_health_check=[*HealthCheck])
def test_every_notice_is_a_message_that_telegram_takes(
    kind: type[Notice], data: st.DataObject, language: Language
) -> None:
    assert_telegram_takes(data.draw({**POSSIBLE, **TALKS}.get(kind, st.from_type(kind))), language)
