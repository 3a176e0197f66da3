"""Zone, quiet hours and news twice a day: each change takes hold at once, for oneself only, and can be undone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from mentoring.acting import Acting
from mentoring.notices import PLAIN
from mentoring.notices.bundles import Bundle
from mentoring.notices.common import Home, Stranger
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.sessions import SessionCard
from mentoring.notices.settings import HoursQuestion, SettingsCard, ZoneQuestion
from mentoring.notices.submissions import ReviewCard
from mentoring.people import Bundling, Language
from mentoring.quiet import NO_HOUR, QuietHours
from mentoring.schedule import DueKind, DueState
from mentoring.sessions import Place, Session, SessionKind
from mentoring.submissions import MoveKind
from mentoring.use_cases import attending, digesting, planning, settings
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.bundle_hours import tell_bundles
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.languages import ChooseLanguage, choose_language
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.submission_cards import story_of, tell_mentors
from mentoring.zone_names import Region, Zone, zones_of
from storage.tables.people import programmes
from storage.tables.schedule import appointments
from tests.use_cases.a_group import Nova, a_nova, shows, unreachable

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

SOFIA, FRIDAY = ZoneInfo("Europe/Sofia"), date(2026, 11, 27)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def plans(nova: Nova, day: date, hour: int) -> Session:
    """By Anton."""
    by = nova.by(nova.anton)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=by, group_id=nova.group.id))
    for choice in ({"kind": SessionKind.MONITORING}, {"day": day}, {"hour": hour}, {"place": Place.CHAT}):
        nova.desk.does(planning.choose, planning.Choose(by=by, **choice))
    nova.desk.does(planning.confirm, planning.Confirm(by=by))
    since = nova.desk.now - timedelta(days=1)
    return nova.desk.record.sessions.of_groups([nova.group.id], since=since)[-1]


def due(nova: Nova, person: Person, kind: DueKind = DueKind.SESSION_REMINDER) -> list[str]:
    """Day and time in Sofia at which what is pending for this person is due."""
    of_person = (appointments.c.person_id == person.id) & (appointments.c.kind == kind)
    rows = nova.desk.connection.execute(
        select(appointments.c.due_at)
        .where(of_person, appointments.c.state == DueState.PENDING)
        .order_by(appointments.c.due_at)
    )
    return [f"{at.astimezone(SOFIA):%d %H:%M}" for (at,) in rows]


def moves_to(nova: Nova, person: Person, zone: str) -> None:
    nova.desk.does(settings.choose_zone, settings.ChooseZone(by=nova.by(person), zone=zone))


def sleeps(nova: Nova, person: Person, begins: int, ends: int, *, own: bool = True) -> None:
    command = settings.ChooseHours(by=nova.by(person), begins=begins, ends=ends, own=own)
    nova.desk.does(settings.choose_hours, command)


def bundles(nova: Nova, person: Person, to: Bundling = Bundling.TWICE_A_DAY) -> None:
    nova.desk.does(settings.choose_bundling, settings.ChooseBundling(by=nova.by(person), bundling=to))
    nova.desk.told()


def now_is(nova: Nova, day: int, hour: int, minute: int = 0) -> None:
    """In November, in Sofia; what is kept until then is told."""
    nova.desk.now = datetime(2026, 11, day, hour, minute, tzinfo=SOFIA).astimezone(UTC)
    tell_bundles(nova.desk.record, nova.desk.now)


def ticks(nova: Nova) -> None:
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=100)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)


def test_reminders_follow_a_person_to_another_zone_and_back(nova: Nova) -> None:
    plans(nova, FRIDAY, 9)
    before = due(nova, nova.vera)
    assert before == ["26 09:00", "27 08:00"]

    moves_to(nova, nova.vera, Zone.NEW_YORK)
    card = nova.last(nova.vera, SettingsCard)

    assert due(nova, nova.vera) == ["26 15:00", "27 04:00"]
    assert due(nova, nova.ilya) == before
    assert (card.changed, card.former_zone) == (True, Zone.SOFIA)
    moves_to(nova, nova.vera, Zone.SOFIA)
    assert due(nova, nova.vera) == before


def test_a_zone_is_ones_own_and_sessions_stay_when_they_are(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 9)

    moves_to(nova, nova.anton, Zone.DUBAI)

    assert nova.desk.record.sessions.by_id(session.id) == session
    assert nova.desk.record.people.by_id(nova.vera.id).zone == "Europe/Sofia"


def test_what_should_have_been_told_by_now_is_told_at_once_and_once(nova: Nova) -> None:
    plans(nova, FRIDAY, 9)
    sleeps(nova, nova.vera, 8, 11)
    now_is(nova, 26, 10)
    assert due(nova, nova.vera) == ["26 11:00", "27 08:00"]

    sleeps(nova, nova.vera, 0, 0)
    assert due(nova, nova.vera) == ["26 10:00", "27 08:00"]
    ticks(nova)
    moves_to(nova, nova.vera, Zone.DUBAI)

    assert due(nova, nova.vera) == ["27 08:00"]


def test_own_quiet_hours_hold_before_the_programme_s_and_give_way_when_pressed_again(nova: Nova) -> None:
    plans(nova, FRIDAY, 9)
    usual = due(nova, nova.vera)

    sleeps(nova, nova.vera, 22, 10)
    assert nova.last(nova.vera, SettingsCard).quiet == QuietHours(begins=time(22), ends=time(10))
    assert due(nova, nova.vera) == ["26 10:00", "26 22:00"]

    sleeps(nova, nova.vera, 22, 10)
    card = nova.last(nova.vera, SettingsCard)
    assert (card.has_own_hours, card.quiet) == (False, QuietHours(begins=time(21), ends=time(8)))
    assert due(nova, nova.vera) == usual


def test_a_programme_s_quiet_hours_hold_for_its_people(nova: Nova) -> None:
    own = {"quiet_from": time(20), "quiet_until": time(11)}
    nova.desk.connection.execute(update(programmes).where(programmes.c.id == nova.programme.id).values(own))

    plans(nova, FRIDAY, 12)

    assert due(nova, nova.vera) == ["26 12:00", "27 11:00"]


def test_a_manager_s_digest_comes_at_nine_where_the_manager_is(nova: Nova) -> None:
    digesting.plan_next(nova.desk.record, nova.maria, nova.desk.now)
    assert due(nova, nova.maria, DueKind.DIGEST) == ["30 09:00"]

    moves_to(nova, nova.maria, Zone.NEW_YORK)

    assert due(nova, nova.maria, DueKind.DIGEST) == ["23 16:00"]


@pytest.mark.parametrize("typed", ["Пловдив", "plovdiv", "Europe/Sofia", "sofiq"])
def test_a_city_can_be_typed(nova: Nova, typed: str) -> None:
    moves_to(nova, nova.vera, Zone.DUBAI)
    nova.desk.does(settings.ask_zone, settings.AskZone(by=nova.by(nova.vera)))

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text=typed))

    assert nova.desk.record.people.by_id(nova.vera.id).zone == "Europe/Sofia"
    assert nova.last(nova.vera, SettingsCard).former_zone is Zone.DUBAI


def test_a_city_that_nobody_knows_is_asked_for_again(nova: Nova) -> None:
    nova.desk.does(settings.ask_zone, settings.AskZone(by=nova.by(nova.vera)))

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="Нийде"))

    assert nova.last(nova.vera, ZoneQuestion).misread
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="Токио"))
    assert nova.desk.record.people.by_id(nova.vera.id).zone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("22-7", (time(22), time(7))), ("от 22:30 до 6", (time(22, 30), time(6))), ("не", (NO_HOUR.begins, NO_HOUR.ends))],
)
def test_hours_can_be_typed(nova: Nova, typed: str, hours: tuple[time, time]) -> None:
    nova.desk.does(settings.ask_hours, settings.AskHours(by=nova.by(nova.vera)))

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text=typed))

    person = nova.desk.record.people.by_id(nova.vera.id)
    assert (person.quiet_from, person.quiet_until) == hours


def test_hours_that_are_none_are_asked_for_again(nova: Nova) -> None:
    nova.desk.does(settings.ask_hours, settings.AskHours(by=nova.by(nova.vera)))

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="at night"))

    assert nova.last(nova.vera, HoursQuestion).misread


def test_nobody_sets_what_does_not_exist(nova: Nova) -> None:
    nowhere = settings.ChooseZone(by=nova.by(nova.vera), zone="Moon/Crater")
    never = settings.ChooseHours(by=nova.by(nova.vera), begins=25, ends=7, own=True)

    assert nova.desk.refuses(settings.choose_zone, nowhere) == "not_understood"
    assert nova.desk.refuses(settings.choose_hours, never) == "not_understood"


def test_a_stranger_has_nothing_to_set(nova: Nova) -> None:
    stranger = Acting(telegram_id=99, chat_id=99)

    nova.desk.does(settings.open_settings, settings.OpenSettings(by=stranger))

    assert [type(told.notice) for told in nova.desk.told(to=99)] == [Stranger]
    assert nova.desk.refuses(settings.ask_zone, settings.AskZone(by=stranger)) == "not_allowed"


def test_opening_settings_gives_up_what_was_being_asked(nova: Nova) -> None:
    nova.desk.does(settings.ask_zone, settings.AskZone(by=nova.by(nova.vera)))
    nova.desk.does(settings.open_settings, settings.OpenSettings(by=nova.by(nova.vera)))

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="Tokyo"))

    assert nova.desk.record.people.by_id(nova.vera.id).zone == "Europe/Sofia"
    assert nova.last(nova.vera, Home).name == "Vera"


def test_another_language_stands_on_the_same_card(nova: Nova) -> None:
    nova.desk.does(choose_language, ChooseLanguage(by=nova.by(nova.vera), language=Language.BG))

    assert nova.last(nova.vera, SettingsCard).changed
    assert nova.desk.record.people.by_id(nova.vera.id).language is Language.BG


def test_every_zone_that_is_offered_exists_and_stands_in_one_part_of_the_world() -> None:
    listed = [zone for region in Region for zone in zones_of(region)]

    assert sorted(listed) == sorted(Zone)
    assert all(ZoneInfo(zone) for zone in listed)


# News twice a day


def test_work_that_comes_in_waits_for_noon_and_is_told_in_one_message(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    nova.sends(nova.ilya, "u2")
    assert nova.desk.told(to=nova.anton.telegram_id) == []

    now_is(nova, 23, 11, 59)
    assert nova.desk.told(to=nova.anton.telegram_id) == []
    now_is(nova, 23, 12)

    [told] = nova.desk.told(to=nova.anton.telegram_id)
    assert isinstance(told.notice, Bundle)
    assert [one.mentee for one in told.notice.reviews] == ["Vera", "Ilya"]
    now_is(nova, 23, 12, 1)
    now_is(nova, 23, 18)
    assert nova.desk.told(to=nova.anton.telegram_id) == []


def test_a_card_that_waits_is_not_brought_up_by_a_change_of_it(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    submission = nova.desk.record.submissions.by_id(line.submission_id)
    assert submission is not None

    tell_mentors(nova.desk.record, story_of(nova.desk.record, submission), nova.desk.now, PLAIN)

    assert nova.desk.told(to=nova.anton.telegram_id) == []


def test_whoever_wants_news_at_once_has_them_at_once(nova: Nova) -> None:
    bundles(nova, nova.anton)

    nova.sends(nova.vera, "u1")

    assert isinstance(nova.last(nova.boyana, ReviewCard), ReviewCard)


def test_what_was_settled_meanwhile_is_left_out(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    accepted = Decide(by=nova.by(nova.boyana), submission_id=line.submission_id, version=1, decision=MoveKind.ACCEPT)
    nova.desk.does(decide, accepted)
    nova.desk.told()

    now_is(nova, 23, 12)

    assert [told for told in nova.desk.told(to=nova.anton.telegram_id) if isinstance(told.notice, Bundle)] == []


def test_a_session_that_is_far_off_waits_and_one_that_is_near_does_not(nova: Nova) -> None:
    bundles(nova, nova.vera)

    plans(nova, FRIDAY, 18)
    assert nova.desk.told(to=nova.vera.telegram_id) == []
    plans(nova, date(2026, 11, 24), 10)
    assert isinstance(nova.last(nova.vera, SessionCard), SessionCard)

    now_is(nova, 23, 12)
    [session] = nova.last(nova.vera, Bundle).sessions
    assert session.starts_at == datetime(2026, 11, 27, 18, tzinfo=SOFIA)


def test_a_cancelled_session_changes_its_card_in_silence_and_is_told_later(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    nova.desk.told()
    shows(nova, nova.vera, f"session:{session.id}", 7)
    bundles(nova, nova.vera)
    command = attending.OfSession(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attending.cancel_session, command)
    nova.desk.does(attending.confirm_cancelling, command)

    [card] = nova.desk.told(to=nova.vera.telegram_id)
    assert isinstance(card.notice, SessionCard)
    now_is(nova, 23, 12)

    assert [one.session_id for one in nova.last(nova.vera, Bundle).sessions] == [session.id]


def test_a_diary_is_asked_for_in_the_evening(nova: Nova) -> None:
    plans(nova, FRIDAY, 14)
    bundles(nova, nova.vera)
    now_is(nova, 27, 15, 15)
    ticks(nova)
    assert [told for told in nova.desk.told(to=nova.vera.telegram_id) if isinstance(told.notice, DiaryAsked)] == []

    now_is(nova, 27, 18)

    assert len(nova.last(nova.vera, Bundle).diaries) == 1


def test_whoever_goes_back_to_news_at_once_hears_what_was_kept(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")

    bundles(nova, nova.anton, to=Bundling.AT_ONCE)
    tell_bundles(nova.desk.record, nova.desk.now)

    assert len(nova.last(nova.anton, Bundle).reviews) == 1


def test_news_for_whoever_blocked_the_bot_waits_until_they_are_back(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    before = nova.desk.record.people.by_id(nova.anton.id)
    unreachable(nova, before)
    now_is(nova, 23, 12)

    nova.desk.record.people.save(before)
    now_is(nova, 23, 12, 1)

    assert len(nova.last(nova.anton, Bundle).reviews) == 1


def test_noon_is_where_the_person_is(nova: Nova) -> None:
    moves_to(nova, nova.anton, Zone.NEW_YORK)
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")

    now_is(nova, 23, 18)
    assert nova.desk.told(to=nova.anton.telegram_id) == []
    now_is(nova, 23, 19)

    assert len(nova.last(nova.anton, Bundle).reviews) == 1
