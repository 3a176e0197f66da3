"""The bot proposes a plan: asked a few things, changed row by row, taken as a whole, and never taken unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring import zones
from mentoring.drafted_plans import DraftStep
from mentoring.groups import GroupState
from mentoring.notices.common import Home
from mentoring.notices.files import UploadQuestion
from mentoring.notices.plan_drafts import AskPlanGroup, DraftQuestion, NothingToPropose, ProposedPlan, ProposedRow
from mentoring.notices.sent_plans import PlanNews, PlanPost, SentPlan
from mentoring.people import Language, Role
from mentoring.plan_readings import PlanReadingId, ReadingState
from mentoring.plan_rows import Column, Written, WrittenPlan, WrittenRow
from mentoring.refusals import Refusal, Why
from mentoring.rhythm import Often
from mentoring.said_dates import Doubt
from mentoring.sessions import Place, Session, SessionKind, SessionState, Stage
from mentoring.use_cases import draft_answers, draft_rows, draft_taking, group_cards, plan_drafts, sent_plans
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.draft_answers import Choose
from mentoring.use_cases.draft_rows import ChangeRow
from mentoring.use_cases.plan_drafts import GoTo, OfDraft, ProposePlan
from mentoring.use_cases.sent_plans import PlanCame
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova, shows

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

EVER = datetime(1970, 1, 1, tzinfo=UTC)
SOFIA = "Europe/Sofia"
TUESDAY = 1
A_FILE = WrittenPlan(
    found=True, columns=(Column.DATE,), rows=(WrittenRow(cells={Column.DATE: Written(text="5.12.2026")}),)
)
LAST_DAY = date(2027, 2, 28)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    programme = replace(nova.programme, begins_on=date(2026, 11, 1), ends_on=LAST_DAY, sessions_planned=6)
    desk.record.programmes.save(programme)
    return nova


def asked(nova: Nova) -> DraftQuestion:
    return nova.last(nova.anton, DraftQuestion)


def shown(nova: Nova) -> ProposedPlan:
    return nova.last(nova.anton, ProposedPlan)


def begins(nova: Nova) -> DraftQuestion:
    nova.desk.does(plan_drafts.propose, ProposePlan(by=nova.by(nova.anton)))
    return asked(nova)


def chooses(nova: Nova, of: PlanReadingId, **answer: object) -> None:
    nova.desk.does(draft_answers.choose, Choose(by=nova.by(nova.anton), reading_id=of, **answer))  # type: ignore[arg-type]


def goes(nova: Nova, of: PlanReadingId, step: DraftStep, **more: int) -> None:
    nova.desk.does(plan_drafts.go_to, GoTo(by=nova.by(nova.anton), reading_id=of, step=step, **more))


def types(nova: Nova, text: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text=text))


def changes(nova: Nova, of: PlanReadingId, row: int, **how: object) -> None:
    nova.desk.does(draft_rows.change_row, ChangeRow(by=nova.by(nova.anton), reading_id=of, row=row, **how))  # type: ignore[arg-type]


def takes(nova: Nova, of: PlanReadingId, person: Person | None = None) -> None:
    nova.desk.does(draft_taking.take, OfDraft(by=nova.by(person or nova.anton), reading_id=of))


def a_plan(
    nova: Nova, *, topics: tuple[str, ...] = (), goals: str = "", often: Often = Often.FORTNIGHTLY
) -> ProposedPlan:
    """Tuesdays at 18:00, in the chat."""
    of = begins(nova).reading_id
    types(nova, "Tuesdays at 18:00")
    goes(nova, of, DraftStep.OFTEN)
    chooses(nova, of, often=often)
    chooses(nova, of, place=Place.CHAT)
    for topic in topics:
        types(nova, topic)
    goes(nova, of, DraftStep.GOALS)
    if goals:
        types(nova, goals)
    goes(nova, of, DraftStep.WHOLE)
    return shown(nova)


def sessions(nova: Nova) -> list[Session]:
    return list(nova.desk.record.sessions.of_groups([nova.group.id], since=EVER))


def held(nova: Nova, kind: SessionKind, days_ago: int, *, state: SessionState = SessionState.HELD) -> Session:
    begins_at = zones.instant(nova.desk.now.date() - timedelta(days=days_ago), time(17, 30), SOFIA)
    session = nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=kind,
        starts_at=begins_at,
        ends_at=begins_at + timedelta(minutes=90),
        wall_time=zones.wall(begins_at, SOFIA).replace(tzinfo=None).isoformat(),
        zone=SOFIA,
        place=Place.VIDEO,
        address="https://meet.example/nova",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )
    nova.desk.record.sessions.change(session, replace(session, state=state))
    return session


def refused(nova: Nova, act: Callable[[], None]) -> Why:
    before = [one.state for one in sessions(nova)]
    with pytest.raises(Refusal) as found:
        act()
    assert [one.state for one in sessions(nova)] == before
    return found.value.why


def test_from_a_rhythm_and_topics_comes_a_whole_plan_and_nothing_is_planned_yet(nova: Nova) -> None:
    plan = a_plan(nova, topics=("CV and letter", "Business idea"))

    assert [(row.number, row.kind, row.topic) for row in plan.rows] == [
        (1, SessionKind.INITIAL, "Expectations and goals"),
        (2, SessionKind.EMPLOYABILITY, "CV and letter"),
        (3, SessionKind.ENTREPRENEURSHIP, "Business idea"),
        (4, SessionKind.MONITORING, "Where we stand"),
        (5, SessionKind.EMPLOYABILITY, "CV and letter"),
        (6, SessionKind.FINAL, "What we take along, and what comes next"),
    ]
    assert {(row.day.weekday(), row.at) for row in plan.rows} == {(TUESDAY, time(18))}
    assert (plan.missing, plan.until, plan.often, sessions(nova)) == (6, LAST_DAY, Often.FORTNIGHTLY, [])


def test_taken_all_of_it_is_planned_and_everybody_hears_once(nova: Nova) -> None:
    plan = a_plan(nova, topics=("CV and letter",), goals="A better CV\nMore confidence")
    nova.desk.told()

    takes(nova, plan.reading_id)

    found = sessions(nova)
    assert [(one.kind, one.topic) for one in found] == [(row.kind, row.topic) for row in plan.rows]
    assert [zones.wall(one.starts_at, SOFIA).time() for one in found] == [time(18)] * 6
    assert found[0].wall_time == f"{plan.rows[0].day}T18:00:00"
    assert found[1].aim == "Everybody has a next step: CV and letter"
    assert "A better CV" in found[1].goals
    assert (found[0].documents, found[3].stage) == ("T02 T03 T04 T05 T06 T07", Stage.MID_TERM)
    told = nova.desk.told()
    assert [type(one.notice) for one in told if one.chat_id == nova.vera.telegram_id] == [PlanNews]
    assert [type(one.notice) for one in told if one.chat_id == NOVA_CHAT].count(PlanPost) == 1
    [mine] = [one.notice for one in told if one.chat_id == nova.anton.telegram_id]
    assert isinstance(mine, ProposedPlan)
    assert mine.state is ReadingState.CONFIRMED


def test_taken_twice_it_is_planned_once(nova: Nova) -> None:
    plan = a_plan(nova)
    takes(nova, plan.reading_id)

    assert refused(nova, lambda: takes(nova, plan.reading_id)) is Why.ALREADY_DONE
    assert len(sessions(nova)) == 6


def test_what_is_typed_is_read_back_and_what_is_doubtful_is_asked(nova: Nova) -> None:
    begins(nova)

    types(nova, "вторник и четвъртък в 6")

    question = asked(nova)
    assert (question.weekdays, question.at, question.doubt) == ((1, 3), None, Doubt.SEVERAL)
    assert question.times == (time(6), time(18))
    chooses(nova, question.reading_id, at=time(18))
    assert (asked(nova).weekdays, asked_time(nova)) == ((1, 3), time(18))


def asked_time(nova: Nova) -> time | None:
    of = nova.desk.record.plan_readings.open_of(nova.anton.id)[0]
    assert of.plan.drafted is not None
    return of.plan.drafted.at


def test_it_says_until_when_each_rhythm_lasts_and_marks_the_calmest_with_room(nova: Nova) -> None:
    of = begins(nova).reading_id
    types(nova, "Tuesday 18:00")

    goes(nova, of, DraftStep.OFTEN)

    question = asked(nova)
    assert [(one.often, one.count) for one in question.fitting] == [
        (Often.WEEKLY, 6),
        (Often.FORTNIGHTLY, 6),
        (Often.MONTHLY, 4),
    ]
    assert question.often is Often.FORTNIGHTLY


def test_without_days_and_a_time_it_goes_no_further(nova: Nova) -> None:
    of = begins(nova).reading_id

    goes(nova, of, DraftStep.WHOLE)

    assert asked(nova).step is DraftStep.WHEN


def test_the_last_session_tells_how_the_group_meets_and_where(nova: Nova) -> None:
    held(nova, SessionKind.INITIAL, 7)

    question = begins(nova)

    assert (question.weekdays, question.at, question.missing) == ((nova.desk.now.weekday(),), time(17, 30), 5)
    goes(nova, question.reading_id, DraftStep.OFTEN)
    chooses(nova, question.reading_id, often=Often.WEEKLY)
    place = asked(nova)
    assert (place.usual, place.usual_address) == (Place.VIDEO, "https://meet.example/nova")
    chooses(nova, question.reading_id, as_last=True)
    goes(nova, question.reading_id, DraftStep.WHOLE)
    plan = shown(nova)
    takes(nova, plan.reading_id)
    assert [row.number for row in plan.rows] == [2, 3, 4, 5, 6]
    made = sessions(nova)[1:]
    assert {(one.place, one.address, one.ends_at - one.starts_at) for one in made} == {
        (Place.VIDEO, "https://meet.example/nova", timedelta(minutes=90))
    }
    assert SessionKind.INITIAL not in {one.kind for one in made}


def test_when_all_are_planned_nothing_is_proposed(nova: Nova) -> None:
    takes(nova, a_plan(nova).reading_id)

    nova.desk.does(plan_drafts.propose, ProposePlan(by=nova.by(nova.anton)))

    assert nova.last(nova.anton, NothingToPropose).planned == 6


def test_goals_are_kept_with_the_group_and_added_to(nova: Nova) -> None:
    a_plan(nova, goals="- A better CV\n- A better CV\n\nMore confidence")
    assert nova.desk.record.groups.by_id(nova.group.id).goals == "A better CV\nMore confidence"

    of = begins_again(nova)
    goes(nova, of, DraftStep.GOALS)
    assert asked(nova).goals == ("A better CV", "More confidence")
    nova.desk.does(draft_answers.clear_goals, OfDraft(by=nova.by(nova.anton), reading_id=of))
    assert nova.desk.record.groups.by_id(nova.group.id).goals == ""


def begins_again(nova: Nova) -> PlanReadingId:
    nova.desk.does(plan_drafts.propose, ProposePlan(by=nova.by(nova.anton)))
    return shown(nova).reading_id


def test_one_that_is_not_finished_goes_on_where_it_was(nova: Nova) -> None:
    of = begins(nova).reading_id
    types(nova, "Tuesday 18:00")
    goes(nova, of, DraftStep.OFTEN)
    nova.desk.record.prompts.close(nova.anton.telegram_id or 0)

    question = begins(nova)

    assert (question.reading_id, question.step, question.weekdays) == (of, DraftStep.OFTEN, (TUESDAY,))


def test_a_row_gets_another_day_and_time_by_calendar_and_by_words(nova: Nova) -> None:
    plan = a_plan(nova)
    of, row = plan.reading_id, plan.rows[1]

    changes(nova, of, row.key, day=row.day + timedelta(days=1))
    assert nova.last(nova.anton, ProposedRow).row.day == row.day + timedelta(days=1)
    types(nova, "17:15")

    changed = nova.last(nova.anton, ProposedRow)
    assert (changed.row.day, changed.row.at) == (row.day + timedelta(days=1), time(17, 15))
    goes(nova, of, DraftStep.WHOLE)
    takes(nova, of)
    moved = sessions(nova)[1]
    assert zones.wall(moved.starts_at, SOFIA).time() == time(17, 15)


def test_two_rows_at_one_time_are_never_planned(nova: Nova) -> None:
    plan = a_plan(nova)
    of, (first, second) = plan.reading_id, plan.rows[:2]
    changes(nova, of, second.key, day=first.day)
    assert nova.last(nova.anton, ProposedRow).row.twice

    goes(nova, of, DraftStep.WHOLE)
    takes(nova, of)

    again = shown(nova)
    assert [(row.number, row.twice) for row in again.rows[:3]] == [(1, True), (2, True), (3, False)]
    assert (again.state, sessions(nova)) == (ReadingState.OPEN, [])


def test_a_row_that_is_moved_past_another_changes_its_number(nova: Nova) -> None:
    plan = a_plan(nova)
    second, third = plan.rows[1:3]

    changes(nova, plan.reading_id, second.key, day=third.day + timedelta(days=1))

    assert nova.last(nova.anton, ProposedRow).row.number == third.number


def test_a_typed_day_that_has_passed_is_not_taken(nova: Nova) -> None:
    plan = a_plan(nova)
    goes(nova, plan.reading_id, DraftStep.ROW, row=plan.rows[0].key)

    types(nova, "1.11.2026")

    assert nova.last(nova.anton, ProposedRow).doubt is Doubt.PAST


def test_a_row_gets_another_topic_with_what_is_expected_of_it(nova: Nova) -> None:
    plan = a_plan(nova)
    goes(nova, plan.reading_id, DraftStep.ROW_TOPIC, row=plan.rows[1].key)

    types(nova, "business plan")

    changed = nova.last(nova.anton, ProposedRow)
    assert (changed.row.kind, changed.row.topic) == (SessionKind.ENTREPRENEURSHIP, "Business plan")
    assert changed.aim == "Everybody has a next step: Business plan"


def test_a_row_is_left_out_once_however_often_it_is_pressed(nova: Nova) -> None:
    plan = a_plan(nova)
    key = plan.rows[1].key
    changes(nova, plan.reading_id, key, out=True)
    assert len(shown(nova).rows) == 5

    assert refused(nova, lambda: changes(nova, plan.reading_id, key, out=True)) is Why.ALREADY_DONE
    takes(nova, plan.reading_id)
    assert len(sessions(nova)) == 5


def test_another_rhythm_lays_it_out_anew(nova: Nova) -> None:
    plan = a_plan(nova)
    goes(nova, plan.reading_id, DraftStep.WHEN)
    types(nova, "every week on Thursday at 17")

    again = shown(nova)

    assert again.often is Often.WEEKLY
    assert {(row.day.weekday(), row.at) for row in again.rows} == {(3, time(17))}


def test_days_that_passed_while_it_lay_there_are_never_taken_unseen(nova: Nova) -> None:
    plan = a_plan(nova, often=Often.WEEKLY)
    nova.passes(timedelta(days=12))

    takes(nova, plan.reading_id)

    again = shown(nova)
    assert (sessions(nova), again.anew) == ([], True)
    assert min(row.day for row in again.rows) > zones.wall(nova.desk.now, SOFIA).date()
    assert [row.kind for row in again.rows] == [row.kind for row in plan.rows]
    takes(nova, plan.reading_id)
    assert len(sessions(nova)) == 6


def test_what_another_mentor_planned_meanwhile_is_not_planned_again(nova: Nova) -> None:
    plan = a_plan(nova)
    held(nova, SessionKind.INITIAL, -3, state=SessionState.PLANNED)

    takes(nova, plan.reading_id)

    again = shown(nova)
    assert (again.anew, len(again.rows), len(sessions(nova))) == (True, 5, 1)
    assert SessionKind.INITIAL not in {row.kind for row in again.rows}


def test_a_plan_that_another_mentor_had_made_meanwhile_is_enough(nova: Nova) -> None:
    plan = a_plan(nova)
    for day in range(1, 7):
        held(nova, SessionKind.EMPLOYABILITY, -day, state=SessionState.PLANNED)

    takes(nova, plan.reading_id)

    assert nova.last(nova.anton, NothingToPropose).planned == 6
    assert refused(nova, lambda: takes(nova, plan.reading_id)) is Why.ALREADY_DONE


def test_a_plan_sent_as_a_file_puts_the_proposed_one_away(nova: Nova) -> None:
    plan = a_plan(nova)
    shows(nova, nova.anton, f"plan:{plan.reading_id}", 900)
    nova.sends(nova.anton)
    [file] = nova.desk.record.uploads.files(nova.last(nova.anton, UploadQuestion).upload_id)

    sent_plans.plan_came(nova.desk.record, PlanCame(attachment_id=file.id, plan=A_FILE), nova.desk.now)

    assert refused(nova, lambda: takes(nova, plan.reading_id)) is Why.ALREADY_DONE
    assert [one.dropped for one in told_plans(nova)] == [True, False]


def test_of_a_draft_that_is_over_nobody_waits_for_words(nova: Nova) -> None:
    of = begins(nova).reading_id
    waiting = nova.desk.record.plan_readings.by_id(of)
    assert waiting is not None
    nova.desk.record.plan_readings.change(waiting, replace(waiting, state=ReadingState.DROPPED))

    types(nova, "Tuesday 18:00")

    assert nova.last(nova.anton, Home).name == "Anton"
    assert nova.desk.record.prompts.of(nova.anton.telegram_id or 0, nova.desk.now) is None


def told_plans(nova: Nova) -> list[SentPlan]:
    told = (one.notice for one in nova.desk.told(to=nova.anton.telegram_id))
    return [one for one in told if isinstance(one, SentPlan)]


def test_a_manager_sees_on_the_groups_card_that_nothing_is_planned(nova: Nova) -> None:
    group = nova.desk.record.groups.by_id(nova.group.id)
    assert group_cards.card(nova.desk.record, group, nova.desk.now).unplanned

    takes(nova, a_plan(nova).reading_id)

    assert not group_cards.card(nova.desk.record, group, nova.desk.now).unplanned


def test_a_mentors_other_group_is_warned_of(nova: Nova) -> None:
    start = nova.second_group()
    nova.joins(start, nova.boyana, Role.MENTOR)
    plan = a_plan(nova)
    nova.desk.does(plan_drafts.drop, OfDraft(by=nova.by(nova.anton), reading_id=plan.reading_id))
    at = zones.instant(plan.rows[2].day, time(18, 30), SOFIA)
    nova.desk.record.sessions.add(
        group_id=start.id,
        kind=SessionKind.INITIAL,
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        wall_time=f"{plan.rows[2].day}T18:30:00",
        zone=SOFIA,
        place=Place.CHAT,
        address="",
        planned_by=nova.boyana.id,
        now=nova.desk.now,
    )

    assert [row.number for row in a_plan(nova).rows if row.clash] == [3]


def test_a_group_that_finished_meanwhile_gets_no_plan(nova: Nova) -> None:
    plan = a_plan(nova)
    group = nova.desk.record.groups.by_id(nova.group.id)
    nova.desk.record.groups.save(replace(group, state=GroupState.COMPLETED))

    assert refused(nova, lambda: takes(nova, plan.reading_id)) is Why.GROUP_CLOSED


def test_nobody_else_takes_it(nova: Nova) -> None:
    plan = a_plan(nova)

    assert refused(nova, lambda: takes(nova, plan.reading_id, nova.boyana)) is Why.FOR_SOMEBODY_ELSE
    assert refused(nova, lambda: takes(nova, plan.reading_id, nova.vera)) is Why.NOT_ALLOWED


def test_put_away_it_plans_nothing_and_the_next_one_begins_anew(nova: Nova) -> None:
    plan = a_plan(nova)
    nova.desk.does(plan_drafts.drop, OfDraft(by=nova.by(nova.anton), reading_id=plan.reading_id))

    assert shown(nova).state is ReadingState.DROPPED
    assert refused(nova, lambda: takes(nova, plan.reading_id)) is Why.ALREADY_DONE
    assert begins(nova).reading_id != plan.reading_id


def test_a_mentor_of_two_groups_says_for_which(nova: Nova) -> None:
    start = nova.second_group()
    nova.joins(start, nova.anton, Role.MENTOR)

    nova.desk.does(plan_drafts.propose, ProposePlan(by=nova.by(nova.anton)))

    assert {one.group_id for one in nova.last(nova.anton, AskPlanGroup).groups} == {nova.group.id, start.id}
    nova.desk.does(plan_drafts.propose, ProposePlan(by=nova.by(nova.anton), group_id=start.id))
    assert asked(nova).group == "Start"


def test_a_programme_that_is_nearly_over_gets_what_has_room(nova: Nova) -> None:
    programme = nova.desk.record.programmes.by_id(nova.programme.id)
    soon = zones.wall(nova.desk.now, SOFIA).date() + timedelta(days=9)
    nova.desk.record.programmes.save(replace(programme, ends_on=soon))

    plan = a_plan(nova, often=Often.WEEKLY)

    assert [row.kind for row in plan.rows][:1] == [SessionKind.INITIAL]
    assert (len(plan.rows), plan.missing, plan.rows[-1].kind) == (2, 6, SessionKind.FINAL)


def test_the_manager_can_have_one_proposed_too_and_a_bulgarian_group_reads_it_in_bulgarian(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.desk.record.groups.by_id(nova.group.id), language=Language.BG))
    nova.desk.does(plan_drafts.propose, ProposePlan(by=nova.by(nova.maria), group_id=nova.group.id))
    of = nova.last(nova.maria, DraftQuestion).reading_id
    by = nova.by(nova.maria)
    nova.desk.does(answer, Answer(by=by, text="вторник в 18"))
    nova.desk.does(plan_drafts.go_to, GoTo(by=by, reading_id=of, step=DraftStep.OFTEN))
    nova.desk.does(draft_answers.choose, Choose(by=by, reading_id=of, often=Often.WEEKLY))
    nova.desk.does(draft_answers.choose, Choose(by=by, reading_id=of, place=Place.VIDEO))
    nova.desk.does(answer, Answer(by=by, text="https://meet.example/nova"))
    nova.desk.does(plan_drafts.go_to, GoTo(by=by, reading_id=of, step=DraftStep.WHOLE))

    plan = nova.last(nova.maria, ProposedPlan)

    assert (plan.address, plan.rows[0].topic) == ("https://meet.example/nova", "Очаквания и цели")
