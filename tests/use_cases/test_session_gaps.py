"""Nothing is planned for a group: its mentors are asked once, and their manager reads of it a week later."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.digests import Alarm
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.notices.bundles import Bundle
from mentoring.notices.digests import Digest, Nudged
from mentoring.notices.session_gaps import GapState, NothingPlanned
from mentoring.notices.sessions import News, SessionCard
from mentoring.people import Bundling, MembershipState, Role
from mentoring.schedule import DueKind
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.use_cases import bundle_hours, digesting, session_gaps
from mentoring.use_cases.due import do_what_is_due
from tests.use_cases.a_group import Nova, a_nova, shows, unreachable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk, Told

#: A Thursday; in Sofia it ends at 19:00.
LAST = datetime(2026, 11, 12, 16, tzinfo=UTC)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.now = LAST - timedelta(days=7)
    made = a_nova(desk)
    desk.now = LAST + timedelta(hours=1)
    return made


def met(
    nova: Nova, at: datetime = LAST, *, kind: SessionKind = SessionKind.EMPLOYABILITY, marked: bool = True
) -> Session:
    sessions = nova.desk.record.sessions
    session = sessions.add(
        group_id=nova.group.id,
        kind=kind,
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        wall_time=(at + timedelta(hours=2)).replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.VIDEO,
        address="https://example.org",
        planned_by=nova.anton.id,
        now=at - timedelta(days=3),
    )
    held = replace(session, state=SessionState.HELD)
    assert not marked or sessions.change(session, held)
    return held if marked else session


def looks(nova: Nova, at: datetime) -> Sequence[Told]:
    """What is asked on that hour, and by an hourly look before."""
    nova.desk.now = at
    session_gaps.look(nova.desk.record, at)
    return [one for one in nova.desk.told() if isinstance(one.notice, NothingPlanned)]


def asked(told: Sequence[Told]) -> list[int]:
    return [one.chat_id for one in told]


def question(nova: Nova, at: datetime) -> NothingPlanned:
    told = [one.notice for one in looks(nova, at)]
    assert isinstance(told[0], NothingPlanned)
    return told[0]


def the_day_after(hour: int = 8) -> datetime:
    return LAST.replace(hour=hour) + timedelta(days=1)


def of(nova: Nova, person: Person) -> session_gaps.OfGap:
    return session_gaps.OfGap(by=nova.by(person, pressed=7), group_id=nova.group.id)


def takes(nova: Nova, person: Person, asked: NothingPlanned) -> session_gaps.TakeTime:
    assert asked.offered is not None
    by = nova.by(person, pressed=7)
    return session_gaps.TakeTime(by=by, session_id=asked.offered.session_id, day=asked.offered.day)


def in_digest(nova: Nova) -> tuple[Alarm, datetime | None]:
    """What the manager's digest says of it, and when the mentors were asked."""
    digest = digesting.digest(nova.desk.record, nova.maria, nova.desk.now, asked=False)
    [line] = digest.lines
    return line.unplanned, line.asked_at


def test_the_morning_after_a_session_its_mentors_are_asked_once(nova: Nova) -> None:
    met(nova)

    assert asked(looks(nova, the_day_after(hour=7))) == []
    assert asked(looks(nova, the_day_after())) == [2, 3]
    assert asked(looks(nova, the_day_after(hour=9))) == []
    assert asked(looks(nova, LAST + timedelta(days=60))) == []


def test_whether_it_took_place_is_asked_first(nova: Nova) -> None:
    met(nova, marked=False)

    assert asked(looks(nova, the_day_after())) == []
    # The day after is a Saturday, on which nobody works.
    assert asked(looks(nova, the_day_after() + timedelta(days=1))) == []
    assert asked(looks(nova, the_day_after() + timedelta(days=3))) == [2, 3]


def test_nobody_is_asked_where_something_is_planned_or_nothing_need_be(nova: Nova) -> None:
    met(nova)
    programme, group = nova.programme, nova.group
    record = nova.desk.record
    for changed in (
        replace(programme, ends_on=LAST.date()),
        replace(programme, begins_on=date(2027, 1, 1)),
        replace(programme, sessions_planned=1),
    ):
        record.programmes.save(changed)
        assert asked(looks(nova, the_day_after())) == []
    record.programmes.save(programme)
    record.groups.save(replace(group, state=GroupState.COMPLETED))
    assert asked(looks(nova, the_day_after())) == []
    record.groups.save(group)
    met(nova, LAST + timedelta(days=7), marked=False)
    assert asked(looks(nova, the_day_after())) == []


