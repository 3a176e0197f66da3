"""What is known for a form, in words and days as they stand on paper. The fields' names are the forms' own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.people import Language, Role
from texts import attendance_facts as attendance
from texts import talk_facts
from texts.monitoring_facts import mid_term
from texts.paper_voice import voice
from texts.plan_facts import plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mentoring.papers import PaperLanguage
    from mentoring.printed import Known
    from texts.paper_voice import Facts, Voice


def facts(code: str, known: Known, language: PaperLanguage) -> Facts:
    """Only what is known: the form leaves room to write for the rest."""
    of = voice(language, known.zone)
    specific = _SPECIFIC.get(code)
    found = {**_common(known, of), **(specific(known, of) if specific is not None and known.group else {})}
    return {name: fact for name, fact in found.items() if fact not in ("", [], {}, ())}


def _common(known: Known, of: Voice) -> Facts:
    subject = known.subject
    mentors = [of.name(one) for one in known.names(Role.MENTOR)]
    mentee = subject.name if subject is not None and subject.role is Role.MENTEE else ""
    mentor = subject.name if subject is not None and subject.role is Role.MENTOR else ", ".join(mentors)
    return {
        "programme_name": known.programme,
        "organisation": known.organisation,
        "group_name": known.group,
        "document_date": of.day(known.on) if known.group else "",
        "manager_name": ", ".join(of.name(one) for one in known.managers),
        "mentor_name": of.name(mentor),
        "mentee_name": of.name(mentee),
        "period_begins": of.day(known.begins),
        "period_ends": of.day(known.ends),
    }


def _signers(known: Known, of: Voice) -> Sequence[Mapping[str, str]]:
    managers = [(Role.MANAGER, one) for one in known.managers]
    people = [*managers, *((one.role, one.name) for one in known.members)]
    return [{"role": of.role(role), "name": of.name(name)} for role, name in people]


def _profile(known: Known, _: Voice) -> Facts:
    subject = known.subject
    if subject is None:
        return {}
    adult = {True: ("yes",), False: ("no",), None: ()}[subject.adult]
    language = {Language.EN: "EN", Language.BG: "BG"}[subject.language]
    return {
        "time_zone": subject.zone,
        "document_language": language,
        "adult": adult,
        "guardian": subject.guardian,
    }


def _group_goals(known: Known, of: Voice) -> Facts:
    return {"members": [{"name": of.name(one.name)} for one in known.members]}


def _contract(known: Known, of: Voice) -> Facts:
    return {
        "mentee_names": ", ".join(of.name(one) for one in known.names(Role.MENTEE)),
        "sessions_planned": str(known.planned) if known.planned else "",
        "signers": _signers(known, of),
    }


def _diary(known: Known, of: Voice) -> Facts:
    diary = known.diary
    if diary is None:
        return attendance.session(known, of)
    mark = {"progress": int(diary.progress)} if diary.progress.isdecimal() else {}
    return {
        **attendance.session(known, of),
        "done": diary.done,
        "learned": diary.learned,
        "next": diary.next,
        "easy_hard": diary.easy_hard,
        "progress": mark,
    }


def _list_of_participants(known: Known, of: Voice) -> Facts:
    """Once the session is over only those sign who were there."""
    met = known.meeting is not None and known.meeting.over
    away = {one.name for one in known.present if one.was_away()} if met else set()
    there = replace(known, members=tuple(one for one in known.members if one.name not in away))
    return {**attendance.session(known, of), "signers": _signers(there, of)}


def _handover(known: Known, of: Voice) -> Facts:
    ahead = [met for met in known.meetings if not met.over]
    return {
        "from_mentor": ", ".join(of.name(one) for one in known.names(Role.MENTOR)),
        "mentees": [{"mentee": of.name(one)} for one in known.names(Role.MENTEE)],
        "next_sessions": [
            {
                "date": of.day_of(met.starts_at),
                "mode": of.mode(met),
                "place": met.address,
                "topic": of.kind(met),
            }
            for met in ahead
        ],
    }


def _exit(known: Known, of: Voice) -> Facts:
    if known.subject is None:
        return {}
    return {
        "person_name": of.name(known.subject.name),
        "role": (known.subject.role.value,),
        **attendance.attended(known, of),
    }


def _privacy(known: Known, of: Voice) -> Facts:
    if known.subject is None:
        return {}
    return {"signers": [{"role": of.role(known.subject.role), "name": of.name(known.subject.name)}]}


_SPECIFIC: Mapping[str, Callable[[Known, Voice], Facts]] = {
    "T01": _profile,
    "T03": _group_goals,
    "T04": _contract,
    "T05": plan,
    "T06": _diary,
    "T08": attendance.attended,
    "T10": _list_of_participants,
    "T11": mid_term,
    "T12": talk_facts.interview,
    "T13": talk_facts.discussion,
    "T14": attendance.mentors_last,
    "X01": attendance.register,
    "X02": attendance.minutes,
    "X04": _exit,
    "X05": _handover,
    "X06": attendance.certificate,
    "X07": _privacy,
}
