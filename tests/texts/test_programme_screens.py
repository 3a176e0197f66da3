"""Every screen of a programme, in both languages and with hostile names, fits Telegram and a phone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import TEXT_UNITS, units
from handlers.codec import LIMIT_BYTES
from handlers.message import Content
from handlers.screens import SCREENS
from handlers.screens import programmes as of_programmes
from handlers.screens import trial_groups as of_trials
from mentoring.groups import OptionalTool
from mentoring.notices import programmes
from mentoring.people import Language
from mentoring.programmes import Line
from simulator.html import parse_html
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring.notices import Notice

BEGINS, ENDS = date(2026, 11, 23), date(2027, 5, 22)
LONGEST = {1: 40, 2: 22, 3: 13, 4: 10}


def seen(name: str, *, bare: bool = False) -> programmes.ProgrammeSeen:
    return programmes.ProgrammeSeen(
        programme_id=2**52,
        name=name,
        organisation=name,
        languages=(Language.BG,) if bare else tuple(Language),
        zone="Europe/Sofia",
        begins_on=None if bare else BEGINS,
        ends_on=None if bare else ENDS,
        weeks=26,
        first=None if bare else BEGINS,
        middle=None if bare else BEGINS,
        last=None if bare else ENDS,
        sessions=1 if bare else 6,
        quiet="" if bare else "21:00–08:00",
        work="09:00–18:00",
        adult_age=0 if bare else 18,
        tools=() if bare else tuple(OptionalTool),
        contacts="" if bare else name * 5,
    )


def every_notice(name: str) -> Iterator[Notice]:
    for one in (seen(name), seen(name, bare=True)):
        yield programmes.ProgrammePreview(programme=one)
        yield programmes.ProgrammePreview(programme=one, welcome=name)
        yield programmes.ProgrammeCard(programme=one, changed=True, several=True)
        yield programmes.ProgrammeCard(programme=one)
        for line in Line:
            yield programmes.AskLine(programme=one, line=line, misread=line is Line.PERIOD)
    for count in (0, 1, 5):
        yield programmes.ConfirmPeriod(programme=seen(name), begins=BEGINS, ends=ENDS, mentors=count, after=count)
        yield programmes.ConfirmQuiet(programme=seen(name), number=2207, hours="22:00–07:00", people=count)
        yield programmes.ConfirmWipe(group_id=2**52, name=name, people=count, sent=count)
        yield programmes.ProgrammeEnds(programme_id=2**52, name=name, ends_on=ENDS, groups=count)
    yield programmes.ConfirmQuiet(programme=seen(name), number=0, hours="", people=2)
    yield programmes.EndMoved(name=name, ends_on=ENDS, prolonged=True)
    yield programmes.EndMoved(name=name, ends_on=ENDS, prolonged=False)
    yield programmes.Wiped(name=name)
    listed = programmes.ProgrammeLine(programme_id=2**52, name=name, organisation=name, groups=2)
    yield programmes.ProgrammeList(programmes=(listed, listed))
    yield programmes.ProgrammeList(programmes=(listed, listed), for_group=True)


def shown(notice: Notice, language: Language) -> Content:
    content = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    assert isinstance(content, Content)
    return content


def rows(content: Content) -> Sequence[Sequence[Mapping[str, str]]]:
    keyboard = (content.reply_markup or {})["inline_keyboard"]
    assert isinstance(keyboard, list)
    return keyboard


def fits(notice: Notice, language: Language) -> None:
    content = shown(notice, language)
    text, _ = parse_html(content.text)
    assert 0 < units(text) <= TEXT_UNITS
    keys = [key for row in rows(content) for key in row]
    assert 0 < len(keys) <= 100
    assert all(len(key["callback_data"].encode()) <= LIMIT_BYTES and key["text"] for key in keys)


def test_every_kind_of_notice_is_tried() -> None:
    assert {type(notice) for notice in every_notice("P")} == {*of_programmes.SCREENS, *of_trials.SCREENS}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["Open Doors", "<b>&amp;</b> {count} %s", "Ж" * 64])
def test_every_screen_fits_what_telegram_takes(name: str, language: Language) -> None:
    for notice in every_notice(name):
        fits(notice, language)


@given(name=st.text(min_size=1, max_size=64))
def test_no_name_can_break_a_screen(name: str) -> None:
    for notice in every_notice(f"V{name}"):
        fits(notice, Language.BG)


@pytest.mark.parametrize("language", Language)
def test_labels_are_not_cut_on_a_phone(language: Language) -> None:
    too_long = {
        key["text"]
        for notice in every_notice("Nova")
        for row in rows(shown(notice, language))
        for key in row
        if len(key["text"]) > LONGEST[len(row)]
    }

    assert too_long == set()
