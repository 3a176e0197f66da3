"""How people say when a group meets, in both languages; what may mean two things is asked."""

from __future__ import annotations

from datetime import time

import pytest

from mentoring.rhythm import Often
from mentoring.said_dates import Doubt
from mentoring.said_rhythms import SaidRhythm, rhythm_said

SIX_PM, HALF_PAST = time(18), time(18, 30)
KNOWN = {
    "вторник в 18": SaidRhythm(weekdays=(1,), at=SIX_PM),
    "вторник": SaidRhythm(weekdays=(1,)),
    "всеки вторник от 18 ч.": SaidRhythm(weekdays=(1,), at=SIX_PM),
    "вторник и четвъртък от 18": SaidRhythm(weekdays=(1, 3), at=SIX_PM),
    "вторник, четвъртък 18.30": SaidRhythm(weekdays=(1, 3), at=HALF_PAST),
    "понеделници 18ч": SaidRhythm(weekdays=(0,), at=SIX_PM),
    "във вторник вечерта в 6": SaidRhythm(weekdays=(1,), at=SIX_PM),
    "vtornik 18:00": SaidRhythm(weekdays=(1,), at=SIX_PM),
    "на две седмици": SaidRhythm(often=Often.FORTNIGHTLY),
    "през седмица във вторник в 18": SaidRhythm(weekdays=(1,), at=SIX_PM, often=Often.FORTNIGHTLY),
    "всяка седмица": SaidRhythm(often=Often.WEEKLY),
    "веднъж месечно, сряда 18": SaidRhythm(weekdays=(2,), at=SIX_PM, often=Often.MONTHLY),
    "Tuesdays at 6 pm": SaidRhythm(weekdays=(1,), at=SIX_PM),
    "Tue 18:30": SaidRhythm(weekdays=(1,), at=HALF_PAST),
    "Mondays and Wednesdays, 6 pm": SaidRhythm(weekdays=(0, 2), at=SIX_PM),
    "every two weeks on Tuesday at 18": SaidRhythm(weekdays=(1,), at=SIX_PM, often=Often.FORTNIGHTLY),
    "every week": SaidRhythm(often=Often.WEEKLY),
    "18:30": SaidRhythm(at=HALF_PAST),
}
ASKED = {
    "всеки вторник в 6": (Doubt.SEVERAL, (1,)),
    "at six": (Doubt.SEVERAL, ()),
    "every second Tuesday": (Doubt.WORDS, ()),
    "всеки втори вторник": (Doubt.WORDS, ()),
    "Monday-Friday at 18": (Doubt.WORDS, ()),
    "Tuesday or Thursday 18:00": (Doubt.WORDS, ()),
    "вторник вечер": (Doubt.WORDS, ()),
    "вторник след 18": (Doubt.WORDS, ()),
    "5 декември 18:00": (Doubt.WORDS, ()),
    "петък в 3 през нощта": (Doubt.CLOCK, (4,)),
    "вторник 25:00": (Doubt.NO_SUCH_TIME, (1,)),
    "когато може": (Doubt.WORDS, ()),
    "": (Doubt.WORDS, ()),
}


@pytest.mark.parametrize("text", KNOWN)
def test_what_is_clear_is_understood(text: str) -> None:
    assert rhythm_said(text) == KNOWN[text]


@pytest.mark.parametrize("text", ASKED)
def test_what_is_not_clear_is_asked(text: str) -> None:
    said = rhythm_said(text)

    assert (said.doubt, said.weekdays, said.at) == (*ASKED[text], None)


def test_an_hour_without_its_part_of_the_day_is_one_of_two() -> None:
    assert rhythm_said("Tuesday at 6").times == (time(6), SIX_PM)
