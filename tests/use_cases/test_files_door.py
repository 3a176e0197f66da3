"""Behind the Files door everybody finds what they may read at that moment, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import Filing, FilingDeed, FilingState
from mentoring.ids import FilingId, GroupId
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.notices.toolbars import (
    NO_DOCUMENT,
    FilesDoor,
    FilingCard,
    FilingSent,
    FoundFilings,
    Section,
    SectionGroups,
    SectionShelves,
    Shelf,
)
from mentoring.people import MembershipState, Role
from mentoring.refusals import Why
from mentoring.submissions import MoveKind, NewMove, State
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.files_door import (
    OpenFiles,
    OpenSection,
    OpenShelf,
    open_files,
    open_section,
    open_shelf,
)
from mentoring.use_cases.filing_cards import OfFiling, open_filing, send_filing
from mentoring.use_cases.finding import TurnFound, turn_found
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

GOALS, LIST, PROFILE, INTERVIEW = Code("T02"), Code("T03"), Code("T01"), Code("T12")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    return a_nova(desk)


def a_filing(
    nova: Nova,
    code: Code | None = GOALS,
    *,
    about: Person | None = None,
    visibility: Visibility = Visibility.GROUP,
    toolbar: Toolbar = Toolbar.MANAGING,
    state: FilingState = FilingState.FILED,
    name: str = "",
    group_id: GroupId | None = None,
) -> Filing:
    """With a file of its own, that was sent by Vera."""
    record, now = nova.desk.record, nova.desk.now
    submission = record.submissions.add(mentee_id=nova.vera.id, group_id=nova.group.id, state=State.WAITING, now=now)
    move = record.submissions.log(submission, NewMove(kind=MoveKind.SEND, person_id=nova.vera.id), now)
    file = record.attachments.add(move, nova.file(f"of-{submission.id}", chat=4), now)
    filing = Filing(
        id=FilingId(0),
        group_id=group_id or nova.group.id,
        toolbar=toolbar,
        code=code,
        slot_id=None,
        person_id=about.id if about is not None else None,
        session_id=None,
        submission_id=None,
        attachment_id=file.id,
        scan_id=None,
        name=name or f"{code}_Nova.pdf",
        version=1,
        visibility=visibility,
        state=state,
        filed_by=nova.anton.id,
        filed_at=now,
    )
    return record.filings.add(filing)


def door(nova: Nova, person: Person) -> dict[Section, int]:
    nova.desk.does(open_files, OpenFiles(by=nova.by(person)))
    return {one.section: one.count for one in nova.last(person, FilesDoor).sections}


def reads(nova: Nova, person: Person, filing: Filing) -> bool:
    """By its card, by the file, and in the lists: all of them agree."""
    press = OfFiling(by=nova.by(person), filing_id=filing.id)
    listed = any(door(nova, person).values()) if filing.state is FilingState.FILED else False
    nova.desk.does(answer, Answer(by=nova.by(person), text="pdf"))
    found = nova.last(person, FoundFilings).count > 0
    try:
        nova.desk.does(open_filing, press)
        nova.desk.does(send_filing, press)
    except Exception:  # noqa: BLE001 - which one is looked at below
        assert {nova.desk.refuses(open_filing, press), nova.desk.refuses(send_filing, press)} == {Why.NOT_ALLOWED}
        assert not found
        assert not listed
        return False
    assert nova.last(person, FilingSent).filing_id == filing.id
    return True


@pytest.mark.parametrize(
    ("visibility", "about_vera", "readers"),
    [
        (Visibility.GROUP, False, {"Maria", "Anton", "Vera", "Ilya"}),
        (Visibility.LEADERS, False, {"Maria", "Anton"}),
        (Visibility.LEADERS, True, {"Maria", "Anton", "Vera"}),
        (Visibility.MANAGERS, True, {"Maria"}),
    ],
)
def test_each_reads_what_its_visibility_lets_them(
    nova: Nova, visibility: Visibility, *, about_vera: bool, readers: set[str]
) -> None:
    filing = a_filing(nova, about=nova.vera if about_vera else None, visibility=visibility)

    people = (nova.maria, nova.anton, nova.vera, nova.ilya)
    assert {person.name for person in people if reads(nova, person, filing)} == readers


@pytest.mark.parametrize("state", [FilingState.REPLACED, FilingState.WITHDRAWN])
def test_what_is_no_longer_filed_is_only_for_those_who_file(nova: Nova, state: FilingState) -> None:
    filing = a_filing(nova, about=nova.vera, state=state)
    press = OfFiling(by=nova.by(nova.anton), filing_id=filing.id)
    nova.desk.does(open_filing, press)

    for person in (nova.vera, nova.ilya):
        assert nova.desk.refuses(open_filing, replace(press, by=nova.by(person))) == Why.NOT_ALLOWED


def test_a_mentor_of_another_group_finds_nothing_of_this_one(nova: Nova) -> None:
    filing = a_filing(nova)
    elsewhere = nova.desk.record.people.add(
        telegram_id=88, name="Emil", language=nova.vera.language, zone="UTC", now=nova.desk.now
    )
    nova.joins(nova.second_group(), elsewhere, Role.MENTOR)

    assert not reads(nova, elsewhere, filing)
    section = OpenSection(by=nova.by(elsewhere), section=Section.MANAGING, group_id=nova.group.id)
    assert nova.desk.refuses(open_section, section) == Why.NOT_ALLOWED


def test_whoever_has_finished_still_finds_what_is_about_them_and_nothing_of_the_group(nova: Nova) -> None:
    own, of_group = a_filing(nova, about=nova.vera), a_filing(nova, LIST)
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.COMPLETED))

    assert door(nova, nova.vera) == {Section.GROUP: 0, Section.OWN: 1}
    nova.desk.does(open_filing, OfFiling(by=nova.by(nova.vera), filing_id=own.id))
    press = OfFiling(by=nova.by(nova.vera), filing_id=of_group.id)
    assert nova.desk.refuses(open_filing, press) == Why.NOT_ALLOWED


def test_whoever_was_removed_finds_nothing(nova: Nova) -> None:
    filing = a_filing(nova, about=nova.vera)
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))

    press = OfFiling(by=nova.by(nova.vera), filing_id=filing.id)
    assert nova.desk.refuses(open_filing, press) == Why.NOT_ALLOWED
    assert nova.desk.refuses(open_files, OpenFiles(by=nova.by(nova.vera))) == Why.NOT_ALLOWED


def test_toolbar_documents_and_filings_with_their_counts(nova: Nova) -> None:
    a_filing(nova, about=nova.vera)
    a_filing(nova, about=nova.ilya)
    a_filing(nova, None, name="Photo_Nova.jpg")
    a_filing(nova, PROFILE, toolbar=Toolbar.MONITORING)
    assert door(nova, nova.anton) == {Section.MANAGING: 3, Section.MONITORING: 1}

    nova.desk.does(open_section, OpenSection(by=nova.by(nova.anton), section=Section.MANAGING))
    shelves = nova.last(nova.anton, SectionShelves)
    assert [(one.document.code if one.document else None, one.count) for one in shelves.shelves] == [
        (GOALS, 2),
        (None, 1),
    ]
    press = OpenShelf(by=nova.by(nova.anton), section=Section.MANAGING, group_id=nova.group.id, code=GOALS)
    nova.desk.does(open_shelf, press)
    shelf = nova.last(nova.anton, Shelf)
    assert ({one.person for one in shelf.lines}, shelf.count, shelf.more) == ({"Vera", "Ilya"}, 2, False)
    nova.desk.does(open_shelf, replace(press, code=NO_DOCUMENT))
    assert [one.name for one in nova.last(nova.anton, Shelf).lines] == ["Photo_Nova.jpg"]


def test_of_several_groups_one_is_chosen(nova: Nova) -> None:
    other = nova.second_group()
    a_filing(nova)
    a_filing(nova, group_id=other.id)

    nova.desk.does(open_section, OpenSection(by=nova.by(nova.maria), section=Section.MANAGING))
    groups = nova.last(nova.maria, SectionGroups).groups
    assert {(one.name, one.count) for one in groups} == {("Nova", 1), ("Start", 1)}


def test_a_long_shelf_has_pages_of_eight(nova: Nova) -> None:
    for _ in range(17):
        a_filing(nova)
    press = OpenShelf(by=nova.by(nova.anton), section=Section.MANAGING, group_id=nova.group.id, code=GOALS)
    sizes = []
    for page in range(3):
        nova.desk.does(open_shelf, replace(press, page=page))
        shelf = nova.last(nova.anton, Shelf)
        sizes.append((len(shelf.lines), shelf.more))

    assert sizes == [(8, True), (8, True), (1, False)]
    for page in (-1, 3, 10**9):
        assert nova.desk.refuses(open_shelf, replace(press, page=page)) == Why.GONE


@pytest.mark.parametrize("words", ["goals", "ЦЕЛИ", "celi", "T02", "vera", "Вера", "vera pdf", "личн vera", "t02_nova"])
def test_words_in_either_alphabet_find_it(nova: Nova, words: str) -> None:
    filing = a_filing(nova, about=nova.vera)
    a_filing(nova, INTERVIEW, about=nova.anton, name="T12_Nova_Anton.docx")
    door(nova, nova.maria)
    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text=words))

    found = nova.last(nova.maria, FoundFilings)
    assert [one.filing_id for one in found.lines] == [filing.id]
    assert found.count == 1


def test_a_kind_of_file_is_found_and_nothing_by_what_stands_nowhere(nova: Nova) -> None:
    photo = a_filing(nova, None, name="Poseshtenie_Nova.jpg")
    a_filing(nova)
    door(nova, nova.anton)
    for words, expected in (("снимка", [photo.id]), ("посещение", [photo.id]), ("zzz", []), ("—", [])):
        nova.desk.does(answer, Answer(by=nova.by(nova.anton), text=words))
        assert [one.filing_id for one in nova.last(nova.anton, FoundFilings).lines] == expected


def test_what_was_found_has_pages_too_for_as_long_as_it_is_remembered(nova: Nova) -> None:
    for _ in range(9):
        a_filing(nova)
    door(nova, nova.anton)
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="goals"))
    assert nova.last(nova.anton, FoundFilings).more
    turn = TurnFound(by=nova.by(nova.anton, pressed=50), page=1)
    nova.desk.does(turn_found, turn)
    assert len(nova.last(nova.anton, FoundFilings).lines) == 1

    nova.passes(timedelta(hours=2))
    assert nova.desk.refuses(turn_found, turn) == Why.GONE


def test_why_something_was_changed_is_only_for_those_who_file(nova: Nova) -> None:
    filing = a_filing(nova, about=nova.vera)
    for deed, reason in ((FilingDeed.FILE, ""), (FilingDeed.MOVE, "By mistake")):
        nova.desk.record.filings.log(filing.id, deed, by=nova.anton.id, reason=reason, now=nova.desk.now)
    for person, expected in ((nova.anton, ["", "By mistake"]), (nova.vera, [""])):
        nova.desk.does(open_filing, OfFiling(by=nova.by(person), filing_id=filing.id))
        card = nova.last(person, FilingCard)
        assert [one.reason for one in card.history] == expected
        assert card.can_change is (person is nova.anton)
