"""What a virus scanner has not looked at yet, or found something in, comes into no toolbar and out of none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from bot.held_files import HeldFiles
from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import FilingState, UploadState
from mentoring.kit import Code, Toolbar
from mentoring.notices.files import Ask, UploadDropped, UploadFiled, UploadQuestion
from mentoring.notices.screening import UploadBeingChecked, VirusInYourFile
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.people import MembershipState
from mentoring.prompts import Asking
from mentoring.refusals import Why
from mentoring.scans import Screening
from mentoring.slots import SlotKey, SlotState
from mentoring.submissions import MoveKind
from mentoring.use_cases import covering, filing, signature_reviews, slot_planning, uploads
from mentoring.use_cases.filing_cards import OfFiling, send_filing
from mentoring.use_cases.keeping_files import FileStored, file_stored
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.screening import FileScreened, file_screened
from mentoring.use_cases.sending import SendFile, edit_sent
from mentoring.use_cases.uploads import OfUpload, SayOfUpload
from storage.tables.submissions import attachments
from tests.use_cases import test_signatures as signing
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import AttachmentId, UploadId
    from mentoring.people import Person
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk

GROUPS_GOALS, GOALS = Code("T03"), Code("T02")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = replace(rules_of(load_programme()), screens_files=True)
    nova = a_nova(desk)
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)
    return nova


def handed_in(nova: Nova) -> Submission:
    nova.sends(nova.vera)
    found = nova.desk.record.submissions.by_id(nova.last(nova.vera, SubmissionCard).sheet.submission_id)
    assert found is not None
    return found


def file_of(nova: Nova, submission: Submission) -> AttachmentId:
    [move] = [one for one in nova.desk.record.submissions.moves(submission.id) if one.files]
    return move.files[0].id


def is_looked_at(nova: Nova, of: AttachmentId, *, clean: bool) -> None:
    file_screened(nova.desk.record, FileScreened(attachment_id=of, clean=clean), nova.desk.now)


def files_it(nova: Nova, of: Submission) -> filing.FileSubmission:
    return filing.FileSubmission(
        by=nova.by(nova.anton, pressed=7), submission_id=of.id, version=1, toolbar=Toolbar.MANAGING
    )


def accepts(nova: Nova, of: Submission) -> None:
    by = nova.by(nova.anton, pressed=7)
    nova.desk.does(decide, Decide(by=by, submission_id=of.id, version=1, decision=MoveKind.ACCEPT))


@pytest.mark.parametrize(
    ("clean", "why"), [(None, Why.BEING_CHECKED), (False, Why.HOLDS_A_VIRUS)], ids=["waits", "infected"]
)
def test_an_accepted_document_is_not_filed_unless_it_is_clean(nova: Nova, why: Why, *, clean: bool | None) -> None:
    submission = handed_in(nova)
    if clean is not None:
        is_looked_at(nova, file_of(nova, submission), clean=clean)
    accepts(nova, submission)

    assert nova.desk.refuses(filing.file_submission, files_it(nova, submission)) == why
    assert nova.desk.record.filings.of_submission(submission.id) == []


@pytest.mark.parametrize(
    ("clean", "why"), [(None, Why.BEING_CHECKED), (False, Why.HOLDS_A_VIRUS)], ids=["waits", "infected"]
)
def test_nor_is_it_accepted_and_filed_in_one_tap(nova: Nova, why: Why, *, clean: bool | None) -> None:
    submission = handed_in(nova)
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=GOALS, person_id=nova.vera.id))
    assert slot is not None
    nova.desk.record.submissions.change(submission, replace(submission, slot_id=slot.id))
    if clean is not None:
        is_looked_at(nova, file_of(nova, submission), clean=clean)
    command = filing.AcceptAndFile(by=nova.by(nova.anton, pressed=7), submission_id=submission.id, version=1)

    assert nova.desk.refuses(filing.accept_and_file, command) == why


def test_what_was_found_clean_is_filed_and_sent(nova: Nova) -> None:
    submission = handed_in(nova)
    is_looked_at(nova, file_of(nova, submission), clean=True)
    accepts(nova, submission)

    nova.desk.does(filing.file_submission, files_it(nova, submission))

    [filed] = nova.desk.record.filings.of_submission(submission.id)
    nova.desk.does(send_filing, OfFiling(by=nova.by(nova.anton, pressed=7), filing_id=filed.id))


@pytest.mark.parametrize("screening", [Screening.WAITING, Screening.INFECTED])
@pytest.mark.parametrize("reader", ["vera", "anton", "maria"])
def test_nobody_takes_out_what_was_found_to_hold_a_virus_later(nova: Nova, reader: str, screening: Screening) -> None:
    submission = handed_in(nova)
    is_looked_at(nova, file_of(nova, submission), clean=True)
    accepts(nova, submission)
    nova.desk.does(filing.file_submission, files_it(nova, submission))
    [filed] = nova.desk.record.filings.of_submission(submission.id)
    nova.desk.connection.execute(update(attachments).values(screening=screening))
    person: Person = getattr(nova, reader)

    why = nova.desk.refuses(send_filing, OfFiling(by=nova.by(person, pressed=7), filing_id=filed.id))

    assert why == (Why.HOLDS_A_VIRUS if screening is Screening.INFECTED else Why.BEING_CHECKED)


def test_without_a_scanner_nothing_waits_for_one(nova: Nova) -> None:
    submission = handed_in(nova)
    accepts(nova, submission)
    nova.desk.rules = replace(nova.desk.rules, screens_files=False)

    nova.desk.does(filing.file_submission, files_it(nova, submission))

    assert len(nova.desk.record.filings.of_submission(submission.id)) == 1


@pytest.mark.parametrize(("clean", "found"), [(True, Screening.CLEAN), (False, Screening.INFECTED)])
def test_the_receipt_says_that_the_file_is_looked_at_and_what_was_found(
    nova: Nova, found: Screening, *, clean: bool
) -> None:
    nova.sends(nova.vera)
    card = nova.last(nova.vera, SubmissionCard)
    assert [one.screening for one in card.sheet.files] == [Screening.WAITING]
    submission = nova.desk.record.submissions.by_id(card.sheet.submission_id)
    assert submission is not None

    is_looked_at(nova, file_of(nova, submission), clean=clean)

    told = [one.notice for one in nova.desk.told()]
    [receipt] = [one for one in told if isinstance(one, SubmissionCard)]
    assert [one.screening for one in receipt.sheet.files] == [found]
    reviews = [one for one in told if isinstance(one, ReviewCard)]
    assert {one.sheet.files[0].screening for one in reviews} == {found}


def said(nova: Nova, person: Person) -> UploadId:
    """All that has to be known of a file of this leader's."""
    nova.sends(person)
    of = nova.last(person, UploadQuestion).upload_id
    nova.desk.does(uploads.say, SayOfUpload(by=nova.by(person, pressed=7), upload_id=of, code=GROUPS_GOALS))
    return of


