"""What landed in the wrong place is put where it belongs by whoever leads there, and each hears what concerns them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.ids import GroupId, PersonId, SlotId, SubmissionId
from mentoring.kit import CONTRACT, Code
from mentoring.notices.elsewhere import AskPlace, NotYours, WithAnotherGroup
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.papers import SignerState
from mentoring.people import MembershipState, Role
from mentoring.refusals import Why
from mentoring.slots import Slot, SlotKey, SlotState
from mentoring.submissions import NO_SLOT, MoveKind
from mentoring.use_cases import elsewhere, issuing, labelling, reviewing, slot_planning
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk

GOALS = Code("T02")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    follow(nova)
    desk.told()
    return nova


def follow(nova: Nova) -> None:
    record = nova.desk.record
    slot_planning.follow(record, [one.id for one in record.groups.of_programme(nova.programme.id)], nova.desk.now)


def the(nova: Nova, person: Person | None, group: Group | None = None) -> Slot:
    code, person_id = (CONTRACT, None) if person is None else (GOALS, person.id)
    key = SlotKey(group_id=(group or nova.group).id, code=code, person_id=person_id)
    found = nova.desk.record.slots.by_key(key)
    assert found is not None
    return found


def sent(nova: Nova, person: Person, slot: Slot) -> Submission:
    nova.sends(person)
    [submission] = nova.desk.record.submissions.open_in(nova.group.id)
    after = labelling.set_label(nova.desk.record, submission, slot, nova.desk.now)
    nova.desk.told()
    return after


def puts(
    nova: Nova, who: Person | int, of: Submission, whose: Person, slot: Slot | None, *, group: Group | None = None
) -> elsewhere.Put:
    return elsewhere.Put(
        by=nova.by(who, pressed=5),
        submission_id=of.id,
        group_id=(group or nova.group).id,
        person_id=whose.id,
        slot_id=NO_SLOT if slot is None else slot.id,
    )


def now(nova: Nova, of: Submission) -> Submission:
    found = nova.desk.record.submissions.by_id(of.id)
    assert found is not None
    return found


def another_group(nova: Nova) -> tuple[Group, Person, Person]:
    """Of the same manager, with Galya as its mentor and Petya as its mentee."""
    other, record = nova.second_group(), nova.desk.record
    galya, petya = (
        record.people.add(telegram_id=number, name=name, language=nova.vera.language, zone="UTC", now=nova.desk.now)
        for number, name in ((6, "Galya"), (8, "Petya"))
    )
    nova.joins(other, galya, Role.MENTOR)
    nova.joins(other, petya, Role.MENTEE)
    follow(nova)
    nova.desk.told()
    return other, galya, petya


def test_a_mentor_is_asked_whose_it_is_and_which_document(nova: Nova) -> None:
    of = sent(nova, nova.vera, the(nova, nova.vera))
    where = elsewhere.WhereTo(by=nova.by(nova.anton, pressed=5), submission_id=of.id)
    nova.desk.does(elsewhere.ask, where)
    asked = nova.last(nova.anton, AskPlace)
    assert [(one.name, one.now) for one in asked.lines] == [("Vera", True), ("Ilya", False)]
    assert not asked.groups

    nova.desk.does(elsewhere.ask, replace(where, person_id=nova.ilya.id))
    asked = nova.last(nova.anton, AskPlace)
    assert (asked.mentee, asked.person_id) == ("Ilya", nova.ilya.id)
    assert the(nova, nova.ilya).id in {one.slot_id for one in asked.slots}
    assert the(nova, nova.vera).id not in {one.slot_id for one in asked.slots}


def test_what_is_another_mentees_goes_to_them_and_their_slot(nova: Nova) -> None:
    of = sent(nova, nova.vera, the(nova, nova.vera))

    nova.desk.does(elsewhere.put, puts(nova, nova.anton, of, nova.ilya, the(nova, nova.ilya)))

    assert (the(nova, nova.vera).state, the(nova, nova.ilya).state) == (SlotState.OPEN, SlotState.SUBMITTED)
    assert now(nova, of).mentee_id == nova.ilya.id
    told = nova.desk.told()
    [gone] = [one.notice for one in told if isinstance(one.notice, NotYours)]
    assert gone == NotYours(submission_id=of.id, number=of.number or 0)
    [card] = [one.notice for one in told if one.chat_id == 5 and isinstance(one.notice, SubmissionCard)]
    assert (card.sheet.mentee, card.sheet.filed_by) == ("Ilya", "Vera")
    reviews = {one.chat_id: one.notice.sheet.mentee for one in told if isinstance(one.notice, ReviewCard)}
    assert reviews == {2: "Ilya", 3: "Ilya"}


def test_a_manager_puts_it_into_the_group_where_it_belongs(nova: Nova) -> None:
    other, galya, petya = another_group(nova)
    of = sent(nova, nova.vera, the(nova, nova.vera))
    where = elsewhere.WhereTo(by=nova.by(nova.maria, pressed=5), submission_id=of.id)
    nova.desk.does(elsewhere.ask, where)
    assert nova.last(nova.maria, AskPlace).groups
    nova.desk.does(elsewhere.ask, replace(where, groups=True))
    assert [one.name for one in nova.last(nova.maria, AskPlace).lines] == ["Nova", "Start"]
    nova.desk.does(elsewhere.ask, replace(where, group_id=other.id))
    assert [one.name for one in nova.last(nova.maria, AskPlace).lines] == ["Petya"]

    nova.desk.does(elsewhere.put, puts(nova, nova.maria, of, petya, the(nova, petya, other), group=other))

    assert the(nova, nova.vera).state is SlotState.OPEN
    assert the(nova, petya, other).state is SlotState.SUBMITTED
    told = nova.desk.told()
    gone = {one.chat_id for one in told if isinstance(one.notice, WithAnotherGroup)}
    assert gone == {nova.anton.telegram_id, nova.boyana.telegram_id}
    [review] = [one.notice for one in told if one.chat_id == galya.telegram_id and isinstance(one.notice, ReviewCard)]
    assert (review.can_review, review.sheet.group) == (True, "Start")
    assert [one.chat_id for one in told if isinstance(one.notice, NotYours)] == [nova.vera.telegram_id]


def test_the_same_person_s_document_can_become_any_other_of_theirs(nova: Nova) -> None:
    """Also one that was not among the likely ones."""
    of = sent(nova, nova.vera, the(nova, nova.vera))
    profile = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=Code("T08"), person_id=nova.vera.id))
    assert profile is not None
    nova.desk.does(elsewhere.put, puts(nova, nova.maria, of, nova.vera, profile))
    assert (now(nova, of).slot_id, the(nova, nova.vera).state) == (profile.id, SlotState.OPEN)
    assert not [one for one in nova.desk.told() if isinstance(one.notice, NotYours)]


def test_a_signature_goes_along_to_whose_it_is(nova: Nova) -> None:
    of_all = the(nova, None)
    nova.desk.does(issuing.issue, issuing.Issue(by=nova.by(nova.maria, pressed=7), slot_id=of_all.id, pages=True))
    of = sent(nova, nova.vera, of_all)

    nova.desk.does(elsewhere.put, puts(nova, nova.anton, of, nova.ilya, the(nova, None)))

    rows = {one.name: one.state for one in nova.desk.record.signers.of_slot(of_all.id)}
    assert (rows["Vera"], rows["Ilya"]) == (SignerState.MISSING, SignerState.SENT)


def test_what_is_something_else_is_no_document_of_the_kit(nova: Nova) -> None:
    of = sent(nova, nova.vera, the(nova, nova.vera))
    nova.desk.does(elsewhere.put, puts(nova, nova.anton, of, nova.ilya, None))
    assert (now(nova, of).slot_id, the(nova, nova.ilya).state) == (NO_SLOT, SlotState.OPEN)


def test_only_leaders_of_both_groups_put_anything_anywhere(nova: Nova) -> None:
    other, galya, petya = another_group(nova)
    of = sent(nova, nova.vera, the(nova, nova.vera))
    there = the(nova, petya, other)
    for who in (nova.vera, nova.ilya, nova.anton, galya, 99):
        assert nova.desk.refuses(elsewhere.put, puts(nova, who, of, petya, there, group=other)) == Why.NOT_ALLOWED
    for who in (nova.vera, nova.ilya, galya, 99):
        asking = elsewhere.WhereTo(by=nova.by(who), submission_id=of.id)
        assert nova.desk.refuses(elsewhere.ask, asking) == Why.NOT_ALLOWED
    asking = elsewhere.WhereTo(by=nova.by(nova.anton), submission_id=of.id, group_id=other.id)
    assert nova.desk.refuses(elsewhere.ask, asking) == Why.NOT_ALLOWED


def test_nothing_is_put_to_somebody_who_is_no_mentee_there_nor_into_what_is_not_theirs(nova: Nova) -> None:
    of = sent(nova, nova.vera, the(nova, nova.vera))
    to_mentor = puts(nova, nova.maria, of, nova.anton, None)
    assert nova.desk.refuses(elsewhere.put, to_mentor) == Why.NOT_ALLOWED
    assert nova.desk.refuses(elsewhere.put, replace(to_mentor, person_id=PersonId(99))) == Why.NOT_ALLOWED
    crossed = puts(nova, nova.anton, of, nova.ilya, the(nova, nova.vera))
    assert nova.desk.refuses(elsewhere.put, crossed) == Why.GONE
    assert nova.desk.refuses(elsewhere.put, replace(crossed, slot_id=SlotId(999))) == Why.GONE
    assert nova.desk.refuses(elsewhere.put, replace(crossed, submission_id=SubmissionId(999))) == Why.GONE
    [place] = nova.desk.record.memberships.of_person(nova.ilya.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.LEFT))
    gone = puts(nova, nova.anton, of, nova.ilya, the(nova, nova.ilya))
    assert nova.desk.refuses(elsewhere.put, gone) == Why.NOT_ALLOWED


def test_what_is_decided_is_put_nowhere(nova: Nova) -> None:
    of = sent(nova, nova.vera, the(nova, nova.vera))
    press = reviewing.Decide(
        by=nova.by(nova.anton, pressed=5), submission_id=of.id, version=1, decision=MoveKind.ACCEPT
    )
    nova.desk.does(reviewing.decide, press)
    command = puts(nova, nova.anton, of, nova.ilya, the(nova, nova.ilya))
    assert nova.desk.refuses(elsewhere.put, command) == Why.ALREADY_DONE
    assert not nova.last(nova.anton, ReviewCard).can_move


def test_a_mentor_of_two_groups_may_put_it_into_the_other(nova: Nova) -> None:
    other, _, petya = another_group(nova)
    nova.joins(other, nova.anton, Role.MENTOR)
    of = sent(nova, nova.vera, the(nova, nova.vera))
    nova.desk.does(elsewhere.put, puts(nova, nova.anton, of, petya, None, group=other))
    assert now(nova, of).group_id == GroupId(other.id)
    told = nova.desk.told()
    assert {one.chat_id for one in told if isinstance(one.notice, WithAnotherGroup)} == {nova.boyana.telegram_id}
