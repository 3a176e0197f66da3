"""A session plan that comes as a file: read back, asked about, and planned with one yes, told in one message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.notices.files import UploadQuestion
from mentoring.notices.sent_plans import NoPlanFound, PlanNews, PlanPost, PlanQuestion, SentPlan
from mentoring.notices.sessions import SessionCard
from mentoring.people import Role
from mentoring.plan_reading.differences import Difference
from mentoring.plan_rows import Column, Doubt, Hours, Written, WrittenPlan, WrittenRow
from mentoring.prompts import Asking
from mentoring.sessions import Place, Session, SessionKind, SessionState
from mentoring.use_cases import planned_together, sent_plans
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.sent_plans import AnswerPlan, OfPlan, PlanCame, SayGroup
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

EVER = datetime(1970, 1, 1, tzinfo=UTC)
FIFTH = datetime(2026, 12, 5, 16, 0, tzinfo=UTC)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    return a_nova(desk)


def row(day: str, hours: str = "18:00–19:30", **cells: str) -> WrittenRow:
    said = {"date": day, "hours": hours, "mode": "video", "kind": "employability", "topic": "CV", **cells}
    return WrittenRow(cells={Column(name): Written(text=text) for name, text in said.items() if text})


def plan(*rows: WrittenRow) -> WrittenPlan:
    return WrittenPlan(found=True, columns=(Column.DATE,), rows=rows)


def sends(nova: Nova, person: Person, sent: WrittenPlan) -> None:
    """The file is kept first; then somebody has looked into it."""
    nova.sends(person)
    upload = nova.last(person, UploadQuestion).upload_id
    [file] = nova.desk.record.uploads.files(upload)
    sent_plans.plan_came(nova.desk.record, PlanCame(attachment_id=file.id, plan=sent), nova.desk.now)


def card(nova: Nova, sent: WrittenPlan) -> SentPlan:
    sends(nova, nova.anton, sent)
    return nova.last(nova.anton, SentPlan)


def confirms(nova: Nova, shown: SentPlan) -> None:
    nova.desk.does(planned_together.confirm, of(nova, shown))


def of(nova: Nova, shown: SentPlan | PlanQuestion) -> OfPlan:
    return OfPlan(by=nova.by(nova.anton), reading_id=shown.reading_id)


def sessions(nova: Nova) -> list[Session]:
    return list(nova.desk.record.sessions.of_groups([nova.group.id], since=EVER))


def test_what_is_clear_is_read_back_and_planned_with_one_yes(nova: Nova) -> None:
    shown = card(nova, plan(row("5.12.2026", place="https://zoom.us/j/1"), row("12 December 2026", topic="Letter")))

    assert (shown.group, shown.questions, shown.has_effect, sessions(nova)) == ("Nova", 0, True, [])
    assert [(one.day, one.difference) for one in shown.rows] == [
        (date(2026, 12, 5), Difference.NEW),
        (date(2026, 12, 12), Difference.NEW),
    ]
    nova.desk.told()
    confirms(nova, shown)

    first, second = sessions(nova)
    assert (first.starts_at, first.ends_at) == (FIFTH, FIFTH + timedelta(minutes=90))
    assert (first.wall_time, first.zone) == ("2026-12-05T18:00:00", "Europe/Sofia")
    assert (first.place, first.address, first.topic) == (Place.VIDEO, "https://zoom.us/j/1", "CV")
    assert (second.topic, second.planned_by) == ("Letter", nova.anton.id)


def test_everybody_hears_of_it_in_one_message_and_is_reminded(nova: Nova) -> None:
    shown = card(nova, plan(row("5.12.2026"), row("12.12.2026")))
    nova.desk.told()

    confirms(nova, shown)

    told = [one.notice for one in nova.desk.told(to=nova.vera.telegram_id)]
    assert [type(one) for one in told] == [PlanNews]
    assert isinstance(told[0], PlanNews)
    assert [(one.number, one.difference) for one in told[0].lines] == [(1, Difference.NEW), (2, Difference.NEW)]
    due = nova.desk.record.schedule.claim(FIFTH - timedelta(minutes=30), at_most=50)
    assert {one.subject_id for one in due.dues} == {sessions(nova)[0].id}


def test_nothing_holds_before_what_is_doubtful_is_answered(nova: Nova) -> None:
    shown = card(nova, plan(row("3/4/2027"), row("12.12.2026")))
    assert shown.questions == 1

    confirms(nova, shown)

    asked = nova.last(nova.anton, PlanQuestion)
    assert (asked.column, asked.doubt, asked.raw, asked.lines) == (Column.DATE, Doubt.AMBIGUOUS, "3/4/2027", (1,))
    assert [one.day for one in asked.options] == [date(2027, 4, 3), date(2027, 3, 4)]
    assert sessions(nova) == []


def test_an_answer_by_button_is_read_back_and_the_plan_follows(nova: Nova) -> None:
    shown = card(nova, plan(row("3/4/2027"), row("Tuesday 13.12.2026")))
    nova.desk.does(sent_plans.ask, of(nova, shown))
    first = nova.last(nova.anton, PlanQuestion)

    presses(nova, first, 1)

    second = nova.last(nova.anton, PlanQuestion)
    assert second.noted == first.options[1]
    assert (second.doubt, second.left, second.lines) == (Doubt.WEEKDAY, 1, (2,))
    presses(nova, second, 0)
    whole = nova.last(nova.anton, SentPlan)
    assert [one.day for one in whole.rows] == [date(2027, 3, 4), date(2026, 12, 13)]
    assert whole.questions == 0


def presses(nova: Nova, asked: PlanQuestion, place: int) -> None:
    nova.desk.does(sent_plans.answer_plan, pressed(nova, asked, asked.options[place].code))


def pressed(nova: Nova, asked: PlanQuestion, code: int) -> AnswerPlan:
    return AnswerPlan(
        by=nova.by(nova.anton), reading_id=asked.reading_id, line=asked.row.line, column=asked.column, code=code
    )


def asks(nova: Nova, *rows: WrittenRow) -> PlanQuestion:
    nova.desk.does(sent_plans.ask, of(nova, card(nova, plan(*rows))))
    return nova.last(nova.anton, PlanQuestion)


def types(nova: Nova, text: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text=text))


def test_a_day_may_be_typed_and_what_is_not_understood_is_asked_again(nova: Nova) -> None:
    asks(nova, row("tbc"))

    types(nova, "whenever")
    again = nova.last(nova.anton, PlanQuestion)
    types(nova, "10 декември")

    assert again.misread
    assert [one.day for one in nova.last(nova.anton, SentPlan).rows] == [date(2026, 12, 10)]
    assert nova.desk.record.prompts.of(nova.anton.telegram_id or 0, nova.desk.now) is None


def test_what_was_typed_and_means_two_days_comes_back_as_buttons(nova: Nova) -> None:
    asks(nova, row("tbc"))
    prompt = nova.desk.record.prompts.of(nova.anton.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    assert prompt.asking is Asking.PLAN_CELL

    types(nova, "3/4/2027")
    asked = nova.last(nova.anton, PlanQuestion)
    presses(nova, asked, 0)

    assert [one.day for one in asked.options] == [date(2027, 3, 4), date(2027, 4, 3)]
    assert [one.day for one in nova.last(nova.anton, SentPlan).rows] == [date(2027, 3, 4)]


def test_hours_that_stand_alike_in_several_rows_are_asked_once(nova: Nova) -> None:
    asked = asks(nova, row("5.12.2026", "6–7"), row("12.12.2026", "6–7"), row("19.12.2026", "after work"))
    assert (asked.column, asked.lines) == (Column.HOURS, (1, 2))

    types(nova, "18:00–19:00")
    other = nova.last(nova.anton, PlanQuestion)
    types(nova, "17:30-18:30")

    assert other.lines == (3,)
    assert len({one.hours for one in nova.last(nova.anton, SentPlan).rows}) == 2


def test_hours_of_the_night_are_asked_and_may_be_meant(nova: Nova) -> None:
    asked = asks(nova, row("5.12.2026", "22:30–23:30"))
    assert asked.doubt is Doubt.NIGHT

    presses(nova, asked, 0)

    assert nova.last(nova.anton, SentPlan).rows[0].hours == asked.options[0].hours
    assert isinstance(asked.options[0].hours, Hours)


def test_kind_and_way_to_meet_are_chosen_where_the_plan_is_silent(nova: Nova) -> None:
    asked = asks(nova, row("5.12.2026", mode="онлайн", kind=""))
    assert [one.place for one in asked.options] == [Place.VIDEO, Place.CHAT]
    presses(nova, asked, 1)
    types(nova, "финална")

    (shown,) = nova.last(nova.anton, SentPlan).rows
    assert (shown.place, shown.kind) == (Place.CHAT, SessionKind.FINAL)


def test_a_day_that_has_passed_can_only_be_changed_or_left_out(nova: Nova) -> None:
    asked = asks(nova, row("20.11.2026"), row("12.12.2026"))
    assert asked.doubt is Doubt.PAST
    assert all(one.day is not None and one.day > date(2026, 11, 23) for one in asked.options)

    nova.desk.does(sent_plans.leave_out, pressed(nova, asked, 0))

    shown = nova.last(nova.anton, SentPlan)
    assert [one.line for one in shown.rows] == [2]
    confirms(nova, shown)
    assert len(sessions(nova)) == 1


def test_a_value_that_was_not_offered_is_refused(nova: Nova) -> None:
    asked = asks(nova, row("3/4/2027"))
    forged = pressed(nova, asked, date(2027, 5, 5).toordinal())

    assert nova.desk.refuses(sent_plans.answer_plan, forged) == "gone"


def test_an_older_button_changes_nothing(nova: Nova) -> None:
    asked = asks(nova, row("3/4/2027"), row("5/6/2027"))
    presses(nova, asked, 0)

    assert nova.desk.refuses(sent_plans.answer_plan, pressed(nova, asked, asked.options[1].code)) == "already_done"


def test_sent_again_it_shows_what_is_different_and_moves_cancels_and_adds_in_one(nova: Nova) -> None:
    confirms(nova, card(nova, plan(row("5.12.2026", number="1"), row("12.12.2026", number="2", topic="Letter"))))
    again = card(
        nova,
        plan(
            row("6.12.2026", number="1"),
            row("12.12.2026", number="2", topic="Letter", status="cancelled"),
            row("19.12.2026", number="3", topic="Interview"),
        ),
    )
    assert [one.difference for one in again.rows] == [Difference.MOVED, Difference.CANCELLED, Difference.NEW]
    assert again.rows[0].was == FIFTH
    nova.desk.told()

    confirms(nova, again)

    assert [(one.state, one.starts_at.day, one.moves) for one in sessions(nova)] == [
        (SessionState.PLANNED, 6, 1),
        (SessionState.CANCELLED, 12, 0),
        (SessionState.PLANNED, 19, 0),
    ]
    news = [one.notice for one in nova.desk.told(to=nova.vera.telegram_id) if not isinstance(one.notice, SessionCard)]
    assert [type(one) for one in news] == [PlanNews]


def test_the_same_plan_again_has_nothing_to_confirm(nova: Nova) -> None:
    same = plan(row("5.12.2026", number="1"))
    confirms(nova, card(nova, same))

    again = card(nova, same)

    assert (again.has_effect, [one.difference for one in again.rows]) == (False, [Difference.SAME])


def test_what_begins_within_a_day_is_changed_on_its_own_card(nova: Nova) -> None:
    confirms(nova, card(nova, plan(row("24.11.2026", "08:00–09:00", number="1"))))
    later = card(nova, plan(row("25.11.2026", "08:00–09:00", number="1")))

    assert [one.difference for one in later.rows] == [Difference.LATE]
    assert not later.has_effect


def test_sessions_that_the_plan_does_not_name_stay_and_are_told(nova: Nova) -> None:
    confirms(nova, card(nova, plan(row("5.12.2026"))))

    later = card(nova, plan(row("12.12.2026", topic="Letter")))
    confirms(nova, later)

    assert later.alone == (FIFTH,)
    assert [one.state for one in sessions(nova)] == [SessionState.PLANNED] * 2


def test_a_newer_plan_takes_the_place_of_one_that_waits(nova: Nova) -> None:
    first = card(nova, plan(row("5.12.2026")))
    card(nova, plan(row("6.12.2026")))

    assert nova.desk.refuses(planned_together.confirm, of(nova, first)) == "already_done"


def test_a_plan_that_was_put_away_changes_nothing(nova: Nova) -> None:
    shown = card(nova, plan(row("5.12.2026")))
    nova.desk.does(sent_plans.drop, of(nova, shown))

    assert nova.last(nova.anton, SentPlan).dropped
    assert nova.desk.refuses(planned_together.confirm, of(nova, shown)) == "already_done"
    assert sessions(nova) == []


def test_nobody_else_confirms_it(nova: Nova) -> None:
    shown = card(nova, plan(row("5.12.2026")))
    by_maria = OfPlan(by=nova.by(nova.maria), reading_id=shown.reading_id)
    by_vera = OfPlan(by=nova.by(nova.vera), reading_id=shown.reading_id)

    assert nova.desk.refuses(planned_together.confirm, by_maria) == "for_somebody_else"
    assert nova.desk.refuses(planned_together.confirm, by_vera) == "not_allowed"


def test_a_manager_may_send_it_too(nova: Nova) -> None:
    sends(nova, nova.maria, plan(row("5.12.2026")))
    shown = nova.last(nova.maria, SentPlan)
    nova.desk.does(planned_together.confirm, OfPlan(by=nova.by(nova.maria), reading_id=shown.reading_id))

    assert [one.planned_by for one in sessions(nova)] == [nova.maria.id]


def test_where_there_is_no_table_they_hear_so_and_a_blank_form_says_nothing(nova: Nova) -> None:
    sends(nova, nova.anton, WrittenPlan(pictures=1))
    assert nova.last(nova.anton, NoPlanFound).picture

    nova.desk.told()
    sends(nova, nova.anton, plan())
    assert not [one for one in nova.desk.told() if isinstance(one.notice, SentPlan | NoPlanFound)]


def test_the_group_reads_one_post(nova: Nova) -> None:
    shown = card(nova, plan(row("5.12.2026"), row("12.12.2026")))
    nova.desk.told()
    confirms(nova, shown)

    posts = [one.notice for one in nova.desk.told() if isinstance(one.notice, PlanPost)]
    assert [len(one.lines) for one in posts] == [2]


def test_whoever_leads_several_groups_says_which_one_it_is_for(nova: Nova) -> None:
    start = nova.second_group()
    nova.joins(start, nova.anton, Role.MENTOR)
    sends(nova, nova.anton, plan(row("5.12.2026")))
    shown = nova.last(nova.anton, SentPlan)
    assert (shown.group, [one.name for one in shown.groups], shown.has_effect) == ("", ["Nova", "Start"], False)
    confirms(nova, shown)
    assert sessions(nova) == []

    said = SayGroup(by=nova.by(nova.anton), reading_id=shown.reading_id, group_id=start.id)
    nova.desk.does(sent_plans.say_group, said)
    confirms(nova, nova.last(nova.anton, SentPlan))

    assert sessions(nova) == []
    assert [one.number for one in nova.desk.record.sessions.of_groups([start.id], since=EVER)] == [1]


def test_a_group_that_they_do_not_lead_is_no_answer(nova: Nova) -> None:
    start = nova.second_group()
    other = nova.second_group()
    nova.joins(start, nova.anton, Role.MENTOR)
    sends(nova, nova.anton, plan(row("5.12.2026")))
    shown = nova.last(nova.anton, SentPlan)

    said = SayGroup(by=nova.by(nova.anton), reading_id=shown.reading_id, group_id=other.id)
    assert nova.desk.refuses(sent_plans.say_group, said) == "not_allowed"


def test_a_long_plan_is_read_page_by_page(nova: Nova) -> None:
    rows = [row(f"{day}.12.2026", topic=f"T{day}") for day in range(1, 16)]
    shown = card(nova, plan(*rows))
    assert (len(shown.rows), shown.page, shown.pages) == (12, 0, 2)

    nova.desk.does(sent_plans.open_plan, OfPlan(by=nova.by(nova.anton), reading_id=shown.reading_id, page=1))

    assert [one.topic for one in nova.last(nova.anton, SentPlan).rows] == ["T13", "T14", "T15"]


def test_times_of_a_plan_are_those_of_the_programme(nova: Nova) -> None:
    """Whoever is on a journey still sends the form of the programme."""
    nova.desk.record.people.save(replace(nova.anton, zone="America/New_York"))

    shown = card(nova, plan(row("5.12.2026")))
    confirms(nova, shown)

    assert shown.zone == "Europe/Sofia"
    assert [one.starts_at for one in sessions(nova)] == [FIFTH]