def is_filed(nova: Nova) -> int:
    return len(nova.desk.record.filings.of_group(nova.group.id, [FilingState.FILED]))


@pytest.mark.parametrize("leader", ["anton", "maria"])
def test_an_upload_waits_for_the_scanner_and_is_then_filed_by_itself(nova: Nova, leader: str) -> None:
    person: Person = getattr(nova, leader)
    of = said(nova, person)
    assert nova.last(person, UploadBeingChecked).upload_id == of
    assert is_filed(nova) == 0
    [file] = nova.desk.record.uploads.files(of)

    is_looked_at(nova, file.id, clean=True)

    assert nova.last(person, UploadFiled).names == ("T03_Nova_2026-11-23_v1.pdf",)
    assert is_filed(nova) == 1


def test_an_upload_with_a_virus_is_never_filed(nova: Nova) -> None:
    of = said(nova, nova.anton)
    [file] = nova.desk.record.uploads.files(of)

    is_looked_at(nova, file.id, clean=False)

    told = [type(one.notice) for one in nova.desk.told(to=nova.anton.telegram_id)]
    assert (UploadDropped in told, VirusInYourFile in told) == (True, True)
    upload = nova.desk.record.uploads.by_id(of)
    assert upload is not None
    assert upload.state is UploadState.DROPPED
    press = SayOfUpload(by=nova.by(nova.anton, pressed=7), upload_id=of, toolbar=Toolbar.MANAGING)
    assert nova.desk.refuses(uploads.say, press) == Why.ALREADY_DONE
    assert is_filed(nova) == 0


def test_what_is_clean_before_all_is_said_is_asked_about_as_ever(nova: Nova) -> None:
    nova.sends(nova.anton)
    of = nova.last(nova.anton, UploadQuestion).upload_id
    [file] = nova.desk.record.uploads.files(of)

    is_looked_at(nova, file.id, clean=True)

    assert nova.desk.told() == []
    nova.desk.does(uploads.say, SayOfUpload(by=nova.by(nova.anton, pressed=7), upload_id=of, code=GROUPS_GOALS))
    assert is_filed(nova) == 1


