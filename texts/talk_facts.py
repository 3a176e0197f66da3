"""What forms say of talks: what was answered, agreed on, and how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.interviews import InterviewKind
from texts import attendance_facts
from texts.say import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.handouts import FormFact
    from mentoring.printed import Known, Talk
    from texts.paper_voice import Facts, Voice


def interview(known: Known, of: Voice) -> Facts:
    """One part is filled, with the fields of the other left to be written in."""
    talk = known.talk
    if talk is None:
        return {}
    part, other = ("mentee", "mentor") if talk.kind is InterviewKind.MENTEE else ("mentor", "mentee")
    return {
        f"{other}_name": "",
        f"{part}_asked_by": f"{of.name(talk.asked_by)}, {of.day(talk.on)}",
        **_answers(talk),
        f"{part}_actions": _agreed(talk, of),
        f"{part}_rating": () if talk.rating is None else (talk.rating.value,),
    }


def discussion(known: Known, of: Voice) -> Facts:
    talk = known.talk
    if talk is None:
        return attendance_facts.session(known, of)
    return {
        "session_date": of.day(talk.on),
        **attendance_facts.session(known, of),
        **_answers(talk),
        "actions": _agreed(talk, of),
    }


def _answers(talk: Talk) -> dict[str, FormFact]:
    return {one.question: clean(one.text) for one in talk.answers}


def _agreed(talk: Talk, of: Voice) -> Sequence[dict[str, str]]:
    if talk.agreed is None:
        return []
    agreed = talk.agreed
    return [{"what": clean(agreed.what), "who": of.name(agreed.who), "by_when": of.day(agreed.until)}]
