"""Which reminders somebody wants, one that comes again, homework on the evening before, and the link at the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring import reminders
from mentoring.notices.reminder_settings import RemindersQuestion
from mentoring.notices.sessions import SessionReminder
from mentoring.notices.together import HomeworkReminder, ReminderPutOff, SessionBegins, StillOpen
from mentoring.programmes import Line
from mentoring.schedule import DueKind
from mentoring.session_tasks import TaskKind
from mentoring.sessions import Coming, Session
from mentoring.use_cases import attending, planning, programme_changes, programmes, reminder_settings, reminding_again
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.due import do_what_is_due
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.own_times import due, plans, sleeps

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk, Told

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def after(nova: Nova, **time: float) -> list[Told]:
    nova.desk.now += timedelta(**time)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=1_000)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
    return [*nova.desk.told()]


def kinds(told: list[Told], person: Person) -> list[str]:
    wanted = (SessionReminder, SessionBegins, HomeworkReminder)
    own = [one.notice for one in told if one.chat_id == person.telegram_id]
    return [type(one).__name__ for one in own if isinstance(one, wanted)]


def chooses(nova: Nova, person: Person, hours: int, *, wanted: bool) -> None:
    command = reminder_settings.ChooseReminder(by=nova.by(person), hours=hours, wanted=wanted)
    nova.desk.does(reminder_settings.choose_reminder, command)


# -- which of them


def test_whoever_wants_only_the_last_reminder_gets_only_that(nova: Nova) -> None:
    plans(nova, FRIDAY, 18)
    assert due(nova, nova.vera) == ["26 18:00", "27 17:00"]

    chooses(nova, nova.vera, 24, wanted=False)

    assert due(nova, nova.vera) == ["27 17:00"]
    assert due(nova, nova.ilya) == ["26 18:00", "27 17:00"]
    assert nova.last(nova.vera, RemindersQuestion) == RemindersQuestion(usual=(24, 1), own=(1,), woken=False)


def test_whoever_wants_none_gets_none_and_no_link_and_can_have_the_usual_ones_back(nova: Nova) -> None:
    plans(nova, FRIDAY, 18)
    for hours in (24, 1):
        chooses(nova, nova.anton, hours, wanted=False)
    assert due(nova, nova.anton) == []

    nova.desk.does(reminder_settings.take_usual_reminders, reminder_settings.TakeUsualReminders(by=nova.by(nova.anton)))

    assert due(nova, nova.anton) == ["26 18:00", "27 17:00"]


def test_what_is_planned_later_follows_what_was_chosen(nova: Nova) -> None:
    chooses(nova, nova.vera, 1, wanted=False)

    plans(nova, FRIDAY, 18)

    assert due(nova, nova.vera) == ["26 18:00"]


def test_whoever_agrees_is_woken_by_the_last_reminder_and_can_take_it_back(nova: Nova) -> None:
    plans(nova, FRIDAY, 9)
    sleeps(nova, nova.vera, 21, 10)
    before = due(nova, nova.vera)
    assert before == ["26 10:00", "26 21:00"]

    nova.desk.does(reminder_settings.be_woken, reminder_settings.BeWoken(by=nova.by(nova.vera), woken=True))
    assert due(nova, nova.vera)[-1] == "27 08:00"
    nova.desk.does(reminder_settings.be_woken, reminder_settings.BeWoken(by=nova.by(nova.vera), woken=False))

    assert due(nova, nova.vera) == before


@pytest.mark.parametrize("hours", [0, 7, -1, 10**9])
def test_what_nobody_offers_cannot_be_chosen(nova: Nova, hours: int) -> None:
    command = reminder_settings.ChooseReminder(by=nova.by(nova.vera), hours=hours, wanted=True)

    assert nova.desk.refuses(reminder_settings.choose_reminder, command) == "not_understood"


def test_a_programmes_reminders_hold_for_its_people(nova: Nova) -> None:
    nova.desk.record.programmes.save(replace(nova.programme, reminders="48 h, 2 h"))

    plans(nova, FRIDAY, 18)

    assert due(nova, nova.vera) == ["25 18:00", "27 16:00"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("48, 2", ["25 18:00", "27 16:00"]),
        ("1 ч.", ["27 17:00"]),
        ("не", []),
        ("24 h and 1 h", ["26 18:00", "27 17:00"]),
    ],
)
def test_a_manager_types_when_people_are_reminded_and_own_choices_stay(
    nova: Nova, typed: str, expected: list[str]
) -> None:
    plans(nova, FRIDAY, 18)
    chooses(nova, nova.ilya, 1, wanted=False)
    command = programmes.ChangeLine(by=nova.by(nova.maria), programme_id=nova.programme.id, line=Line.REMINDERS)
    nova.desk.does(programmes.change_line, command)

    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text=typed))

    assert (due(nova, nova.vera), due(nova, nova.ilya)) == (expected, ["26 18:00"])


@pytest.mark.parametrize(("number", "expected"), [(2401, "24 h, 1 h"), (1, "1 h"), (0, "-"), (4802, "48 h, 2 h")])
def test_a_manager_chooses_when_people_are_reminded(nova: Nova, number: int, expected: str) -> None:
    command = programme_changes.SetNumber(
        by=nova.by(nova.maria), programme_id=nova.programme.id, line=Line.REMINDERS, number=number, sure=False
    )

    nova.desk.does(programme_changes.set_number, command)

    assert nova.desk.record.programmes.by_id(nova.programme.id).reminders == expected


@pytest.mark.parametrize("typed", ["soon", "0", "-1", "24, 400", "1.5", ""])
def test_hours_that_are_none_are_not_taken(typed: str) -> None:
    assert reminders.said(typed) is None


# -- one that comes again


def again(nova: Nova, person: Person, session: Session, *, tomorrow: bool = False) -> reminding_again.RemindAgain:
    return reminding_again.RemindAgain(
        by=nova.by(person), session_id=session.id, moves=session.moves, tomorrow=tomorrow
    )


def test_one_reminder_comes_again_in_ten_minutes_and_once_however_often_it_is_tapped(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    after(nova, days=4, hours=6)

    answers = [nova.desk.does(reminding_again.remind_again, again(nova, nova.vera, session)) for _ in range(3)]

    assert answers == [ReminderPutOff(until=nova.desk.now + timedelta(minutes=10))] * 3
    assert kinds(after(nova, minutes=9), nova.vera) == []
    told = after(nova, minutes=1)
    assert (kinds(told, nova.vera), kinds(told, nova.ilya)) == (["SessionReminder"], [])
    assert kinds(after(nova, minutes=11), nova.vera) == []


def test_one_reminder_comes_again_on_the_next_morning(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    after(nova, days=3, hours=7)

    nova.desk.does(reminding_again.remind_again, again(nova, nova.vera, session, tomorrow=True))

    assert due(nova, nova.vera, DueKind.SNOOZED_REMINDER) == ["27 09:00"]


def test_one_that_would_come_too_late_is_refused(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 9)
    after(nova, days=3, hours=21, minutes=51)

    for tomorrow in (False, True):
        command = again(nova, nova.vera, session, tomorrow=tomorrow)
        assert nova.desk.refuses(reminding_again.remind_again, command) == "too_late"


def test_a_session_that_was_moved_meanwhile_has_reminders_of_its_own(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    after(nova, days=3, hours=7)
    nova.desk.does(reminding_again.remind_again, again(nova, nova.vera, session, tomorrow=True))
    command = attending.OfSession(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attending.move_session, command)
    for choice in ({"day": date(2026, 12, 4)}, {"hour": 18}):
        nova.desk.does(planning.choose, planning.Choose(by=nova.by(nova.anton), **choice))
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.anton)))

    assert due(nova, nova.vera, DueKind.SNOOZED_REMINDER) == []
    assert nova.desk.refuses(reminding_again.remind_again, again(nova, nova.vera, session)) == "gone"


def test_nobody_of_another_group_has_themselves_reminded(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    command = reminding_again.RemindAgain(by=nova.by(99), session_id=session.id, moves=0, tomorrow=False)

    assert nova.desk.refuses(reminding_again.remind_again, command) == "not_allowed"


# -- homework, and the link


def has_homework(nova: Nova, session: Session, text: str, owner: Person | None = None) -> int:
    task = nova.desk.record.session_tasks.add(
        session_id=session.id,
        kind=TaskKind.HOMEWORK if owner is None else TaskKind.ACTION,
        text=text,
        owner_id=owner.id if owner else None,
        due_on=None,
        made_by=nova.anton.id,
        now=nova.desk.now,
    )
    return task.id


def test_on_the_evening_before_whoever_has_not_done_the_homework_hears_of_it(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 20)
    read = has_homework(nova, session, "Read")
    has_homework(nova, session, "Call", nova.ilya)
    nova.desk.record.session_tasks.mark(read, nova.ilya.id, nova.desk.now)  # type: ignore[arg-type]

    told = after(nova, days=3, hours=8)

    found = {one.chat_id: one.notice for one in told if isinstance(one.notice, HomeworkReminder)}
    assert {chat_id: one.tasks for chat_id, one in found.items()} == {2: (), 3: (), 4: ("Read",), 5: ("Call",)}
    assert found[2].of_others == (StillOpen(text="Read", names=("Vera",)), StillOpen(text="Call", names=("Ilya",)))
    assert found[4].of_others == ()


def test_without_homework_the_evening_is_quiet(nova: Nova) -> None:
    plans(nova, FRIDAY, 20)

    told = after(nova, days=3, hours=8)

    assert [one for one in told if isinstance(one.notice, HomeworkReminder)] == []


def test_at_the_start_the_link_comes_to_whoever_did_not_say_no(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    command = attending.SayComing(by=nova.by(nova.ilya), session_id=session.id, moves=0, coming=Coming.NO)
    nova.desk.does(attending.say_coming, command)
    after(nova, days=4, hours=6)

    told = after(nova, hours=1)

    begun = sorted(one.chat_id for one in told if isinstance(one.notice, SessionBegins))
    assert begun == [2, 3, 4]


def test_what_to_bring_stands_in_the_reminder_of_the_day_before_alone(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    record = nova.desk.record
    assert record.sessions.change(session, replace(session, preparation="Your CV"))

    told = [*after(nova, days=3, hours=7), *after(nova, hours=23)]

    shown = [one.notice for one in told if isinstance(one.notice, SessionReminder) and one.chat_id == 4]
    assert [(one.early, one.preparation) for one in shown] == [(True, "Your CV"), (False, "")]
