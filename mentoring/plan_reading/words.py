"""Kinds, ways to meet and states of sessions, by the words that plans have for them in either language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from mentoring.plan_reading.stages import stage_in
from mentoring.plan_rows import Cell, Doubt, RowStatus
from mentoring.sessions import Place, SessionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Meaning = TypeVar("Meaning")

#: Beginnings of words; a plus asks for both.
_KINDS: Mapping[SessionKind, str] = {
    SessionKind.INITIAL: "initial|first|opening|kick off|introduc|първ|начал|встъпител|откриваща|въвежда",
    SessionKind.EMPLOYABILITY: "employ|job|career|work|заетост|трудов|кариер|работа",
    SessionKind.ENTREPRENEURSHIP: "entrepreneur|business|start up|startup|предприема|бизнес|стартъп",
    SessionKind.MONITORING: "monitor|mid term|midterm|interim|мониторинг|междин",
    SessionKind.FINAL: "final|last|closing|финал|последн|заключител|закрива",
}
_MODES: Mapping[Place, str] = {
    Place.FACE_TO_FACE: "face to face|f2f|in person|physical|offline|on site|onsite|live meeting"
    "|присъств|на живо|лице в лице|очи в очи|физическ|на място",
    Place.VIDEO: "video|zoom|google meet|gmeet|meet google|teams|skype|webex|jitsi|видео|зуум|зум|скайп",
    Place.CHAT: "chat|telegram|чат|телеграм|писмен",
}
_STATUSES: Mapping[RowStatus, str] = {
    RowStatus.PLANNED: "plan|scheduled|upcoming|to come|confirmed|предсто|планиран|насрочен|потвърден|очаква",
    RowStatus.HELD: "held|done|completed|took place|finished|проведен|състоя|приключ|завърш|мина",
    RowStatus.MOVED: "moved|postponed|rescheduled|преместен|отложен|пренасрочен",
    RowStatus.NOT_HELD: "not held|not done|did not|didn t|didnt|непроведен|не е|не се|несъстоя|не проведен",
    RowStatus.CANCELLED: "cancel|called off|dropped|отмен|отпад|анулира",
}
#: They mean a screen, but not which.
_ONLINE = re.compile(r"\bon ?line\b|\bonline\b|онлайн|дистанционн|виртуалн|remote|virtual|\bvia link\b")
_MIXED = re.compile(r"hybrid|blended|mixed|хибрид|смесен|\bили\b|\bor\b|phone|телефон|\bpho\b")
_VIDEO_LINK = re.compile(r"zoom\.us|meet\.google|teams\.(?:microsoft|live)|skype\.com|webex\.com|jit\.si|whereby\.com")
_CHAT_LINK = re.compile(r"\bt\.me/")
_OFF = re.compile(r"[\W_]+")


def kind_in(text: str, topic: str = "") -> Cell[SessionKind]:
    """Where nothing is said, the topic may tell; it is asked all the same."""
    if not text.strip():
        likely = _meanings(topic, _KINDS)
        return Cell(raw=text, doubt=Doubt.MISSING, choices=_first(likely, SessionKind))
    found = _meanings(text, _KINDS)
    if SessionKind.MONITORING in found and stage_in(text) is not None:
        found = [one for one in found if one not in {SessionKind.INITIAL, SessionKind.FINAL}]
    return _only(text, found, SessionKind)


def mode_in(text: str, place: str) -> Cell[Place]:
    said = f"{text} {place}".casefold()
    found = _meanings(text, _MODES)
    if len(found) == 1 and not _MIXED.search(text.casefold()):
        return Cell(raw=text, value=found[0])
    by_link = _by_link(said)
    if by_link is not None and not found and not _MIXED.search(text.casefold()):
        return Cell(raw=text, value=by_link)
    if not text.strip():
        return Cell(raw=text, doubt=Doubt.MISSING, choices=_first(_meanings(place, _MODES), Place))
    if _ONLINE.search(said) and not found:
        return Cell(raw=text, doubt=Doubt.AMBIGUOUS, choices=(Place.VIDEO, Place.CHAT))
    return Cell(raw=text, doubt=Doubt.AMBIGUOUS if found else Doubt.UNCLEAR, choices=_first(found, Place))


def status_in(text: str) -> Cell[RowStatus]:
    """Nothing said: it is planned."""
    if not text.strip():
        return Cell(raw=text, value=RowStatus.PLANNED)
    found = _meanings(text, _STATUSES)
    if RowStatus.NOT_HELD in found:
        found = [one for one in found if one is not RowStatus.HELD]
    return _only(text, found, RowStatus)


def _by_link(said: str) -> Place | None:
    video, chat = _VIDEO_LINK.search(said), _CHAT_LINK.search(said)
    if video is not None:
        return None if chat is not None else Place.VIDEO
    return None if chat is None else Place.CHAT


def _only(text: str, found: list[Meaning], every: Iterable[Meaning]) -> Cell[Meaning]:
    if len(found) == 1 and "?" not in text:
        return Cell(raw=text, value=found[0])
    doubt = Doubt.AMBIGUOUS if found else Doubt.UNCLEAR
    return Cell(raw=text, doubt=doubt, choices=_first(found, every))


def _first(likely: list[Meaning], every: Iterable[Meaning]) -> tuple[Meaning, ...]:
    return tuple(dict.fromkeys([*likely, *every]))


def _meanings(text: str, words: Mapping[Meaning, str]) -> list[Meaning]:
    said = f" {_OFF.sub(' ', text).casefold()}"
    return [one for one, stems in words.items() if any(f" {stem}" in said for stem in stems.split("|"))]
