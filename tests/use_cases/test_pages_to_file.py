"""What a mentor or manager photographs is looked at, joined, and filed as one file, with as few questions as can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.files import FileKind, Received
from mentoring.filings import FilingDeed, UploadState
from mentoring.ids import MembershipId
from mentoring.inspection_ports import Inspected
from mentoring.kit import Code
from mentoring.notices.files import Ask, UploadedFile, UploadFiled, UploadQuestion
from mentoring.notices.on_paper import FiledFor
from mentoring.notices.scans import ScanCard, ScanSent
from mentoring.notices.sending import GroupQuestion, NotSent
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import MembershipState, Reachability, Role
from mentoring.refusals import Why
from mentoring.scans import LEFT_ALONE, PATIENCE, PageDeed, ScanDeed, ScanState, Verdict
from mentoring.slots import SlotKey
from mentoring.use_cases import filing_deeds, filing_for, slot_planning, uploads
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.filing_deeds import AskDeed
from mentoring.use_cases.keeping_files import FileStored, file_stored
from mentoring.use_cases.scan_making import scan_failed
from mentoring.use_cases.scanning import DoWithPage, DoWithScan, do_with_page, do_with_scan
from mentoring.use_cases.sending import SendFile, edit_sent
from mentoring.use_cases.uploads import SayOfUpload
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.test_scanning import comes, files_are_stored, is_made, takes_a_photo, wanted

if TYPE_CHECKING:
    from mentoring.filings import Filing
    from mentoring.ids import FilingId
    from mentoring.papers import Paper
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

GROUPS_GOALS, GOALS, CONTRACT = Code("T03"), Code("T02"), Code("T04")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)
    return nova


def presses(nova: Nova, deed: ScanDeed = ScanDeed.SEND, *, by: Person | None = None) -> None:
    draft = nova.desk.record.scans.draft_of(nova.anton.id)
    assert draft is not None
    command = DoWithScan(by=nova.by(by or nova.anton, pressed=9), draft_id=draft.id, deed=deed)
    nova.desk.does(do_with_scan, command)


def photographs(nova: Nova, *names: str) -> None:
    """Mentor Anton does, and all is stored and joined."""
    for name in names:
        takes_a_photo(nova, name, by=nova.anton)
    files_are_stored(nova)
    is_made(nova, wanted(nova))


def filed(nova: Nova) -> tuple[UploadFiled, Filing]:
    told = nova.last(nova.anton, UploadFiled)
    filing = nova.desk.record.filings.by_id(told.filing_id)
    assert filing is not None
    return told, filing


def names_it(nova: Nova, code: Code) -> UploadQuestion:
    question = nova.last(nova.anton, UploadQuestion)
    said = SayOfUpload(by=nova.by(nova.anton, pressed=50), upload_id=question.upload_id, code=code)
    nova.desk.does(uploads.say, said)
    return question


def paper(nova: Nova, code: Code, person: Person | None, kind: PaperKind = PaperKind.WHOLE) -> Paper:
    record, person_id = nova.desk.record, None if person is None else person.id
    key = SlotKey(group_id=nova.group.id, code=code, person_id=person_id if kind is PaperKind.WHOLE else None)
    slot = record.slots.by_key(key)
    assert slot is not None
    return record.papers.issue(
        code=code,
        group_id=nova.group.id,
        slot_id=slot.id,
        person_id=person_id,
        session_id=None,
        kind=kind,
        language=PaperLanguage.BG,
        form_version="1",
        by=nova.anton.id,
        now=nova.desk.now,
    )


def photographs_papers(nova: Nova, *papers: Paper) -> None:
    record = nova.desk.record
    for one in papers:
        takes_a_photo(nova, one.record_id, by=nova.anton)
        [file] = record.attachments.to_fetch(nova.desk.now, 20)
        file_stored(record, FileStored(attachment_id=file.id, sha256=f"{file.id:064}", size=9), nova.desk.now)
        found = Inspected(attachment_id=file.id, verdict=Verdict.FINE, record_ids=(one.record_id,))
        record.inspections.keep(found, nova.desk.now)
    is_made(nova, wanted(nova))


def test_pages_are_looked_at_then_asked_about_and_filed_as_one_file(nova: Nova) -> None:
    photographs(nova, "p1", "p2")
    card = nova.last(nova.anton, ScanCard)
    assert (card.to_file, card.state, len(card.pages)) == (True, ScanState.READY, 2)

    presses(nova)
    question = names_it(nova, GROUPS_GOALS)
    assert question.files == (UploadedFile(kind=FileKind.DOCUMENT, name="", pages=2),)

    told, filing = filed(nova)
    assert told.names == ("T03_Nova_2026-11-23_v1.pdf",)
    assert (filing.attachment_id, filing.scan_id is not None) == (None, True)
    file = nova.desk.record.filings.file_of(filing)
    assert file is not None
    assert file.sha256 == "a" * 64


def test_a_paper_of_ours_is_filed_by_its_code_without_a_question(nova: Nova) -> None:
    photographs_papers(nova, paper(nova, GOALS, nova.ilya))
    presses(nova)

    assert filed(nova)[0].names == ("T02_Nova_Ilya_2026-11-23_v1.pdf",)


def test_the_signature_pages_of_several_people_are_one_document(nova: Nova) -> None:
    pages = [paper(nova, CONTRACT, person, PaperKind.COUNTERPART) for person in (nova.vera, nova.ilya)]
    photographs_papers(nova, *pages)
    presses(nova)

    assert filed(nova)[0].names == ("T04_Nova_2026-11-23_v1.pdf",)


def test_two_documents_in_one_scan_are_asked_about(nova: Nova) -> None:
    photographs_papers(nova, paper(nova, GOALS, nova.ilya), paper(nova, GROUPS_GOALS, None))
    presses(nova)

    assert nova.last(nova.anton, UploadQuestion).ask is Ask.DOCUMENT


def test_pressed_too_early_it_goes_on_by_itself_once_it_is_joined(nova: Nova) -> None:
    takes_a_photo(nova, by=nova.anton)
    presses(nova)
    assert nova.last(nova.anton, ScanCard).goes_on
    presses(nova)
    assert not [one for one in nova.desk.told() if isinstance(one.notice, UploadQuestion)]

    files_are_stored(nova)
    is_made(nova, wanted(nova))

    told = [one.notice for one in nova.desk.told(to=nova.anton.telegram_id)]
    [question] = [one for one in told if isinstance(one, UploadQuestion)]
    [sent] = [one for one in told if isinstance(one, ScanSent)]
    assert (question.files[0].pages, sent.pressed, sent.to_file) == (1, True, True)


def test_what_cannot_be_joined_is_filed_as_it_came_without_what_was_left_out(nova: Nova) -> None:
    takes_a_photo(nova, "p1", by=nova.anton)
    takes_a_photo(nova, "p2", by=nova.anton)
    page = nova.last(nova.anton, ScanCard).pages[1].attachment_id
    draft = nova.desk.record.scans.draft_of(nova.anton.id)
    assert draft is not None
    leaving = DoWithPage(by=nova.by(nova.anton, pressed=9), draft_id=draft.id, page=page, deed=PageDeed.LEAVE_OUT)
    nova.desk.does(do_with_page, leaving)
    files_are_stored(nova)
    scan_failed(nova.desk.record, wanted(nova), nova.desk.now)
    presses(nova)

    assert [one.kind for one in nova.last(nova.anton, UploadQuestion).files] == [FileKind.PHOTO]


def test_nobody_waits_for_ever_for_pages_to_be_joined(nova: Nova) -> None:
    takes_a_photo(nova, by=nova.anton)
    presses(nova)
    comes(nova, PATIENCE)

    assert [one.kind for one in nova.last(nova.anton, UploadQuestion).files] == [FileKind.PHOTO]


def test_left_alone_it_goes_on_by_itself(nova: Nova) -> None:
    photographs(nova, "p1")
    nova.desk.told()
    comes(nova, LEFT_ALONE)

    told = [one.notice for one in nova.desk.told(to=nova.anton.telegram_id)]
    assert [(one.to_file, one.pressed) for one in told if isinstance(one, ScanSent)] == [(True, False)]
    assert [one.ask for one in told if isinstance(one, UploadQuestion)] == [Ask.DOCUMENT]


def test_cancelled_pages_are_filed_nowhere(nova: Nova) -> None:
    photographs(nova, "p1")
    presses(nova, ScanDeed.CANCEL)

    nova.last(nova.anton, NotSent)
    assert nova.desk.record.scans.draft_of(nova.anton.id) is None


def test_nobody_else_touches_a_leaders_pages_and_nobody_who_leads_no_more(nova: Nova) -> None:
    photographs(nova, "p1")
    draft = nova.desk.record.scans.draft_of(nova.anton.id)
    assert draft is not None
    sends = DoWithScan(by=nova.by(nova.vera, pressed=9), draft_id=draft.id, deed=ScanDeed.SEND)
    assert nova.desk.refuses(do_with_scan, sends) == Why.FOR_SOMEBODY_ELSE
    [place] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))

    assert nova.desk.refuses(do_with_scan, replace(sends, by=nova.by(nova.anton))) == Why.NOT_ALLOWED


def a_filed_one(nova: Nova) -> FilingId:
    nova.sends(nova.anton, "first")
    names_it(nova, GROUPS_GOALS)
    return filed(nova)[1].id


def test_a_new_version_can_be_photographed_and_its_reason_is_asked(nova: Nova) -> None:
    of = a_filed_one(nova)
    ask = AskDeed(by=nova.by(nova.anton, pressed=9), filing_id=of, deed=FilingDeed.REPLACE)
    nova.desk.does(filing_deeds.ask_deed, ask)
    photographs(nova, "p1", "p2")
    presses(nova)
    assert nova.last(nova.anton, UploadQuestion).ask is Ask.REASON

    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="It is signed now", message_id=77))

    told, filing = filed(nova)
    assert (told.names, filing.scan_id is not None) == (("T03_Nova_2026-11-23_v2.pdf",), True)
    before = nova.desk.record.filings.by_id(of)
    assert before is not None
    assert before.reason == "It is signed now"


def test_left_alone_a_new_version_still_asks_for_its_reason_and_hears_it(nova: Nova) -> None:
    of = a_filed_one(nova)
    ask = AskDeed(by=nova.by(nova.anton, pressed=9), filing_id=of, deed=FilingDeed.REPLACE)
    nova.desk.does(filing_deeds.ask_deed, ask)
    photographs(nova, "p1")
    comes(nova, LEFT_ALONE)
    assert nova.last(nova.anton, UploadQuestion).ask is Ask.REASON

    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="It is signed now", message_id=77))
    assert filed(nova)[0].names == ("T03_Nova_2026-11-23_v2.pdf",)


def test_a_photograph_that_is_edited_afterwards_is_filed_as_it_is_now(nova: Nova) -> None:
    photo = takes_a_photo(nova, "p1", by=nova.anton)
    files_are_stored(nova)
    is_made(nova, wanted(nova))
    presses(nova)
    other = replace(photo, unique_id="p9", file_id="id-p9")
    nova.desk.does(edit_sent, _sending(nova, other))

    assert [one.kind for one in nova.last(nova.anton, UploadQuestion).files] == [FileKind.PHOTO]


def _sending(nova: Nova, file: Received) -> SendFile:
    return SendFile(by=nova.by(nova.anton), file=file)


def test_for_somebody_without_telegram_the_pages_are_joined_before_it_is_asked_for_whom(nova: Nova) -> None:
    record = nova.desk.record
    pavel = record.people.add(
        telegram_id=None, name="Pavel", language=nova.anton.language, zone="UTC", now=nova.desk.now
    )
    record.people.save(replace(pavel, reachability=Reachability.ON_PAPER))
    nova.joins(nova.group, pavel, Role.MENTEE)
    photographs(nova, "p1", "p2")
    presses(nova)
    question = nova.last(nova.anton, GroupQuestion)
    [whom] = question.people
    command = filing_for.FileFor(
        by=nova.by(nova.anton, pressed=9),
        draft_id=question.submission_id,
        membership_id=MembershipId(whom.membership_id),
    )
    nova.desk.does(filing_for.file_for, command)

    assert nova.last(nova.anton, FiledFor).name == "Pavel"
    [move] = record.submissions.moves(question.submission_id)
    scan = record.scans.of_move(move.id)
    assert scan is not None
    assert (scan.state, scan.pages) == (ScanState.READY, 2)


def test_an_album_is_looked_at_like_single_pages(nova: Nova) -> None:
    for name in ("p1", "p2", "p3"):
        takes_a_photo(nova, name, by=nova.anton, album="9")
    nova.passes(timedelta(seconds=3))

    card = nova.last(nova.anton, ScanCard)
    assert (card.to_file, len(card.pages)) == (True, 3)


def test_what_is_filed_is_taken_out_and_asked_about_anew(nova: Nova) -> None:
    photographs(nova, "p1")
    presses(nova)
    names_it(nova, GROUPS_GOALS)
    told = nova.last(nova.anton, UploadFiled)
    nova.desk.does(uploads.undo, uploads.OfUpload(by=nova.by(nova.anton, pressed=9), upload_id=told.upload_id))

    assert nova.last(nova.anton, UploadQuestion).files[0].pages == 1
    upload = nova.desk.record.uploads.by_id(told.upload_id)
    assert upload is not None
    assert upload.state is UploadState.OPEN
