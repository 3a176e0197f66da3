"""The plan for the mid-term monitoring as its form has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mentoring.monitoring_plans import Method
from mentoring.sessions import Stage
from texts import monitoring_words as words
from texts import session_kinds
from texts.say import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mentoring.monitoring_sheets import GroupWatched, MonitoringSheet
    from mentoring.printed import Known
    from texts.paper_voice import Facts, Voice
    from texts.say import Say

T = TypeVar("T")


def mid_term(known: Known, of: Voice) -> Facts:
    sheet = known.monitoring
    if sheet is None:
        return {"groups": known.group}
    groups = ", ".join(one.name for one in sheet.groups) or known.group
    noticed = [_said(of, words.risk, one) for one in sheet.noticed]
    return {
        "groups": groups,
        "group_name": groups,
        "purpose": of.words(words.purpose) if sheet.purpose is None else clean(sheet.purpose),
        "checked": tuple(one.value for one in sheet.checked),
        "methods": tuple(one.value for one in sheet.methods),
        "steps": [*_steps(sheet, of)],
        "questions": clean(sheet.questions),
        "risks": "\n".join(noticed) if sheet.risks is None else clean(sheet.risks),
        "report_date": of.day(sheet.report),
    }


def _said(of: Voice, spoken: Callable[[Say, T], str], value: T) -> str:
    return of.words(lambda say: spoken(say, value))


def _steps(sheet: MonitoringSheet, of: Voice) -> Iterator[Mapping[str, str]]:
    """One for each way of finding out, meetings group by group; then the report."""
    everybody, who = ", ".join(one.name for one in sheet.groups), of.name(clean(sheet.who))
    usual = {"with_whom": everybody, "who": who, "by_when": of.day(sheet.day)}
    for method in sheet.methods:
        row = {**usual, "how": _said(of, words.method, method)}
        if method is Method.MEETING:
            yield from ({**row, **_meeting(sheet, one, of)} for one in sheet.groups)
        else:
            yield {**row, "what": _said(of, words.step, method)}
    yield {**usual, "what": of.words(words.report), "by_when": of.day(sheet.report)}


def _meeting(sheet: MonitoringSheet, one: GroupWatched, of: Voice) -> Mapping[str, str]:
    by_when = of.day(sheet.day) if one.starts_at is None else of.day_of(one.starts_at)
    return {"what": _said(of, session_kinds.stage, Stage.MID_TERM), "with_whom": one.name, "by_when": by_when}
