"""Which monitoring session is meant, by the words that people have for it in either language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring.sessions import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Beginnings of words; typed answers come in Latin letters, too.
_STAGES: Mapping[Stage, str] = {
    Stage.INITIAL: "initial|first|introduc|първ|начал|встъпител|nachal|pyrv|parv|purv",
    Stage.MID_TERM: "mid|interim|междин|mezhdin|mejdin",
    Stage.FINAL: "final|last|closing|финал|последн|заключител|posledn|zaklyuch|zakluch",
}
_MONITORING = r"(?:monitor|мониторинг)\w*"
_SESSION = r"(?:session|meeting|сесия|среща)"
_OFF = re.compile(r"[\W_]+")


def _each(pattern: str) -> Mapping[Stage, re.Pattern[str]]:
    return {stage: re.compile(pattern.format(stage=rf"(?:{stems})\w*(?: term)?")) for stage, stems in _STAGES.items()}


#: "Final monitoring" and "Monitoring (final)", but not "Final session, monitoring", which may be two things.
_IN_A_PLAN = _each(rf" {{stage}} {_MONITORING}|^ {_MONITORING}(?: {_SESSION})? {{stage}} $")
_ALONE = _each(rf"^ {{stage}} (?:{_MONITORING} )?(?:{_SESSION} )?$")
#: The word alone says that it is monitoring.
_MIDDLE = re.compile(r" (?:mid ?term|interim|междин)")


def stage_in(text: str) -> Stage | None:
    """As a cell of a plan has it; None where it names no stage, or more than one."""
    found = _found(_IN_A_PLAN, text)
    return Stage.MID_TERM if not found and _MIDDLE.search(_plain(text)) else _only(found)


def stage_said(text: str) -> Stage | None:
    """As an answer to the question which it is."""
    return _only(_found(_ALONE, text))


def _found(patterns: Mapping[Stage, re.Pattern[str]], text: str) -> list[Stage]:
    return [stage for stage, pattern in patterns.items() if pattern.search(_plain(text))]


def _only(found: Iterable[Stage]) -> Stage | None:
    stages = [*found]
    return stages[0] if len(stages) == 1 else None


def _plain(text: str) -> str:
    return f" {_OFF.sub(' ', text).casefold().strip()} "
