"""What is known for a form, in words and days as they stand on paper. The fields' names are the forms' own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from mentoring.former import in_words
from mentoring.handouts import FormFact
from mentoring.papers import PaperLanguage
from mentoring.people import Language, Role
from mentoring.record_ids import RecordId, shown
from mentoring.sessions import Coming, Place
from texts import form_words as words
from texts.former import word
from texts.say import Say, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from mentoring.printed import Known, Meeting

Facts: TypeAlias = dict[str, FormFact]

#: Rows that the forms have room for.
_PLAN_ROWS, _REGISTER_MEETINGS = 12, 12
#: Babel's names; on paper English is British.
_LOCALES = {Language.EN: "en_GB", Language.BG: "bg"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """Of a form in both languages each word stands twice, and days are numbers."""

    says: tuple[Say, ...]
    zone: str

    def words(self, spoken: Callable[[Say], str]) -> str:
        return " / ".join(dict.fromkeys(spoken(say) for say in self.says))

    def day(self, day: date | None) -> str:
        from babel.dates import format_date

        if day is None:
            return ""
        if len(self.says) > 1:
            return day.strftime("%d.%m.%Y")
        return format_date(day, format="medium", locale=_LOCALES[self.says[0].language])

    def day_of(self, at: datetime) -> str:
        return self.day(at.astimezone(ZoneInfo(self.zone)).date())

    def clock(self, at: datetime) -> str:
        return at.astimezone(ZoneInfo(self.zone)).strftime("%H:%M")

    def hours(self, meeting: Meeting) -> str:
        return f"{self.clock(meeting.starts_at)}–{self.clock(meeting.ends_at)}"

    def length(self, meeting: Meeting) -> str:
        minutes = int((meeting.ends_at - meeting.starts_at).total_seconds()) // 60
        return self.words(lambda say: words.minutes(say, minutes))

    def name(self, name: str) -> str:
        """Whoever was erased goes by a word of the form's language."""
        return clean(in_words(name, partial(word, self.says[0])))


def voice(language: PaperLanguage, zone: str) -> Voice:
    spoken = {
        PaperLanguage.EN: (Language.EN,),
        PaperLanguage.BG: (Language.BG,),
        PaperLanguage.BOTH: (Language.BG, Language.EN),
    }[language]
    return Voice(says=tuple(Say(one, zone) for one in spoken), zone=zone)


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


def _session(known: Known, of: Voice) -> Facts:
    """Of the session that a form is about."""
    meeting, ahead = known.meeting, known.next_meeting()
    coming: Facts = {"next_session_date": "" if ahead is None else of.day_of(ahead.starts_at)}
    if meeting is None:
        return coming
    return {
        **coming,
        "session_number": str(meeting.number),
        "session_date": of.day_of(meeting.starts_at),
        "session_hours": of.hours(meeting),
        "session_mode": of.words(lambda say: words.mode(say, meeting.place)),
        "session_place": meeting.address,
        "session_length": of.length(meeting),
        "session_topic": of.words(lambda say: words.kind(say, meeting.kind)),
        "session_title": of.words(lambda say: words.kind(say, meeting.kind)),
        "present": ", ".join(of.name(one.name) for one in known.present if one.answers[0] is not Coming.NO)
        if meeting.over
        else "",
    }


def _signers(known: Known, of: Voice) -> Sequence[Mapping[str, str]]:
    managers = [(Role.MANAGER, one) for one in known.managers]
    people = [*managers, *((one.role, one.name) for one in known.members)]
    return [{"role": _role(of, role), "name": of.name(name)} for role, name in people]


def _role(of: Voice, role: Role) -> str:
    return of.words(lambda say: words.role(say, role))


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


def _plan(known: Known, of: Voice) -> Facts:
    rows = [_planned(meeting, known, of) for meeting in known.meetings]
    return {"plan_made_on": of.day(known.on), "sessions": [*rows, *([{}] * (_PLAN_ROWS - len(rows)))]}


def _planned(meeting: Meeting, known: Known, of: Voice) -> Mapping[str, str]:
    return {
        "date": of.day_of(meeting.starts_at),
        "hours": of.hours(meeting),
        "mode": of.words(lambda say: words.mode(say, meeting.place)),
        "place": meeting.address,
        "kind": of.words(lambda say: words.kind(say, meeting.kind)),
        "responsible": ", ".join(of.name(one) for one in known.names(Role.MENTOR)),
        "held_on": of.day_of(meeting.starts_at) if meeting.over else "",
        "status": of.words(lambda say: words.status(say, over=meeting.over, state=meeting.state)),
    }


def _diary(known: Known, of: Voice) -> Facts:
    diary = known.diary
    if diary is None:
        return _session(known, of)
    mark = {"progress": int(diary.progress)} if diary.progress.isdecimal() else {}
    return {
        **_session(known, of),
        "done": diary.done,
        "learned": diary.learned,
        "next": diary.next,
        "easy_hard": diary.easy_hard,
        "progress": mark,
    }


