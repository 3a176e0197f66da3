"""Signatures are collected: whose are needed, which have come, who looks at them, and when a paper is complete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.deadlines import days_to_tell
from mentoring.filings import FilingState
from mentoring.ids import DueId, SlotId, SubmissionId, UploadId
from mentoring.kit import Code
from mentoring.next_steps import Doing, next_step
from mentoring.notices.common import Refused
from mentoring.notices.deadlines import DocumentsDue, Expected
from mentoring.notices.files import UploadQuestion
from mentoring.notices.signatures import (
    AllSigned,
    AskHowToIssue,
    AskWhoSigned,
    HowToPhotograph,
    MissingReminded,
    MySignature,
    PageFiled,
    PageSent,
    SignatureBoard,
    SignedCopy,
    SignerCard,
)
from mentoring.papers import PaperKind, SignerState
from mentoring.people import MembershipState, Role
from mentoring.refusals import Why
from mentoring.scans import Verdict
from mentoring.schedule import Due, DueKind
from mentoring.slots import Slot, SlotKey, SlotState
from mentoring.submissions import MoveKind, Submission
from mentoring.use_cases import (
    covering,
    document_reminders,
    issuing,
    labelling,
    recognising,
    reviewing,
    signature_reviews,
    slot_cards,
    slot_planning,
    uploads,
)
from mentoring.use_cases.keeping_files import FileStored, file_stored
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova, shows

if TYPE_CHECKING:
    from mentoring.papers import Paper, Signer
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

CONTRACT, PRIVACY = Code("T04"), Code("X07")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    follow(nova)
    desk.told()
    return nova


def follow(nova: Nova) -> None:
    """What every unit does after its use case."""
    record = nova.desk.record
    slot_planning.follow(record, {nova.group.id}, nova.desk.now)


def contract(nova: Nova) -> Slot:
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=CONTRACT))
    assert slot is not None
    return slot


def issues(nova: Nova, who: Person, *, pages: bool = True) -> SlotId:
    slot = contract(nova)
    nova.desk.does(issuing.issue, issuing.Issue(by=nova.by(who, pressed=7), slot_id=slot.id, pages=pages))
    return slot.id


def states(nova: Nova) -> dict[str, SignerState]:
    return {
        one.name + ("+" if one.as_guardian else ""): one.state
        for one in nova.desk.record.signers.of_slot(contract(nova).id)
    }


def row(nova: Nova, person: Person) -> Signer:
    return next(one for one in nova.desk.record.signers.of_slot(contract(nova).id) if one.person_id == person.id)


def page_of(nova: Nova, person: Person) -> Paper:
    return next(one for one in nova.desk.record.papers.of_slot(contract(nova).id) if one.person_id == person.id)


def sends_page(nova: Nova, person: Person, unique_id: str) -> Submission:
    """Their page, which its number makes known."""
    nova.sends(person, unique_id)
    record = nova.desk.record
    theirs = [one for one in record.submissions.open_in(nova.group.id) if one.mentee_id == person.id]
    submission = theirs[-1]
    [attachment] = [one for move in record.submissions.moves(submission.id) for one in move.files]
    stored = FileStored(attachment_id=attachment.id, sha256="0" * 64, size=9, file_id=attachment.file_id)
    file_stored(record, stored, nova.desk.now)
    command = recognising.FileFound(
        attachment_id=attachment.id, verdict=Verdict.FINE, record_ids=(page_of(nova, person).record_id,), pages=1
    )
    recognising.file_found(record, command, nova.desk.now)
    found = record.submissions.by_id(submission.id)
    assert found is not None
    return found


def decides(nova: Nova, who: Person, submission: Submission, decision: MoveKind = MoveKind.ACCEPT) -> object:
    command = signature_reviews.DecidePage(
        by=nova.by(who, pressed=7), submission_id=submission.id, version=submission.version, decision=decision
    )
    return nova.desk.does(signature_reviews.decide_page, command)


def of_slot(nova: Nova, who: Person) -> issuing.OfSigning:
    return issuing.OfSigning(by=nova.by(who, pressed=7), slot_id=contract(nova).id)


def uploads_contract(nova: Nova, who: Person, unique_id: str = "scan") -> UploadId:
    nova.sends(who, unique_id)
    asked = nova.last(who, UploadQuestion)
    command = uploads.SayOfUpload(by=nova.by(who, pressed=7), upload_id=asked.upload_id, code=CONTRACT)
    nova.desk.does(uploads.say, command)
    return asked.upload_id


def ticks(nova: Nova, who: Person, upload_id: UploadId, *whom: Person, sure: bool = True) -> covering.TickSigners:
    rows = nova.desk.record.signers.of_slot(contract(nova).id)
    ids = {one.id for one in whom}
    mask = sum(1 << place for place, one in enumerate(rows) if one.person_id in ids)
    return covering.TickSigners(by=nova.by(who, pressed=7), upload_id=upload_id, ticked=mask, sure=sure)


def test_home_leads_a_mentee_to_their_signature_before_anything_that_only_they_wait_for(nova: Nova) -> None:
    before = next_step(nova.desk.record, nova.vera, nova.desk.now)
    issues(nova, nova.maria)

    step = next_step(nova.desk.record, nova.vera, nova.desk.now)
    sends_page(nova, nova.vera, "page")

    assert before.doing is Doing.SEND_FIRST
    assert (step.doing, step.subject_id, step.title and step.title.en) == (Doing.SIGN, contract(nova).id, "Contract")
    assert next_step(nova.desk.record, nova.vera, nova.desk.now).doing is Doing.NOTHING
    assert next_step(nova.desk.record, nova.anton, nova.desk.now).doing is not Doing.SIGN


def test_issuing_asks_each_party_and_gives_each_a_page_with_its_own_number(nova: Nova) -> None:
    nova.desk.does(issuing.ask_how, of_slot(nova, nova.maria))
    asked = nova.last(nova.maria, AskHowToIssue)
    assert asked.in_pages
    assert asked.names == ("Maria", "Anton", "Boyana", "Vera", "Ilya")

    issues(nova, nova.maria)
    told = nova.desk.told()
    assert contract(nova).state is SlotState.SIGNING
    assert states(nova) == dict.fromkeys(asked.names, SignerState.MISSING)
    numbers = [one.record_id for one in nova.desk.record.papers.of_slot(contract(nova).id)]
    assert len(set(numbers)) == len(asked.names)
    boards = {one.chat_id: one.notice for one in told if isinstance(one.notice, SignatureBoard)}
    assert set(boards) == {nova.maria.telegram_id, nova.anton.telegram_id, nova.boyana.telegram_id}
    own = {one.chat_id: one.notice for one in told if isinstance(one.notice, MySignature)}
    assert set(own) == {nova.vera.telegram_id, nova.ilya.telegram_id}


def test_a_page_is_taken_with_the_contract_to_read_and_keeps_its_number(nova: Nova) -> None:
    slot_id = issues(nova, nova.anton)
    nova.desk.told()
    command = issuing.TakePage(by=nova.by(nova.vera, pressed=7), slot_id=slot_id)
    nova.desk.does(issuing.take_page, command)
    whole, page = [one.notice for one in nova.desk.told(to=4) if isinstance(one.notice, PageSent)]
    assert (whole.to_read, whole.kind) == (True, PaperKind.WHOLE)
    assert [one.name for one in page.signers] == ["Vera"]
    assert page.record_id == page_of(nova, nova.vera).record_id

    nova.desk.does(issuing.take_page, command)
    assert page.record_id in {one.notice.record_id for one in nova.desk.told(to=4) if isinstance(one.notice, PageSent)}


def test_somebodys_page_is_taken_for_them_only_by_who_leads_the_group(nova: Nova) -> None:
    slot_id = issues(nova, nova.anton)
    nova.desk.told()
    ilyas = row(nova, nova.ilya).id
    forged = issuing.TakePage(by=nova.by(nova.vera), slot_id=slot_id, signer_id=ilyas)
    assert nova.desk.refuses(issuing.take_page, forged) == Why.NOT_ALLOWED
    nova.desk.does(issuing.take_page, replace(forged, by=nova.by(nova.anton)))
    sent = [one.notice for one in nova.desk.told(to=2) if isinstance(one.notice, PageSent)]
    assert sent[-1].whose == "Ilya"


def test_a_minor_signs_beside_their_guardian_on_one_page(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.vera, adult=False, guardian="Vesela"))
    slot_id = issues(nova, nova.maria)
    assert states(nova)["Vesela+"] is SignerState.MISSING
    nova.desk.told()
    nova.desk.does(issuing.take_page, issuing.TakePage(by=nova.by(nova.vera), slot_id=slot_id))
    page = nova.last(nova.vera, PageSent)
    assert ([one.name for one in page.signers], page.guardians) == (["Vera"], ("Vesela",))

    decides(nova, nova.anton, sends_page(nova, nova.vera, "u1"))
    assert (states(nova)["Vera"], states(nova)["Vesela+"]) == (SignerState.SIGNED, SignerState.SIGNED)


def test_a_page_that_comes_waits_for_a_look_and_the_board_says_so(nova: Nova) -> None:
    issues(nova, nova.maria)
    nova.desk.told()
    submission = sends_page(nova, nova.vera, "u1")
    assert states(nova)["Vera"] is SignerState.SENT
    assert nova.last(nova.maria, SignatureBoard).done == 0

    nova.desk.does(
        signature_reviews.open_signer,
        signature_reviews.OfSigner(by=nova.by(nova.maria, pressed=7), signer_id=row(nova, nova.vera).id),
    )
    card = nova.last(nova.maria, SignerCard)
    assert (card.can_decide, card.submission_id) == (True, submission.id)
    assert card.file is not None


@pytest.mark.parametrize("decision", [MoveKind.NOT_READABLE, MoveKind.WRONG_PAGE, MoveKind.NO_SIGNATURE])
def test_a_page_that_goes_back_is_owed_again(nova: Nova, decision: MoveKind) -> None:
    issues(nova, nova.maria)
    submission = sends_page(nova, nova.vera, "u1")
    decides(nova, nova.maria, submission, decision)
    assert states(nova)["Vera"] is SignerState.RETURNED
    assert contract(nova).state is SlotState.SIGNING
    nova.desk.told()
    nova.desk.does(slot_cards.open_expected, slot_cards.OpenExpected(by=nova.by(nova.vera)))
    assert "T04" in {one.title.code for one in nova.last(nova.vera, Expected).slots}


def test_of_two_reviewers_the_faster_decides(nova: Nova) -> None:
    issues(nova, nova.maria)
    submission = sends_page(nova, nova.vera, "u1")
    assert decides(nova, nova.maria, submission) is None
    assert decides(nova, nova.anton, submission, MoveKind.NO_SIGNATURE) == Refused(why=Why.ALREADY_DONE)
    assert states(nova)["Vera"] is SignerState.SIGNED


def test_nobody_but_its_leaders_decides_about_a_page(nova: Nova) -> None:
    issues(nova, nova.maria)
    submission = sends_page(nova, nova.vera, "u1")
    for somebody in (nova.vera, nova.ilya, 99):
        command = signature_reviews.DecidePage(
            by=nova.by(somebody), submission_id=submission.id, version=1, decision=MoveKind.ACCEPT
        )
        assert nova.desk.refuses(signature_reviews.decide_page, command) == Why.NOT_ALLOWED
    forged = signature_reviews.DecidePage(
        by=nova.by(nova.anton), submission_id=submission.id, version=1, decision=MoveKind.WITHDRAW
    )
    assert nova.desk.refuses(signature_reviews.decide_page, forged) == Why.NOT_ALLOWED
    unknown = replace(forged, submission_id=SubmissionId(999))
    assert nova.desk.refuses(signature_reviews.decide_page, unknown) == Why.GONE


def test_accepting_on_the_mentors_own_card_counts_too(nova: Nova) -> None:
    issues(nova, nova.maria)
    submission = sends_page(nova, nova.vera, "u1")
    accept = reviewing.Decide(by=nova.by(nova.anton), submission_id=submission.id, version=1, decision=MoveKind.ACCEPT)
    nova.desk.does(reviewing.decide, accept)
    labelling.follow_all(nova.desk.record, {submission.id}, nova.desk.now)
    assert states(nova)["Vera"] is SignerState.SIGNED


def test_a_scan_of_a_leader_covers_whom_they_tick(nova: Nova) -> None:
    issues(nova, nova.maria)
    nova.desk.told()
    upload = uploads_contract(nova, nova.anton)
    asked = nova.last(nova.anton, AskWhoSigned)
    assert asked.ticked == 0
    assert nova.desk.refuses(covering.tick, ticks(nova, nova.anton, upload)) == Why.NOBODY_PICKED

    nova.desk.does(covering.tick, ticks(nova, nova.anton, upload, nova.anton, nova.boyana))
    assert nova.last(nova.anton, PageFiled).names == ("Anton", "Boyana")
    assert states(nova)["Anton"] is SignerState.COVERED
    assert states(nova)["Vera"] is SignerState.MISSING
    assert contract(nova).state is SlotState.SIGNING
    assert len(nova.desk.record.filings.of_slot(contract(nova).id)) == 1
    assert nova.desk.refuses(covering.tick, ticks(nova, nova.boyana, upload, nova.vera)) == Why.FOR_SOMEBODY_ELSE
    assert nova.desk.refuses(covering.tick, ticks(nova, nova.anton, upload, nova.vera)) == Why.ALREADY_DONE


def test_whoever_turns_out_not_to_have_signed_is_missing_again(nova: Nova) -> None:
    issues(nova, nova.maria)
    upload = uploads_contract(nova, nova.maria)
    nova.desk.does(covering.tick, ticks(nova, nova.maria, upload, nova.maria, nova.vera))
    command = signature_reviews.OfSigner(by=nova.by(nova.maria), signer_id=row(nova, nova.vera).id)
    nova.desk.does(signature_reviews.not_signed_after_all, command)
    assert states(nova)["Vera"] is SignerState.MISSING
    assert nova.desk.refuses(signature_reviews.not_signed_after_all, command) == Why.ALREADY_DONE


def everybody_has_signed(nova: Nova) -> Submission:
    issues(nova, nova.maria)
    upload = uploads_contract(nova, nova.maria)
    nova.desk.does(covering.tick, ticks(nova, nova.maria, upload, nova.maria, nova.anton, nova.boyana, nova.ilya))
    nova.desk.told()
    submission = sends_page(nova, nova.vera, "u1")
    decides(nova, nova.anton, submission)
    return submission


def test_when_the_last_one_has_signed_the_group_hears_of_it_once(nova: Nova) -> None:
    everybody_has_signed(nova)
    assert contract(nova).state is SlotState.ACCEPTED
    assert [one.chat_id for one in nova.desk.told() if isinstance(one.notice, AllSigned)] == [NOVA_CHAT]


def test_one_tap_files_every_page_and_gives_each_party_a_copy(nova: Nova) -> None:
    everybody_has_signed(nova)
    nova.desk.told()
    nova.desk.does(signature_reviews.file_signed, of_slot(nova, nova.anton))
    assert contract(nova).state is SlotState.FILED
    names = [one.name for one in nova.desk.record.filings.of_slot(contract(nova).id) if one.state is FilingState.FILED]
    assert sorted(names) == ["T04_Nova_2026-11-23_v1.pdf", "T04_Nova_Vera_2026-11-23_v1.pdf"]
    copies = {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, SignedCopy)}
    assert set(copies) == {1, 2, 3, 4, 5}
    assert nova.desk.refuses(signature_reviews.file_signed, of_slot(nova, nova.maria)) == Why.ALREADY_DONE
    assert nova.desk.refuses(signature_reviews.file_signed, of_slot(nova, nova.vera)) == Why.NOT_ALLOWED


def test_a_mentor_who_comes_later_signs_a_page_and_what_the_old_one_signed_is_kept(nova: Nova) -> None:
    everybody_has_signed(nova)
    record = nova.desk.record
    nova.desk.does(signature_reviews.file_signed, of_slot(nova, nova.anton))
    [place] = record.memberships.of_person(nova.anton.id)
    record.memberships.save(replace(place, state=MembershipState.REMOVED))
    galya = record.people.add(telegram_id=6, name="Galya", language=nova.anton.language, zone="UTC", now=nova.desk.now)
    nova.joins(nova.group, galya, Role.MENTOR)
    follow(nova)
    assert (states(nova)["Anton"], states(nova)["Galya"]) == (SignerState.COVERED, SignerState.MISSING)
    assert contract(nova).state is SlotState.SIGNING
    assert contract(nova).filing_id is not None


def test_rows_follow_whoever_comes_and_goes(nova: Nova) -> None:
    issues(nova, nova.maria)
    record = nova.desk.record
    [place] = record.memberships.of_person(nova.ilya.id)
    record.memberships.save(replace(place, state=MembershipState.LEFT))
    stoyan = record.people.add(telegram_id=6, name="Stoyan", language=nova.vera.language, zone="UTC", now=nova.desk.now)
    nova.joins(nova.group, stoyan, Role.MENTEE)
    nova.desk.told()
    follow(nova)
    assert (states(nova)["Ilya"], states(nova)["Stoyan"]) == (SignerState.NOT_NEEDED, SignerState.MISSING)
    assert nova.last(stoyan, MySignature).total == 5
    follow(nova)
    assert not nova.desk.told()

    record.memberships.save(place)
    follow(nova)
    assert states(nova)["Ilya"] is SignerState.MISSING


def test_only_the_missing_are_reminded_and_once_a_day(nova: Nova) -> None:
    issues(nova, nova.maria)
    decides(nova, nova.anton, sends_page(nova, nova.vera, "u1"))
    nova.desk.told()
    assert nova.desk.does(signature_reviews.remind_missing, of_slot(nova, nova.maria)) == MissingReminded(people=3)
    assert [one.chat_id for one in nova.desk.told() if isinstance(one.notice, MySignature)] == [2, 3, 5]
    assert nova.desk.does(signature_reviews.remind_missing, of_slot(nova, nova.maria)) == MissingReminded(people=0)
    assert nova.desk.refuses(signature_reviews.remind_missing, of_slot(nova, nova.anton)) == Why.NOT_ALLOWED


def test_a_reminded_mentor_is_shown_that_their_signature_is_there(nova: Nova) -> None:
    issues(nova, nova.maria)
    nova.desk.does(signature_reviews.remind_missing, of_slot(nova, nova.maria))
    reminded = nova.last(nova.anton, MySignature)
    assert reminded.state is SignerState.MISSING
    shows(nova, nova.anton, reminded.card(), 900)
    upload = uploads_contract(nova, nova.maria)
    nova.desk.told()
    nova.desk.does(covering.tick, ticks(nova, nova.maria, upload, nova.anton, nova.maria))
    told = {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, MySignature)}
    assert {chat_id: one.state for chat_id, one in told.items()} == {nova.anton.telegram_id: SignerState.COVERED}


def test_the_morning_reminder_goes_to_who_is_missing(nova: Nova) -> None:
    issues(nova, nova.maria)
    decides(nova, nova.anton, sends_page(nova, nova.vera, "u1"))
    record, slot = nova.desk.record, contract(nova)
    due = replace(slot, due_on=nova.desk.now.date())
    record.slots.change(slot, due)
    nova.desk.now = nova.desk.now.replace(day=days_to_tell(due)[0].day)
    nova.desk.told()
    morning = Due(
        id=DueId(1),
        kind=DueKind.DOCUMENTS_DUE,
        subject_id=nova.group.id,
        person_id=None,
        occurrence="d",
        due_at=nova.desk.now,
        expires_at=nova.desk.now,
    )
    document_reminders.remind(record, [morning], nova.desk.now)
    told = nova.desk.told()
    about = {
        one.chat_id
        for one in told
        if isinstance(one.notice, DocumentsDue) and "T04" in {slot.title.code for slot in one.notice.slots}
    }
    assert about == {1, 2, 3, 5}


def test_a_board_is_for_leaders_and_everybody_else_sees_only_themselves(nova: Nova) -> None:
    issues(nova, nova.maria)
    nova.desk.told()
    nova.desk.does(issuing.open_board, of_slot(nova, nova.boyana))
    assert nova.last(nova.boyana, SignatureBoard).total == 5
    nova.desk.does(issuing.open_board, of_slot(nova, nova.vera))
    assert nova.last(nova.vera, MySignature).state is SignerState.MISSING
    nova.desk.does(issuing.how_to_photograph, issuing.AskHowToPhotograph(by=nova.by(nova.vera)))
    assert nova.last(nova.vera, HowToPhotograph) == HowToPhotograph()


def test_what_is_issued_is_not_issued_twice_and_not_by_mentees(nova: Nova) -> None:
    command = issuing.Issue(by=nova.by(nova.vera), slot_id=contract(nova).id, pages=True)
    assert nova.desk.refuses(issuing.issue, command) == Why.NOT_ALLOWED
    issues(nova, nova.maria)
    assert nova.desk.refuses(issuing.issue, replace(command, by=nova.by(nova.anton))) == Why.ALREADY_DONE
    nowhere = issuing.OfSigning(by=nova.by(nova.anton), slot_id=SlotId(999))
    assert nova.desk.refuses(issuing.open_board, nowhere) == Why.GONE


def test_one_paper_for_all_has_one_number(nova: Nova) -> None:
    slot_id = issues(nova, nova.maria, pages=False)
    [paper] = nova.desk.record.papers.of_slot(slot_id)
    assert (paper.kind, paper.person_id) == (PaperKind.WHOLE, None)
    assert not nova.last(nova.vera, MySignature).pages
