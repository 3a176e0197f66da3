"""People in a group's Telegram chat: told twice, by whose hand, and what nobody keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting, ChatKind
from mentoring.happenings import HappeningKind
from mentoring.notices.chat_members import OutsiderAdded, StillOutOfChat, TakenOutByAdmin, WentOutOfChat
from mentoring.notices.common import Home
from mentoring.people import MembershipState, Role
from mentoring.use_cases.chat_members import MeetMember, meet_member
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.join_requests import belongs
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Membership, Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def hears(nova: Nova, member: int, *, by: int | None = None, present: bool = False, chat: int = NOVA_CHAT) -> None:
    acting = Acting(telegram_id=by or member, chat_id=chat, chat_kind=ChatKind.SUPERGROUP)
    nova.desk.does(meet_member, MeetMember(by=acting, telegram_id=member, present=present))


def place(nova: Nova, person: Person) -> Membership:
    return nova.desk.record.memberships.of_person(person.id)[-1]


def test_leaving_that_is_told_twice_is_asked_about_once(nova: Nova) -> None:
    hears(nova, 4)
    hears(nova, 4)

    assert [type(one.notice) for one in nova.desk.told()] == [WentOutOfChat]
    kinds = [one.kind for one in nova.desk.record.happenings.of_person(nova.vera.id)]
    assert kinds == [HappeningKind.CHAT_LEFT]


def test_a_mentor_who_left_is_not_told_of_themselves(nova: Nova) -> None:
    hears(nova, 2)
    nova.desk.told()
    nova.desk.now += timedelta(hours=25)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=10)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)

    told = [one for one in nova.desk.told() if isinstance(one.notice, StillOutOfChat)]
    assert [one.chat_id for one in told] == [nova.boyana.telegram_id]


def test_whoever_left_the_programme_meanwhile_is_no_news(nova: Nova) -> None:
    hears(nova, 4)
    nova.desk.record.memberships.save(replace(place(nova, nova.vera), state=MembershipState.LEFT))
    nova.desk.told()
    nova.desk.now += timedelta(hours=25)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=10)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)

    assert nova.desk.told() == []


def test_the_manager_who_took_somebody_out_is_not_told_of_it(nova: Nova) -> None:
    hears(nova, 4, by=1)
    assert nova.desk.told() == []

    hears(nova, 5, by=2)
    assert [(one.chat_id, type(one.notice)) for one in nova.desk.told()] == [(1, TakenOutByAdmin)]
    assert place(nova, nova.ilya).state is MembershipState.ACTIVE


@pytest.mark.parametrize("state", [MembershipState.COMPLETED, MembershipState.COMPLETED_EARLY, MembershipState.MOVED])
def test_whoever_has_finished_may_go_without_a_word(nova: Nova, state: MembershipState) -> None:
    nova.desk.record.memberships.save(replace(place(nova, nova.vera), state=state))

    hears(nova, 4)

    assert nova.desk.told() == []


def test_strangers_bots_ids_and_foreign_chats_change_nothing(nova: Nova) -> None:
    hears(nova, 999)
    hears(nova, 1087968824)
    hears(nova, 4, chat=-77)

    assert nova.desk.told() == []
    assert place(nova, nova.vera).left_chat_at is None


def test_somebody_known_who_is_added_by_hand_is_recognised(nova: Nova) -> None:
    hears(nova, 4)
    nova.desk.told()

    hears(nova, 4, by=2, present=True)

    assert place(nova, nova.vera).left_chat_at is None
    assert nova.desk.told() == []


def test_the_place_that_counts_is_the_one_they_hold_now(nova: Nova) -> None:
    nova.desk.record.memberships.save(replace(place(nova, nova.vera), state=MembershipState.REMOVED))
    nova.joins(nova.group, nova.vera, Role.MENTEE)

    hears(nova, 4, present=True)

    assert [one for one in nova.desk.told() if isinstance(one.notice, OutsiderAdded)] == []


def test_whoever_pauses_may_come_back_to_the_chat_and_is_shown_the_way_when_they_send(nova: Nova) -> None:
    nova.desk.record.memberships.save(replace(place(nova, nova.vera), state=MembershipState.PAUSED))

    nova.sends(nova.vera)

    assert belongs(nova.desk.record, nova.group, nova.vera.telegram_id or 0)
    assert [one.group_name for one in nova.last(nova.vera, Home).resting] == ["Nova"]
    assert nova.desk.record.submissions.of_mentee(nova.vera.id) == []
