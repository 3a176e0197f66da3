"""“Tuesdays at 6 pm”, “вторник и четвъртък от 18”, “на две седмици”: when a group meets, as people type it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from mentoring import said_tokens
from mentoring.rhythm import Often
from mentoring.said_dates import Doubt
from mentoring.said_times import times
from mentoring.said_words import Mark, Weekday, Word
from mentoring.wall_times import is_night

_WEEKS = r"(?:weeks?|седмици|sedmici)"
_OFTEN = (
    (Often.FORTNIGHTLY, rf"(?:every|each) (?:two|2|second|other) {_WEEKS}|fortnightly|biweekly"),
    (Often.FORTNIGHTLY, rf"(?:веднъж )?(?:на|през) (?:две|2) {_WEEKS}|през (?:една )?седмица|всяка втора седмица"),
    (Often.MONTHLY, rf"(?:every|each) (?:four|4) {_WEEKS}|(?:every|each) month|monthly|once (?:a|every) month"),
    (Often.MONTHLY, rf"(?:веднъж )?на (?:четири|4) {_WEEKS}|(?:всеки|веднъж (?:в|на)) месеца?|(?:еже|веднъж )?месечно"),
    (Often.WEEKLY, r"(?:every|each) week|weekly|once (?:a|every) week"),
    (Often.WEEKLY, r"всяка седмица|(?:еже|веднъж )?седмично|веднъж (?:в|на) седмицата?"),
)
_COMPILED = tuple((often, re.compile(rf"\b(?:{words})\b")) for often, words in _OFTEN)
_PLURALS = (
    (re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)days\b"), r"\1day"),
    (re.compile(r"\b(понеделни|вторни)ци(?:те)?\b"), r"\1к"),
    (re.compile(r"\b(четвъртъ|петъ)ци(?:те)?\b"), r"\1к"),
    (re.compile(r"\bср[яе]ди(?:те)?\b"), "сряда"),
    (re.compile(r"\bсъботи(?:те)?\b"), "събота"),
    (re.compile(r"\bнедели(?:те)?\b"), "неделя"),
    (re.compile(r"\b(?:every|each|always|usually|mostly|всеки|всяка|всяко|винаги|обикновено|vseki|vsqka)\b"), " "),
)
_JOINTS = {Word.AND, Word.ON, Word.AT, Word.THE, Mark("-"), Mark("/")}


@dataclass(frozen=True, kw_only=True, slots=True)
class SaidRhythm:
    """What was named of it. With a `doubt` the time is not taken; `times` are what it may be."""

    weekdays: tuple[int, ...] = ()
    at: time | None = None
    often: Often | None = None
    times: tuple[time, ...] = ()
    doubt: Doubt | None = None


def rhythm_said(text: str) -> SaidRhythm:
    """Nothing is guessed: where a word is not known, nothing of it is taken."""
    often, rest = _often(" ".join(text.casefold().split()))
    if not rest:
        return SaidRhythm(often=often, doubt=None if often else Doubt.WORDS)
    found = said_tokens.tokens(rest)
    if found is None or _is_span(found):
        return SaidRhythm(doubt=Doubt.WORDS)
    weekdays = tuple(sorted({one.number for one in found if isinstance(one, Weekday)}))
    left = _without_weekdays(found)
    if not left:
        return SaidRhythm(weekdays=weekdays, often=often)
    at = _at(left)
    if at is None:
        return SaidRhythm(doubt=Doubt.WORDS)
    return _with_time(weekdays, often, at)


def _often(text: str) -> tuple[Often | None, str]:
    for often, words in _COMPILED:
        if words.search(text):
            return often, _plain(words.sub(" ", text))
    return None, _plain(text)


def _plain(text: str) -> str:
    for written, meant in _PLURALS:
        text = written.sub(meant, text)
    return text.strip(" ,.;:-–")


def _is_span(found: said_tokens.Tokens) -> bool:
    """From Monday to Friday: which of these days?"""
    return any(
        isinstance(first, Weekday) and isinstance(last, Weekday) and between == Mark("-")
        for first, between, last in zip(found, found[1:], found[2:], strict=False)
    )


def _without_weekdays(found: said_tokens.Tokens) -> said_tokens.Tokens:
    """What joins weekdays goes with them; the word before a time says nothing new."""
    left = [one for one in found if not isinstance(one, Weekday)]
    if len(left) == len(found):
        return found
    while left and left[0] in _JOINTS:
        left = left[1:]
    while left and left[-1] in _JOINTS:
        left = left[:-1]
    return tuple(left)


def _at(left: said_tokens.Tokens) -> frozenset[time] | None:
    each = [read for tokens in said_tokens.readings(left) if (read := times(tokens, asked=True)) is not None]
    return frozenset(one for read in each for one in read.times) if each else None


def _with_time(weekdays: tuple[int, ...], often: Often | None, at: frozenset[time]) -> SaidRhythm:
    by_day = tuple(sorted(one for one in at if not is_night(one)))
    if not by_day:
        return SaidRhythm(weekdays=weekdays, often=often, doubt=Doubt.CLOCK if at else Doubt.NO_SUCH_TIME)
    if len(by_day) > 1:
        return SaidRhythm(weekdays=weekdays, often=often, times=by_day, doubt=Doubt.SEVERAL)
    return SaidRhythm(weekdays=weekdays, often=often, at=by_day[0])