def test_a_file_that_takes_the_place_of_a_clean_one_is_looked_at_before_its_reason_counts(nova: Nova) -> None:
    first = said(nova, nova.anton)
    [clean] = nova.desk.record.uploads.files(first)
    is_looked_at(nova, clean.id, clean=True)
    nova.sends(nova.anton, "u2")
    of = nova.last(nova.anton, UploadQuestion).upload_id
    [file] = nova.desk.record.uploads.files(of)
    is_looked_at(nova, file.id, clean=True)
    nova.desk.does(uploads.say, SayOfUpload(by=nova.by(nova.anton, pressed=7), upload_id=of, code=GROUPS_GOALS))
    assert nova.last(nova.anton, UploadQuestion).ask is Ask.REASON
    edited = replace(nova.file("u3", chat=file.chat_id), message_id=file.message_id)
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.anton), file=edited))
    prompt = nova.desk.record.prompts.of(nova.anton.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    assert prompt.asking is Asking.UPLOAD_REASON

    uploads.reason_typed(nova.desk.record, nova.by(nova.anton), "A better copy", prompt, nova.desk.now)

    assert nova.last(nova.anton, UploadBeingChecked).upload_id == of
    assert is_filed(nova) == 1


def test_whoever_leads_the_group_no_more_files_nothing_when_the_scanner_is_done(nova: Nova) -> None:
    of = said(nova, nova.anton)
    [seat] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(seat, state=MembershipState.REMOVED))
    [file] = nova.desk.record.uploads.files(of)

    is_looked_at(nova, file.id, clean=True)

    assert is_filed(nova) == 0


def test_what_waits_for_the_scanner_can_be_left_alone(nova: Nova) -> None:
    of = said(nova, nova.anton)
    nova.desk.does(uploads.drop, OfUpload(by=nova.by(nova.anton, pressed=7), upload_id=of))
    [file] = nova.desk.record.uploads.files(of)

    is_looked_at(nova, file.id, clean=True)

    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=GROUPS_GOALS))
    assert slot is not None
    assert slot.state is SlotState.OPEN


@pytest.mark.parametrize(("clean", "why"), [(None, Why.BEING_CHECKED), (False, Why.ALREADY_DONE)])
def test_a_scan_of_what_was_signed_covers_nobody_before_it_was_looked_at(
    nova: Nova, why: Why, *, clean: bool | None
) -> None:
    signing.issues(nova, nova.anton)
    of = signing.uploads_contract(nova, nova.anton)
    if clean is not None:
        is_looked_at(nova, nova.desk.record.uploads.files(of)[0].id, clean=clean)

    assert nova.desk.refuses(covering.tick, signing.ticks(nova, nova.anton, of, nova.vera)) == why


@pytest.mark.parametrize("screening", [Screening.WAITING, Screening.INFECTED])
def test_pages_that_were_not_found_clean_are_not_filed_in_one_tap(nova: Nova, screening: Screening) -> None:
    nova.desk.rules = rules_of(load_programme())
    signing.everybody_has_signed(nova)
    nova.desk.rules = replace(nova.desk.rules, screens_files=True)
    nova.desk.connection.execute(update(attachments).values(screening=screening))

    why = nova.desk.refuses(signature_reviews.file_signed, signing.of_slot(nova, nova.anton))

    assert why == (Why.HOLDS_A_VIRUS if screening is Screening.INFECTED else Why.BEING_CHECKED)


@pytest.mark.parametrize(("clean", "goes"), [(None, False), (False, False), (True, True)])
def test_into_somebodys_own_archives_goes_only_what_was_found_clean(
    nova: Nova, *, clean: bool | None, goes: bool
) -> None:
    submission = handed_in(nova)
    of = file_of(nova, submission)
    file_stored(nova.desk.record, FileStored(attachment_id=of, sha256="a" * 64, size=9), nova.desk.now)
    if clean is not None:
        is_looked_at(nova, of, clean=clean)

    [file] = nova.desk.record.own_data.of_person(nova.vera.id).files

    assert (file.sha256 is not None) == goes


def test_after_a_restart_what_holds_a_virus_is_kept_apart_even_without_a_scanner(nova: Nova) -> None:
    bad, waits = handed_in(nova), nova.sends(nova.ilya, "u2")
    is_looked_at(nova, file_of(nova, bad), clean=False)
    nova.desk.rules = replace(nova.desk.rules, screens_files=False)
    held = HeldFiles()

    held.load(nova.desk.record)

    assert (held.why("id-u1"), held.why(waits.file_id)) == (Screening.INFECTED, None)
