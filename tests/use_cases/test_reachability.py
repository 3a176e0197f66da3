"""What waits for somebody who can't be reached, and who is told about it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring import notices
from mentoring.next_steps import Doing
from mentoring.notices.common import WordsFrom
from mentoring.notices.joining import TakenOut, WelcomeBack
from mentoring.notices.operating import NoManagerInReach
from mentoring.notices.reachability import NotReached, OpenOurChat
from mentoring.people import Language, Reachability, Role
from mentoring.sessions import Place, SessionKind
from mentoring.submissions import MoveKind
from mentoring.use_cases import reachability
from mentoring.use_cases.reviewing import Decide, decide
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def changes(nova: Nova, person: Person, *, reachable: bool) -> Person:
    nova.desk.does(reachability.change_reach, reachability.ChangeReach(by=nova.by(person), reachable=reachable))
    return nova.desk.record.people.by_id(person.id)


def words(number: int) -> WordsFrom:
    return WordsFrom(person_id=1, name="Maria", words=f"Word {number}")


def test_only_what_must_arrive_waits_and_all_of_it_comes_once_in_order(nova: Nova) -> None:
    vera = changes(nova, nova.vera, reachable=False)
    for number in range(3):
        assert not notices.tell(nova.desk.record, vera, words(number))
    assert not notices.tell(nova.desk.record, vera, TakenOut(group_name="Start"))

    changes(nova, vera, reachable=True)

    told = [one.notice for one in nova.desk.told(to=vera.telegram_id)]
    waited = [one.words for one in told if isinstance(one, WordsFrom)]
    assert waited == ["Word 0", "Word 1", "Word 2"]
    assert [one.missed for one in told if isinstance(one, WelcomeBack)] == [4]
    assert not [one for one in told if isinstance(one, TakenOut)]


def test_whoever_is_back_sees_what_is_still_open_and_no_more_than_five_of_it(nova: Nova) -> None:
    """What was settled meanwhile is left out."""
    anton = changes(nova, nova.anton, reachable=False)
    for number in range(8):
        nova.sends(nova.vera, f"u{number}")
    [first, *_] = nova.desk.record.submissions.waiting([nova.group.id])
    submission = nova.desk.record.submissions.by_id(first.submission_id)
    assert submission is not None
    command = Decide(
        by=nova.by(nova.boyana), submission_id=submission.id, version=submission.version, decision=MoveKind.ACCEPT
    )
    nova.desk.does(decide, command)

    changes(nova, anton, reachable=True)

    welcome = nova.last(anton, WelcomeBack)
    assert [one.doing for one in welcome.things] == [Doing.REVIEW_WAITING] * 5
    assert f"S-{first.number}" not in [one.reference for one in welcome.things]
    assert welcome.more == 2


def test_the_most_urgent_of_what_was_missed_comes_first(nova: Nova) -> None:
    maria = changes(nova, nova.maria, reachable=False)
    record, now = nova.desk.record, nova.desk.now
    nova.joins(nova.group, maria, Role.MENTOR)
    nova.sends(nova.vera)
    record.concerns.add(
        programme_id=nova.programme.id, group_id=nova.group.id, person_id=nova.vera.id, text="W", about_id=None, now=now
    )
    for days in (1, 9):
        begins = now + timedelta(days=days)
        record.sessions.add(
            group_id=nova.group.id,
            kind=SessionKind.MONITORING,
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            wall_time=begins.replace(tzinfo=None).isoformat(),
            zone="UTC",
            place=Place.CHAT,
            address="",
            planned_by=nova.anton.id,
            now=now,
        )
    notices.tell(record, maria, words(1))

    changes(nova, maria, reachable=True)

    assert [one.doing for one in nova.last(maria, WelcomeBack).things] == [
        Doing.READ_CONCERN,
        Doing.SESSION_AHEAD,
        Doing.REVIEW_WAITING,
        Doing.SESSION_AHEAD,
    ]


def test_leaders_hear_once_and_the_group_is_asked_once_without_a_name(nova: Nova) -> None:
    for turn in range(2):
        vera = changes(nova, nova.vera, reachable=False)
        reachability.lose(nova.desk.record, vera, Reachability.BLOCKED, nova.desk.now)
        told = nova.desk.told()
        heard = [one.chat_id for one in told if isinstance(one.notice, NotReached)]
        assert sorted(heard) == [1, 2, 3]
        posts = [one for one in told if isinstance(one.notice, OpenOurChat)]
        assert "Vera" not in str(posts)
        assert len(posts) == (1 if turn == 0 else 0)
        changes(nova, vera, reachable=True)
        nova.desk.told()


def test_a_mentor_who_is_gone_is_told_to_the_managers_alone(nova: Nova) -> None:
    reachability.lose(nova.desk.record, nova.anton, Reachability.GONE, nova.desk.now)

    told = nova.desk.told()
    assert [one.chat_id for one in told if isinstance(one.notice, NotReached)] == [nova.maria.telegram_id]
    assert not [one for one in told if isinstance(one.notice, OpenOurChat)]


def test_the_only_manager_out_of_reach_is_told_to_a_manager_of_another_programme(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    other = record.programmes.add(name="Second", organisation="O", language=Language.EN, zone="UTC", now=now)
    record.managers.add(nova.boyana.id, other.id, now)

    changes(nova, nova.maria, reachable=False)

    told = [one for one in nova.desk.told() if isinstance(one.notice, NoManagerInReach)]
    assert [(one.chat_id, one.notice) for one in told] == [
        (nova.boyana.telegram_id, NoManagerInReach(programme=nova.programme.name))
    ]


def test_while_another_manager_is_reached_nobody_is_called(nova: Nova) -> None:
    nova.desk.record.managers.add(nova.boyana.id, nova.programme.id, nova.desk.now)

    changes(nova, nova.maria, reachable=False)

    assert not [one for one in nova.desk.told() if isinstance(one.notice, NoManagerInReach)]


def test_whoever_is_as_they_were_is_nothing_new(nova: Nova) -> None:
    before = nova.desk.record.people.by_id(nova.vera.id)

    reachability.lose(nova.desk.record, before, before.reachability, nova.desk.now)

    assert not nova.desk.told()
