"""The plan of one session, filled in field by field: by buttons and in own words, in silence or out loud."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.kit import Code, Document, Per, Phase
from mentoring.notices import Placement
from mentoring.notices.plan_fields import AskPlanField, SessionPlan
from mentoring.notices.sessions import EndedSessionCard, News, Planning, SessionCard, SessionPost, SessionReminder, Step
from mentoring.notices.together import HomeworkReminder
from mentoring.people import Language
from mentoring.plan_fields import KINDS, NOTHING, PlanField
from mentoring.schedule import DueKind
from mentoring.sessions import Place, Session, SessionKind, SessionState, Stage
from mentoring.use_cases import attending, plan_filling, planning, planning_extras, session_cards
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova, shows
from tests.use_cases.test_sessions import newest_placement, passes, plans, says_coming

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    diary = Document(
        code=Code("T06"), titles={Language.EN: "Diary", Language.BG: "Дневник"}, phase=Phase.SESSIONS, per=Per.DIARY
    )
    desk.rules = replace(desk.rules, documents=(replace(diary, mandatory=True),))
    return a_nova(desk)


def now_is(nova: Nova, session: Session) -> Session:
    found = nova.desk.record.sessions.by_id(session.id)
    assert found is not None
    return found


def opens(nova: Nova, session: Session, field: PlanField, page: int = 0) -> AskPlanField:
    command = plan_filling.AskField(by=nova.by(nova.anton, pressed=7), session_id=session.id, field=field, page=page)
    nova.desk.does(plan_filling.ask_field, command)
    return nova.last(nova.anton, AskPlanField)


def picking(nova: Nova, session: Session, field: PlanField, key: int) -> plan_filling.PickOption:
    by = nova.by(nova.anton, pressed=7)
    return plan_filling.PickOption(by=by, session_id=session.id, field=field, key=key, page=0)


def picks(nova: Nova, session: Session, field: PlanField, words: str) -> None:
    asked = opens(nova, session, field)
    key = next(one.key for one in asked.options if one.words == words)
    nova.desk.does(plan_filling.pick_option, picking(nova, session, field, key))


def types(nova: Nova, person: Person, text: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(person), text=text))


def card_of(nova: Nova, person: Person, session: Session) -> None:
    shows(nova, person, f"session:{session.id}", 50)


def test_the_plan_is_opened_beside_the_card_with_every_field(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    command = plan_filling.OpenPlan(by=nova.by(nova.maria, pressed=7), session_id=session.id)
    nova.desk.does(plan_filling.open_plan, command)

    opened = nova.last(nova.maria, SessionPlan)
    assert opened.fields == tuple(PlanField)
    assert (opened.session.minutes, opened.changed) == (60, False)


def test_a_topic_is_chosen_from_the_catalogue_in_the_groups_language(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, language=Language.BG))
    session = plans(nova, nova.anton)
    card_of(nova, nova.vera, session)
    nova.desk.told()

    asked = opens(nova, session, PlanField.TOPIC)
    assert (asked.pages, asked.options[0].words) == (4, "Избор на професия")
    picks(nova, session, PlanField.TOPIC, "Интервю за работа")

    assert now_is(nova, session).topic == "Интервю за работа"
    told = nova.desk.told()
    assert [one.notice.session.topic for one in told if isinstance(one.notice, EndedSessionCard)] == [
        "Интервю за работа"
    ]
    assert nova.desk.told(to=NOVA_CHAT) == []


def test_changes_that_can_wait_edit_what_is_shown_and_write_to_nobody(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    card_of(nova, nova.vera, session)
    nova.desk.told()
    opens(nova, session, PlanField.PREPARATION)
    types(nova, nova.anton, "Bring your CV")

    assert newest_placement(nova, nova.vera) is Placement.EDIT
    told = nova.desk.told()
    assert {one.chat_id for one in told if isinstance(one.notice, SessionCard)} == {nova.vera.telegram_id}
    assert [one for one in told if isinstance(one.notice, SessionPost)] == []
    assert now_is(nova, session).preparation == "Bring your CV"


def test_every_field_of_words_takes_words_and_no_empties_it(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    for field in (PlanField.TOPIC, PlanField.AIM, PlanField.GOALS, PlanField.PREPARATION, PlanField.HOMEWORK):
        opens(nova, session, field)
        types(nova, nova.anton, f"My {field}")
        assert getattr(now_is(nova, session), field.value) == f"My {field}"
    opens(nova, session, PlanField.AIM)
    types(nova, nova.anton, "no")
    assert now_is(nova, session).aim == ""
    nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.TOPIC, NOTHING))
    assert now_is(nova, session).topic == ""


def test_goals_documents_and_people_are_tapped_on_and_off(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, goals="Find a job\nSpeak in public"))
    session = plans(nova, nova.anton)

    for words in ("Find a job", "Speak in public", "Find a job"):
        picks(nova, session, PlanField.GOALS, words)
    picks(nova, session, PlanField.DOCUMENTS, "Diary")
    for words in ("Anton", "Vera", "Maria"):
        picks(nova, session, PlanField.RESPONSIBLE, words)

    kept = now_is(nova, session)
    assert (kept.goals, kept.documents, kept.responsible) == ("Speak in public", "T06", "Anton, Vera, Maria")
    asked = opens(nova, session, PlanField.RESPONSIBLE)
    assert [one.words for one in asked.options if one.chosen] == ["Anton", "Vera", "Maria"]


def test_no_document_is_made_up_in_words(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    opens(nova, session, PlanField.DOCUMENTS)
    types(nova, nova.anton, "T99")

    assert nova.last(nova.anton, AskPlanField).misread is True
    assert now_is(nova, session).documents == ""


def test_another_length_moves_what_comes_after_the_end_and_wakes_nobody(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.told()
    nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.LENGTH, 120))

    kept = now_is(nova, session)
    assert kept.ends_at == session.starts_at + timedelta(hours=2)
    assert [one for one in nova.desk.told() if isinstance(one.notice, SessionCard | SessionPost)] == []
    nova.desk.now = session.ends_at
    assert DueKind.SESSION_END not in kinds_due(nova)
    nova.desk.now = kept.ends_at
    assert DueKind.SESSION_END in kinds_due(nova)


def kinds_due(nova: Nova) -> set[DueKind]:
    return {due.kind for due in nova.desk.record.schedule.claim(nova.desk.now, at_most=100).dues}


def test_a_typed_end_is_understood_and_doubtful_words_are_asked_again(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    opens(nova, session, PlanField.LENGTH)
    types(nova, nova.anton, "long")
    assert nova.last(nova.anton, AskPlanField).misread is True
    types(nova, nova.anton, "1:30")
    assert now_is(nova, session).ends_at == session.starts_at + timedelta(minutes=90)


def test_another_length_shortly_before_rings_those_who_are_coming(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session))
    nova.desk.now = session.starts_at - timedelta(hours=3)
    nova.desk.told()
    nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.LENGTH, 45))

    assert newest_placement(nova, nova.vera) is Placement.BOTTOM
    cards = [one.notice for one in nova.desk.told() if isinstance(one.notice, SessionCard)]
    assert {one.news for one in cards} == {News.LENGTH}


def test_another_way_to_meet_is_told_like_another_place(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.told()
    place = 1 + list(Place).index(Place.VIDEO)
    nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.PLACE, place))

    assert now_is(nova, session).place is Place.VIDEO
    assert [one.notice.news for one in nova.desk.told() if isinstance(one.notice, SessionPost)] == [News.PLACE]


def test_a_kind_is_chosen_and_monitoring_with_its_stage(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    for kind, stage in ((SessionKind.MONITORING, Stage.MID_TERM), (SessionKind.FINAL, None)):
        key = 1 + KINDS.index((kind, stage))
        nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.KIND, key))
        kept = now_is(nova, session)
        assert (kept.kind, kept.stage) == (kind, stage)
        assert [one.key for one in opens(nova, session, PlanField.KIND).options if one.chosen] == [key]


def test_the_same_again_changes_nothing(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    before = now_is(nova, session)
    kind = 1 + KINDS.index((before.kind, None))
    nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.KIND, kind))
    nova.desk.does(plan_filling.pick_option, picking(nova, session, PlanField.LENGTH, 60))

    assert now_is(nova, session) == before


def test_what_has_begun_keeps_its_time_and_what_is_over_its_plan(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.now = session.starts_at + timedelta(minutes=5)
    assert nova.desk.refuses(plan_filling.pick_option, picking(nova, session, PlanField.LENGTH, 90)) == "gone"
    picks(nova, session, PlanField.TOPIC, "Job interview")
    kept = now_is(nova, session)
    assert kept.topic == "Job interview"
    nova.desk.record.sessions.change(kept, replace(kept, state=SessionState.HELD))
    opening = plan_filling.OpenPlan(by=nova.by(nova.anton), session_id=session.id)
    assert nova.desk.refuses(plan_filling.open_plan, opening) == "gone"


def test_forged_and_stale_choices_are_refused_and_mentees_fill_in_nothing(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    for field, key in ((PlanField.LENGTH, 61), (PlanField.TOPIC, 12), (PlanField.PLACE, 9), (PlanField.KIND, 0)):
        assert nova.desk.refuses(plan_filling.pick_option, picking(nova, session, field, key)) == "gone"
    opening = plan_filling.OpenPlan(by=nova.by(nova.vera), session_id=session.id)
    assert nova.desk.refuses(plan_filling.open_plan, opening) == "not_allowed"


def test_reminders_say_what_to_bring_and_what_to_do_at_home(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    for field, words in ((PlanField.PREPARATION, "Bring your CV"), (PlanField.HOMEWORK, "Read the contract")):
        opens(nova, session, field)
        types(nova, nova.anton, words)
    nova.desk.told()

    passes(nova, days=3, hours=7)
    passes(nova, hours=1)

    told = [one.notice for one in nova.desk.told(to=nova.vera.telegram_id)]
    assert [one.preparation for one in told if isinstance(one, SessionReminder)] == ["Bring your CV"]
    assert [one.tasks for one in told if isinstance(one, HomeworkReminder)] == [("Read the contract",)]


def test_topic_length_and_what_to_bring_are_said_while_planning(nova: Nova) -> None:
    by = nova.by(nova.anton, pressed=7)
    draft_at_the_end(nova)

    nova.desk.does(planning_extras.ask_extra, planning_extras.AskExtra(by=by, field=PlanField.TOPIC, page=0))
    asked = nova.last(nova.anton, Planning)
    key = next(one.key for one in asked.options if one.words == "Job interview")
    nova.desk.does(planning_extras.pick_extra, planning_extras.PickExtra(by=by, field=PlanField.TOPIC, key=key))
    nova.desk.does(planning_extras.ask_extra, planning_extras.AskExtra(by=by, field=PlanField.LENGTH, page=0))
    types(nova, nova.anton, "90 min")
    nova.desk.does(planning_extras.ask_extra, planning_extras.AskExtra(by=by, field=PlanField.PREPARATION, page=0))
    types(nova, nova.anton, "Your CV")

    end = nova.last(nova.anton, Planning)
    assert (end.step, end.topic, end.preparation, end.minutes) == (Step.CONFIRM, "Job interview", "Your CV", 90)
    nova.desk.does(planning.confirm, planning.Confirm(by=by))
    sessions = nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)
    assert [(one.topic, one.preparation, one.ends_at - one.starts_at) for one in sessions] == [
        ("Job interview", "Your CV", timedelta(minutes=90))
    ]
    assert nova.last(nova.vera, SessionCard).session.topic == "Job interview"


def draft_at_the_end(nova: Nova) -> None:
    by = nova.by(nova.anton, pressed=7)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=by, group_id=nova.group.id))
    nova.desk.does(planning.choose, planning.Choose(by=by, kind=SessionKind.EMPLOYABILITY))
    types(nova, nova.anton, "26.11 18:00")
    nova.desk.does(planning.choose, planning.Choose(by=by, place=Place.CHAT))


def test_what_is_left_out_and_asked_at_the_wrong_step_changes_nothing(nova: Nova) -> None:
    by = nova.by(nova.anton, pressed=7)
    pick = planning_extras.PickExtra(by=by, field=PlanField.TOPIC, key=1)
    assert nova.desk.refuses(planning_extras.pick_extra, pick) == "gone"
    draft_at_the_end(nova)
    assert nova.desk.refuses(planning_extras.pick_extra, pick) == "already_done"
    for field in (PlanField.AIM, PlanField.KIND):
        ask = planning_extras.AskExtra(by=by, field=field, page=0)
        assert nova.desk.refuses(planning_extras.ask_extra, ask) == "already_done"
    nova.desk.does(planning_extras.ask_extra, planning_extras.AskExtra(by=by, field=PlanField.TOPIC, page=0))
    assert nova.desk.refuses(planning_extras.pick_extra, pick) == "gone"
    nova.desk.does(planning_extras.pick_extra, replace(pick, key=NOTHING))
    end = nova.last(nova.anton, Planning)
    assert (end.step, end.topic, end.minutes) == (Step.CONFIRM, "", 60)


def test_a_session_that_goes_on_keeps_its_post_in_the_chat(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    running = replace(session, state=SessionState.RUNNING, began_at=session.starts_at)
    nova.desk.record.sessions.change(now_is(nova, session), running)
    nova.desk.told()
    session_cards.refresh_quietly(
        nova.desk.record, session_cards.gathering(nova.desk.record, now_is(nova, session)), nova.desk.now
    )
    assert [one for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, SessionPost)] == []
