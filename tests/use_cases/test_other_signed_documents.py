"""Not only contracts are signed: lists of participants, certificates and consents are, each by its own people."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import FilingDeed, FilingState
from mentoring.kit import CONTRACT, PARTICIPANTS_LIST, Code, DocumentChoice
from mentoring.notices.files import UploadQuestion
from mentoring.notices.signatures import AllSigned, AskHowToIssue, MySignature, PageSent, SignatureBoard, SignedCopy
from mentoring.papers import PaperKind, SignerState
from mentoring.people import MembershipState, Role
from mentoring.refusals import Why
from mentoring.sessions import Coming, Place, SessionKind
from mentoring.slots import Slot, SlotKey, SlotState
from mentoring.submissions import MoveKind
from mentoring.use_cases import (
    covering,
    filing_deeds,
    issuing,
    labelling,
    reviewing,
    signature_reviews,
    slot_planning,
    uploads,
)
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import PersonId, SessionId
    from mentoring.people import Person
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk

CERTIFICATE, CONSENT = Code("X06"), Code("X07")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    for code in (PARTICIPANTS_LIST, CERTIFICATE, CONSENT):
        choice = DocumentChoice(code=code, in_use=True)
        desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=desk.now)
    follow(nova)
    desk.told()
    return nova


def follow(nova: Nova) -> None:
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)


def the(nova: Nova, code: Code, person: Person | None = None, session: SessionId | None = None) -> Slot:
    person_id = None if person is None else person.id
    key = SlotKey(group_id=nova.group.id, code=code, person_id=person_id, session_id=session)
    found = nova.desk.record.slots.by_key(key)
    assert found is not None
    return found


def first_session(nova: Nova) -> SessionId:
    """The initial one, an hour ago; Ilya could not come."""
    begins = nova.desk.now - timedelta(hours=2)
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
    nova.desk.record.sessions.answer(session.id, nova.ilya.id, Coming.NO, nova.desk.now)
    follow(nova)
    return session.id


def issues(nova: Nova, who: Person, slot: Slot) -> None:
    nova.desk.does(issuing.issue, issuing.Issue(by=nova.by(who, pressed=7), slot_id=slot.id, pages=True))


def names(nova: Nova, slot: Slot, state: SignerState = SignerState.MISSING) -> list[str]:
    return [one.name for one in nova.desk.record.signers.of_slot(slot.id) if one.state is state]


def hands_in(nova: Nova, person: Person, slot: Slot, unique_id: str = "u1") -> Submission:
    nova.sends(person, unique_id)
    record = nova.desk.record
    submission = next(one for one in record.submissions.open_in(nova.group.id) if one.mentee_id == person.id)
    return labelling.set_label(record, submission, slot, nova.desk.now)


def accepts(nova: Nova, submission: Submission) -> None:
    press = reviewing.Decide(
        by=nova.by(nova.anton, pressed=5), submission_id=submission.id, version=1, decision=MoveKind.ACCEPT
    )
    nova.desk.does(reviewing.decide, press)
    labelling.follow_all(nova.desk.record, [submission.id], nova.desk.now)


def copies(nova: Nova) -> set[int]:
    return {one.chat_id for one in nova.desk.told() if isinstance(one.notice, SignedCopy)}


def test_a_list_of_participants_is_signed_by_whoever_was_there_on_one_paper(nova: Nova) -> None:
    slot = the(nova, PARTICIPANTS_LIST, session=first_session(nova))
    nova.desk.does(issuing.ask_how, issuing.OfSigning(by=nova.by(nova.anton, pressed=7), slot_id=slot.id))
    asked = nova.last(nova.anton, AskHowToIssue)
    assert (asked.in_pages, asked.names) == (False, ("Maria", "Anton", "Boyana", "Vera"))

    issues(nova, nova.anton, slot)

    assert names(nova, slot) == ["Maria", "Anton", "Boyana", "Vera"]
    [paper] = nova.desk.record.papers.of_slot(slot.id)
    assert (paper.kind, paper.session_id) == (PaperKind.WHOLE, slot.key.session_id)
    assert not [one for one in nova.desk.told(to=nova.ilya.telegram_id) if isinstance(one.notice, MySignature)]


def test_one_photograph_of_the_list_covers_everybody_and_is_filed_with_its_session(nova: Nova) -> None:
    slot = the(nova, PARTICIPANTS_LIST, session=first_session(nova))
    issues(nova, nova.anton, slot)
    nova.desk.told()
    nova.sends(nova.anton, "list")
    upload_id = nova.last(nova.anton, UploadQuestion).upload_id
    by = nova.by(nova.anton, pressed=7)
    nova.desk.does(uploads.say, uploads.SayOfUpload(by=by, upload_id=upload_id, code=PARTICIPANTS_LIST))
    everybody = (1 << len(names(nova, slot))) - 1
    nova.desk.does(covering.tick, covering.TickSigners(by=by, upload_id=upload_id, ticked=everybody, sure=True))

    assert names(nova, slot, SignerState.COVERED) == ["Maria", "Anton", "Boyana", "Vera"]
    assert [one.chat_id for one in nova.desk.told() if isinstance(one.notice, AllSigned)] == [NOVA_CHAT]
    nova.desk.does(signature_reviews.file_signed, issuing.OfSigning(by=by, slot_id=slot.id))
    [filing] = [one for one in nova.desk.record.filings.of_slot(slot.id) if one.state is FilingState.FILED]
    assert (filing.session_id, filing.person_id) == (slot.key.session_id, None)
    assert copies(nova) == {1, 2, 3, 4}


def test_a_certificate_is_signed_by_managers_alone_and_its_mentee_gets_it(nova: Nova) -> None:
    slot = the(nova, CERTIFICATE, nova.vera)
    issues(nova, nova.maria, slot)
    assert names(nova, slot) == ["Maria"]
    nova.desk.does(issuing.take_page, issuing.TakePage(by=nova.by(nova.maria, pressed=7), slot_id=slot.id))
    sent = nova.last(nova.maria, PageSent)
    assert (sent.kind, [one.name for one in sent.signers]) == (PaperKind.WHOLE, ["Maria"])
    assert sent.known.subject is not None
    assert sent.known.subject.name == "Vera"
    take = issuing.TakePage(by=nova.by(nova.vera, pressed=7), slot_id=slot.id)
    assert nova.desk.refuses(issuing.take_page, take) == Why.NOT_ALLOWED
    covers(nova, nova.maria, CERTIFICATE, about=nova.vera.id)

    assert (the(nova, CERTIFICATE, nova.vera).state, the(nova, CERTIFICATE, nova.ilya).state) == (
        SlotState.ACCEPTED,
        SlotState.OPEN,
    )
    nova.desk.told()
    by = nova.by(nova.maria, pressed=7)
    nova.desk.does(signature_reviews.file_signed, issuing.OfSigning(by=by, slot_id=slot.id))
    [filing] = nova.desk.record.filings.of_slot(slot.id)
    assert (filing.person_id, filing.name) == (nova.vera.id, "X06_Nova_Vera_2026-11-23_v1.pdf")
    assert the(nova, CERTIFICATE, nova.vera).state is SlotState.FILED
    assert nova.vera.telegram_id in copies(nova)


def covers(nova: Nova, who: Person, code: Code, *, about: PersonId) -> None:
    by = nova.by(who, pressed=7)
    nova.desk.told()
    nova.sends(who, "scan")
    upload_id = nova.last(who, UploadQuestion).upload_id
    nova.desk.does(uploads.say, uploads.SayOfUpload(by=by, upload_id=upload_id, code=code))
    nova.desk.does(uploads.say, uploads.SayOfUpload(by=by, upload_id=upload_id, about_id=about))
    nova.desk.does(covering.tick, covering.TickSigners(by=by, upload_id=upload_id, ticked=1, sure=True))


def test_a_consent_is_signed_by_its_mentee_alone_and_is_no_mentors_business(nova: Nova) -> None:
    slot = the(nova, CONSENT, nova.vera)
    command = issuing.Issue(by=nova.by(nova.anton, pressed=7), slot_id=slot.id, pages=False)
    assert nova.desk.refuses(issuing.issue, command) == Why.NOT_ALLOWED
    issues(nova, nova.maria, slot)

    assert names(nova, slot) == ["Vera"]
    boards = {one.chat_id for one in nova.desk.told() if isinstance(one.notice, SignatureBoard)}
    assert boards == {nova.maria.telegram_id}
    opening = issuing.OfSigning(by=nova.by(nova.ilya, pressed=7), slot_id=slot.id)
    assert nova.desk.refuses(issuing.open_board, opening) == Why.NOT_ALLOWED


def test_a_minors_consent_is_signed_by_the_guardian_too(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.vera, adult=False, guardian="Vesela"))
    slot = the(nova, CONSENT, nova.vera)
    issues(nova, nova.maria, slot)
    assert names(nova, slot) == ["Vera", "Vesela"]


def test_what_was_sent_before_it_was_asked_for_counts_when_it_is(nova: Nova) -> None:
    contract, consent = the(nova, CONTRACT), the(nova, CONSENT, nova.ilya)
    page = hands_in(nova, nova.vera, contract, "u1")
    early = hands_in(nova, nova.ilya, consent, "u2")
    assert the(nova, CONSENT, nova.ilya).state is SlotState.SUBMITTED

    issues(nova, nova.maria, contract)
    issues(nova, nova.maria, the(nova, CONSENT, nova.ilya))

    assert names(nova, contract, SignerState.SENT) == ["Vera"]
    assert names(nova, consent, SignerState.SENT) == ["Ilya"]
    of = {one.submission_id for slot in (contract, consent) for one in nova.desk.record.signers.of_slot(slot.id)}
    assert of == {None, page.id, early.id}
    assert nova.last(nova.vera, MySignature).state is SignerState.SENT


def test_a_page_that_was_accepted_before_is_a_signature(nova: Nova) -> None:
    contract = the(nova, CONTRACT)
    accepts(nova, hands_in(nova, nova.vera, contract))
    issues(nova, nova.maria, contract)
    assert names(nova, contract, SignerState.SIGNED) == ["Vera"]


def test_whoever_comes_while_it_is_signed_brings_what_they_had_sent(nova: Nova) -> None:
    """Sent to this group as a mentee, who was away when the others were asked."""
    contract, record = the(nova, CONTRACT), nova.desk.record
    page = hands_in(nova, nova.vera, contract)
    [place] = record.memberships.of_person(nova.vera.id)
    record.memberships.save(replace(place, state=MembershipState.LEFT))
    issues(nova, nova.maria, contract)
    assert "Vera" not in names(nova, contract)

    record.memberships.save(place)
    follow(nova)

    [row] = [one for one in record.signers.of_slot(contract.id) if one.person_id == nova.vera.id]
    assert (row.state, row.submission_id) == (SignerState.SENT, page.id)


def test_whoever_manages_and_mentors_signs_once(nova: Nova) -> None:
    nova.joins(nova.group, nova.maria, Role.MENTOR)
    follow(nova)
    issues(nova, nova.maria, the(nova, CONTRACT))
    assert sorted(names(nova, the(nova, CONTRACT))) == ["Anton", "Boyana", "Ilya", "Maria", "Vera"]


def withdraws(nova: Nova, slot: Slot) -> None:
    [filing] = [one for one in nova.desk.record.filings.of_slot(slot.id) if one.state is FilingState.FILED]
    by = nova.by(nova.maria, pressed=7)
    command = filing_deeds.AskDeed(by=by, filing_id=filing.id, deed=FilingDeed.WITHDRAW)
    nova.desk.does(filing_deeds.ask_deed, command)
    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text="the wrong page"))


def test_a_scan_that_is_taken_out_proves_no_signature_any_more(nova: Nova) -> None:
    slot = the(nova, CERTIFICATE, nova.vera)
    issues(nova, nova.maria, slot)
    covers(nova, nova.maria, CERTIFICATE, about=nova.vera.id)
    assert the(nova, CERTIFICATE, nova.vera).state is SlotState.ACCEPTED

    withdraws(nova, slot)

    assert (names(nova, slot), the(nova, CERTIFICATE, nova.vera).state) == (["Maria"], SlotState.SIGNING)


def test_what_was_signed_and_filed_can_be_signed_and_filed_again_when_it_was_taken_out(nova: Nova) -> None:
    slot = the(nova, CERTIFICATE, nova.vera)
    issues(nova, nova.maria, slot)
    by = nova.by(nova.maria, pressed=7)
    for _ in range(2):
        covers(nova, nova.maria, CERTIFICATE, about=nova.vera.id)
        nova.desk.does(signature_reviews.file_signed, issuing.OfSigning(by=by, slot_id=slot.id))
        assert the(nova, CERTIFICATE, nova.vera).state is SlotState.FILED
        withdraws(nova, slot)
        assert the(nova, CERTIFICATE, nova.vera).state is SlotState.SIGNING


def test_a_page_that_somebody_signed_stays_signed_when_its_filing_is_taken_out(nova: Nova) -> None:
    slot = the(nova, CONSENT, nova.ilya)
    issues(nova, nova.maria, slot)
    submission = hands_in(nova, nova.ilya, slot)
    command = signature_reviews.DecidePage(
        by=nova.by(nova.maria, pressed=7), submission_id=submission.id, version=1, decision=MoveKind.ACCEPT
    )
    nova.desk.does(signature_reviews.decide_page, command)
    by = nova.by(nova.maria, pressed=7)
    nova.desk.does(signature_reviews.file_signed, issuing.OfSigning(by=by, slot_id=slot.id))

    withdraws(nova, slot)

    assert names(nova, slot, SignerState.SIGNED) == ["Ilya"]
    assert the(nova, CONSENT, nova.ilya).state is SlotState.ACCEPTED
