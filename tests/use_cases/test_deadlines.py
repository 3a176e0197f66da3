"""What is expected, until when, and how a day is put off, by whoever may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.deadlines import Reach
from mentoring.groups import OptionalTool
from mentoring.kit import Code
from mentoring.notices.deadlines import (
    AskAboutPast,
    AskHowLong,
    DayPutOff,
    DocumentsDue,
    Expected,
    MoreTimeAsked,
    MoreTimeDenied,
    MoreTimeSettled,
    NoLongerNeeded,
    SlotCard,
    SlotOffer,
)
from mentoring.people import MembershipState
from mentoring.schedule import DueKind
from mentoring.slots import Slot, SlotState
from mentoring.use_cases import past_slots, putting_off, slot_cards, slot_planning, waiving
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.programme_changes import ToggleTool, toggle_tool
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

PROFILE = Code("T01")
WEEK = timedelta(days=7)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    desk.record.programmes.save(replace(nova.programme, begins_on=date(2026, 11, 1), ends_on=date(2027, 4, 30)))
    follow(nova)
    desk.told()
    return nova


def follow(nova: Nova) -> None:
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)


def slot_of(nova: Nova, person: Person, code: str = PROFILE) -> Slot:
    slots = nova.desk.record.slots.of_person(person.id)
    return next(slot for slot in slots if slot.key.code == code)


def lists(nova: Nova, person: Person) -> Expected:
    nova.desk.does(slot_cards.open_expected, slot_cards.OpenExpected(by=nova.by(person, pressed=1)))
    return nova.last(person, Expected)


def card(nova: Nova, person: Person, slot: Slot) -> SlotCard:
    nova.desk.does(slot_cards.open_slot, slot_cards.OfSlot(by=nova.by(person, pressed=1), slot_id=slot.id))
    return nova.last(person, SlotCard)


def asks(nova: Nova, days: int = 7) -> MoreTimeAsked:
    slot = slot_of(nova, nova.vera)
    command = putting_off.AskMoreTime(by=nova.by(nova.vera, pressed=1), slot_id=slot.id, days=days)
    nova.desk.does(putting_off.ask_more_time, command)
    return nova.last(nova.anton, MoreTimeAsked)


def answers(nova: Nova, mentor: Person, until: date, *, yes: bool) -> None:
    slot = slot_of(nova, nova.vera)
    command = putting_off.AnswerMoreTime(by=nova.by(mentor, pressed=1), slot_id=slot.id, until=until, yes=yes)
    nova.desk.does(putting_off.answer_more_time, command)


def puts_off(nova: Nova, person: Person, slot: Slot, reach: Reach, *, days: int = 14, sure: bool = True) -> None:
    command = putting_off.PutOff(by=nova.by(person, pressed=1), slot_id=slot.id, days=days, reach=reach, sure=sure)
    nova.desk.does(putting_off.put_off_day, command)


def clock_comes_to(nova: Nova, morning: date) -> None:
    """Everything that is due by eleven of that day."""
    desk = nova.desk
    desk.now = desk.now.replace(year=morning.year, month=morning.month, day=morning.day, hour=9)
    claim = desk.record.schedule.claim(desk.now, at_most=100, kinds=frozenset({DueKind.DOCUMENTS_DUE}))
    do_what_is_due(desk.record, claim.dues, desk.now)


def test_a_mentee_sees_what_is_expected_of_them_with_the_days(nova: Nova) -> None:
    shown = lists(nova, nova.vera)

    assert shown.slots[0].title.code == PROFILE
    assert shown.slots[0].day == slot_of(nova, nova.vera).due_on
    assert {one.about for one in shown.slots} == {None}
    assert (shown.done, shown.total) == (0, len(shown.slots) + shown.more)


def test_a_mentor_sees_what_the_group_owes_through_them(nova: Nova) -> None:
    assert {one.title.code for one in lists(nova, nova.anton).slots} == {"T03", "T05"}
    assert {one.title.code for one in lists(nova, nova.maria).slots} == {"T04"}


def test_nobody_sees_what_another_mentee_owes(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)
    command = slot_cards.OfSlot(by=nova.by(nova.ilya, pressed=1), slot_id=slot.id)

    assert nova.desk.refuses(slot_cards.open_slot, command) == "not_allowed"


def test_each_is_offered_what_they_may_do(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)

    assert card(nova, nova.vera, slot).offers == (SlotOffer.GET_FORM, SlotOffer.SEND, SlotOffer.ASK_MORE_TIME)
    assert card(nova, nova.anton, slot).offers == (SlotOffer.GET_FORM, SlotOffer.EXTEND)
    assert card(nova, nova.maria, slot).offers == (SlotOffer.GET_FORM, SlotOffer.EXTEND, SlotOffer.WAIVE)


def test_a_mentee_asks_for_a_week_and_gets_it_by_one_tap(nova: Nova) -> None:
    before = slot_of(nova, nova.vera).day
    asked = asks(nova)
    answers(nova, nova.boyana, asked.until, yes=True)

    assert before is not None
    assert asked.until == before + WEEK
    assert slot_of(nova, nova.vera).day == asked.until
    told = nova.desk.told()
    assert [one.notice.slot.day for one in told if isinstance(one.notice, DayPutOff)] == [asked.until]
    settled = {one.chat_id for one in told if isinstance(one.notice, MoreTimeSettled)}
    assert settled == {nova.anton.telegram_id, nova.boyana.telegram_id}


def test_the_second_mentor_finds_the_question_answered(nova: Nova) -> None:
    asked = asks(nova)
    answers(nova, nova.boyana, asked.until, yes=True)
    nova.desk.told()
    answers(nova, nova.anton, asked.until, yes=False)

    assert slot_of(nova, nova.vera).day == asked.until
    assert not any(isinstance(one.notice, MoreTimeDenied) for one in nova.desk.told())


def test_a_day_that_stays_is_told_kindly(nova: Nova) -> None:
    before, asked = slot_of(nova, nova.vera).day, asks(nova, 2)
    answers(nova, nova.anton, asked.until, yes=False)

    assert slot_of(nova, nova.vera).day == before
    assert nova.last(nova.vera, MoreTimeDenied).slot.title.code == PROFILE


def test_a_mentee_cannot_give_themselves_time(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)
    command = putting_off.PutOff(by=nova.by(nova.vera, pressed=1), slot_id=slot.id, days=7, reach=Reach.ONE, sure=True)

    assert nova.desk.refuses(putting_off.put_off_day, command) == "not_allowed"


def test_a_group_gets_a_new_day_and_a_later_one_of_somebodys_own_stays(nova: Nova) -> None:
    of_vera, of_ilya = slot_of(nova, nova.vera), slot_of(nova, nova.ilya)
    puts_off(nova, nova.anton, of_ilya, Reach.ONE, days=30)
    own = slot_of(nova, nova.ilya).day
    puts_off(nova, nova.anton, of_vera, Reach.GROUP, days=7, sure=False)
    assert nova.last(nova.anton, AskHowLong).later == 1

    nova.desk.told()
    puts_off(nova, nova.anton, of_vera, Reach.GROUP, days=7)

    assert slot_of(nova, nova.vera).day == (of_vera.day or date.max) + WEEK
    assert slot_of(nova, nova.ilya).day == own
    assert {one.chat_id for one in nova.desk.told() if isinstance(one.notice, DayPutOff)} == {nova.vera.telegram_id}


def test_only_a_manager_gives_time_to_all_groups(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)
    command = putting_off.PutOff(by=nova.by(nova.anton, pressed=1), slot_id=slot.id, days=7, reach=Reach.ALL, sure=True)
    assert nova.desk.refuses(putting_off.put_off_day, command) == "not_allowed"

    puts_off(nova, nova.maria, slot, Reach.ALL)
    assert slot_of(nova, nova.vera).extended_to == slot_of(nova, nova.ilya).extended_to


def test_a_manager_waives_with_a_reason_that_the_mentee_does_not_see(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)
    manager = nova.by(nova.maria)
    nova.desk.does(waiving.ask_why, slot_cards.OfSlot(by=nova.by(nova.maria, pressed=1), slot_id=slot.id))
    assert nova.desk.refuses(waiving.waive, waiving.Waive(by=manager, slot_id=slot.id)) == "gone"

    nova.desk.does(answer, Answer(by=manager, text="Has sent it on paper"))
    nova.desk.does(answer, Answer(by=manager, text="да"))

    after = slot_of(nova, nova.vera)
    assert (after.state, after.reason, after.decided_by) == (SlotState.WAIVED, "Has sent it on paper", nova.maria.id)
    assert nova.last(nova.vera, NoLongerNeeded).title.code == PROFILE
    assert card(nova, nova.maria, after).offers == (SlotOffer.WANT_AGAIN,)


def test_what_was_waived_can_be_wanted_after_all(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)
    record = nova.desk.record
    record.slots.change(slot, replace(slot, state=SlotState.WAIVED, reason="x"))
    nova.desk.does(waiving.want_again, slot_cards.OfSlot(by=nova.by(nova.maria, pressed=1), slot_id=slot.id))

    assert slot_of(nova, nova.vera).state is SlotState.OPEN


def test_one_message_in_the_morning_names_all_that_is_due(nova: Nova) -> None:
    day = slot_of(nova, nova.vera).day
    assert day is not None
    clock_comes_to(nova, day - timedelta(days=1))

    told = {one.chat_id: one.notice.slots for one in nova.desk.told() if isinstance(one.notice, DocumentsDue)}
    assert set(told) == {nova.vera.telegram_id, nova.ilya.telegram_id}
    assert all([seen.title.code for seen in slots] == [PROFILE] for slots in told.values())


def test_whoever_has_sent_it_or_pauses_is_left_in_peace(nova: Nova) -> None:
    record, slot = nova.desk.record, slot_of(nova, nova.vera)
    record.slots.change(slot, replace(slot, state=SlotState.SUBMITTED))
    [place] = record.memberships.of_person(nova.ilya.id)
    record.memberships.save(replace(place, state=MembershipState.PAUSED))
    clock_comes_to(nova, (slot.day or date.max) + timedelta(days=1))

    assert not any(isinstance(one.notice, DocumentsDue) for one in nova.desk.told())


def test_a_day_put_off_is_reminded_of_and_the_old_one_is_not(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera)
    puts_off(nova, nova.anton, slot, Reach.GROUP, days=14)
    nova.desk.told()
    clock_comes_to(nova, (slot.day or date.max) - timedelta(days=1))
    assert not any(isinstance(one.notice, DocumentsDue) for one in nova.desk.told())

    clock_comes_to(nova, (slot_of(nova, nova.vera).day or date.max) - timedelta(days=1))
    assert any(isinstance(one.notice, DocumentsDue) for one in nova.desk.told())


def switched_on_in_the_middle(nova: Nova) -> AskAboutPast:
    """The self-check of future mentors, a week after they joined."""
    desk = nova.desk
    desk.now += timedelta(days=30)
    toggle = ToggleTool(by=nova.by(nova.maria, pressed=1), programme_id=nova.programme.id, tool=OptionalTool.T09)
    desk.does(toggle_tool, toggle)
    return nova.last(nova.maria, AskAboutPast)


@pytest.mark.parametrize(("yes", "state"), [(True, SlotState.OPEN), (False, SlotState.WAIVED)])
def test_a_document_switched_on_midway_asks_about_the_past(nova: Nova, *, yes: bool, state: SlotState) -> None:
    asked = switched_on_in_the_middle(nova)
    assert (asked.count, asked.tool) == (2, OptionalTool.T09)
    settle = past_slots.SettlePast(
        by=nova.by(nova.maria, pressed=1), programme_id=nova.programme.id, tool=OptionalTool.T09, yes=yes
    )
    nova.desk.does(past_slots.settle_past, settle)

    after = slot_of(nova, nova.anton, "T09")
    assert after.state is state
    assert after.extended_to == (asked.until if yes else None)


def test_a_document_switched_on_in_time_asks_nothing(nova: Nova) -> None:
    toggle = ToggleTool(by=nova.by(nova.maria, pressed=1), programme_id=nova.programme.id, tool=OptionalTool.T14)
    nova.desk.does(toggle_tool, toggle)

    assert not any(isinstance(one.notice, AskAboutPast) for one in nova.desk.told())