def test_a_group_whose_mentees_all_pause_is_left_alone(nova: Nova) -> None:
    met(nova)
    for person in (nova.vera, nova.ilya):
        for one in nova.desk.record.memberships.of_person(person.id):
            nova.desk.record.memberships.save(replace(one, state=MembershipState.PAUSED))

    assert asked(looks(nova, the_day_after())) == []


def test_while_dates_are_being_asked_about_nobody_is_asked_to_plan(nova: Nova) -> None:
    met(nova)
    day = the_day_after() + timedelta(days=3)
    dates = [(day, day.replace(tzinfo=None).isoformat(), "UTC")]
    nova.desk.record.date_polls.add(nova.group.id, plan="{}", by=nova.anton.id, dates=dates, now=nova.desk.now)

    assert asked(looks(nova, the_day_after())) == []
    assert asked(looks(nova, day)) == [2, 3]


def test_after_the_final_session_nothing_is_asked(nova: Nova) -> None:
    met(nova, kind=SessionKind.FINAL)

    assert asked(looks(nova, the_day_after())) == []


def test_a_group_that_never_met_is_asked_about_after_five_weeks(nova: Nova) -> None:
    assert asked(looks(nova, datetime(2026, 12, 10, 10, tzinfo=UTC))) == []

    told = looks(nova, datetime(2026, 12, 14, 10, tzinfo=UTC))

    assert asked(told) == [2, 3]
    assert [(one.notice.last_on, one.notice.offered) for one in told] == [(None, None)] * 2  # type: ignore[attr-defined]


def test_one_press_takes_the_same_hour_two_weeks_later(nova: Nova) -> None:
    last = met(nova)
    shown = question(nova, the_day_after())
    assert shown.offered is not None
    assert shown.offered.starts_at == LAST + timedelta(days=14)
    shows(nova, nova.boyana, shown.card(), 9)

    nova.desk.does(session_gaps.take_time, takes(nova, nova.anton, shown))

    [session] = nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)
    assert (session.wall_time, session.zone) == ("2026-11-26T18:00:00", "Europe/Sofia")
    assert (session.kind, session.place, session.address) == (last.kind, Place.VIDEO, "https://example.org")
    told = nova.desk.told()
    assert {one.chat_id for one in told if isinstance(one.notice, SessionCard)} == {2, 3, 4, 5}
    assert {one.notice.news for one in told if isinstance(one.notice, SessionCard)} == {News.PLANNED}
    closed = {one.chat_id: one.notice.state for one in told if isinstance(one.notice, NothingPlanned)}
    assert closed == {2: GapState.PLANNED, 3: GapState.PLANNED}


def test_a_second_press_plans_nothing_more(nova: Nova) -> None:
    met(nova)
    command = takes(nova, nova.anton, question(nova, the_day_after()))
    nova.desk.does(session_gaps.take_time, command)

    nova.desk.does(session_gaps.take_time, replace(command, by=nova.by(nova.boyana, pressed=8)))

    assert len(nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)) == 1
    assert nova.last(nova.boyana, NothingPlanned).starts_at == LAST + timedelta(days=14)


def test_the_offer_stays_off_holidays(nova: Nova) -> None:
    met(nova)
    nova.desk.rules = replace(nova.desk.rules, days_off=frozenset({date(2026, 11, 26)}))
    shown = question(nova, the_day_after())
    assert shown.offered is not None
    assert shown.offered.day == date(2026, 12, 3)


def test_nothing_is_offered_while_a_mentor_has_another_session(nova: Nova) -> None:
    met(nova)
    nova.joins(nova.second_group(), nova.anton, Role.MENTOR)
    start = replace(nova, group=nova.desk.record.groups.by_id(GroupId(2)))
    met(start, LAST + timedelta(days=14, minutes=30), marked=False)

    assert question(nova, the_day_after()).offered is None


def test_a_forged_day_a_late_press_and_a_mentee_change_nothing(nova: Nova) -> None:
    met(nova)
    command = takes(nova, nova.anton, question(nova, the_day_after()))

    assert nova.desk.refuses(session_gaps.take_time, replace(command, day=date(2026, 11, 27))) == "gone"
    assert nova.desk.refuses(session_gaps.take_time, replace(command, day=date(2026, 11, 5))) == "too_late"
    assert nova.desk.refuses(session_gaps.take_time, replace(command, by=nova.by(nova.vera))) == "not_allowed"
    assert nova.desk.refuses(session_gaps.not_now, of(nova, nova.vera)) == "not_allowed"
    assert nova.desk.refuses(session_gaps.ask_mentors, of(nova, nova.anton)) == "not_allowed"


