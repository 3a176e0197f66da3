"""What a proposed plan writes into its rows: topics and expected results, in the words of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language
from mentoring.sessions import SessionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_EN, _BG = Language.EN, Language.BG
_TOPICS: Mapping[SessionKind, Mapping[Language, str]] = {
    SessionKind.INITIAL: {_EN: "Expectations and goals", _BG: "Очаквания и цели"},
    SessionKind.MONITORING: {_EN: "Where we stand", _BG: "Докъде стигнахме"},
    SessionKind.FINAL: {
        _EN: "What we take along, and what comes next",
        _BG: "Какво научихме и какво следва",
    },
}
_RESULTS: Mapping[SessionKind, Mapping[Language, str]] = {
    SessionKind.INITIAL: {
        _EN: "We know one another, our goals and how we work together",
        _BG: "Познаваме се, знаем целите си и как ще работим заедно",
    },
    SessionKind.MONITORING: {
        _EN: "Everybody knows how far their goals are, and what to change",
        _BG: "Всеки знае докъде е с целите си и какво да промени",
    },
    SessionKind.FINAL: {
        _EN: "Results and lessons are written down, and everybody has a next step",
        _BG: "Резултатите и изводите са записани и всеки има следваща стъпка",
    },
}
_ABOUT: Mapping[Language, str] = {
    _EN: "Everybody has a next step: {topic}",
    _BG: "Всеки има следваща стъпка: {topic}",
}
_NEXT_STEP: Mapping[Language, str] = {_EN: "Everybody has a next step", _BG: "Всеки има следваща стъпка"}


def topic(kind: SessionKind, language: Language) -> str:
    """Empty for what needs one of the catalogue."""
    return _TOPICS[kind][language] if kind in _TOPICS else ""


def result(kind: SessionKind, about: str, language: Language) -> str:
    if kind in _RESULTS:
        return _RESULTS[kind][language]
    return _ABOUT[language].format(topic=about) if about else _NEXT_STEP[language]
