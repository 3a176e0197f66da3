"""Deputies act only while an absence lasts, under their own name, and only with a place of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring import zones
from mentoring.acts import Act
from mentoring.happenings import HappeningKind
from mentoring.notices.absences import AwayPlanned, BackAgain, DeputyCannot, MentorAway, StandInBegins, StandInEnds
from mentoring.notices.digests import Digest, ReviewNudge
from mentoring.notices.groups import ChatRequestDecided
from mentoring.notices.sessions import News, SessionCard, SessionReminder
from mentoring.notices.submissions import ReviewCard
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Due, DueKind
from mentoring.sessions import Place, SessionKind
from mentoring.submissions import MoveKind
from mentoring.use_cases import session_cards
from mentoring.use_cases.absences import AppointDeputy, OfAbsence, appoint, come_back, decline
from mentoring.use_cases.digesting import Nudge, nudge_review, plan_next
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.going_away import ChooseAway, ConfirmAway, GoAway, choose_away, confirm_away, go_away
from mentoring.use_cases.home import card
from mentoring.use_cases.join_requests import DecideChatRequest, decide_chat_request
from mentoring.use_cases.reviewing import Decide, decide
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.deputies import Absence
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

A_WEEK = timedelta(days=7)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    """Anton alone mentors Nova; Boyana mentors another group of the programme."""
    nova = a_nova(desk)
    [boyana] = nova.desk.record.memberships.of_person(nova.boyana.id)
    desk.record.memberships.save(replace(boyana, group_id=nova.second_group().id))
    return nova


def away(
    nova: Nova, absent: Person, deputy: Person, *, role: Role = Role.MENTOR, since: timedelta = timedelta()
) -> Absence:
    return nova.desk.record.absences.add(
        role=role,
        programme_id=nova.programme.id,
        group_id=nova.group.id if role is Role.MENTOR else None,
        absent_id=absent.id,
        deputy_id=deputy.id,
        begins_at=nova.desk.now + since,
        ends_at=nova.desk.now + since + A_WEEK,
    )


def passes(nova: Nova, time: timedelta) -> datetime:
    nova.desk.now += time
    ticks(nova)
    return nova.desk.now


def ticks(nova: Nova) -> None:
    while (claim := nova.desk.record.schedule.claim(nova.desk.now, at_most=100)).any:
        do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)


def may(nova: Nova, person: Person, act: Act) -> bool:
    try:
        authorise(nova.desk.record, nova.by(person), act, group_id=nova.group.id)
    except Refusal:
        return False
    return True


def test_a_deputy_may_review_from_the_first_moment_to_the_last(nova: Nova) -> None:
    absence = away(nova, nova.anton, nova.boyana, since=timedelta(hours=1))
    seen = []
    for moment in (absence.begins_at - timedelta(seconds=1), absence.begins_at, absence.ends_at - timedelta(seconds=1)):
        nova.desk.now = moment
        seen.append(may(nova, nova.boyana, Act.REVIEW))
    nova.desk.now = absence.ends_at
    seen.append(may(nova, nova.boyana, Act.REVIEW))

    assert seen == [False, True, True, False]


def test_a_deputy_may_nothing_when_the_absence_is_ended_early(nova: Nova) -> None:
    absence = away(nova, nova.anton, nova.boyana)
    nova.desk.record.absences.save(replace(absence, ended_at=nova.desk.now))

    assert not may(nova, nova.boyana, Act.REVIEW)


@pytest.mark.parametrize("who", ["deputy", "absent"])
def test_whoever_is_removed_ends_the_standing_in(nova: Nova, who: str) -> None:
    away(nova, nova.anton, nova.boyana)
    removed = nova.boyana if who == "deputy" else nova.anton
    for one in nova.desk.record.memberships.of_person(removed.id):
        nova.desk.record.memberships.save(replace(one, state=MembershipState.REMOVED))

    assert not may(nova, nova.boyana, Act.REVIEW)
    assert nova.desk.record.submissions.circle(nova.group.id).away == {}


def test_a_deputy_has_nothing_to_do_with_other_groups(nova: Nova) -> None:
    away(nova, nova.anton, nova.boyana)
    third = nova.second_group()

    with pytest.raises(Refusal) as refusal:
        authorise(nova.desk.record, nova.by(nova.boyana), Act.REVIEW, group_id=third.id)
    assert refusal.value.why is Why.NOT_ALLOWED


def test_cards_go_to_the_deputy_and_the_decision_is_recorded_under_their_name(nova: Nova) -> None:
    away(nova, nova.anton, nova.boyana)
    nova.sends(nova.vera)
    sheet = nova.last(nova.boyana, ReviewCard).sheet

    nova.desk.does(
        decide,
        Decide(
            by=nova.by(nova.boyana, pressed=50), submission_id=sheet.submission_id, version=1, decision=MoveKind.ACCEPT
        ),
    )

    moves = nova.desk.record.submissions.moves(sheet.submission_id)
    assert moves[-1].person_id == nova.boyana.id
    assert sheet.mentors == ("Boyana",)
    assert card(nova.desk.record, nova.anton, nova.desk.now).step.subject_id != sheet.submission_id


def test_whoever_is_away_may_still_decide_if_they_like(nova: Nova) -> None:
    nova.sends(nova.vera)
    sheet = nova.last(nova.anton, ReviewCard).sheet
    away(nova, nova.anton, nova.boyana)

    nova.desk.does(
        decide,
        Decide(
            by=nova.by(nova.anton, pressed=50), submission_id=sheet.submission_id, version=1, decision=MoveKind.ACCEPT
        ),
    )

    assert nova.last(nova.anton, ReviewCard).can_review


def arranged(nova: Nova, person: Person, *, role: Role = Role.MENTOR, deputy: Person, days: int = 3) -> AwayPlanned:
    by, today = nova.by(person), nova.desk.now.date()
    number = nova.group.id if role is Role.MENTOR else nova.programme.id
    nova.desk.does(go_away, GoAway(by=by))
    nova.desk.does(choose_away, ChooseAway(by=by, role=role, number=number))
    nova.desk.does(choose_away, ChooseAway(by=by, day=today))
    nova.desk.does(choose_away, ChooseAway(by=by, day=today + timedelta(days=days)))
    nova.desk.does(choose_away, ChooseAway(by=by, deputy_id=deputy.id))
    nova.desk.does(confirm_away, ConfirmAway(by=by, token="t"))
    return nova.last(person, AwayPlanned)


def test_beginning_and_end_are_told_once_each_however_often_the_clock_looks(nova: Nova) -> None:
    arranged(nova, nova.anton, deputy=nova.boyana)
    for _ in range(3):
        passes(nova, timedelta(minutes=1))
    begun = [told.notice for told in nova.desk.told()]
    for _ in range(3):
        passes(nova, timedelta(days=5))
    ended = [told.notice for told in nova.desk.told()]

    assert [type(one) for one in begun if isinstance(one, StandInBegins | MentorAway)] == [StandInBegins, MentorAway]
    assert [type(one) for one in ended if isinstance(one, BackAgain | StandInEnds | MentorAway)] == [
        BackAgain,
        StandInEnds,
        MentorAway,
    ]
    kinds = [one.kind for one in nova.desk.record.happenings.of_group(nova.group.id)]
    assert kinds == [HappeningKind.DEPUTY_BEGAN, HappeningKind.DEPUTY_ENDED]


def test_after_a_pause_of_the_bot_that_hid_the_whole_absence_nobody_hears_that_it_begins(nova: Nova) -> None:
    arranged(nova, nova.anton, deputy=nova.boyana)
    nova.desk.told()

    passes(nova, timedelta(days=10))

    told = [type(one.notice) for one in nova.desk.told()]
    assert StandInBegins not in told
    assert told.count(BackAgain) == 1


def test_only_whoever_is_away_comes_back_and_only_once(nova: Nova) -> None:
    planned = arranged(nova, nova.anton, deputy=nova.boyana)
    passes(nova, timedelta(minutes=1))
    of = planned.away.absence_id

    assert nova.desk.refuses(come_back, OfAbsence(by=nova.by(nova.boyana), absence_id=of)) == "not_allowed"
    nova.desk.does(come_back, OfAbsence(by=nova.by(nova.anton, pressed=9), absence_id=of))
    assert nova.desk.refuses(come_back, OfAbsence(by=nova.by(nova.anton), absence_id=of)) == "already_done"
    assert not may(nova, nova.boyana, Act.REVIEW)


def test_a_deputy_who_cannot_any_more_gives_back_and_a_manager_finds_another(nova: Nova) -> None:
    planned = arranged(nova, nova.anton, deputy=nova.boyana)
    passes(nova, timedelta(minutes=1))
    of = planned.away.absence_id
    nova.desk.told()

    assert nova.desk.refuses(decline, OfAbsence(by=nova.by(nova.vera), absence_id=of)) == "not_allowed"
    nova.desk.does(decline, OfAbsence(by=nova.by(nova.boyana, pressed=9), absence_id=of))
    cannot = nova.last(nova.maria, DeputyCannot)
    assert not may(nova, nova.boyana, Act.REVIEW)
    assert nova.maria.id in {one.person_id for one in cannot.candidates}
    command = AppointDeputy(by=nova.by(nova.maria, pressed=9), absence_id=of, person_id=nova.maria.id)
    nova.desk.does(appoint, command)

    assert may(nova, nova.maria, Act.REVIEW)
    assert nova.desk.refuses(appoint, command) == "already_done"


def test_nobody_who_is_away_then_can_be_chosen(nova: Nova) -> None:
    away(nova, nova.boyana, nova.anton)
    by, today = nova.by(nova.anton), nova.desk.now.date()
    nova.desk.does(go_away, GoAway(by=by))
    nova.desk.does(choose_away, ChooseAway(by=by, day=today))
    nova.desk.does(choose_away, ChooseAway(by=by, day=today))

    assert nova.desk.refuses(choose_away, ChooseAway(by=by, deputy_id=nova.boyana.id)) == "gone"
    assert nova.desk.refuses(choose_away, ChooseAway(by=by, deputy_id=nova.vera.id)) == "gone"


def test_reminders_of_sessions_come_to_the_deputy(nova: Nova) -> None:
    away(nova, nova.anton, nova.boyana)
    begins = nova.desk.now + timedelta(days=2)
    session = nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.INITIAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )
    of = session_cards.gathering(nova.desk.record, session)
    session_cards.set_clock(nova.desk.record, of, nova.desk.now)
    session_cards.announce(nova.desk.record, of, nova.desk.now, News.PLANNED)
    assert nova.last(nova.boyana, SessionCard).leads
    passes(nova, timedelta(days=1, minutes=1))

    told = {told.chat_id for told in nova.desk.told() if isinstance(told.notice, SessionReminder)}
    assert nova.boyana.telegram_id in told
    assert nova.anton.telegram_id not in told


def test_a_managers_digest_goes_to_the_deputy_meanwhile(nova: Nova) -> None:
    dora = nova.desk.record.people.add(
        telegram_id=9, name="Dora", language=Language.EN, zone=nova.maria.zone, now=nova.desk.now
    )
    plan_next(nova.desk.record, nova.maria, nova.desk.now)
    away(nova, nova.maria, dora, role=Role.MANAGER)
    plan_next(nova.desk.record, dora, nova.desk.now)

    passes(nova, A_WEEK - timedelta(hours=1))

    told = [told.chat_id for told in nova.desk.told() if isinstance(told.notice, Digest)]
    assert told == [dora.telegram_id]
    assert may(nova, dora, Act.MANAGE_GROUP)
    assert [one.id for one in nova.desk.record.managers.of_programme(nova.programme.id)] == [dora.id]
    assert [one.id for one in nova.desk.record.managers.appointed(nova.programme.id)] == [nova.maria.id]


def test_a_nudge_goes_to_whoever_stands_in(nova: Nova) -> None:
    away(nova, nova.anton, nova.boyana)
    nova.sends(nova.vera)
    nova.desk.told()

    nova.desk.does(nudge_review, Nudge(by=nova.by(nova.maria, pressed=9), group_id=nova.group.id))

    told = [told.chat_id for told in nova.desk.told() if isinstance(told.notice, ReviewNudge)]
    assert told == [nova.boyana.telegram_id]


def test_a_row_of_an_absence_that_is_gone_does_nothing(nova: Nova) -> None:
    due = Due(
        id=1,  # type: ignore[arg-type]  # any number
        kind=DueKind.ABSENCE_BEGIN,
        subject_id=99,
        person_id=nova.anton.id,
        occurrence="x",
        due_at=nova.desk.now,
        expires_at=nova.desk.now + A_WEEK,
    )

    do_what_is_due(nova.desk.record, [due, replace(due, kind=DueKind.ABSENCE_END)], nova.desk.now)

    assert nova.desk.told() == []
    assert nova.group.chat_id == NOVA_CHAT


def test_people_hear_in_the_morning_what_begins_at_midnight(nova: Nova) -> None:
    by, day = nova.by(nova.anton), nova.desk.now.date() + timedelta(days=2)
    nova.desk.does(go_away, GoAway(by=by))
    nova.desk.does(choose_away, ChooseAway(by=by, day=day))
    nova.desk.does(choose_away, ChooseAway(by=by, day=day))
    nova.desk.does(choose_away, ChooseAway(by=by, deputy_id=nova.boyana.id))
    nova.desk.does(confirm_away, ConfirmAway(by=by, token="t"))
    nova.desk.told()

    passes(nova, zones.instant(day, time(0, 1), nova.anton.zone) - nova.desk.now)
    assert may(nova, nova.boyana, Act.REVIEW)
    assert nova.desk.told(to=nova.boyana.telegram_id) == []
    passes(nova, timedelta(hours=8))

    assert nova.last(nova.boyana, StandInBegins).absent == "Anton"


def test_a_manager_who_decides_though_they_are_away_sees_it_decided(nova: Nova) -> None:
    away(nova, nova.maria, nova.boyana, role=Role.MANAGER)
    command = DecideChatRequest(by=nova.by(nova.maria, pressed=9), group_id=nova.group.id, telegram_id=66, yes=False)

    nova.desk.does(decide_chat_request, command)

    decided = [told.chat_id for told in nova.desk.told() if isinstance(told.notice, ChatRequestDecided)]
    assert set(decided) == {nova.maria.telegram_id, nova.boyana.telegram_id}
