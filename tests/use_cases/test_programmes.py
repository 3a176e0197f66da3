"""Several programmes in one bot, none of which sees another; and test groups, which go without a trace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.groups import Group, OptionalTool, Programme
from mentoring.notices.digests import Digest
from mentoring.notices.groups import AskGroupName, GroupCard, GroupList
from mentoring.notices.programmes import AskLine, ConfirmPeriod, ConfirmWipe, ProgrammeList, ProgrammePreview, Wiped
from mentoring.people import Language, MembershipState, Person, Role
from mentoring.programmes import Line
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import digesting, groups, programme_changes, programmes, trial_groups
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.home import OpenHome, open_home
from mentoring.use_cases.managing import MakeManagerCode, make_manager_code
from mentoring.use_cases.start import Start, start
from storage import files
from storage.schema import metadata
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from datetime import date

    from mentoring.acting import Acting
    from mentoring.ids import GroupId, ProgrammeId
    from tests.use_cases.conftest import Desk

BORIS = 80


@dataclass
class Two:
    """Maria manages Nova's programme, Boris another one with the group Sirius."""

    nova: Nova
    boris: Person
    other: Programme
    sirius: Group

    @property
    def desk(self) -> Desk:
        return self.nova.desk

    @property
    def maria(self) -> Acting:
        return self.nova.by(self.nova.maria)


@pytest.fixture
def two(desk: Desk) -> Two:
    nova, record = a_nova(desk), desk.record
    other = record.programmes.add(name="Q", organisation="R", language=Language.EN, zone="UTC", now=desk.now)
    boris = record.people.add(telegram_id=BORIS, name="Boris", language=Language.EN, zone="UTC", now=desk.now)
    record.managers.add(boris.id, other.id, desk.now)
    sirius = record.groups.add(programme_id=other.id, name="Sirius", language=Language.EN, now=desk.now)
    return Two(nova=nova, boris=boris, other=other, sirius=sirius)


def programme_of(desk: Desk, programme_id: ProgrammeId) -> Programme:
    return desk.record.programmes.by_id(programme_id)


def test_nobody_sees_or_changes_another_managers_programme(two: Two, desk: Desk) -> None:
    maria, other = two.maria, two.other.id

    opened = programmes.OpenProgramme(by=maria, programme_id=other)
    assert desk.refuses(programmes.open_programme, opened) == Why.NOT_ALLOWED
    named = programmes.NameGroup(by=maria, programme_id=other)
    assert desk.refuses(programmes.name_group, named) == Why.NOT_ALLOWED
    asked = programmes.ChangeLine(by=maria, programme_id=other, line=Line.NAME)
    assert desk.refuses(programmes.change_line, asked) == Why.NOT_ALLOWED
    tool = programme_changes.ToggleTool(by=maria, programme_id=other, tool=OptionalTool.T10)
    assert desk.refuses(programme_changes.toggle_tool, tool) == Why.NOT_ALLOWED
    trial = trial_groups.MakeTrialGroup(by=maria, programme_id=other)
    assert desk.refuses(trial_groups.make_trial_group, trial) == Why.NOT_ALLOWED
    group = groups.OpenGroup(by=maria, group_id=two.sirius.id)
    assert desk.refuses(groups.open_group, group) == Why.NOT_ALLOWED


def test_a_list_of_groups_holds_only_ones_own(two: Two, desk: Desk) -> None:
    desk.does(groups.list_groups, groups.ListGroups(by=two.maria))
    desk.does(groups.list_groups, groups.ListGroups(by=two.nova.by(two.boris)))

    lists = [told.notice for told in desk.told() if isinstance(told.notice, GroupList)]
    assert [[line.name for line in one.groups] for one in lists] == [["Nova"], ["Sirius"]]


def test_whoever_has_several_programmes_reads_of_each_which_groups_are_its_own(two: Two, desk: Desk) -> None:
    desk.does(digesting.read_status, digesting.ReadStatus(by=two.maria))
    assert two.nova.last(two.nova.maria, Digest).programmes == ()
    desk.record.managers.add(two.nova.maria.id, two.other.id, desk.now)

    desk.does(digesting.read_status, digesting.ReadStatus(by=two.maria))
    digest = two.nova.last(two.nova.maria, Digest)
    assert [(one.name, one.groups, one.waiting) for one in digest.programmes] == [("P", 1, 1), ("Q", 1, 1)]
    assert {(line.name, line.programme) for line in digest.lines} == {("Nova", "P"), ("Sirius", "Q")}

    desk.record.programmes.save(replace(two.other, name="P"))
    desk.does(groups.list_groups, groups.ListGroups(by=two.maria))
    told_apart = two.nova.last(two.nova.maria, GroupList)
    assert [(line.name, line.programme) for line in told_apart.groups] == [("Nova", "O"), ("Sirius", "R")]


