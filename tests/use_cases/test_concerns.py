"""Who reads a concern, what is refused, and that nothing of it changes once it was raised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.concern_drafts import LONGEST, MOST_FILES
from mentoring.files import FileKind
from mentoring.ids import PersonId, ProgrammeId
from mentoring.notices.concerns import ConcernCard, ConcernWriting, ManagersNeeded, OpenConcernList, OwnConcern
from mentoring.notices.digests import Digest
from mentoring.notices.operating import AnotherManagerNeeded
from mentoring.people import Language, MembershipState, Role
from mentoring.refusals import Why
from mentoring.use_cases import concern_cards, concerns, digesting
from mentoring.use_cases.sending import SendFile, send_file
from tests.use_cases.a_group import Nova, a_nova, unreachable
from tests.use_cases.raising import begins, manages, of, petar, raises, sends, types

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def test_everybody_is_named_before_anything_is_sent(nova: Nova) -> None:
    petar(nova)

    begins(nova, nova.vera)

    shown = nova.last(nova.vera, ConcernWriting)
    assert (shown.readers, shown.mentors, shown.words) == (("Maria", "Petar"), (), "")
    assert [one.name for one in shown.choices] == ["Maria", "Petar"]


def test_only_the_managers_hear_of_it(nova: Nova) -> None:
    begins(nova, nova.vera)
    types(nova, nova.vera, "I am")
    types(nova, nova.vera, "afraid")

    sends(nova, nova.vera)

    told = nova.desk.told()
    assert {one.chat_id for one in told if isinstance(one.notice, ConcernCard)} == {nova.maria.telegram_id}
    assert {one.chat_id for one in told} == {nova.maria.telegram_id, nova.vera.telegram_id}
    [concern] = nova.desk.record.concerns.of_person(nova.vera.id)
    assert (concern.text, concern.raised_at, concern.group_id) == ("I am\n\nafraid", nova.desk.now, nova.group.id)


def test_a_mentor_who_manages_too_is_passed_over_where_somebody_else_manages(nova: Nova) -> None:
    manages(nova, nova.anton)

    concern = raises(nova, nova.vera)

    told = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, ConcernCard)]
    assert told == [nova.maria.telegram_id]
    assert nova.desk.refuses(concern_cards.open_concern, of(nova, nova.anton, concern)) == Why.NOT_ALLOWED
    nova.desk.does(digesting.read_status, digesting.ReadStatus(by=nova.by(nova.anton)))
    assert nova.last(nova.anton, Digest).concerns == 0


def test_where_nobody_else_manages_it_is_said_before(nova: Nova) -> None:
    manages(nova, nova.anton)
    nova.desk.record.managers.leave(nova.maria.id, nova.programme.id)

    begins(nova, nova.vera)

    shown = nova.last(nova.vera, ConcernWriting)
    assert (shown.readers, shown.mentors) == (("Anton",), ("Anton",))


def test_whoever_it_is_about_neither_hears_of_it_nor_reads_it(nova: Nova) -> None:
    other = petar(nova)

    concern = raises(nova, nova.vera, about=nova.maria)

    assert [one.chat_id for one in nova.desk.told() if isinstance(one.notice, ConcernCard)] == [other.telegram_id]
    for use_case in (concern_cards.open_concern, concern_cards.take_concern):
        assert nova.desk.refuses(use_case, of(nova, nova.maria, concern)) == Why.NOT_ALLOWED
    nova.desk.does(concern_cards.open_concerns, concern_cards.OpenConcerns(by=nova.by(nova.maria)))
    assert nova.last(nova.maria, OpenConcernList).concerns == ()


def test_nobody_can_be_named_who_is_no_manager_and_no_programme_that_is_not_theirs(nova: Nova) -> None:
    begins(nova, nova.vera)

    forged = concerns.AddressConcern(by=nova.by(nova.vera), programme_id=ProgrammeId(99), about_id=None)
    assert nova.desk.refuses(concerns.address_concern, forged) == Why.NOT_ALLOWED
    nova.desk.does(
        concerns.address_concern,
        concerns.AddressConcern(by=nova.by(nova.vera), programme_id=nova.programme.id, about_id=PersonId(99)),
    )
    assert nova.last(nova.vera, ConcernWriting).about is None


def test_one_manager_takes_care_and_everybody_sees_who(nova: Nova) -> None:
    other = petar(nova)
    concern = raises(nova, nova.vera)
    nova.desk.told()

    nova.desk.does(concern_cards.take_concern, of(nova, other, concern))

    assert nova.last(nova.vera, OwnConcern).seen_by == "Petar"
    assert nova.desk.refuses(concern_cards.take_concern, of(nova, nova.maria, concern)) == Why.ALREADY_DONE
    kept = nova.desk.record.concerns.by_id(concern)
    assert kept is not None
    assert (kept.seen_by, kept.seen_at, kept.text) == (other.id, nova.desk.now, "I am afraid")


def test_the_digest_says_how_many_wait_and_nothing_else(nova: Nova) -> None:
    raises(nova, nova.vera, "a secret")

    nova.desk.does(digesting.read_status, digesting.ReadStatus(by=nova.by(nova.maria)))

    digest = nova.last(nova.maria, Digest)
    assert digest.concerns == 1
    assert "a secret" not in str(digest)


def test_somebody_who_was_removed_can_still_be_heard(nova: Nova) -> None:
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))

    raises(nova, nova.vera)

    assert not nova.last(nova.maria, ConcernCard).can_write


def test_where_nobody_can_be_reached_the_operator_hears_that_and_no_more(nova: Nova) -> None:
    record = nova.desk.record
    second = record.programmes.add(name="Second", organisation="O", language=Language.EN, zone="UTC", now=nova.desk.now)
    group = record.groups.add(programme_id=second.id, name="Far", language=Language.EN, now=nova.desk.now)
    lone = record.people.add(telegram_id=8, name="Lone", language=Language.EN, zone="UTC", now=nova.desk.now)
    record.managers.add(lone.id, second.id, nova.desk.now)
    unreachable(nova, lone)
    nova.joins(group, nova.ilya, Role.MENTEE)

    raises(nova, nova.ilya, "a secret")

    told = nova.desk.told()
    assert [one.chat_id for one in told if isinstance(one.notice, ManagersNeeded)] == [nova.maria.telegram_id]
    assert "a secret" not in str([one for one in told if one.chat_id == nova.maria.telegram_id])
    [receipt] = [one.notice for one in told if isinstance(one.notice, OwnConcern)]
    assert not receipt.reached


def test_one_about_the_only_manager_waits_for_the_next_and_calls_for_them_in_other_words(nova: Nova) -> None:
    record = nova.desk.record
    second = record.programmes.add(name="Second", organisation="O", language=Language.EN, zone="UTC", now=nova.desk.now)
    other = record.people.add(telegram_id=8, name="Other", language=Language.EN, zone="UTC", now=nova.desk.now)
    record.managers.add(other.id, second.id, nova.desk.now)

    concern_id = raises(nova, nova.vera, "a secret", about=nova.maria)

    told = nova.desk.told()
    assert [one.chat_id for one in told if isinstance(one.notice, AnotherManagerNeeded)] == [other.telegram_id]
    assert not [one for one in told if one.chat_id == nova.maria.telegram_id]
    assert "secret" not in str([one for one in told if one.chat_id == other.telegram_id])
    assert "Vera" not in str([one for one in told if one.chat_id == other.telegram_id])
    assert not concern_cards.waiting_for(record, nova.maria)
    later = manages(nova, nova.boyana)
    nova.desk.does(concern_cards.open_concern, of(nova, later, concern_id))
    assert nova.last(later, ConcernCard).words == "a secret"


def test_where_no_other_manager_is_anywhere_the_log_says_that_one_is_needed(nova: Nova) -> None:
    begins(nova, nova.vera)
    command = concerns.AddressConcern(by=nova.by(nova.vera), programme_id=nova.programme.id, about_id=nova.maria.id)
    nova.desk.does(concerns.address_concern, command)
    types(nova, nova.vera, "a secret")
    record = nova.desk.record

    concerns.send_concern(record, concerns.SendConcern(by=nova.by(nova.vera, pressed=7)), nova.desk.now)

    assert record.untold == [AnotherManagerNeeded]
    assert record.aftermath().untold == ["AnotherManagerNeeded"]
    assert not nova.desk.told(to=nova.maria.telegram_id)


def test_nothing_and_too_much_are_not_sent(nova: Nova) -> None:
    begins(nova, nova.vera)
    assert nova.desk.refuses(concerns.send_concern, concerns.SendConcern(by=nova.by(nova.vera))) == Why.NOT_UNDERSTOOD

    types(nova, nova.vera, "a" * LONGEST)
    assert types(nova, nova.vera, "b").full
    sends(nova, nova.vera)

    [concern] = nova.desk.record.concerns.of_person(nova.vera.id)
    assert concern.text == "a" * LONGEST
    assert nova.desk.refuses(concerns.send_concern, concerns.SendConcern(by=nova.by(nova.vera))) == Why.GONE


def test_files_are_kept_with_it_up_to_ten_and_stickers_are_not(nova: Nova) -> None:
    begins(nova, nova.vera)
    for number in range(MOST_FILES + 1):
        nova.sends(nova.vera, f"f{number}", caption=f"{number}")
    full = nova.last(nova.vera, ConcernWriting)
    sticker = replace(nova.file("s", chat=4), kind=FileKind.STICKER)
    assert concerns.take_file(nova.desk.record, nova.by(nova.vera), sticker, nova.desk.now)

    sends(nova, nova.vera)

    [concern] = nova.desk.record.concerns.of_person(nova.vera.id)
    files = nova.desk.record.concerns.files_of(concern.id)
    assert full.full
    assert [one.file_id for one in files] == [f"id-f{number}" for number in range(MOST_FILES)]
    assert nova.desk.record.concerns.came_in(nova.vera.telegram_id or 0, 101)


def test_before_the_consent_files_are_taken_for_an_open_concern_and_for_nothing_else(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.vera, consent_version=0))
    work = SendFile(by=nova.by(nova.vera), file=nova.file("w", chat=4))
    assert nova.desk.refuses(send_file, work) == Why.CONSENT_FIRST

    begins(nova, nova.vera)
    nova.sends(nova.vera, "photo", caption="Look")
    sends(nova, nova.vera)

    [concern] = nova.desk.record.concerns.of_person(nova.vera.id)
    assert concern.text == "Look"
    assert [one.file_id for one in nova.desk.record.concerns.files_of(concern.id)] == ["id-photo"]
    assert nova.desk.refuses(send_file, work) == Why.CONSENT_FIRST
    assert not nova.desk.record.submissions.of_mentee(nova.vera.id)


def test_a_stranger_has_nobody_to_turn_to_here(nova: Nova) -> None:
    assert nova.desk.refuses(concerns.raise_concern, concerns.RaiseConcern(by=nova.by(66))) == Why.NOT_ALLOWED
