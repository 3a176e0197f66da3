"""Zone, quiet hours and news twice a day: each change takes hold at once, for oneself only, and can be undone."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from mentoring.acting import Acting
from mentoring.notices.common import Home, Stranger
from mentoring.notices.settings import HoursQuestion, SettingsCard, ZoneQuestion
from mentoring.people import Language
from mentoring.quiet import NO_HOUR, QuietHours
from mentoring.schedule import DueKind
from mentoring.use_cases import digesting, settings
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.languages import ChooseLanguage, choose_language
from mentoring.zone_names import Region, Zone, zones_of
from storage.tables.people import programmes
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.own_times import FRIDAY, due, moves_to, now_is, plans, sleeps, ticks

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


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
