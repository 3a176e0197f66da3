"""A manager plans the mid-term monitoring: what stands there by itself, what is changed, and who has a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import FilingState
from mentoring.group_courses import Risk
from mentoring.groups import GroupState
from mentoring.handouts import Way
from mentoring.ids import DueId, ProgrammeId
from mentoring.interviews import InterviewKind, InterviewState, Rating
from mentoring.kit import DocumentChoice, Toolbar, Visibility
from mentoring.monitoring_plans import PLAN, Check, Method, Part
from mentoring.notices.digests import Digest
from mentoring.notices.forms import Aim, FormSent
from mentoring.notices.monitoring import (
    AskMonitoring,
    GroupCourseCard,
    MonitoringCard,
    MonitoringNear,
    MonitoringSessions,
)
from mentoring.notices.sessions import Planning, Step
from mentoring.papers import PaperLanguage
from mentoring.people import Language
from mentoring.refusals import Why
from mentoring.schedule import Due, DueKind
from mentoring.sessions import Coming, Place, Session, SessionKind, SessionState, Stage
from mentoring.use_cases import (
    digesting,
    handing_out,
    monitoring_near,
    monitoring_papers,
    monitoring_planning,
    monitoring_sessions,
    planning,
)
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.groups import Group, Programme
    from mentoring.notices import Notice
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

NoticeT = TypeVar("NoticeT", bound="Notice")
#: The middle of the programme is on 22 January.
BEGINS, ENDS, MIDDLE = date(2026, 11, 2), date(2027, 4, 13), date(2027, 1, 22)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    nova.programme = replace(nova.programme, begins_on=BEGINS, ends_on=ENDS, work_from=time(9), work_until=time(18))
    desk.record.programmes.save(nova.programme)
    return nova


def opens(nova: Nova, who: Person | None = None) -> MonitoringCard:
    who = who or nova.maria
    command = monitoring_planning.OpenMonitoring(by=nova.by(who), programme_id=nova.programme.id)
    nova.desk.does(monitoring_planning.open_monitoring, command)
    return nova.last(who, MonitoringCard)


def asks(nova: Nova, part: Part) -> AskMonitoring:
    command = monitoring_planning.OfPart(by=nova.by(nova.maria), programme_id=nova.programme.id, part=part)
    nova.desk.does(monitoring_planning.ask_part, command)
    return nova.last(nova.maria, AskMonitoring)


def types(nova: Nova, text: str, kind: type[NoticeT]) -> NoticeT:
    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text=text))
    return nova.last(nova.maria, kind)


def ticks(nova: Nova, part: Part, key: int) -> AskMonitoring:
    command = monitoring_planning.Tick(by=nova.by(nova.maria), programme_id=nova.programme.id, part=part, key=key)
    nova.desk.does(monitoring_planning.tick, command)
    return nova.last(nova.maria, AskMonitoring)


def suggests(nova: Nova, part: Part) -> MonitoringCard:
    command = monitoring_planning.OfPart(by=nova.by(nova.maria), programme_id=nova.programme.id, part=part)
    nova.desk.does(monitoring_planning.suggest, command)
    return nova.last(nova.maria, MonitoringCard)


def a_session(
    nova: Nova, *, at: datetime, kind: SessionKind = SessionKind.MONITORING, stage: Stage | None = None
) -> Session:
    return nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=kind,
        stage=stage,
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        wall_time=at.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )


def sessions_of(nova: Nova) -> MonitoringSessions:
    command = monitoring_sessions.OpenSessions(by=nova.by(nova.maria), programme_id=nova.programme.id)
    nova.desk.does(monitoring_sessions.open_sessions, command)
    return nova.last(nova.maria, MonitoringSessions)


def takes(nova: Nova, *, files: bool = False, language: PaperLanguage = PaperLanguage.BG) -> FormSent:
    command = monitoring_papers.TakePlan(
        by=nova.by(nova.maria), programme_id=nova.programme.id, language=language, files=files
    )
    nova.desk.does(monitoring_papers.take, command)
    return nova.last(nova.maria, FormSent)


def second(nova: Nova, name: str = "Start") -> Group:
    return nova.desk.record.groups.add(
        programme_id=nova.programme.id, name=name, language=Language.EN, now=nova.desk.now
    )


def test_every_part_stands_there_before_anybody_has_said_a_word(nova: Nova) -> None:
    sheet = opens(nova).sheet

    assert [one.name for one in sheet.groups] == ["Nova"]
    assert (sheet.day, sheet.report, sheet.who) == (MIDDLE, MIDDLE + timedelta(days=14), "Maria")
    assert Check.ATTENDANCE in sheet.checked
    assert sheet.methods == (Method.BOT, Method.INTERVIEW, Method.MEETING)
    assert (sheet.purpose, sheet.questions, sheet.risks, sheet.noticed) == (None, "", None, ())


def test_words_and_days_are_typed_and_kept_at_once(nova: Nova) -> None:
    asks(nova, Part.PURPOSE)
    card = types(nova, "Why do two of them never come?", MonitoringCard)
    assert (card.sheet.purpose, card.changed) == ("Why do two of them never come?", True)

    asks(nova, Part.DAY)
    assert types(nova, "sometime", AskMonitoring).misread
    assert types(nova, "1.2.2027", MonitoringCard).sheet.day == date(2027, 2, 1)
    assert opens(nova).sheet.report == date(2027, 2, 15)

    asks(nova, Part.RISKS)
    assert types(nova, "не", MonitoringCard).sheet.risks == ""
    assert suggests(nova, Part.RISKS).sheet.risks is None

    asks(nova, Part.QUESTIONS)
    assert types(nova, "x" * 501, AskMonitoring).misread
    assert types(nova, "!!", AskMonitoring).misread


def test_a_yes_leaves_what_stands_there(nova: Nova) -> None:
    asks(nova, Part.WHO)
    card = types(nova, "да", MonitoringCard)
    assert (card.sheet.who, card.changed) == ("Maria", False)
    assert nova.desk.record.monitoring.plan(nova.programme.id).changed_at is None


def test_ticks_change_one_thing_each(nova: Nova) -> None:
    start = second(nova)
    assert [one.covered for one in asks(nova, Part.GROUPS).groups] == [True, True]
    asked = ticks(nova, Part.GROUPS, nova.group.id)
    assert [(one.name, one.covered) for one in asked.groups] == [("Nova", False), ("Start", True)]
    assert [one.group_id for one in asked.sheet.groups] == [start.id]
    assert types(nova, "Nova", AskMonitoring).misread

    assert Check.ATTENDANCE not in ticks(nova, Part.CHECKED, 0).sheet.checked
    assert Method.QUESTIONNAIRE in ticks(nova, Part.METHODS, 1).sheet.methods


@pytest.mark.parametrize(("part", "key"), [(Part.GROUPS, 99), (Part.CHECKED, 7), (Part.METHODS, -1), (Part.DAY, 0)])
def test_what_cannot_be_ticked_changes_nothing(nova: Nova, part: Part, key: int) -> None:
    command = monitoring_planning.Tick(by=nova.by(nova.maria), programme_id=nova.programme.id, part=part, key=key)
    assert nova.desk.refuses(monitoring_planning.tick, command) == Why.GONE


def test_nobody_but_its_managers_sees_or_changes_it(nova: Nova) -> None:
    for who in (nova.anton, nova.vera):
        opened = monitoring_planning.OpenMonitoring(by=nova.by(who), programme_id=nova.programme.id)
        assert nova.desk.refuses(monitoring_planning.open_monitoring, opened) == Why.NOT_ALLOWED
        course = monitoring_sessions.OfGroup(by=nova.by(who), group_id=nova.group.id)
        assert nova.desk.refuses(monitoring_sessions.open_course, course) == Why.NOT_ALLOWED
        assert nova.desk.refuses(monitoring_sessions.plan_session, course) == Why.NOT_ALLOWED

    elsewhere = monitoring_planning.OpenMonitoring(by=nova.by(nova.maria), programme_id=ProgrammeId(99))
    assert nova.desk.refuses(monitoring_planning.open_monitoring, elsewhere) == Why.NOT_ALLOWED


def test_a_group_has_its_session_when_one_of_monitoring_is_planned_for_the_middle(nova: Nova) -> None:
    start = second(nova)
    a_session(nova, at=nova.desk.now + timedelta(days=9), stage=Stage.INITIAL)
    a_session(nova, at=nova.desk.now + timedelta(days=60), kind=SessionKind.EMPLOYABILITY)
    assert [one.starts_at for one in sessions_of(nova).sheet.groups] == [None, None]

    planned = a_session(nova, at=nova.desk.now + timedelta(days=60))

    first, other = sessions_of(nova).sheet.groups
    assert (first.starts_at, other.group_id, other.starts_at) == (planned.starts_at, start.id, None)
    nova.desk.record.sessions.change(planned, replace(planned, state=SessionState.CANCELLED))
    assert sessions_of(nova).sheet.without_session == sessions_of(nova).sheet.groups


def test_planning_one_begins_with_all_but_the_hour_and_the_place(nova: Nova) -> None:
    command = monitoring_sessions.OfGroup(by=nova.by(nova.maria), group_id=nova.group.id)
    nova.desk.does(monitoring_sessions.plan_session, command)

    asked = nova.last(nova.maria, Planning)
    assert (asked.step, asked.kind, asked.stage, asked.day) == (
        *(Step.TIME, SessionKind.MONITORING, Stage.MID_TERM),
        MIDDLE,
    )

    for choice in ({"hour": 17}, {"place": Place.CHAT}):
        nova.desk.does(planning.choose, planning.Choose(by=nova.by(nova.maria), **choice))
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.maria)))
    [session] = nova.desk.record.monitoring.sessions([nova.group.id])
    assert (session.stage, session.starts_at.date()) == (Stage.MID_TERM, MIDDLE)
    assert not sessions_of(nova).sheet.without_session


def test_a_day_that_has_passed_gives_way_to_the_next_working_day(nova: Nova) -> None:
    nova.desk.now = datetime(2027, 2, 3, 9, tzinfo=nova.desk.now.tzinfo)
    command = monitoring_sessions.OfGroup(by=nova.by(nova.maria), group_id=nova.group.id)
    nova.desk.does(monitoring_sessions.plan_session, command)
    assert nova.last(nova.maria, Planning).day == date(2027, 2, 8)


def test_a_group_that_has_finished_plans_nothing(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, state=GroupState.COMPLETED))
    command = monitoring_sessions.OfGroup(by=nova.by(nova.maria), group_id=nova.group.id)
    assert nova.desk.refuses(monitoring_sessions.plan_session, command) == Why.GROUP_CLOSED
    assert opens(nova).sheet.groups == ()
    take = monitoring_papers.TakePlan(
        by=nova.by(nova.maria), programme_id=nova.programme.id, language=PaperLanguage.EN, files=False
    )
    assert nova.desk.refuses(monitoring_papers.take, take) == Why.GONE


def test_how_it_goes_is_told_in_numbers(nova: Nova) -> None:
    held = a_session(nova, at=nova.desk.now - timedelta(days=3), kind=SessionKind.INITIAL)
    nova.desk.record.sessions.change(held, replace(held, state=SessionState.HELD))
    nova.desk.record.sessions.answer(held.id, nova.vera.id, Coming.NO, nova.desk.now)
    talk = nova.desk.record.interviews.begin(
        group_id=nova.group.id,
        session_id=None,
        person_id=nova.vera.id,
        kind=InterviewKind.MENTEE,
        asked_by=nova.maria.id,
        now=nova.desk.now,
    )
    done = replace(talk, state=InterviewState.DONE, ended_at=nova.desk.now, rating=Rating.RED)
    nova.desk.record.interviews.change(talk, done)

    command = monitoring_sessions.OfGroup(by=nova.by(nova.maria), group_id=nova.group.id)
    nova.desk.does(monitoring_sessions.open_course, command)

    card = nova.last(nova.maria, GroupCourseCard)
    assert (card.course.held, card.course.attendance, card.course.red) == (1, 50, 1)
    assert [one.risk for one in card.noticed] == [Risk.ATTENDANCE, Risk.RED]
    assert [one.risk for one in opens(nova).sheet.noticed] == [Risk.ATTENDANCE, Risk.RED]
    sheet = takes(nova).known.monitoring
    assert sheet is not None
    assert [one.risk for one in sheet.noticed] == [Risk.ATTENDANCE]


def test_the_plan_comes_as_a_form_and_is_filed_for_every_group_once_it_has_come(nova: Nova) -> None:
    start = second(nova)
    sent = takes(nova, language=PaperLanguage.EN)
    assert (sent.title.code, sent.language, sent.filed_for, sent.group) == (PLAN, PaperLanguage.EN, 0, "P")
    assert sent.file_name == "T11_P_2026-11-23_v1.docx"

    sent = takes(nova, files=True)
    assert sent.filed_for == nova.programme.id
    file = nova.file("plan", chat=1, name="T11.docx")
    monitoring_papers.arrived(nova.desk.record, 1, sent, file, nova.desk.now)

    for group in (nova.group, start):
        [filing] = nova.desk.record.filings.of_group(group.id, [FilingState.FILED])
        assert (filing.code, filing.toolbar, filing.visibility) == (PLAN, Toolbar.MONITORING, Visibility.LEADERS)
        assert filing.filed_by == nova.maria.id
    assert opens(nova).filed

    nova.desk.now += timedelta(minutes=1)
    asks(nova, Part.WHO)
    changed = types(nova, "Ivan", MonitoringCard)
    assert (changed.filed, changed.was_filed) == (False, True)


def test_mentors_read_nothing_that_was_noticed_of_other_groups(nova: Nova) -> None:
    choice = DocumentChoice(code=PLAN, in_use=True)
    nova.desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=nova.desk.now)
    start = second(nova)
    nova.desk.now += timedelta(days=40)
    everything = takes(nova).known.monitoring
    assert everything is not None
    assert [one.group for one in everything.noticed] == ["Nova", "Start"]
    filed = takes(nova, files=True).known.monitoring
    assert filed is not None
    assert filed.noticed == ()

    aim = Aim(code=PLAN, language=PaperLanguage.EN, group_id=nova.group.id)
    nova.desk.does(handing_out.take, handing_out.TakeForm(by=nova.by(nova.anton), aim=aim, way=Way.FILLED))
    own = nova.last(nova.anton, FormSent).known.monitoring
    assert own is not None
    assert [one.group for one in own.noticed] == ["Nova"]
    assert [one.group_id for one in own.groups] == [nova.group.id, start.id]


def test_nothing_is_filed_for_whoever_manages_no_more(nova: Nova) -> None:
    sent, file = takes(nova, files=True), nova.file("plan", chat=2, name="T11.docx")
    monitoring_papers.arrived(nova.desk.record, 2, sent, file, nova.desk.now)
    monitoring_papers.arrived(nova.desk.record, 999, sent, file, nova.desk.now)
    assert nova.desk.record.filings.of_group(nova.group.id, [FilingState.FILED]) == []


def test_a_plan_that_was_changed_on_its_way_is_filed_only_where_it_was_meant_for(nova: Nova) -> None:
    start = second(nova)
    asks(nova, Part.GROUPS)
    ticks(nova, Part.GROUPS, start.id)
    sent = takes(nova, files=True)
    assert sent.known.monitoring is not None
    assert [one.group_id for one in sent.known.monitoring.groups] == [nova.group.id]
    ticks(nova, Part.GROUPS, start.id)
    nova.desk.told()

    monitoring_papers.arrived(nova.desk.record, 1, sent, nova.file("plan", chat=1), nova.desk.now)

    there = [len(nova.desk.record.filings.of_group(one.id, [FilingState.FILED])) for one in (nova.group, start)]
    assert (there, opens(nova).filed) == ([1, 0], False)


def test_our_own_file_waits_for_no_virus_scanner(nova: Nova) -> None:
    nova.desk.rules = replace(nova.desk.rules, screens_files=True)
    file = nova.file("plan", chat=1, name="T11.docx")
    monitoring_papers.arrived(nova.desk.record, 1, takes(nova, files=True), file, nova.desk.now)
    assert len(nova.desk.record.filings.of_group(nova.group.id, [FilingState.FILED])) == 1


def due_on(nova: Nova, middle: date) -> Due:
    occurrence = f"monitoring:{nova.programme.id}:{middle.isoformat()}"
    return Due(
        id=DueId(1),
        kind=DueKind.MONITORING_NEAR,
        subject_id=nova.programme.id,
        person_id=None,
        occurrence=occurrence,
        due_at=nova.desk.now,
        expires_at=nova.desk.now + timedelta(days=1),
    )


def test_managers_hear_once_two_weeks_before_on_a_working_morning(nova: Nova) -> None:
    second(nova)
    for _ in range(2):
        monitoring_near.plan_notice(nova.desk.record, nova.programme, nova.desk.now)
    nova.desk.now = datetime(2027, 1, 8, 6, 59, tzinfo=nova.desk.now.tzinfo)
    assert claimed(nova) == []
    nova.desk.now += timedelta(minutes=1)
    dues = claimed(nova)
    assert [one.kind for one in dues] == [DueKind.MONITORING_NEAR]

    for _ in range(2):
        monitoring_near.tell_managers(nova.desk.record, dues, nova.desk.now)

    [told] = [one.notice for one in nova.desk.told() if isinstance(one.notice, MonitoringNear)]
    assert (told.missing, told.groups, told.middle) == (2, 2, MIDDLE)


def claimed(nova: Nova) -> list[Due]:
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=9, kinds=frozenset({DueKind.MONITORING_NEAR}))
    return [*claim.dues]


def test_a_weekend_moves_it_to_friday_and_another_day_of_the_plan_with_it(nova: Nova) -> None:
    asks(nova, Part.DAY)
    types(nova, "31.01.2027", MonitoringCard)

    nova.desk.now = datetime(2027, 1, 15, 7, tzinfo=nova.desk.now.tzinfo)
    [due] = claimed(nova)
    assert due.occurrence.endswith("2027-01-31")
    monitoring_near.tell_managers(nova.desk.record, [due_on(nova, MIDDLE)], nova.desk.now)
    assert not [one for one in nova.desk.told() if isinstance(one.notice, MonitoringNear)]


def test_nobody_hears_of_it_when_every_group_has_its_session(nova: Nova) -> None:
    a_session(nova, at=nova.desk.now + timedelta(days=60), stage=Stage.MID_TERM)
    monitoring_near.tell_managers(nova.desk.record, [due_on(nova, MIDDLE)], nova.desk.now)
    assert not [one for one in nova.desk.told() if isinstance(one.notice, MonitoringNear)]


@pytest.mark.parametrize(
    ("today", "names"),
    [(MIDDLE, ()), (MIDDLE + timedelta(days=1), ("Nova",)), (ENDS, ("Nova",)), (ENDS + timedelta(days=1), ())],
)
def test_the_digest_names_who_has_none_from_the_middle_to_the_end(
    nova: Nova, today: date, names: tuple[str, ...]
) -> None:
    nova.desk.now = datetime.combine(today, time(9), nova.desk.now.tzinfo)
    assert digest(nova).unmonitored == names
    a_session(nova, at=nova.desk.now + timedelta(days=1), stage=Stage.MID_TERM)
    assert digest(nova).unmonitored == ()


def digest(nova: Nova) -> Digest:
    nova.desk.does(digesting.read_status, digesting.ReadStatus(by=nova.by(nova.maria)))
    return nova.last(nova.maria, Digest)


def test_a_programme_without_days_has_no_middle(nova: Nova) -> None:
    endless: Programme = replace(nova.programme, begins_on=None, ends_on=None)
    nova.desk.record.programmes.save(endless)
    monitoring_near.plan_notice(nova.desk.record, endless, nova.desk.now)
    nova.desk.now += timedelta(days=400)
    assert claimed(nova) == []
    assert (opens(nova).sheet.day, opens(nova).sheet.report) == (None, None)
    assert digest(nova).unmonitored == ()
