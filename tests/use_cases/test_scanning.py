"""Photographs before they are sent: whose they are, what becomes of their pages, and what the clock does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind, Keeping, Received
from mentoring.inspection_ports import Inspected
from mentoring.notices.scans import ScanCard, ScanSent
from mentoring.notices.sending import CorrectionQuestion, NotSent
from mentoring.notices.submissions import ReviewCard, SubmissionCard, Wanted
from mentoring.people import MembershipState, Reachability, Role
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Why
from mentoring.scan_ports import Made
from mentoring.scans import KEPT_OPEN, LEFT_ALONE, PATIENCE, PageDeed, ScanDeed, ScanState, Verdict
from mentoring.submissions import MoveKind, State
from mentoring.use_cases import answering, due, own_data, own_submissions, reviewing
from mentoring.use_cases.erasing import DecideToErase, decide_to_erase
from mentoring.use_cases.keeping_files import FileNotFetched, FileStored, file_not_fetched, file_stored
from mentoring.use_cases.scan_making import scan_failed, scan_made
from mentoring.use_cases.scanning import DoWithPage, DoWithScan, do_with_page, do_with_scan
from mentoring.use_cases.sending import SendFile, post_file, send_file
from mentoring.use_cases.settling import HandOverDraft, hand_over
from mentoring.use_cases.submission_lists import OpenOne, open_submission
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import AttachmentId
    from mentoring.people import Person
    from mentoring.scan_ports import ToJoin
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def takes_a_photo(nova: Nova, name: str = "p1", *, by: Person | None = None, album: str | None = None) -> Received:
    person = by or nova.vera
    sent = nova.file(name, chat=person.telegram_id or 0)
    file = Received(
        kind=FileKind.PHOTO,
        file_id=f"id-{name}",
        unique_id=name,
        size=1000,
        chat_id=person.telegram_id or 0,
        message_id=sent.message_id,
    )
    nova.desk.does(send_file, SendFile(by=nova.by(person), file=file, album=album))
    return file


def the_draft(nova: Nova) -> Submission:
    draft = nova.desk.record.scans.draft_of(nova.vera.id)
    assert draft is not None
    return draft


def presses(nova: Nova, deed: ScanDeed, *, draft: Submission | None = None) -> None:
    of = (draft or the_draft(nova)).id
    nova.desk.does(do_with_scan, DoWithScan(by=nova.by(nova.vera, pressed=9), draft_id=of, deed=deed))


def does(nova: Nova, deed: PageDeed, page: AttachmentId) -> None:
    command = DoWithPage(by=nova.by(nova.vera, pressed=9), draft_id=the_draft(nova).id, page=page, deed=deed)
    nova.desk.does(do_with_page, command)


def pages(nova: Nova) -> list[AttachmentId]:
    """Those that are sent, in their order."""
    return [page.attachment_id for page in nova.last(nova.vera, ScanCard).pages if page.number is not None]


def files_are_stored(nova: Nova) -> None:
    record = nova.desk.record
    for file in record.attachments.to_fetch(nova.desk.now, 20):
        file_stored(record, FileStored(attachment_id=file.id, sha256=f"{file.id:064}", size=9), nova.desk.now)
        record.inspections.keep(_looked_into(file.id), nova.desk.now)


def _looked_into(of: AttachmentId) -> Inspected:
    return Inspected(attachment_id=of, verdict=Verdict.FINE)


def wanted(nova: Nova) -> ToJoin:
    [scan] = nova.desk.record.scans.waiting(5)
    return scan


def is_made(nova: Nova, scan: ToJoin) -> None:
    made = Made(
        scan_id=scan.scan_id,
        order=scan.order,
        pages=len(scan.pages),
        size=10,
        sha256="a" * 64,
        preview_sha256="b" * 64,
    )
    scan_made(nova.desk.record, made, nova.desk.now)


def comes(nova: Nova, later: timedelta) -> None:
    nova.desk.now += later
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=50)
    due.do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)


def test_a_photograph_of_a_mentee_waits_for_a_press_and_then_for_its_pdf(nova: Nova) -> None:
    takes_a_photo(nova)
    assert len(nova.last(nova.vera, ScanCard).pages) == 1
    files_are_stored(nova)
    scan = wanted(nova)

    presses(nova, ScanDeed.SEND)

    assert nova.last(nova.vera, SubmissionCard).sheet.number == 1001
    assert nova.desk.told(to=nova.anton.telegram_id) == []
    is_made(nova, scan)
    [file] = nova.last(nova.anton, ReviewCard).sheet.files
    assert (file.kind, file.sha256, file.name) == (FileKind.DOCUMENT, "a" * 64, "Scan_Nova_Vera_2026-11-23_v1.pdf")


def test_its_pdf_is_called_by_the_day_of_the_programme_and_not_by_that_of_the_server(nova: Nova) -> None:
    nova.desk.now = nova.desk.now.replace(hour=23)  # one o'clock on Tuesday in Sofia
    takes_a_photo(nova)
    files_are_stored(nova)
    scan = wanted(nova)

    presses(nova, ScanDeed.SEND)
    is_made(nova, scan)

    [file] = nova.last(nova.anton, ReviewCard).sheet.files
    assert file.name == "Scan_Nova_Vera_2026-11-24_v1.pdf"


def test_what_cannot_be_joined_goes_as_it_came(nova: Nova) -> None:
    takes_a_photo(nova)
    files_are_stored(nova)
    scan_failed(nova.desk.record, wanted(nova), nova.desk.now)
    assert nova.last(nova.vera, ScanCard).state is ScanState.FAILED

    presses(nova, ScanDeed.SEND)

    assert [file.kind for file in nova.last(nova.anton, ReviewCard).sheet.files] == [FileKind.PHOTO]


def test_a_mentor_who_has_waited_long_enough_gets_the_photographs(nova: Nova) -> None:
    takes_a_photo(nova)
    presses(nova, ScanDeed.SEND)
    assert nova.desk.told(to=nova.anton.telegram_id) == []

    comes(nova, PATIENCE)

    assert [file.kind for file in nova.last(nova.anton, ReviewCard).sheet.files] == [FileKind.PHOTO]


def test_what_somebody_photographed_who_was_erased_goes_to_nobody(nova: Nova) -> None:
    """Though it was not said yet in which of their groups."""
    nova.joins(nova.second_group(), nova.vera, Role.MENTEE)
    takes_a_photo(nova)
    nova.desk.does(own_data.erase, own_data.Erase(by=nova.by(nova.vera), sure=True))
    erasing_them = DecideToErase(by=nova.by(nova.maria), person_id=nova.vera.id, sure=True)
    nova.desk.does(decide_to_erase, erasing_them)
    nova.desk.told()

    comes(nova, LEFT_ALONE)

    assert [told for told in nova.desk.told() if isinstance(told.notice, ReviewCard)] == []
    assert not nova.desk.record.schedule.claim(nova.desk.now, at_most=50).any


def test_a_photograph_that_cannot_be_fetched_is_joined_to_nothing(nova: Nova) -> None:
    takes_a_photo(nova)
    [file] = nova.desk.record.attachments.to_fetch(nova.desk.now, 5)
    file_not_fetched(nova.desk.record, FileNotFetched(attachment_id=file.id, too_large=True), nova.desk.now)

    assert [page.sha256 for page in wanted(nova).pages] == [None]


def test_left_alone_it_is_sent_by_itself_once(nova: Nova) -> None:
    takes_a_photo(nova)
    nova.desk.told()

    comes(nova, LEFT_ALONE)

    told = [one.notice for one in nova.desk.told(to=nova.vera.telegram_id)]
    assert [type(notice) for notice in told] == [SubmissionCard, ScanSent]
    comes(nova, timedelta(days=8))
    assert [one for one in nova.desk.told() if isinstance(one.notice, SubmissionCard)] == []


def test_every_press_begins_the_wait_anew_and_more_pages_may_come_for_a_week(nova: Nova) -> None:
    takes_a_photo(nova)
    comes(nova, LEFT_ALONE - timedelta(minutes=1))
    presses(nova, ScanDeed.MORE)
    assert nova.last(nova.vera, ScanCard).goes_at == nova.desk.now + KEPT_OPEN

    comes(nova, timedelta(days=6))
    takes_a_photo(nova, "p2")

    assert len(pages(nova)) == 2
    comes(nova, LEFT_ALONE)
    assert nova.last(nova.vera, SubmissionCard).sheet.state is State.WAITING


def test_pages_are_moved_turned_left_out_and_put_back(nova: Nova) -> None:
    for name in ("p1", "p2", "p3"):
        takes_a_photo(nova, name)
    first, second, third = pages(nova)
    presses(nova, ScanDeed.ORDER)
    assert nova.last(nova.vera, ScanCard).chosen == first

    does(nova, PageDeed.LATER, first)
    does(nova, PageDeed.TURN, third)
    does(nova, PageDeed.LEAVE_OUT, second)
    assert pages(nova) == [first, third]
    does(nova, PageDeed.PUT_BACK, second)

    assert pages(nova) == [second, first, third]
    files_are_stored(nova)
    assert wanted(nova).order == "p2:0,p1:0,p3:1"


def test_the_last_page_is_never_left_out(nova: Nova) -> None:
    takes_a_photo(nova)
    [only] = pages(nova)
    command = DoWithPage(by=nova.by(nova.vera), draft_id=the_draft(nova).id, page=only, deed=PageDeed.LEAVE_OUT)
    assert nova.desk.refuses(do_with_page, command) == Why.ALREADY_DONE


def test_a_page_that_is_taken_again_keeps_its_place(nova: Nova) -> None:
    for name in ("p1", "p2"):
        takes_a_photo(nova, name)
    first, second = pages(nova)
    does(nova, PageDeed.AGAIN, first)

    takes_a_photo(nova, "better")

    new, still = pages(nova)
    assert (new not in {first, second}, still) == (True, second)
    files_are_stored(nova)
    assert wanted(nova).order == "better:0,p2:0"


def test_an_album_joins_photographs_that_are_not_sent_yet(nova: Nova) -> None:
    takes_a_photo(nova)
    for name in ("p2", "p3"):
        takes_a_photo(nova, name, album="a")

    nova.passes(timedelta(seconds=5))

    assert len(pages(nova)) == 3
    assert [line.state for line in nova.desk.record.submissions.of_mentee(nova.vera.id)] == [State.SCANNING]


def test_an_outdated_order_is_not_taken_for_the_new_one(nova: Nova) -> None:
    takes_a_photo(nova)
    files_are_stored(nova)
    old = wanted(nova)
    [page] = pages(nova)
    does(nova, PageDeed.TURN, page)

    is_made(nova, old)

    assert wanted(nova).order == "p1:1"


def test_a_yes_sends_and_other_words_show_the_pages_again(nova: Nova) -> None:
    takes_a_photo(nova)
    nova.desk.does(answering.answer, answering.Answer(by=nova.by(nova.vera), text="какво е това"))
    assert nova.last(nova.vera, ScanCard).state is ScanState.PENDING

    nova.desk.does(answering.answer, answering.Answer(by=nova.by(nova.vera), text="да"))

    assert nova.last(nova.vera, SubmissionCard).sheet.number == 1001
    assert nova.desk.record.prompts.of(nova.vera.telegram_id or 0, nova.desk.now) is None


def test_cancelling_leaves_nothing_behind(nova: Nova) -> None:
    takes_a_photo(nova)
    draft = the_draft(nova)

    presses(nova, ScanDeed.CANCEL)

    assert nova.last(nova.vera, NotSent) == NotSent()
    assert nova.desk.record.submissions.by_id(draft.id) is None
    assert nova.desk.record.scans.waiting(5) == []
    comes(nova, LEFT_ALONE)
    assert nova.desk.told(to=nova.anton.telegram_id) == []


@pytest.mark.parametrize("deed", ScanDeed)
def test_nobody_else_touches_somebodys_pages(nova: Nova, deed: ScanDeed) -> None:
    takes_a_photo(nova)
    for other in (nova.ilya, nova.anton):
        command = DoWithScan(by=nova.by(other, pressed=9), draft_id=the_draft(nova).id, deed=deed)
        assert nova.desk.refuses(do_with_scan, command) == Why.FOR_SOMEBODY_ELSE


def test_pages_of_somebody_else_cannot_be_named(nova: Nova) -> None:
    takes_a_photo(nova, "his", by=nova.ilya)
    [his] = [page.attachment_id for page in nova.last(nova.ilya, ScanCard).pages]
    takes_a_photo(nova)
    command = DoWithPage(by=nova.by(nova.vera), draft_id=the_draft(nova).id, page=his, deed=PageDeed.TURN)
    assert nova.desk.refuses(do_with_page, command) == Why.GONE


def test_a_press_after_it_was_sent_comes_too_late(nova: Nova) -> None:
    takes_a_photo(nova)
    draft = the_draft(nova)
    presses(nova, ScanDeed.SEND)
    command = DoWithScan(by=nova.by(nova.vera), draft_id=draft.id, deed=ScanDeed.SEND)
    assert nova.desk.refuses(do_with_scan, command) == Why.ALREADY_DONE


def returned(nova: Nova) -> Submission:
    takes_a_photo(nova)
    files_are_stored(nova)
    is_made(nova, wanted(nova))
    presses(nova, ScanDeed.SEND)
    card = nova.last(nova.anton, ReviewCard)
    command = reviewing.Decide(
        by=nova.by(nova.anton), submission_id=card.sheet.submission_id, version=1, decision=MoveKind.NOT_READABLE
    )
    nova.desk.does(reviewing.decide, command)
    submission = nova.desk.record.submissions.by_id(card.sheet.submission_id)
    assert submission is not None
    return submission


def test_a_new_photograph_of_what_could_not_be_read_is_its_next_version(nova: Nova) -> None:
    submission = returned(nova)
    ask = own_submissions.AskForMore(by=nova.by(nova.vera), submission_id=submission.id, wanted=Wanted.CORRECTION)
    nova.desk.does(own_submissions.ask_for_more, ask)

    takes_a_photo(nova, "p2")
    takes_a_photo(nova, "p3")
    presses(nova, ScanDeed.MORE)
    presses(nova, ScanDeed.SEND)
    files_are_stored(nova)
    is_made(nova, wanted(nova))

    sheet = nova.last(nova.anton, ReviewCard).sheet
    assert (sheet.number, sheet.version, len(sheet.files)) == (1001, 2, 1)
    assert sheet.files[0].name.endswith("_v2.pdf")


def test_a_photograph_that_may_be_a_correction_is_asked_about_after_it_is_sent(nova: Nova) -> None:
    submission = returned(nova)
    takes_a_photo(nova, "p2")

    presses(nova, ScanDeed.SEND)

    assert [one.submission_id for one in nova.last(nova.vera, CorrectionQuestion).open] == [submission.id]


def test_what_the_bot_waits_for_meanwhile_is_not_forgotten_for_photographs(nova: Nova) -> None:
    waiting = Prompt(telegram_id=4, asking=Asking.ZONE, draft={}, expires_at=nova.desk.now + timedelta(days=1))
    nova.desk.record.prompts.ask(waiting)
    takes_a_photo(nova)
    assert nova.desk.record.prompts.of(4, nova.desk.now) == waiting


def test_somebody_who_is_removed_sends_nothing_by_themselves(nova: Nova) -> None:
    takes_a_photo(nova)
    draft = the_draft(nova)
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))

    comes(nova, LEFT_ALONE)

    assert nova.desk.record.submissions.by_id(draft.id) is not None
    assert nova.desk.told(to=nova.anton.telegram_id) == []


def test_whoever_looks_for_what_is_unfinished_sees_the_pages_again(nova: Nova) -> None:
    takes_a_photo(nova)
    nova.desk.told()
    command = OpenOne(by=nova.by(nova.vera, pressed=3), submission_id=the_draft(nova).id)

    nova.desk.does(open_submission, command)

    assert len(nova.last(nova.vera, ScanCard).pages) == 1


def test_photographs_handed_over_in_the_group_reach_the_mentor_as_one_pdf(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.vera, reachability=Reachability.NEVER_STARTED))
    photo = Received(kind=FileKind.PHOTO, file_id="g", unique_id="g", size=9, chat_id=NOVA_CHAT, message_id=500)
    nova.desk.does(post_file, SendFile(by=nova.by(nova.vera, chat=NOVA_CHAT), file=photo))
    [draft] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    command = HandOverDraft(by=nova.by(nova.vera, chat=NOVA_CHAT, pressed=8), draft_id=draft.submission_id, yes=True)
    nova.desk.does(hand_over, command)
    files_are_stored(nova)
    is_made(nova, wanted(nova))
    assert [file.sha256 for file in nova.last(nova.anton, ReviewCard).sheet.files] == ["a" * 64]


def test_a_file_only_in_telegram_goes_straight_through(nova: Nova) -> None:
    large = Received(
        kind=FileKind.DOCUMENT, file_id="x", unique_id="x", file_name="page.jpg", size=30_000_000, chat_id=4
    )
    assert large.keeping is Keeping.BY_REFERENCE

    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=large))

    assert [file.name for file in nova.last(nova.anton, ReviewCard).sheet.files] == ["page.jpg"]
