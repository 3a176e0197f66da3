"""What is known comes to paper under the names that the forms have, in the words of the paper's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from doc_templates.fields import fields_of
from doc_templates.kit import FORMS, languages_of
from mentoring import attendance, handouts
from mentoring.agenda import Point
from mentoring.chat_records import LineKind
from mentoring.interviews import CODES, QUESTIONS, InterviewKind, Rating
from mentoring.kit import Code
from mentoring.papers import PaperLanguage
from mentoring.people import Language, Role
from mentoring.printed import (
    Agreed,
    Course,
    DiaryWords,
    Known,
    Meeting,
    NamedPerson,
    Presence,
    Said,
    Spoken,
    Subject,
    Talk,
)
from mentoring.record_ids import new_record_id
from mentoring.session_things import Copy
from mentoring.sessions import Place, SessionKind, SessionState
from texts.form_facts import facts
from texts.purposes import purpose
from texts.say import Say

BEGINS = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
FIRST = Meeting(
    number=1,
    kind=SessionKind.INITIAL,
    starts_at=BEGINS,
    ends_at=BEGINS + timedelta(minutes=90),
    place=Place.FACE_TO_FACE,
    address="Room 4",
    state=SessionState.HELD,
    over=True,
    present=2,
)
IN_A_MONTH = BEGINS + timedelta(days=28)
SECOND = replace(
    FIRST,
    number=2,
    starts_at=IN_A_MONTH,
    ends_at=IN_A_MONTH + timedelta(hours=1),
    state=SessionState.PLANNED,
    over=False,
)
THIRD = replace(
    SECOND,
    number=3,
    state=SessionState.CANCELLED,
    topic="CV",
    aim="A draft",
    goals="a job",
    homework="Read it",
    documents="T06 T07",
    responsible="Vera",
)
KNOWN = Known(
    programme="Steps",
    organisation="Hope",
    zone="Europe/Sofia",
    on=date(2026, 11, 23),
    begins=date(2026, 11, 1),
    ends=date(2027, 5, 1),
    planned=6,
    group="Nova",
    managers=("Maria",),
    members=(NamedPerson(name="Anton", role=Role.MENTOR), NamedPerson(name="Vera", role=Role.MENTEE)),
    subject=Subject(
        name="Vera",
        role=Role.MENTEE,
        language=Language.BG,
        zone="Europe/Sofia",
        adult=False,
        guardian="Mum",
        attended=1,
    ),
    meeting=FIRST,
    present=(
        Presence(name="Anton", role=Role.MENTOR, seen=(attendance.Presence.PRESENT,)),
        Presence(name="Vera", role=Role.MENTEE, seen=(None,)),
        Presence(name="Ilya", role=Role.MENTEE, seen=(attendance.Presence.EXCUSED,)),
    ),
    meetings=(FIRST, SECOND),
    plan=(FIRST, SECOND, THIRD),
    presences=(
        Presence(name="Vera", role=Role.MENTEE, seen=(None,)),
        Presence(name="Ilya", role=Role.MENTEE, seen=(attendance.Presence.EXCUSED,)),
    ),
    course=Course(
        ticked=(Point.CHECK_IN, Point.ACTIONS),
        talked_about=("Interviews",),
        agreed=(Agreed(what="Send the CV", who="Vera"), Agreed(what="Read page 5", who="")),
        before=(Agreed(what="Find three adverts", who=""),),
        spoken=(
            Spoken(at=FIRST.starts_at, who="Vera", text="Hello", kind=LineKind.TEXT),
            Spoken(at=FIRST.starts_at, who="Anton", text="", kind=LineKind.FILE, file="cv.pdf"),
            Spoken(at=FIRST.starts_at, who="Vera", text="", kind=LineKind.VOICE, file="0:42", copy=Copy.KEPT),
            Spoken(at=FIRST.starts_at, who="Vera", text="us", kind=LineKind.VIDEO, copy=Copy.TOO_LARGE),
        ),
    ),
    diary=DiaryWords(done="We met", learned="Much", next="A CV", easy_hard="All", progress="4"),
    number=new_record_id(),
)


@pytest.mark.parametrize("code", FORMS)
def test_every_fact_is_a_field_of_its_form(code: str) -> None:
    """What is known of a session is offered to all forms that are about one."""
    of_sessions = names_in("T06") | names_in("T10")
    for language in PaperLanguage:
        assert facts(code, KNOWN, language).keys() <= names_in(code) | of_sessions


def names_in(code: str) -> set[str]:
    fields = fields_of(FORMS[code])
    return {*fields.texts, *fields.tables, *fields.choices, *fields.ratings}


@pytest.mark.parametrize("code", FORMS)
def test_every_form_has_its_languages_and_a_sentence_about_what_it_is_for(code: str) -> None:
    assert handouts.languages_of(Code(code)) == languages_of(FORMS[code])
    assert purpose(Say(Language.BG, "UTC"), code) is not None


def test_days_hours_and_words_are_those_of_the_papers_language() -> None:
    english, bulgarian, both = (facts("T06", KNOWN, language) for language in PaperLanguage)

    assert (english["session_date"], english["session_mode"]) == ("20 Nov 2026", "face to face")
    assert (bulgarian["session_date"], bulgarian["session_mode"]) == ("20.11.2026\u202fг.", "присъствено")
    assert (both["session_date"], both["session_mode"]) == ("20.11.2026", "присъствено / face to face")
    assert (english["session_length"], english["next_session_date"]) == ("90 min", "18 Dec 2026")
    assert english["present"] == "Anton, Vera"
    assert (english["done"], english["progress"]) == ("We met", {"progress": 4})


def test_the_plan_has_a_row_for_each_session_also_for_cancelled_ones_and_room_for_more() -> None:
    rows = facts("T05", KNOWN, PaperLanguage.EN)["sessions"]

    assert isinstance(rows, list)
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 13)]
    assert [row.get("status") for row in rows[:4]] == ["held", "planned", "cancelled", None]
    assert (rows[0]["hours"], rows[0]["place"], rows[0]["responsible"]) == ("18:00–19:30", "Room 4", "Anton")
    assert (rows[0]["held_on"], rows[1]["held_on"]) == ("20 Nov 2026", "")


def test_the_plan_says_what_a_session_is_for_and_what_to_do_for_it() -> None:
    english, bulgarian = (
        facts("T05", KNOWN, language)["sessions"] for language in (PaperLanguage.EN, PaperLanguage.BG)
    )

    assert isinstance(english, list)
    assert isinstance(bulgarian, list)
    third = english[2]
    assert (third["topic"], third["result"], third["preparation"]) == (
        "CV",
        "A draft\nGoal: a job",
        "Homework: Read it",
    )
    assert (third["documents"], third["responsible"]) == ("T06, T07", "Vera")
    assert (bulgarian[2]["result"], bulgarian[2]["preparation"]) == ("A draft\nЦел: a job", "За вкъщи: Read it")


def test_a_session_that_was_moved_says_so_until_it_was_held() -> None:
    moved = replace(SECOND, moves=1)
    held = replace(FIRST, moves=1, began_at=BEGINS + timedelta(days=1))
    rows = facts("T05", replace(KNOWN, plan=(held, moved)), PaperLanguage.EN)["sessions"]

    assert isinstance(rows, list)
    assert [(row["status"], row["held_on"]) for row in rows[:2]] == [("held", "21 Nov 2026"), ("moved", "")]


def test_whoever_said_no_was_not_there() -> None:
    rows = facts("X01", KNOWN, PaperLanguage.EN)["attendance"]

    assert isinstance(rows, list)
    assert [(row["person"], row["session_1"], row["attended"], row["hours"]) for row in rows] == [
        ("Vera", "P", "1", "1.5"),
        ("Ilya", "E", "0", "0"),
    ]


def test_a_certificate_counts_hours_face_to_face_and_bears_its_number() -> None:
    found = facts("X06", KNOWN, PaperLanguage.BOTH)

    assert (found["hours_face_to_face"], found["hours_online"], found["sessions_attended"]) == ("1.5", "0", "1")
    assert str(found["serial_number"]).replace("-", "") == KNOWN.number


def test_everybody_signs_the_contract() -> None:
    rows = facts("T04", KNOWN, PaperLanguage.EN)["signers"]

    assert rows == [
        {"role": "manager", "name": "Maria"},
        {"role": "mentor", "name": "Anton"},
        {"role": "mentee", "name": "Vera"},
    ]


def test_a_blank_says_only_whose_programme_it_is() -> None:
    blank = Known(programme="Steps", organisation="Hope", zone="Europe/Sofia", on=date(2026, 11, 23))

    assert facts("T04", blank, PaperLanguage.EN) == {"programme_name": "Steps", "organisation": "Hope"}


def test_the_minutes_say_who_was_there_what_was_agreed_and_what_was_said() -> None:
    english, bulgarian = (facts("X02", KNOWN, language) for language in (PaperLanguage.EN, PaperLanguage.BG))

    assert english["attendance"] == [
        {"person": "Anton", "role": "mentor", "presence": "Present"},
        {"person": "Vera", "role": "mentee", "presence": "Present"},
        {"person": "Ilya", "role": "mentee", "presence": "Absent, excused"},
    ]
    assert (english["agenda"], english["discussed"]) == (["check_in", "actions", "topic"], "Interviews")
    assert english["actions"] == [
        {"what": "Send the CV", "who": "Vera", "by_when": ""},
        {"what": "Read page 5", "who": "All mentees", "by_when": ""},
    ]
    assert bulgarian["review"] == "Всички участници: Find three adverts"
    assert bulgarian["transcript"] == [
        {"time": "18:00", "person": "Vera", "text": "Hello"},
        {"time": "18:00", "person": "Anton", "text": "[файл: cv.pdf]"},
        {"time": "18:00", "person": "Vera", "text": "[гласово съобщение, 0:42]"},
        {"time": "18:00", "person": "Vera", "text": "[видео] (твърде голям файл, не се пази) us"},
    ]


def test_whoever_was_away_has_no_line_to_sign() -> None:
    members = (*KNOWN.members, NamedPerson(name="Ilya", role=Role.MENTEE))

    signers = facts("T10", replace(KNOWN, members=members), PaperLanguage.EN)["signers"]

    assert isinstance(signers, list)
    assert [row["name"] for row in signers] == ["Maria", "Anton", "Vera"]


def test_a_held_session_lasted_as_long_as_it_really_did() -> None:
    began = BEGINS + timedelta(minutes=5)
    held = replace(FIRST, began_at=began, finished_at=began + timedelta(minutes=68))
    known = replace(KNOWN, meeting=held, meetings=(held, SECOND))

    diary, minutes = (facts(code, known, PaperLanguage.EN) for code in ("T06", "X02"))
    register = facts("X01", known, PaperLanguage.EN)

    assert (diary["session_length"], minutes["session_length"]) == ("68 min", "68 min")
    assert minutes["session_hours"] == "18:05–19:13"
    assert isinstance(register["sessions"], list)
    assert (register["sessions"][0]["begins"], register["sessions"][0]["ends"]) == ("18:05", "19:13")
    plan = facts("T05", known, PaperLanguage.EN)["sessions"]
    assert isinstance(plan, list)
    assert plan[0]["hours"] == "18:00–19:30"


def test_the_words_of_the_minutes_go_before_what_is_on_record() -> None:
    course = Course(talked_about=("Interviews",), summary="Two of them\nspoke", decisions="Go on", next_steps="Rest")

    minutes = facts("X02", replace(KNOWN, course=course), PaperLanguage.EN)

    assert (minutes["discussed"], minutes["decisions"]) == ("Two of them\nspoke", "Go on")
    assert (minutes["next_steps"], minutes["next_session_date"]) == ("Rest", "18 Dec 2026, 18:00, Room 4")


def test_the_register_tells_late_from_excused_and_has_a_line_for_a_manager_who_came() -> None:
    seen = (
        ("Anton", Role.MENTOR, attendance.Presence.LATE),
        ("Vera", Role.MENTEE, attendance.Presence.EXCUSED),
        ("Maria", Role.MANAGER, attendance.Presence.PRESENT),
    )
    known = replace(KNOWN, presences=tuple(Presence(name=name, role=role, seen=(one,)) for name, role, one in seen))

    rows = facts("X01", known, PaperLanguage.EN)["attendance"]

    assert isinstance(rows, list)
    assert [(row["person"], row["role"], row["session_1"], row["hours"]) for row in rows] == [
        ("Anton", "mentor", "L", "1.5"),
        ("Vera", "mentee", "E", "0"),
        ("Maria", "manager", "P", "1.5"),
    ]


def talk(kind: InterviewKind) -> Talk:
    return Talk(
        kind=kind,
        asked_by="Maria",
        on=date(2026, 11, 24),
        answers=tuple(Said(question=one, text=f"About {one}") for one in QUESTIONS[kind]),
        agreed=Agreed(what="A new day", who="Anton", until=date(2026, 12, 1)),
        rating=None if kind is InterviewKind.FINAL else Rating.AMBER,
    )


@pytest.mark.parametrize("kind", InterviewKind)
def test_what_was_noted_in_a_talk_stands_in_its_own_fields(kind: InterviewKind) -> None:
    code = CODES[kind]
    found = facts(code, replace(KNOWN, talk=talk(kind)), PaperLanguage.BG)

    assert found.keys() <= names_in(code) | names_in("T06") | names_in("T10")
    assert {one: found[one] for one in QUESTIONS[kind]} == {one: f"About {one}" for one in QUESTIONS[kind]}
    agreed = "actions" if kind is InterviewKind.FINAL else f"{kind.value}_actions"
    assert found[agreed] == [{"what": "A new day", "who": "Anton", "by_when": "1.12.2026\u202fг."}]


def test_of_two_parts_only_the_one_that_was_talked_about_is_filled() -> None:
    of_mentee = facts("T12", replace(KNOWN, talk=talk(InterviewKind.MENTEE)), PaperLanguage.EN)

    assert (of_mentee["mentee_asked_by"], of_mentee["mentee_rating"]) == ("Maria, 24 Nov 2026", ("amber",))
    assert [name for name in of_mentee if name.startswith("mentor_")] == []


def test_a_form_that_is_taken_elsewhere_says_nothing_of_a_talk() -> None:
    assert {name for name in facts("T12", KNOWN, PaperLanguage.EN) if name.startswith("mentee_")} == {"mentee_name"}


def test_the_register_leaves_room_where_nobody_knows_and_says_who_was_not_expected() -> None:
    known = replace(
        KNOWN,
        presences=(
            Presence(name="Vera", role=Role.MENTEE, seen=(None,), unknown=(0,)),
            Presence(name="Maria", role=Role.MANAGER, seen=(None,), unexpected=(0,)),
        ),
    )

    english, bulgarian = (
        facts("X01", known, language)["attendance"] for language in (PaperLanguage.EN, PaperLanguage.BG)
    )

    assert isinstance(english, list)
    assert isinstance(bulgarian, list)
    assert [(row["session_1"], row["attended"]) for row in english] == [("", "0"), ("N", "0")]
    assert [row["session_1"] for row in bulgarian] == ["", "Н"]