def _attended(known: Known, _: Voice) -> Facts:
    return {"sessions_attended": str(known.subject.attended) if known.subject is not None else ""}


def _list_of_participants(known: Known, of: Voice) -> Facts:
    return {**_session(known, of), "signers": _signers(known, of)}


def _mid_term(known: Known, _: Voice) -> Facts:
    return {"groups": known.group}


def _mentors_last(known: Known, of: Voice) -> Facts:
    return {
        "sessions_held": str(len(known.held)),
        "sessions_planned": str(known.planned) if known.planned else "",
        "mentees": [{"mentee": of.name(one)} for one in known.names(Role.MENTEE)],
    }


def _register(known: Known, of: Voice) -> Facts:
    held = known.held[:_REGISTER_MEETINGS]
    rows = []
    for one in known.presences:
        marks = {f"session_{number}": words.mark(answer) for number, answer in enumerate(one.answers[: len(held)], 1)}
        there = [met for met, answer in zip(known.held, one.answers, strict=False) if answer is not Coming.NO]
        row = {"person": of.name(one.name), "role": _role(of, one.role), **marks}
        rows.append({**row, "attended": str(len(there)), "hours": _hours(there)})
    meetings = [
        {
            "date": of.day_of(met.starts_at),
            "begins": of.clock(met.starts_at),
            "ends": of.clock(met.ends_at),
            "mode": of.words(lambda say, met=met: words.mode(say, met.place)),  # type: ignore[misc]
            "topic": of.words(lambda say, met=met: words.kind(say, met.kind)),  # type: ignore[misc]
            "present": str(met.present),
        }
        for met in held
    ]
    return {"attendance": rows, "sessions": meetings}


def _hours(meetings: Sequence[Meeting]) -> str:
    seconds = sum((met.ends_at - met.starts_at).total_seconds() for met in meetings)
    return f"{seconds / 3600:.1f}".removesuffix(".0")


def _minutes(known: Known, of: Voice) -> Facts:
    """The record of one session."""
    met = known.meeting is not None and known.meeting.over
    rows = [
        {
            "person": of.name(one.name),
            "role": _role(of, one.role),
            "presence": words.mark(one.answers[0]) if met else "",
        }
        for one in known.present
    ]
    return {**_session(known, of), "attendance": rows}


def _handover(known: Known, of: Voice) -> Facts:
    ahead = [met for met in known.meetings if not met.over]
    return {
        "from_mentor": ", ".join(of.name(one) for one in known.names(Role.MENTOR)),
        "mentees": [{"mentee": of.name(one)} for one in known.names(Role.MENTEE)],
        "next_sessions": [
            {
                "date": of.day_of(met.starts_at),
                "mode": of.words(lambda say, met=met: words.mode(say, met.place)),  # type: ignore[misc]
                "place": met.address,
                "topic": of.words(lambda say, met=met: words.kind(say, met.kind)),  # type: ignore[misc]
            }
            for met in ahead
        ],
    }


def _exit(known: Known, of: Voice) -> Facts:
    if known.subject is None:
        return {}
    return {"person_name": of.name(known.subject.name), "role": (known.subject.role.value,), **_attended(known, of)}


def _certificate(known: Known, of: Voice) -> Facts:
    attended = known.subject.attended if known.subject is not None else 0
    there = [
        met
        for row in known.presences
        if known.subject is not None and row.name == known.subject.name
        for met, answer in zip(known.held, row.answers, strict=False)
        if answer is not Coming.NO
    ]
    in_person = [met for met in there if met.place is Place.FACE_TO_FACE]
    return {
        "sessions_attended": str(attended),
        "sessions_held": str(len(known.held)),
        "hours_total": _hours(there),
        "hours_face_to_face": _hours(in_person),
        "hours_online": _hours([met for met in there if met.place is not Place.FACE_TO_FACE]),
        "serial_number": shown(RecordId(known.number)),
        "signers": [{"role": _role(of, Role.MANAGER), "name": of.name(one)} for one in known.managers],
    }


def _privacy(known: Known, of: Voice) -> Facts:
    if known.subject is None:
        return {}
    return {"signers": [{"role": _role(of, known.subject.role), "name": of.name(known.subject.name)}]}


_SPECIFIC: Mapping[str, Callable[[Known, Voice], Facts]] = {
    "T01": _profile,
    "T03": _group_goals,
    "T04": _contract,
    "T05": _plan,
    "T06": _diary,
    "T08": _attended,
    "T10": _list_of_participants,
    "T11": _mid_term,
    "T13": _session,
    "T14": _mentors_last,
    "X01": _register,
    "X02": _minutes,
    "X04": _exit,
    "X05": _handover,
    "X06": _certificate,
    "X07": _privacy,
}
