"""Pausing, leaving, being removed, finishing, coming back: who may, twice, late, and what nobody sees of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.ids import MembershipId
from mentoring.next_steps import Doing, lacking
from mentoring.notices.common import Home, MyGroups
from mentoring.notices.digests import Digest
from mentoring.notices.groups import Presence
from mentoring.notices.joining import TakenOut
from mentoring.notices.places import (
    AskDeed,
    AskHowToRest,
    AskPauseDay,
    AskToReturn,
    NotBack,
    OwnDeedDone,
    OwnPlaces,
    PersonCard,
    PlaceChanged,
    PlaceNews,
    ReturnAwaited,
    TakeOutOfChat,
    TakingOutOfChat,
)
from mentoring.people import Membership, MembershipState, Person, Role
from mentoring.permissions import Standing, authorise, standings_of
from mentoring.places import Deed, can_become, deeds_open
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import boards, deeds, people_cards, resting
from mentoring.use_cases.digesting import ReadStatus, read_status
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.home import OpenMyGroups, open_my_groups
from mentoring.use_cases.submission_lists import Look, OpenOne, open_my_documents, open_submission
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk

A_WEEK_ON = date(2026, 11, 30)
GONE = (MembershipState.LEFT, MembershipState.REMOVED, MembershipState.COMPLETED, MembershipState.COMPLETED_EARLY)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def place(nova: Nova, person: Person) -> Membership:
    return nova.desk.record.memberships.of_person(person.id)[0]


def asks(nova: Nova, by: Person, of: Person, deed: Deed, day: date | None = None) -> None:
    command = deeds.AskFor(by=nova.by(by), membership_id=place(nova, of).id, deed=deed, day=day)
    nova.desk.does(deeds.ask_for, command)


def confirming(nova: Nova, by: Person, of: Person, deed: Deed) -> deeds.ConfirmDeed:
    return deeds.ConfirmDeed(by=nova.by(by), membership_id=place(nova, of).id, deed=deed)


def does(nova: Nova, by: Person, of: Person, deed: Deed, *, reason: str = "", day: date | None = None) -> None:
    asks(nova, by, of, deed, day)
    if reason:
        types(nova, by, reason)
    nova.desk.does(deeds.confirm, confirming(nova, by, of, deed))


def types(nova: Nova, person: Person, text: str) -> None:
    prompt = nova.desk.record.prompts.of(person.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    assert prompt.asking is Asking.DEED
    deeds.reason_typed(nova.desk.record, nova.by(person), text, prompt, nova.desk.now)


def passes(nova: Nova, **time: float) -> None:
    nova.desk.now += timedelta(**time)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=1_000)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)


def may(nova: Nova, person: Person, act: Act) -> bool:
    try:
        authorise(nova.desk.record, nova.by(person), act, group_id=nova.group.id)
    except Refusal:
        return False
    return True


def test_a_pause_with_a_reason_is_kept_and_only_managers_read_the_reason(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON, reason="Exams")

    kept = place(nova, nova.vera)
    assert (kept.state, kept.reason) == (MembershipState.PAUSED, "Exams")
    assert kept.paused_until == datetime(2026, 11, 30, 7, tzinfo=UTC)
    assert nova.last(nova.maria, PlaceNews).reason == "Exams"
    assert nova.desk.record.happenings.of_person(nova.vera.id)[-1].text == "Exams"


def test_the_mentors_hear_of_a_pause_without_its_reason(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON, reason="Exams")

    news = nova.last(nova.anton, PlaceNews)
    assert (news.deed, news.name, news.reason, news.membership_id) == (Deed.PAUSE, "Vera", "", None)


def test_a_pause_ends_by_itself_with_one_friendly_note(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)
    nova.desk.told()

    passes(nova, days=8)

    assert place(nova, nova.vera).state is MembershipState.ACTIVE
    told = [told.notice for told in nova.desk.told(to=nova.vera.telegram_id)]
    assert [type(one) for one in told] == [PlaceChanged]
    passes(nova, days=8)
    assert nova.desk.told(to=nova.vera.telegram_id) == []


def test_a_pause_that_was_ended_early_does_not_end_again(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)
    asks(nova, nova.vera, nova.vera, Deed.RETURN)
    does(nova, nova.vera, nova.vera, Deed.LEAVE)

    passes(nova, days=8)

    assert place(nova, nova.vera).state is MembershipState.LEFT


def test_a_pause_begun_twice_for_the_same_day_ends_once(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)
    asks(nova, nova.vera, nova.vera, Deed.RETURN)
    nova.desk.now += timedelta(hours=1)
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)
    nova.desk.told()

    passes(nova, days=8)

    kinds = [type(told.notice) for told in nova.desk.told(to=nova.vera.telegram_id)]
    assert kinds == [PlaceChanged]
    assert place(nova, nova.vera).state is MembershipState.ACTIVE


def test_whoever_pauses_reads_on_and_does_nothing_else(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)

    assert may(nova, nova.vera, Act.OPEN_MY_DOCUMENTS)
    assert may(nova, nova.vera, Act.OPEN_SUBMISSION)
    assert not may(nova, nova.vera, Act.WRITE_DIARY)
    assert not may(nova, nova.vera, Act.CHANGE_SUBMISSION)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 1), date(2028, 1, 1)])
def test_no_pause_ends_today_in_the_past_or_in_years(nova: Nova, day: date) -> None:
    command = deeds.AskFor(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id, deed=Deed.PAUSE, day=day)

    assert nova.desk.refuses(deeds.ask_for, command) == Why.TOO_LATE


def test_the_reason_may_be_typed_before_yes_and_no_gives_up(nova: Nova) -> None:
    asks(nova, nova.vera, nova.vera, Deed.LEAVE)
    types(nova, nova.vera, "I am moving away")
    assert nova.last(nova.vera, AskDeed).reason == "I am moving away"

    types(nova, nova.vera, "не")

    assert place(nova, nova.vera).state is MembershipState.ACTIVE
    assert nova.desk.record.prompts.of(nova.vera.telegram_id or 0, nova.desk.now) is None
    assert isinstance(nova.last(nova.vera, Home), Home)


def test_yes_can_be_typed(nova: Nova) -> None:
    asks(nova, nova.vera, nova.vera, Deed.LEAVE)

    types(nova, nova.vera, "да")

    assert place(nova, nova.vera).state is MembershipState.LEFT
    done = nova.last(nova.vera, OwnDeedDone)
    assert (done.deed, done.in_chat) == (Deed.LEAVE, True)


def test_a_confirmation_of_something_else_is_stale(nova: Nova) -> None:
    asks(nova, nova.vera, nova.vera, Deed.PAUSE, A_WEEK_ON)

    assert nova.desk.refuses(deeds.confirm, confirming(nova, nova.vera, nova.vera, Deed.LEAVE)) == Why.GONE


def test_a_second_press_says_that_it_is_done(nova: Nova) -> None:
    does(nova, nova.maria, nova.vera, Deed.REMOVE)

    assert nova.desk.refuses(deeds.confirm, confirming(nova, nova.maria, nova.vera, Deed.REMOVE)) == Why.GONE
    again = deeds.AskFor(by=nova.by(nova.maria), membership_id=place(nova, nova.vera).id, deed=Deed.RETURN)
    nova.desk.does(deeds.ask_for, again)
    assert nova.desk.refuses(deeds.ask_for, again) == Why.ALREADY_DONE


def test_the_only_mentor_has_to_be_replaced_before_leaving(nova: Nova) -> None:
    does(nova, nova.boyana, nova.boyana, Deed.LEAVE)

    command = deeds.AskFor(by=nova.by(nova.anton), membership_id=place(nova, nova.anton).id, deed=Deed.LEAVE)
    assert nova.desk.refuses(deeds.ask_for, command) == Why.LAST_MENTOR


def test_a_manager_is_warned_that_documents_would_wait_for_nobody(nova: Nova) -> None:
    does(nova, nova.boyana, nova.boyana, Deed.LEAVE)
    nova.sends(nova.vera)

    asks(nova, nova.maria, nova.anton, Deed.REMOVE)

    assert nova.last(nova.maria, AskDeed).waiting == 1


@pytest.mark.parametrize("who", ["anton", "ilya"])
@pytest.mark.parametrize("deed", [Deed.PAUSE, Deed.LEAVE, Deed.REMOVE, Deed.COMPLETE])
def test_nobody_but_the_manager_decides_about_others(nova: Nova, who: str, deed: Deed) -> None:
    by = nova.by(getattr(nova, who))
    command = deeds.AskFor(by=by, membership_id=place(nova, nova.vera).id, deed=deed, day=A_WEEK_ON)

    assert nova.desk.refuses(deeds.ask_for, command) == Why.NOT_ALLOWED


@pytest.mark.parametrize("deed", [Deed.REMOVE, Deed.COMPLETE, Deed.COMPLETE_EARLY])
def test_nobody_completes_or_removes_themselves(nova: Nova, deed: Deed) -> None:
    command = deeds.AskFor(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id, deed=deed)

    assert nova.desk.refuses(deeds.ask_for, command) == Why.NOT_ALLOWED


def test_a_place_that_never_was_is_gone(nova: Nova) -> None:
    command = deeds.AskFor(by=nova.by(nova.maria), membership_id=MembershipId(999), deed=Deed.REMOVE)

    assert nova.desk.refuses(deeds.ask_for, command) == Why.GONE


def test_whoever_is_removed_loses_every_right_at_once_and_hears_it_in_neutral_words(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.desk.told()

    does(nova, nova.maria, nova.vera, Deed.REMOVE, reason="Broke the rules")

    assert [told.notice for told in nova.desk.told(to=nova.vera.telegram_id)] == [TakenOut(group_name="Nova")]
    assert standings_of(nova.desk.record, nova.vera, group_id=nova.group.id) == {Standing.KNOWN}
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    opening = OpenOne(by=nova.by(nova.vera), submission_id=line.submission_id)
    assert nova.desk.refuses(open_submission, opening) == Why.NOT_ALLOWED


def test_what_somebody_handed_in_stays_readable_for_mentor_and_manager(nova: Nova) -> None:
    nova.sends(nova.vera)
    does(nova, nova.maria, nova.vera, Deed.REMOVE)
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    nova.desk.told()

    for reader in (nova.anton, nova.maria):
        nova.desk.does(open_submission, OpenOne(by=nova.by(reader), submission_id=line.submission_id))

    assert {told.chat_id for told in nova.desk.told()} >= {nova.anton.telegram_id, nova.maria.telegram_id}


@pytest.mark.parametrize("deed", [Deed.COMPLETE, Deed.COMPLETE_EARLY])
def test_whoever_completes_goes_on_reading_their_own_documents(nova: Nova, deed: Deed) -> None:
    nova.sends(nova.vera)
    does(nova, nova.maria, nova.vera, deed)
    nova.desk.told()

    nova.desk.does(open_my_documents, Look(by=nova.by(nova.vera)))
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    nova.desk.does(open_submission, OpenOne(by=nova.by(nova.vera), submission_id=line.submission_id))

    assert len(nova.desk.told(to=nova.vera.telegram_id)) == 2
    assert not may(nova, nova.vera, Act.CHANGE_SUBMISSION)


@pytest.mark.parametrize("deed", [Deed.COMPLETE, Deed.COMPLETE_EARLY])
def test_whoever_completed_does_not_let_themselves_in_again_by_an_old_button(nova: Nova, deed: Deed) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)
    does(nova, nova.maria, nova.vera, deed)

    old = deeds.AskFor(by=nova.by(nova.vera, pressed=3), membership_id=place(nova, nova.vera).id, deed=Deed.RETURN)
    assert nova.desk.refuses(deeds.ask_for, old) == Why.NOT_ALLOWED


def test_the_other_manager_hears_the_reason_and_the_acting_one_sees_the_card(nova: Nova) -> None:
    nova.desk.record.managers.add(nova.boyana.id, nova.programme.id, nova.desk.now)

    does(nova, nova.maria, nova.vera, Deed.COMPLETE_EARLY, reason="All goals reached")

    card = nova.last(nova.maria, PersonCard)
    assert (card.presence, card.state) == (Presence.COMPLETED, MembershipState.COMPLETED_EARLY)
    assert card.deeds == (Deed.RETURN,)
    does(nova, nova.maria, nova.ilya, Deed.COMPLETE_EARLY, reason="All goals reached")
    assert nova.last(nova.boyana, PlaceNews).reason == "All goals reached"


def test_whoever_left_asks_and_the_manager_lets_them_back_with_one_tap(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.LEAVE)
    nova.desk.told()

    nova.desk.does(resting.come_back, resting.ComeBack(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id))
    told = [told.notice for told in nova.desk.told()]
    assert [type(one) for one in told] == [AskToReturn, ReturnAwaited]
    deciding = resting.DecideReturn(by=nova.by(nova.maria), membership_id=place(nova, nova.vera).id, yes=True)
    nova.desk.does(resting.decide_return, deciding)

    assert place(nova, nova.vera).state is MembershipState.ACTIVE
    kinds = [one.kind for one in nova.desk.record.happenings.of_person(nova.vera.id)]
    assert kinds == [HappeningKind.LEFT, HappeningKind.RETURNED]
    assert nova.desk.refuses(resting.decide_return, deciding) == Why.ALREADY_DONE


def test_the_manager_may_say_no_and_is_asked_once_a_day(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.LEAVE)
    asking = resting.ComeBack(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id)
    nova.desk.told()
    for _ in range(3):
        nova.desk.does(resting.come_back, asking)
    assert len(nova.desk.told(to=nova.maria.telegram_id)) == 1

    deciding = resting.DecideReturn(by=nova.by(nova.maria), membership_id=place(nova, nova.vera).id, yes=False)
    nova.desk.does(resting.decide_return, deciding)

    assert isinstance(nova.last(nova.vera, NotBack), NotBack)
    assert place(nova, nova.vera).state is MembershipState.LEFT


def test_nobody_comes_back_for_somebody_else_or_after_a_removal(nova: Nova) -> None:
    does(nova, nova.maria, nova.vera, Deed.REMOVE)
    of = place(nova, nova.vera).id

    assert nova.desk.refuses(resting.come_back, resting.ComeBack(by=nova.by(nova.vera), membership_id=of)) == (
        Why.ALREADY_DONE
    )
    assert nova.desk.refuses(resting.come_back, resting.ComeBack(by=nova.by(nova.ilya), membership_id=of)) == (
        Why.NOT_ALLOWED
    )
    deciding = resting.DecideReturn(by=nova.by(nova.anton), membership_id=of, yes=True)
    assert nova.desk.refuses(resting.decide_return, deciding) == Why.NOT_ALLOWED


def test_nobody_comes_back_into_a_group_that_has_finished(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.LEAVE)
    nova.desk.record.groups.save(replace(nova.group, state=GroupState.COMPLETED))

    asking = resting.ComeBack(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id)

    assert nova.desk.refuses(resting.come_back, asking) == Why.GROUP_CLOSED


def test_the_door_leads_straight_to_the_question_and_lists_several_places(nova: Nova) -> None:
    nova.desk.does(resting.open_rest, resting.OpenRest(by=nova.by(nova.vera)))
    assert nova.last(nova.vera, AskHowToRest).days[0] == A_WEEK_ON

    nova.joins(nova.second_group(), nova.vera, Role.MENTOR)
    nova.desk.does(resting.open_rest, resting.OpenRest(by=nova.by(nova.vera)))

    assert [one.group_name for one in nova.last(nova.vera, OwnPlaces).places] == ["Nova", "Start"]
    assert nova.desk.refuses(resting.open_rest, resting.OpenRest(by=nova.by(nova.maria))) == Why.NOT_ALLOWED


def test_the_calendar_of_a_pause_begins_tomorrow(nova: Nova) -> None:
    turning = deeds.AskRest(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id, month=date(2020, 1, 1))

    nova.desk.does(deeds.ask_rest, turning)

    page = nova.last(nova.vera, AskPauseDay)
    assert (page.month, page.today) == (date(2026, 11, 23), date(2026, 11, 24))


def test_whoever_left_is_taken_out_of_the_telegram_group_only_when_they_say_so(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.LEAVE)
    assert [told for told in nova.desk.told() if isinstance(told.notice, TakeOutOfChat)] == []

    wish = people_cards.OpenPerson(by=nova.by(nova.vera), membership_id=place(nova, nova.vera).id)
    assert nova.desk.does(people_cards.take_out_of_chat, wish) == TakingOutOfChat()

    [told] = nova.desk.told()
    assert told.notice == TakeOutOfChat(chat_id=NOVA_CHAT, telegram_id=nova.vera.telegram_id or 0)
    others = people_cards.OpenPerson(by=nova.by(nova.ilya), membership_id=place(nova, nova.vera).id)
    assert nova.desk.refuses(people_cards.take_out_of_chat, others) == Why.NOT_ALLOWED


def test_a_name_that_nobody_has_taken_is_struck_off_at_once(nova: Nova) -> None:
    listed = nova.desk.record.memberships.expect(
        group_id=nova.group.id, role=Role.MENTEE, name="Petya", now=nova.desk.now
    )

    striking = deeds.AskFor(by=nova.by(nova.maria), membership_id=listed.id, deed=Deed.REMOVE)
    nova.desk.does(deeds.ask_for, striking)

    kept = nova.desk.record.memberships.by_id(listed.id)
    assert kept is not None
    assert kept.state is MembershipState.REMOVED
    assert deeds_open(kept) == ()


@pytest.mark.parametrize("gone", GONE)
def test_whoever_is_gone_can_only_come_back(gone: MembershipState) -> None:
    assert [state for state in MembershipState if can_become(gone, state)] == [MembershipState.ACTIVE]


def test_a_digest_counts_whoever_left_no_more_and_whoever_completed_as_completed(nova: Nova) -> None:
    session = held(nova)
    nova.desk.now += timedelta(hours=30)
    for person in (nova.vera, nova.ilya):
        diary = nova.desk.record.diaries.begin(session.id, person.id, nova.desk.now)
        nova.desk.record.diaries.send(diary, nova.desk.now)
    before = digest_of(nova)
    does(nova, nova.vera, nova.vera, Deed.LEAVE)
    does(nova, nova.maria, nova.ilya, Deed.COMPLETE)
    after = digest_of(nova)

    assert (before.diaries_in, before.completed) == (2, 0)
    assert (after.diaries_in, after.diaries_missing, after.completed) == (1, 0, 1)


def test_a_digest_is_silent_about_groups_that_have_finished(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, state=GroupState.COMPLETED))

    assert digest_of(nova).groups == 0


def held(nova: Nova) -> Session:
    begins = nova.desk.now + timedelta(hours=2)
    return nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.MONITORING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )


def digest_of(nova: Nova) -> Digest:
    nova.desk.does(read_status, ReadStatus(by=nova.by(nova.maria)))
    return nova.last(nova.maria, Digest)


@pytest.mark.parametrize("state", [MembershipState.PAUSED, MembershipState.COMPLETED])
def test_a_manager_is_not_asked_for_mentees_where_all_pause_or_have_completed(
    nova: Nova, state: MembershipState
) -> None:
    for person in (nova.vera, nova.ilya):
        nova.desk.record.memberships.save(replace(place(nova, person), state=state))

    assert lacking(nova.desk.record, nova.group, nova.desk.now) is None


def test_a_manager_is_asked_for_a_mentor_while_the_only_one_pauses(nova: Nova) -> None:
    for person in (nova.anton, nova.boyana):
        nova.desk.record.memberships.save(replace(place(nova, person), state=MembershipState.PAUSED))

    assert lacking(nova.desk.record, nova.group, nova.desk.now) is Doing.NAME_MENTOR


def test_whoever_pauses_is_named_alike_on_the_board_and_under_my_group(nova: Nova) -> None:
    does(nova, nova.vera, nova.vera, Deed.PAUSE, day=A_WEEK_ON)

    board = boards.board(nova.desk.record, nova.group, nova.desk.now)
    nova.desk.does(open_my_groups, OpenMyGroups(by=nova.by(nova.ilya)))
    [group] = nova.last(nova.ilya, MyGroups).groups

    assert (board.mentors, board.mentees) == (group.mentors, group.mentees)
    assert "Vera" in group.mentees