def test_not_now_is_asked_again_after_five_weeks_unless_something_is_planned(nova: Nova) -> None:
    met(nova)
    looks(nova, the_day_after())
    nova.desk.does(session_gaps.not_now, of(nova, nova.anton))
    shown = nova.last(nova.anton, NothingPlanned)
    again = LAST + timedelta(days=35, hours=1)
    # It would be in the evening, after the programme's hours.
    assert (shown.state, shown.again_on) == (GapState.LATER, datetime(2026, 12, 18, 7, tzinfo=UTC))

    nova.desk.now = again + timedelta(days=1)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=9)
    assert [one.kind for one in claim.dues] == [DueKind.PLAN_AGAIN]
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)

    assert [one.chat_id for one in nova.desk.told()] == [2, 3]
    met(nova, again + timedelta(days=9), marked=False)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
    assert nova.desk.told() == []


def test_the_manager_reads_of_it_a_week_after_the_mentor_was_asked(nova: Nova) -> None:
    met(nova)
    assert in_digest(nova) == (Alarm.GREEN, None)
    looks(nova, the_day_after())
    assert in_digest(nova) == (Alarm.GREEN, the_day_after())

    nova.desk.now = the_day_after() + timedelta(days=7)
    assert in_digest(nova) == (Alarm.YELLOW, the_day_after())
    nova.desk.now = LAST + timedelta(days=36)
    assert in_digest(nova) == (Alarm.RED, the_day_after())


def test_sessions_that_are_cancelled_do_not_hide_how_long_nobody_has_met(nova: Nova) -> None:
    met(nova)
    cancelled = met(nova, LAST + timedelta(days=33), marked=False)
    nova.desk.record.sessions.change(cancelled, replace(cancelled, state=SessionState.CANCELLED))

    again = question(nova, the_day_after() + timedelta(days=35))
    assert (again.days, again.last_on) == (35, LAST + timedelta(hours=1))
    nova.desk.now += timedelta(days=8)
    assert in_digest(nova)[0] is Alarm.RED


def test_where_no_mentor_can_be_reached_the_manager_reads_of_it_at_once(nova: Nova) -> None:
    met(nova)
    for mentor in (nova.anton, nova.boyana):
        unreachable(nova, mentor)

    assert asked(looks(nova, the_day_after())) == []
    assert in_digest(nova) == (Alarm.YELLOW, None)


def test_a_manager_asks_the_mentors_once_a_day(nova: Nova) -> None:
    met(nova)
    nova.desk.now = the_day_after()

    assert nova.desk.does(session_gaps.ask_mentors, of(nova, nova.maria)) == Nudged(people=2)
    nova.desk.does(session_gaps.ask_mentors, of(nova, nova.maria))

    told = [one for one in nova.desk.told() if isinstance(one.notice, NothingPlanned)]
    assert [(one.chat_id, one.notice.asked_by) for one in told] == [(2, "Maria"), (3, "Maria")]  # type: ignore[attr-defined]
    assert asked(looks(nova, the_day_after(hour=12))) == []


def test_whoever_wants_news_twice_a_day_reads_of_it_with_the_rest(nova: Nova) -> None:
    met(nova)
    nova.desk.record.people.save(replace(nova.anton, bundling=Bundling.TWICE_A_DAY))

    assert asked(looks(nova, the_day_after())) == [3]
    nova.desk.now = the_day_after(hour=10)
    bundle_hours.tell_bundles(nova.desk.record, nova.desk.now)

    assert [one.name for one in nova.last(nova.anton, Bundle).gaps] == ["Nova"]
    nova.desk.does(session_gaps.open_question, of(nova, nova.anton))
    assert nova.last(nova.anton, NothingPlanned).offered is not None


def test_news_name_no_group_that_one_has_left_meanwhile(nova: Nova) -> None:
    met(nova)
    nova.desk.record.people.save(replace(nova.anton, bundling=Bundling.TWICE_A_DAY))
    looks(nova, the_day_after())
    [place] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.LEFT))

    nova.desk.now = the_day_after(hour=10)
    bundle_hours.tell_bundles(nova.desk.record, nova.desk.now)

    bundles = [one.notice for one in nova.desk.told() if isinstance(one.notice, Bundle)]
    assert [one for bundle in bundles for one in bundle.gaps] == []


def test_the_weekly_digest_carries_what_it_means(nova: Nova) -> None:
    met(nova)
    looks(nova, the_day_after())
    nova.desk.now = LAST + timedelta(days=40)

    nova.desk.does(digesting.read_status, digesting.ReadStatus(by=nova.by(nova.maria)))

    [line] = nova.last(nova.maria, Digest).lines
    assert (line.unplanned, line.asked_at, line.next_at) == (Alarm.RED, the_day_after(), None)
