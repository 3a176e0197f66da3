"""Who may read what is told around sessions, by the model alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices import (
    Notice,
    digests,
    half_time,
    holding,
    interviews,
    minutes,
    monitoring,
    past_sessions,
    plan_drafts,
    plan_fields,
    sent_plans,
    session_gaps,
    session_things,
    tasks,
)
from tests.stateful import meeting_model

if TYPE_CHECKING:
    from tests.stateful.audience import Rule
    from tests.stateful.model import Model


def _led(model: Model, person: int | None, notice: Notice) -> bool:
    session = getattr(notice, "session", None)
    assert session is not None
    return meeting_model.leads_session(model, person, session.session_id)


def _met(model: Model, person: int | None, notice: Notice) -> bool:
    """Of those who meet there."""
    session = getattr(notice, "session", None)
    assert session is not None
    group = model.sessions[session.session_id]
    return model.was_in(person, group, "mentee") or model.leads(person, group)


def _talk(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, interviews.AboutTalk)
    return meeting_model.asks_in(model, person, notice.talk.interview_id)


def _sheet(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, interviews.TalkSheet)
    return meeting_model.asks_in(model, person, notice.interview_id)


def _talks(model: Model, person: int | None, notice: Notice) -> bool:
    """Each line as the talk itself."""
    assert isinstance(notice, interviews.Talks)
    places = [model.places[one.membership_id] for one in notice.lines if one.membership_id in model.places]
    allowed = (meeting_model.asks(model, person, notice.group_id, place.person) for place in places)
    return model.manages(person, notice.group_id) and all(allowed)


def _things(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, session_things.ThingList)
    return all(meeting_model.finds(model, person, one.line_id) for one in notice.lines)


def _thing(model: Model, person: int | None, notice: Notice) -> bool:
    """Whoever has held it back hears so."""
    assert isinstance(notice, (session_things.ThingSent, session_things.HoldBackQuestion, session_things.ThingHeldBack))
    number = notice.thing.line_id
    own = person is not None and model.meetings.lines[number].person == person
    is_own_deed = own and isinstance(notice, session_things.ThingHeldBack)
    return is_own_deed or meeting_model.finds(model, person, number)


def _own_things(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, session_things.HandInQuestion)
    return all(model.meetings.lines[one.thing.line_id].person == person for one in notice.things)


def _own_tasks(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, tasks.OwnTasks)
    known = model.meetings.tasks
    for one in notice.tasks:
        task = known[one.task_id]
        is_for_all = task.owner is None and model.has(person, model.sessions[task.session], "mentee")
        if task.state == "dropped" or not (task.owner == person or is_for_all):
            return False
    return all(meeting_model.leads_session(model, person, known[one.task_id].session) for one in notice.led)


def _task(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, tasks.TaskCard)
    return meeting_model.changes_task(model, person, notice.task_id)


def _own_plan(model: Model, person: int | None, notice: Notice) -> bool:
    number = getattr(notice, "reading_id", None)
    assert number is not None
    return person is not None and model.meetings.plans[number] == person


def _watched(model: Model, person: int | None, notice: Notice) -> bool:
    number = getattr(notice, "programme_id", None)
    assert number is not None
    return model.manages_programme(person, number)


def _gap(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, session_gaps.NothingPlanned)
    return model.leads(person, notice.group_id)


def _digest(model: Model, person: int | None, notice: Notice) -> bool:
    """Talks are named in it only to those who may lead them; whose they are is not said by number."""
    assert isinstance(notice, digests.Digest)
    nobody = 0
    return model.manages_any(person) and all(
        meeting_model.asks(model, person, one.group_id, nobody) for one in notice.talks
    )


MODULES = frozenset(
    one.__name__
    for one in (
        digests,
        half_time,
        holding,
        interviews,
        minutes,
        monitoring,
        past_sessions,
        plan_drafts,
        plan_fields,
        sent_plans,
        session_gaps,
        session_things,
        tasks,
    )
)
MEETINGS: dict[type[Notice], Rule] = {
    digests.Digest: _digest,
    half_time.HalfTime: _led,
    holding.AttendanceCard: _led,
    holding.TaskAsked: _led,
    holding.MissedYou: _met,
    holding.Waiting: _led,
    interviews.Talks: _talks,
    interviews.TalkQuestion: _talk,
    interviews.TalkAgreed: _talk,
    interviews.TalkOverall: _talk,
    interviews.TalkSummary: _talk,
    interviews.TalkToCorrect: _talk,
    interviews.TalkStopped: _talk,
    interviews.TalkSheet: _sheet,
    minutes.MinutesCard: _led,
    minutes.MinutesAsked: _led,
    minutes.MinutesClash: _led,
    monitoring.MonitoringCard: _watched,
    monitoring.AskMonitoring: _watched,
    monitoring.MonitoringSessions: _watched,
    monitoring.GroupCourseCard: _watched,
    monitoring.MonitoringNear: _watched,
    past_sessions.AskTakeBack: _led,
    plan_drafts.DraftQuestion: _own_plan,
    plan_drafts.ProposedPlan: _own_plan,
    plan_drafts.ProposedRow: _own_plan,
    plan_fields.SessionPlan: _led,
    plan_fields.AskPlanField: _led,
    sent_plans.SentPlan: _own_plan,
    sent_plans.PlanQuestion: _own_plan,
    session_gaps.NothingPlanned: _gap,
    session_things.ThingList: _things,
    session_things.ThingSent: _thing,
    session_things.HoldBackQuestion: _thing,
    session_things.ThingHeldBack: _thing,
    session_things.HandInQuestion: _own_things,
    tasks.OwnTasks: _own_tasks,
    tasks.TaskCard: _task,
    tasks.TakenHome: _met,
}
