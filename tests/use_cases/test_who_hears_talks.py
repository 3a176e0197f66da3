"""What people say in talks is read by managers; by those of the same group only where nobody else manages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.filings import Filing, FilingState
from mentoring.ids import FilingId
from mentoring.interviews import Rating
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.notices.interviews import Talks
from mentoring.people import Role
from mentoring.permissions import Actor, standings_of
from mentoring.use_cases.digesting import digest
from mentoring.use_cases.files_door import readable
from mentoring.use_cases.filing_cards import OfFiling, open_filing
from mentoring.use_cases.interview_doors import is_barred, may_read_filed
from mentoring.use_cases.interview_lists import OpenTalks, alarms, open_talks
from mentoring.use_cases.interview_sheets import TakeSheet, take_sheet
from mentoring.use_cases.interviewing import BeginTalk, GoTo, OfTalk, begin_talk, finish, go_to
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.talks import Talking

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


@pytest.fixture
def maria(nova: Nova) -> Talking:
    return Talking(nova=nova, leader=nova.maria)


def refused(nova: Nova, person: Person, about: Person) -> set[str]:
    """Why somebody may not list, begin, read, finish and take the talk with `about`."""
    of = Talking(nova=nova, leader=person)
    talk, place = of.of(about), of.place(about)
    desk = nova.desk
    return {
        desk.refuses(begin_talk, BeginTalk(by=of.by, membership_id=place.id)),
        desk.refuses(go_to, GoTo(by=of.by, interview_id=talk.id, place=0)),
        desk.refuses(finish, OfTalk(by=of.by, interview_id=talk.id)),
        desk.refuses(take_sheet, TakeSheet(by=of.by, interview_id=talk.id)),
    }


def filed(nova: Nova, about: Person) -> Filing:
    filing = Filing(
        id=FilingId(0),
        group_id=nova.group.id,
        toolbar=Toolbar.MONITORING,
        code=Code("T12"),
        slot_id=None,
        person_id=about.id,
        session_id=None,
        submission_id=None,
        attachment_id=None,
        scan_id=None,
        name="T12_Nova.docx",
        version=1,
        visibility=Visibility.MANAGERS,
        state=FilingState.FILED,
        filed_by=nova.maria.id,
        filed_at=nova.desk.now,
    )
    return nova.desk.record.filings.add(filing)


def reads(nova: Nova, person: Person, filing: Filing) -> bool:
    record = nova.desk.record
    actor = Actor(person=person, standings=standings_of(record, person, group_id=nova.group.id))
    return may_read_filed(record, actor, filing)


def test_neither_mentors_nor_mentees_read_what_was_said(nova: Nova, maria: Talking) -> None:
    maria.is_done_with(nova.vera)
    for person in (nova.anton, nova.vera, nova.ilya):
        assert refused(nova, person, nova.vera) == {"not_allowed"}
        assert nova.desk.refuses(open_talks, OpenTalks(by=nova.by(person), group_id=nova.group.id)) == "not_allowed"
        assert not reads(nova, person, filed(nova, nova.vera))


def test_a_manager_who_mentors_the_group_leaves_its_talks_to_the_others(nova: Nova, maria: Talking) -> None:
    maria.also_manages(nova.anton)
    maria.is_done_with(nova.vera, Rating.RED)
    filing = filed(nova, nova.vera)

    assert refused(nova, nova.anton, nova.vera) == {"not_allowed"}
    anton = Talking(nova=nova, leader=nova.anton)
    nova.desk.does(open_talks, OpenTalks(by=anton.by, group_id=nova.group.id))
    card = nova.last(nova.anton, Talks)
    assert (card.hidden, card.lines) == (True, ())
    assert alarms(nova.desk.record, nova.anton, nova.desk.now) == []
    assert not reads(nova, nova.anton, filing)
    assert filing not in readable(nova.desk.record, nova.anton).filings
    assert nova.desk.refuses(open_filing, OfFiling(by=anton.by, filing_id=filing.id)) == "not_allowed"
    assert [one.name for one in alarms(nova.desk.record, nova.maria, nova.desk.now)] == ["Vera"]
    assert reads(nova, nova.maria, filing)


def test_where_nobody_else_manages_the_mentor_talks_with_their_mentees_and_says_so(nova: Nova, maria: Talking) -> None:
    maria.also_mentors(nova.maria)
    talk = maria.is_done_with(nova.vera)

    assert talk.rating is Rating.GREEN
    assert reads(nova, nova.maria, filed(nova, nova.vera))


def test_another_manager_who_mentors_there_too_is_no_other(nova: Nova, maria: Talking) -> None:
    maria.also_mentors(nova.maria)
    maria.also_manages(nova.boyana)
    assert not is_barred(nova.desk.record, nova.maria, nova.group, nova.vera.id)


def test_a_manager_who_is_away_is_another_one_all_the_same(nova: Nova, maria: Talking) -> None:
    record, now = nova.desk.record, nova.desk.now
    maria.also_manages(nova.anton)
    record.absences.add(
        role=Role.MANAGER,
        programme_id=nova.programme.id,
        group_id=None,
        absent_id=nova.maria.id,
        deputy_id=nova.anton.id,
        begins_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=1),
    )
    assert is_barred(record, nova.anton, nova.group, nova.vera.id)


def test_nobody_is_asked_about_themselves(nova: Nova, maria: Talking) -> None:
    maria.also_mentors(nova.maria)
    command = BeginTalk(by=maria.by, membership_id=maria.place(nova.maria).id)
    assert nova.desk.refuses(begin_talk, command) == "not_allowed"
    nova.desk.does(open_talks, OpenTalks(by=maria.by, group_id=nova.group.id))
    assert "Maria" not in [one.name for one in nova.last(nova.maria, Talks).lines]


def test_what_the_whole_group_says_is_for_every_manager(nova: Nova, maria: Talking) -> None:
    maria.also_manages(nova.anton)
    talk = maria.discusses()
    anton = Talking(nova=nova, leader=nova.anton)
    nova.desk.does(go_to, GoTo(by=anton.by, interview_id=talk.id, place=0))
    assert nova.desk.refuses(go_to, GoTo(by=nova.by(nova.boyana), interview_id=talk.id, place=0)) == "not_allowed"


def test_red_before_amber_stands_in_the_digest_until_a_better_talk_or_a_month_has_passed(
    nova: Nova, maria: Talking
) -> None:
    maria.is_done_with(nova.vera, Rating.AMBER)
    maria.is_done_with(nova.ilya, Rating.RED)
    maria.is_done_with(nova.anton, Rating.GREEN)

    shown = digest(nova.desk.record, nova.maria, nova.desk.now, asked=True).talks
    assert [(one.name, one.rating) for one in shown] == [("Ilya", Rating.RED), ("Vera", Rating.AMBER)]

    maria.begins(nova.ilya, anew=True)
    for _ in range(8):
        maria.types("Better")
    maria.types("no")
    maria.types("green")
    maria.types("yes")
    assert [one.name for one in alarms(nova.desk.record, nova.maria, nova.desk.now)] == ["Vera"]
    nova.desk.now += timedelta(days=29)
    assert alarms(nova.desk.record, nova.maria, nova.desk.now) == []
