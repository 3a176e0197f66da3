"""What is owed follows its people: once, to wherever they go on, with whatever was done for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import FilingState
from mentoring.group_deeds import GroupDeed
from mentoring.invitations import Door, payload
from mentoring.kit import CONTRACT, Code, Toolbar
from mentoring.notices.relinking import RelinkCode
from mentoring.papers import SignerState
from mentoring.people import MembershipState, Person, Role
from mentoring.sessions import Coming, Place, SessionKind
from mentoring.slots import SlotKey, SlotState
from mentoring.submissions import MoveKind
from mentoring.use_cases import (
    group_life,
    issuing,
    labelling,
    on_paper,
    relinking,
    reviewing,
    slot_planning,
)
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.filing import FileSubmission, file_submission
from mentoring.use_cases.merging_accounts import DecideMerge, decide_merge
from mentoring.use_cases.start import Start, start
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.ids import SessionId
    from mentoring.slots import Slot
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk

GOALS, QUESTIONS = Code("T02"), Code("T07")
DOUBLE = 77


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    after_the_unit(nova)
    desk.told()
    return nova


def after_the_unit(nova: Nova) -> None:
    """What follows each use case: documents go where they were said to belong, and all groups are planned anew."""
    record = nova.desk.record
    of_all = [
        one for group in record.groups.of_programme(nova.programme.id) for one in record.submissions.open_in(group.id)
    ]
    labelling.follow_all(record, [one.id for one in of_all], nova.desk.now)
    slot_planning.follow(record, [one.id for one in record.groups.of_programme(nova.programme.id)], nova.desk.now)


def slot(nova: Nova, code: Code, person: Person | None, group: Group | None = None) -> Slot:
    key = SlotKey(group_id=(group or nova.group).id, code=code, person_id=None if person is None else person.id)
    found = nova.desk.record.slots.by_key(key)
    assert found is not None
    return found


def state(nova: Nova, code: Code, person: Person | None, group: Group | None = None) -> SlotState:
    return slot(nova, code, person, group).state


def hands_in(nova: Nova, person: Person, code: Code, unique_id: str, whose: Person | None = None) -> Submission:
    """`whose` is None for what the whole group signs."""
    nova.sends(person, unique_id)
    record = nova.desk.record
    submission = next(one for one in record.submissions.open_in(nova.group.id) if one.mentee_id == person.id)
    return labelling.set_label(record, submission, slot(nova, code, whose), nova.desk.now)


def accepts(nova: Nova, mentor: Person, submission: Submission) -> None:
    press = reviewing.Decide(
        by=nova.by(mentor, pressed=50), submission_id=submission.id, version=1, decision=MoveKind.ACCEPT
    )
    nova.desk.does(reviewing.decide, press)
    labelling.follow_all(nova.desk.record, [submission.id], nova.desk.now)


def is_filed(nova: Nova, person: Person, code: Code, unique_id: str) -> None:
    submission = hands_in(nova, person, code, unique_id, person)
    accepts(nova, nova.anton, submission)
    press = FileSubmission(
        by=nova.by(nova.anton, pressed=50), submission_id=submission.id, version=1, toolbar=Toolbar.MANAGING
    )
    nova.desk.does(file_submission, press)
    assert state(nova, code, person) is SlotState.FILED


def filed_in(nova: Nova, group: Group) -> list[str]:
    return [one.name for one in nova.desk.record.filings.of_group(group.id, [FilingState.FILED])]


def issues_the_contract(nova: Nova) -> None:
    command = issuing.Issue(by=nova.by(nova.maria, pressed=7), slot_id=slot(nova, CONTRACT, None).id, pages=True)
    nova.desk.does(issuing.issue, command)


def merges(nova: Nova, into: Group) -> None:
    by, group_id = nova.by(nova.maria), nova.group.id
    asking = group_life.AskAboutGroup(by=by, group_id=group_id, deed=GroupDeed.MERGE, into_id=into.id)
    nova.desk.does(group_life.ask_about_group, asking)
    nova.desk.does(
        group_life.confirm_group_deed, group_life.ConfirmGroupDeed(by=by, group_id=group_id, deed=GroupDeed.MERGE)
    )
    after_the_unit(nova)


def another_group(nova: Nova) -> Group:
    """With a mentor of its own, Galya."""
    other = nova.second_group()
    galya = nova.desk.record.people.add(
        telegram_id=6, name="Galya", language=nova.anton.language, zone="UTC", now=nova.desk.now
    )
    nova.joins(other, galya, Role.MENTOR)
    after_the_unit(nova)
    return other


def once(nova: Nova, person: Person) -> None:
    """No document is owed twice by them in one group."""
    slots = [one.key for one in nova.desk.record.slots.of_person(person.id)]
    assert sorted(map(str, slots)) == sorted({str(one) for one in slots})
    assert all(nova.desk.record.slots.by_key(one) is not None for one in slots)


def test_what_was_filed_and_what_waits_goes_along_into_another_group(nova: Nova) -> None:
    other = another_group(nova)
    is_filed(nova, nova.vera, GOALS, "u1")
    waiting = hands_in(nova, nova.vera, QUESTIONS, "u2", nova.vera)

    merges(nova, other)

    assert state(nova, GOALS, nova.vera, other) is SlotState.FILED
    assert state(nova, QUESTIONS, nova.vera, other) is SlotState.SUBMITTED
    assert filed_in(nova, other) == ["T02_Nova_Vera_2026-11-23_v1.pdf"]
    assert filed_in(nova, nova.group) == []
    [galya] = [one for one in nova.desk.record.submissions.circle(other.id).mentors if one.name == "Galya"]
    accepts(nova, galya, waiting)
    assert state(nova, QUESTIONS, nova.vera, other) is SlotState.ACCEPTED
    once(nova, nova.vera)


def test_nothing_is_asked_of_a_group_that_is_no_more(nova: Nova) -> None:
    other = another_group(nova)
    issues_the_contract(nova)
    page = hands_in(nova, nova.vera, CONTRACT, "u1")
    assert {one.state for one in nova.desk.record.signers.of_submission(page.id)} == {SignerState.SENT}

    merges(nova, other)

    old = {one.state for one in nova.desk.record.slots.of_group(nova.group.id)}
    assert old == {SlotState.NOT_NEEDED}
    rows = nova.desk.record.signers.of_slot(slot(nova, CONTRACT, None).id)
    assert {one.state for one in rows} == {SignerState.NOT_NEEDED}
    asked = nova.desk.record.submissions.by_id(page.id)
    assert asked is not None
    assert (asked.group_id, asked.slot_id) == (other.id, None)


def test_whoever_was_in_both_groups_owes_a_document_once(nova: Nova) -> None:
    other = another_group(nova)
    is_filed(nova, nova.vera, GOALS, "u1")
    nova.joins(other, nova.vera, Role.MENTEE)
    after_the_unit(nova)
    there = slot(nova, GOALS, nova.vera, other)

    merges(nova, other)

    kept = slot(nova, GOALS, nova.vera, other)
    assert (kept.id, kept.state) == (there.id, SlotState.FILED)
    assert [one.slot_id for one in nova.desk.record.filings.of_slot(kept.id)] == [kept.id]
    once(nova, nova.vera)


def test_whoever_has_finished_goes_on_reading_their_own_where_they_were(nova: Nova) -> None:
    other = another_group(nova)
    is_filed(nova, nova.ilya, GOALS, "u1")
    [place] = nova.desk.record.memberships.of_person(nova.ilya.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.COMPLETED))

    merges(nova, other)

    assert filed_in(nova, nova.group) == ["T02_Nova_Ilya_2026-11-23_v1.pdf"]


def test_of_a_group_that_is_split_only_what_is_of_those_who_go_goes(nova: Nova) -> None:
    is_filed(nova, nova.vera, GOALS, "u1")
    is_filed(nova, nova.ilya, GOALS, "u2")
    issues_the_contract(nova)
    page = hands_in(nova, nova.vera, CONTRACT, "u3")

    new = splits_off(nova, nova.vera)

    assert state(nova, GOALS, nova.vera, new) is SlotState.FILED
    assert state(nova, GOALS, nova.ilya) is SlotState.FILED
    assert filed_in(nova, new) == ["T02_Nova_Vera_2026-11-23_v1.pdf"]
    assert filed_in(nova, nova.group) == ["T02_Nova_Ilya_2026-11-23_v1.pdf"]
    assert [one for one in nova.desk.record.slots.of_group(nova.group.id) if one.key.person_id == nova.vera.id] == []
    assert (state(nova, CONTRACT, None), state(nova, CONTRACT, None, new)) == (SlotState.SIGNING, SlotState.OPEN)
    rows = {one.name: one.state for one in nova.desk.record.signers.of_slot(slot(nova, CONTRACT, None).id)}
    assert (rows["Vera"], rows["Ilya"]) == (SignerState.NOT_NEEDED, SignerState.MISSING)
    asked = nova.desk.record.submissions.by_id(page.id)
    assert asked is not None
    assert (asked.group_id, asked.slot_id) == (new.id, None)


def splits_off(nova: Nova, person: Person) -> Group:
    by, group_id, deed = nova.by(nova.maria), nova.group.id, GroupDeed.SPLIT
    nova.desk.does(group_life.ask_about_group, group_life.AskAboutGroup(by=by, group_id=group_id, deed=deed))
    nova.desk.does(answer, Answer(by=by, text="Sirius"))
    [place] = nova.desk.record.memberships.of_person(person.id)
    for picked in (place.id, None):
        pick = group_life.PickForSplit(by=by, group_id=group_id, membership_id=picked)
        nova.desk.does(group_life.pick_for_split, pick)
    nova.desk.does(group_life.confirm_group_deed, group_life.ConfirmGroupDeed(by=by, group_id=group_id, deed=deed))
    after_the_unit(nova)
    return next(one for one in nova.desk.record.groups.of_programme(nova.programme.id) if one.name == "Sirius")


def test_two_accounts_of_one_person_owe_each_document_once_and_sign_once(nova: Nova) -> None:
    double = a_double(nova)
    is_filed(nova, double, GOALS, "u1")
    issues_the_contract(nova)
    page = hands_in(nova, double, CONTRACT, "u2")

    become_one(nova, nova.vera)
    after_the_unit(nova)

    assert state(nova, GOALS, nova.vera) is SlotState.FILED
    once(nova, nova.vera)
    rows = nova.desk.record.signers.of_slot(slot(nova, CONTRACT, None).id)
    [row] = [one for one in rows if one.person_id == nova.vera.id]
    assert (row.name, row.state, row.submission_id) == ("Vera", SignerState.SENT, page.id)
    assert [one.name for one in rows] == ["Maria", "Anton", "Boyana", "Vera", "Ilya"]
    papers = [one.person_id for one in nova.desk.record.papers.of_slot(slot(nova, CONTRACT, None).id)]
    assert papers.count(nova.vera.id) == len(["hers", "her double's"])


def test_a_paper_is_signed_by_all_when_the_last_one_turns_out_to_have_signed_it(nova: Nova) -> None:
    double = a_double(nova)
    issues_the_contract(nova)
    record = nova.desk.record
    for row in record.signers.of_slot(slot(nova, CONTRACT, None).id):
        if row.person_id != nova.vera.id:
            record.signers.change(row, replace(row, state=SignerState.COVERED))

    become_one(nova, nova.vera)

    assert double.id not in {one.person_id for one in record.signers.of_slot(slot(nova, CONTRACT, None).id)}
    assert state(nova, CONTRACT, None) is SlotState.ACCEPTED


def test_whoever_is_known_already_takes_over_what_they_owed_on_paper(nova: Nova) -> None:
    nova.desk.does(on_paper.add_on_paper, on_paper.AddOnPaper(by=nova.by(nova.maria), group_id=nova.group.id))
    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text="Petar Kolev"))
    after_the_unit(nova)
    record = nova.desk.record
    petar = next(one for one in record.memberships.of_group(nova.group.id) if one.name == "Petar Kolev")
    assert petar.person_id is not None
    written = record.people.by_id(petar.person_id)
    there = slot(nova, GOALS, written)
    record.slots.change(there, replace(there, state=SlotState.ACCEPTED))
    session = held(nova)
    record.sessions.answer(session, written.id, Coming.LATE, nova.desk.now)
    known = record.people.add(telegram_id=8, name="P", language=nova.vera.language, zone="UTC", now=nova.desk.now)
    nova.desk.does(
        on_paper.gets_telegram, on_paper.GetsTelegram(by=nova.by(nova.maria), membership_id=petar.id, yes=True)
    )

    seat = record.memberships.by_id(petar.id)
    assert seat is not None
    free = on_paper.freed(record, nova.by(8), seat)
    record.memberships.save(replace(free, person_id=known.id, state=MembershipState.ACTIVE))
    after_the_unit(nova)

    assert state(nova, GOALS, known) is SlotState.ACCEPTED
    assert record.slots.of_person(written.id) == []
    assert {one.person.id: one.coming for one in record.sessions.attendants([session])}[known.id] is Coming.LATE
    once(nova, known)


def held(nova: Nova) -> SessionId:
    begins = nova.desk.now - timedelta(hours=3)
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
    return session.id


def a_double(nova: Nova) -> Person:
    """Vera again, on another account that came in by itself."""
    double = nova.desk.record.people.add(
        telegram_id=DOUBLE, name="V", language=nova.vera.language, zone="UTC", now=nova.desk.now
    )
    nova.joins(nova.group, double, Role.MENTEE)
    after_the_unit(nova)
    return double


def become_one(nova: Nova, person: Person) -> None:
    [place] = nova.desk.record.memberships.of_person(person.id)
    asking = relinking.RelinkMember(by=nova.by(nova.maria, pressed=9), membership_id=place.id, token="secret")
    nova.desk.does(relinking.relink_member, asking)
    code = payload(Door.RELINK, nova.last(nova.maria, RelinkCode).token)
    nova.desk.does(start, Start(by=nova.by(DOUBLE), payload=code))
    nova.desk.does(relinking.answer_relink, relinking.AnswerRelink(by=nova.by(DOUBLE, pressed=1), yes=True))
    nova.desk.does(decide_merge, DecideMerge(by=nova.by(nova.maria, pressed=9), telegram_id=DOUBLE, yes=True))