def test_another_code_makes_a_manager_of_a_new_programme_and_of_no_other(two: Two, desk: Desk) -> None:
    make_manager_code(desk.record, MakeManagerCode(token="second"), desk.now)
    desk.does(start, Start(by=two.maria, payload="m_second"))
    desk.does(answer, Answer(by=two.maria, text="Second Chances"))

    own = desk.record.programmes.managed_by(two.nova.maria.id)
    assert [one.organisation for one in own] == ["O", "Second Chances"]
    assert isinstance(two.nova.last(two.nova.maria, ProgrammePreview), ProgrammePreview)
    assert [one.id for one in desk.record.managers.of_programme(own[1].id)] == [two.nova.maria.id]


def test_which_programme_is_asked_only_where_there_are_several(two: Two, desk: Desk) -> None:
    desk.does(groups.new_group, groups.NewGroup(by=two.maria))
    assert isinstance(two.nova.last(two.nova.maria, AskGroupName), AskGroupName)

    desk.record.managers.add(two.nova.maria.id, two.other.id, desk.now)
    desk.does(groups.new_group, groups.NewGroup(by=two.maria))
    choice = two.nova.last(two.nova.maria, ProgrammeList)
    assert [one.name for one in choice.programmes] == ["P", "Q"]
    desk.does(programmes.name_group, programmes.NameGroup(by=two.maria, programme_id=two.other.id))
    desk.does(answer, Answer(by=two.maria, text="Vega"))

    assert [one.name for one in desk.record.groups.of_programme(two.other.id)] == ["Sirius", "Vega"]


def test_a_programme_that_is_no_longer_theirs_takes_no_group(two: Two, desk: Desk) -> None:
    desk.record.managers.add(two.nova.maria.id, two.other.id, desk.now)
    desk.does(programmes.name_group, programmes.NameGroup(by=two.maria, programme_id=two.other.id))
    assert desk.record.managers.leave(two.nova.maria.id, two.other.id)
    desk.does(answer, Answer(by=two.maria, text="Vega"))

    assert [one.name for one in desk.record.groups.of_programme(two.other.id)] == ["Sirius"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (Line.NAME, "…"),
        (Line.CONTACTS, "x" * 501),
        (Line.PERIOD, "31.12.2020"),
        (Line.PERIOD, "soon"),
        (Line.ZONE, "Atlantis"),
        (Line.QUIET, "25-30"),
        (Line.WORK, "18-09"),
        (Line.SESSIONS, "0"),
        (Line.SESSIONS, "9999"),
        (Line.SESSIONS, "-1"),
        (Line.AGE, "99"),
        (Line.AGE, "²"),
        (Line.LANGUAGES, "Klingon"),
        (Line.TOOLS, "T10"),
    ],
)
def test_words_that_are_no_answer_change_nothing_and_are_asked_again(
    two: Two, desk: Desk, line: Line, words: str
) -> None:
    before = programme_of(desk, two.nova.programme.id)
    desk.does(programmes.change_line, programmes.ChangeLine(by=two.maria, programme_id=before.id, line=line))
    desk.does(answer, Answer(by=two.maria, text=words))

    asked = two.nova.last(two.nova.maria, AskLine)
    assert (asked.line, asked.misread) == (line, True)
    assert programme_of(desk, before.id) == before


def test_other_days_wait_for_a_word_while_a_group_is_running(two: Two, desk: Desk) -> None:
    programme = programme_of(desk, two.nova.programme.id)
    _meets(two.nova, desk, days=300)
    number = programme_changes.SetNumber(
        by=two.maria, programme_id=programme.id, line=Line.PERIOD, number=6, sure=False
    )
    desk.does(programme_changes.set_number, number)

    asked = two.nova.last(two.nova.maria, ConfirmPeriod)
    assert (asked.mentors, asked.after) == (2, 1)
    assert programme_of(desk, programme.id) == programme
    days: tuple[date, date] = (asked.begins, asked.ends)
    desk.does(
        programme_changes.set_period,
        programme_changes.SetPeriod(by=two.maria, programme_id=programme.id, begins=days[0], ends=days[1]),
    )
    changed = programme_of(desk, programme.id)
    assert (changed.begins_on, changed.ends_on) == days


def test_the_last_language_of_a_programme_stays(two: Two, desk: Desk) -> None:
    programme = programme_of(desk, two.nova.programme.id)
    other = programme_changes.ToggleLanguage(by=two.maria, programme_id=programme.id, language=Language.BG)
    desk.does(programme_changes.toggle_language, other)
    assert programme_of(desk, programme.id).languages == (Language.EN,)

    last = programme_changes.ToggleLanguage(by=two.maria, programme_id=programme.id, language=Language.EN)
    assert desk.refuses(programme_changes.toggle_language, last) == Why.LAST_LANGUAGE
    desk.does(programme_changes.toggle_language, other)
    assert programme_of(desk, programme.id).languages == (Language.EN, Language.BG)
    assert desk.refuses(programme_changes.toggle_language, last) == Why.LANGUAGE_IN_USE


