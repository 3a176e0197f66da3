"""The group is asked which of several times suits; whoever leads decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.date_polls import Can, PollState
from mentoring.groups import GroupState
from mentoring.notices.date_polls import PollCard, PollPost, VoteNoted
from mentoring.notices.sessions import News, Planning, SessionCard, Step
from mentoring.people import MembershipState
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.use_cases import date_polls, planning
from mentoring.use_cases.due import do_what_is_due
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova
from tests.use_cases.test_sessions import chooses

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def proposes(nova: Nova, *days: date) -> None:
    """Up to the question to the group."""
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton), group_id=nova.group.id))
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)
    for number, day in enumerate(days):
        if number:
            nova.desk.does(date_polls.propose_another, date_polls.Propose(by=nova.by(nova.anton)))
        chooses(nova, nova.anton, day=day)
        chooses(nova, nova.anton, hour=18)
        if not number:
            chooses(nova, nova.anton, place=Place.CHAT)


def asks(nova: Nova, *days: date) -> None:
    proposes(nova, *days)
    nova.desk.told()
    nova.desk.does(date_polls.ask_group, date_polls.Propose(by=nova.by(nova.anton)))


def votes(nova: Nova, person: Person, number: int) -> object:
    card = nova.last(person, PollCard)
    by = nova.by(person, pressed=7)
    return nova.desk.does(date_polls.vote, date_polls.Vote(by=by, date_id=card.dates[number].date_id))


def decides(nova: Nova, number: int) -> date_polls.Decide:
    poll = nova.desk.record.date_polls.open_of_group(nova.group.id)[0]
    dates = nova.desk.record.date_polls.dates(poll.id)
    return date_polls.Decide(by=nova.by(nova.anton, pressed=7), date_id=dates[number].id)


def test_every_member_is_asked_in_private_and_the_chat_hears_of_it_once(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)

    told = nova.desk.told()

    cards = {one.chat_id: one.notice for one in told if isinstance(one.notice, PollCard)}
    assert {chat_id: card.leads for chat_id, card in cards.items()} == {2: True, 3: True, 4: False, 5: False}
    [post] = [one for one in told if isinstance(one.notice, PollPost)]
    assert (post.chat_id, len(post.notice.dates)) == (NOVA_CHAT, 2)  # type: ignore[attr-defined]
    assert nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now) == []


def test_who_leads_sees_names_and_nobody_else_does(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)

    assert votes(nova, nova.vera, 0) == VoteNoted(can=Can.YES)

    told = {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, PollCard)}
    assert [(one.can, one.count) for one in told[2].dates] == [(("Vera",), 1), ((), 0)]
    assert [(one.can, one.count, one.mine) for one in told[5].dates] == [((), 1, None), ((), 0, None)]
    assert told[4].dates[0].mine is Can.YES


def test_a_second_press_takes_it_back(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    votes(nova, nova.vera, 0)

    assert votes(nova, nova.vera, 0) == VoteNoted(can=Can.NO)


def test_the_mentor_decides_once_and_it_is_a_session_like_any_other(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    votes(nova, nova.vera, 1)
    command = decides(nova, 1)

    nova.desk.does(date_polls.decide, command)

    [session] = nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)
    assert (session.wall_time, session.place, session.state) == (
        "2026-11-28T18:00:00",
        Place.CHAT,
        SessionState.PLANNED,
    )
    told = nova.desk.told()
    assert {one.notice.news for one in told if isinstance(one.notice, SessionCard)} == {News.PLANNED}
    assert {one.notice.state for one in told if isinstance(one.notice, PollCard)} == {PollState.DECIDED}
    assert nova.desk.refuses(date_polls.decide, command) == "already_done"


def test_nobody_votes_for_what_is_decided_or_past_and_no_mentee_decides(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    command = decides(nova, 0)
    by_vera = date_polls.Decide(by=nova.by(nova.vera), date_id=command.date_id)
    vote = date_polls.Vote(by=nova.by(nova.vera), date_id=command.date_id)

    assert nova.desk.refuses(date_polls.decide, by_vera) == "not_allowed"
    nova.desk.now += timedelta(days=5)
    assert nova.desk.refuses(date_polls.vote, vote) == "already_done"
    assert nova.desk.refuses(date_polls.decide, command) == "too_late"


def test_none_of_them_ends_the_question_for_all(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    poll = nova.desk.record.date_polls.open_of_group(nova.group.id)[0]
    nova.desk.told()

    nova.desk.does(date_polls.drop, date_polls.DropPoll(by=nova.by(nova.anton), poll_id=poll.id))

    assert {one.notice.state for one in nova.desk.told() if isinstance(one.notice, PollCard)} == {PollState.DROPPED}


def test_one_time_is_no_choice_and_five_are_too_many(nova: Nova) -> None:
    proposes(nova, FRIDAY)
    alone = date_polls.Propose(by=nova.by(nova.anton))
    assert nova.desk.refuses(date_polls.ask_group, alone) == "gone"

    proposes(nova, *(FRIDAY + timedelta(days=days) for days in range(4)))

    assert nova.last(nova.anton, Planning).step is Step.CONFIRM
    assert nova.desk.refuses(date_polls.propose_another, alone) == "too_late"


def test_a_new_question_takes_the_place_of_the_one_before(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    [first] = nova.desk.record.date_polls.open_of_group(nova.group.id)

    asks(nova, FRIDAY + timedelta(days=7), SATURDAY + timedelta(days=7))

    told = {one.notice.poll_id: one.notice.state for one in nova.desk.told() if isinstance(one.notice, PollPost)}
    assert told == {first.id: PollState.DROPPED, first.id + 1: PollState.OPEN}


def test_nothing_is_decided_for_a_group_that_has_finished(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    command = decides(nova, 0)
    group = nova.desk.record.groups.by_id(nova.group.id)
    nova.desk.record.groups.save(replace(group, state=GroupState.COMPLETED))

    assert nova.desk.refuses(date_polls.decide, command) == "group_closed"


def test_the_groups_post_shows_each_time_on_every_clock_and_a_card_only_the_readers(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.ilya, zone="Asia/Tokyo"))

    asks(nova, FRIDAY, SATURDAY)

    told = nova.desk.told()
    [post] = [one.notice for one in told if isinstance(one.notice, PollPost)]
    cards = [one.notice for one in told if isinstance(one.notice, PollCard)]
    assert [one.zones for one in post.dates] == [("Asia/Tokyo",), ("Asia/Tokyo",)]
    assert {one.zones for card in cards for one in card.dates} == {()}


def passes(nova: Nova, **time: int) -> None:
    nova.desk.now += timedelta(**time)
    do_what_is_due(nova.desk.record, nova.desk.record.schedule.claim(nova.desk.now, at_most=99).dues, nova.desk.now)


def test_a_date_that_has_come_can_no_longer_be_chosen_and_the_others_can(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    command = decides(nova, 1)
    nova.desk.told()

    passes(nova, days=4, hours=7)

    told = {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, PollCard)}
    assert {chat_id: [one.passed for one in card.dates] for chat_id, card in told.items()} == {
        chat_id: [True, False] for chat_id in (2, 3, 4, 5)
    }
    nova.desk.does(date_polls.decide, command)


def test_when_all_have_passed_it_closes_and_whoever_leads_is_asked_for_others_once(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    command = decides(nova, 1)
    nova.desk.told()

    passes(nova, days=9)
    passes(nova, days=1)

    told = [one for one in nova.desk.told() if isinstance(one.notice, PollCard | PollPost)]
    assert sorted(one.chat_id for one in told) == [NOVA_CHAT, 2, 3, 4, 5]
    assert {one.notice.state for one in told} == {PollState.PASSED}  # type: ignore[attr-defined]
    assert nova.desk.refuses(date_polls.decide, command) == "too_late"


def test_what_was_decided_before_its_dates_passed_stays_so(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    nova.desk.does(date_polls.decide, decides(nova, 0))
    nova.desk.told()

    passes(nova, days=9)

    assert [one for one in nova.desk.told() if isinstance(one.notice, PollCard)] == []


def test_whoever_proposed_them_and_has_left_hears_of_no_votes(nova: Nova) -> None:
    asks(nova, FRIDAY, SATURDAY)
    [place] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.LEFT))

    votes(nova, nova.vera, 0)

    told = {one.chat_id for one in nova.desk.told() if isinstance(one.notice, PollCard)}
    assert told == {one.telegram_id for one in (nova.boyana, nova.vera, nova.ilya)}