def test_forged_numbers_change_nothing(two: Two, desk: Desk) -> None:
    for line, number in ((Line.SESSIONS, 0), (Line.AGE, 99), (Line.QUIET, 9999), (Line.WORK, 1809), (Line.NAME, 1)):
        forged = programme_changes.SetNumber(
            by=two.maria, programme_id=two.nova.programme.id, line=line, number=number, sure=True
        )
        assert desk.refuses(programme_changes.set_number, forged) == Why.NOT_UNDERSTOOD
    zone = programme_changes.SetZone(by=two.maria, programme_id=two.nova.programme.id, zone="Europe/Atlantis")
    assert desk.refuses(programme_changes.set_zone, zone) == Why.NOT_UNDERSTOOD


def _meets(nova: Nova, desk: Desk, *, days: int, group_id: GroupId | None = None) -> None:
    begins = desk.now + timedelta(days=days)
    desk.record.sessions.add(
        group_id=group_id or nova.group.id,
        kind=SessionKind.INITIAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=desk.now,
    )


def _everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """But what was told and counted."""
    tables = [one for one in metadata.sorted_tables if one.name not in {"outbox", "tallies", "wrong_tries"}]
    return {table.name: [tuple(row) for row in desk.connection.execute(select(table))] for table in tables}


def _a_trial_in_use(two: Two) -> Group:
    """Maria's second account is its mentor and a neighbour its mentee, who has sent a file; Vera is in it too."""
    desk, nova = two.desk, two.nova
    desk.does(trial_groups.make_trial_group, trial_groups.MakeTrialGroup(by=two.maria, programme_id=nova.programme.id))
    trial = next(one for one in desk.record.groups.of_programme(nova.programme.id) if one.id != nova.group.id)
    second = desk.record.people.add(telegram_id=90, name="M", language=Language.EN, zone="UTC", now=desk.now)
    neighbour = desk.record.people.add(telegram_id=91, name="N", language=Language.EN, zone="UTC", now=desk.now)
    places = desk.record.memberships.of_group(trial.id)
    for place, person in zip(places, (second, neighbour, nova.vera), strict=False):
        desk.record.memberships.save(replace(place, person_id=person.id, state=MembershipState.ACTIVE))
    nova.sends(neighbour, "trial-file")
    _meets(nova, desk, days=3, group_id=trial.id)
    return trial


def test_a_test_group_is_marked_and_can_be_used_like_any_other(two: Two, desk: Desk) -> None:
    trial = _a_trial_in_use(two)

    card = next(told.notice for told in desk.told() if isinstance(told.notice, GroupCard) and told.notice.trial)
    assert card.name.startswith("🧪")
    assert all("(sample)" in one.name for one in card.people)
    assert desk.record.trial_groups.sent(trial.id) == 1


def test_one_word_wipes_a_test_group_and_leaves_the_record_as_it_was_before(two: Two, desk: Desk) -> None:
    _meets(two.nova, desk, days=5)
    two.nova.sends(two.nova.vera, "real-file")
    desk.does(open_home, OpenHome(by=two.maria))
    before = _everything(desk)
    trial = _a_trial_in_use(two)

    desk.does(trial_groups.wipe, trial_groups.Wipe(by=two.maria, group_id=trial.id, sure=False))
    asked = two.nova.last(two.nova.maria, ConfirmWipe)
    assert (asked.people, asked.sent) == (5, 1)
    desk.does(trial_groups.wipe, trial_groups.Wipe(by=two.maria, group_id=trial.id, sure=True))

    assert two.nova.last(two.nova.maria, Wiped).name == trial.name
    assert _everything(desk) == before
    assert files.known_hashes(desk.connection) == set()
    again = trial_groups.Wipe(by=two.maria, group_id=trial.id, sure=True)
    assert desk.refuses(trial_groups.wipe, again) == Why.NOT_ALLOWED


def test_a_real_group_cannot_be_wiped_whatever_it_is_called(two: Two, desk: Desk) -> None:
    desk.record.groups.save(replace(two.nova.group, name="🧪 Test group"))

    wiped = trial_groups.Wipe(by=two.maria, group_id=two.nova.group.id, sure=True)
    assert desk.refuses(trial_groups.wipe, wiped) == Why.NOT_ALLOWED


def test_only_its_own_manager_wipes_a_test_group(two: Two, desk: Desk) -> None:
    trial = _a_trial_in_use(two)

    for person in (two.boris, two.nova.anton, two.nova.vera):
        wiped = trial_groups.Wipe(by=two.nova.by(person), group_id=trial.id, sure=True)
        assert desk.refuses(trial_groups.wipe, wiped) == Why.NOT_ALLOWED
    assert len(desk.record.memberships.of_group(trial.id, Role.MENTEE)) == 4
