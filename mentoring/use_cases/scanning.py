"""Photographs of paper before they are sent: pages come, are turned, moved and left out, and go to the mentor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.files import is_photograph
from mentoring.ids import AttachmentId, SubmissionId
from mentoring.notices import PLAIN
from mentoring.notices.scans import ScanSent
from mentoring.notices.sending import NotSent
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.scans import PATIENCE, PageDeed, ScanDeed, changed, shown
from mentoring.submissions import State
from mentoring.use_cases import home, scan_cards, scan_pages, uploads
from mentoring.use_cases.draft_senders import sender_in_private
from mentoring.use_cases.handing_in import advance, correct
from mentoring.use_cases.scan_cards import View, hold, keep_view, show, view_of
from mentoring.use_cases.settling import own_draft
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Received
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt
    from mentoring.submissions import Move, Submission
    from mentoring.use_cases.handing_in import Sender


@dataclass(frozen=True, kw_only=True, slots=True)
class DoWithScan:
    by: Acting
    draft_id: SubmissionId
    deed: ScanDeed


@dataclass(frozen=True, kw_only=True, slots=True)
class DoWithPage:
    by: Acting
    draft_id: SubmissionId
    page: AttachmentId
    deed: PageDeed


def do_with_scan(record: Record, command: DoWithScan, now: datetime) -> None:
    actor, draft = own_draft(record, command.by, command.draft_id, State.SCANNING)
    person, by = actor.known(), command.by
    match command.deed:
        case ScanDeed.SEND:
            hand_in(record, sender_in_private(record, actor, by), draft, now)
        case ScanDeed.CANCEL:
            scan_cards.stop_listening(record, person, now)
            record.submissions.drop(draft)
            notices.answer(record, by, person, NotSent())
        case ScanDeed.MORE:
            _keep(record, person, draft, View(), now)
            show(record, by, person, hold(record, draft, now, more=True), now)
        case ScanDeed.ORDER:
            first = shown(record.scans.pages(_move(record, draft).id))[0]
            _keep(record, person, draft, View(chosen=first.attachment_id), now)
            show(record, by, person, hold(record, draft, now), now)
        case ScanDeed.DONE:
            _keep(record, person, draft, View(), now)
            show(record, by, person, hold(record, draft, now), now)
        case _:
            assert_never(command.deed)


def do_with_page(record: Record, command: DoWithPage, now: datetime) -> None:
    actor, draft = own_draft(record, command.by, command.draft_id, State.SCANNING)
    person, move = actor.known(), _move(record, draft)
    pages = record.scans.pages(move.id)
    if all(page.attachment_id != command.page for page in pages):
        raise Refusal(Why.GONE)
    if command.deed is PageDeed.AGAIN:
        _keep(record, person, draft, View(again=command.page), now)
    elif command.deed is PageDeed.CHOOSE:
        _keep(record, person, draft, View(chosen=command.page), now)
    else:
        _change(record, move, command, now)
        if command.deed is PageDeed.LEAVE_OUT:
            first = shown(record.scans.pages(move.id))[0]
            _keep(record, person, draft, View(chosen=first.attachment_id), now)
    show(record, command.by, person, hold(record, draft, now), now)


def _change(record: Record, move: Move, command: DoWithPage, now: datetime) -> None:
    different = changed(record.scans.pages(move.id), command.page, command.deed)
    if not different:
        raise Refusal(Why.ALREADY_DONE)
    for page in different:
        record.scans.put(page)
    scan_pages.ask(record, move, record.scans.pages(move.id), now)


def _keep(record: Record, person: Person, draft: Submission, view: View, now: datetime) -> None:
    """What the photographs correct or replace stays as it was said."""
    before = view_of(record, person, draft, now)
    keep_view(record, person, draft, replace(view, corrects=before.corrects, replaces=before.replaces), now)


def _move(record: Record, draft: Submission) -> Move:
    [move] = record.submissions.moves(draft.id)
    return move


def hand_in(record: Record, sender: Sender, draft: Submission, now: datetime) -> None:
    """What may be filed goes on when its pages are one file."""
    view = view_of(record, sender.person, draft, now)
    target = scan_cards.corrected_by(record, sender.person, draft, now)
    is_perhaps_filed = sender.leads or view.replaces is not None
    if is_perhaps_filed and _waits_for_pages(record, sender, draft, now):
        return
    scan_cards.stop_listening(record, sender.person, now)
    if target is not None:
        correct(record, sender, draft, target, now)
    elif sender.only_files or view.replaces is not None:
        uploads.from_draft(record, sender.by, sender.person, draft, now, replaces=view.replaces)
    else:
        advance(record, sender, draft, now)


def _waits_for_pages(record: Record, sender: Sender, draft: Submission, now: datetime) -> bool:
    scan = scan_pages.scan_of(record, _move(record, draft))
    if scan is None or not scan_pages.is_joining(scan):
        return False
    if scan_cards.is_to_go_on(draft) and now - draft.sent_at >= PATIENCE:
        record.scans.fail(scan.id, scan.order)
        return False
    held = draft if scan_cards.is_to_go_on(draft) else scan_cards.go_on_when_joined(record, draft, now)
    if sender.by is not None:
        show(record, sender.by, sender.person, held, now)
    else:
        scan_cards.refresh(record, held, now)
    return True


def send_what_was_left(record: Record, sender: Sender, draft: Submission, now: datetime) -> None:
    """Nobody has pressed anything for a while, or its pages are joined now and that was all that it waited for.

    Its card says so where it stands; what follows comes below.
    """
    if draft.group_id is not None and draft.group_id not in sender.groups:
        return
    pressed = scan_cards.is_to_go_on(draft)
    hand_in(record, sender, draft, now)
    sent = record.submissions.by_id(draft.id)
    if sent is not None and sent.state is State.SCANNING:
        return
    number = sent.number if sent is not None else None
    told = ScanSent(submission_id=draft.id, number=number, to_file=sent is None, pressed=pressed)
    if sent is None or not sent.is_draft:
        notices.tell(record, sender.person, told, PLAIN)


def take_page(record: Record, sender: Sender, file: Received, now: datetime) -> bool:
    """A photograph joins those that are not sent yet, or stands in the place of the one that is taken again."""
    draft = _open_draft(record, sender) if is_photograph(file) else None
    if draft is None:
        return False
    move = _move(record, draft)
    added = record.attachments.add(move.id, file, now)
    move = replace(move, files=(*move.files, added))
    again = view_of(record, sender.person, draft, now).again
    scan_pages.follow(record, move, now)
    if again is not None:
        _take_place(record, move, again, added.id, now)
    _keep(record, sender.person, draft, View(), now)
    show(record, sender.by, sender.person, hold(record, draft, now), now)
    return True


def _open_draft(record: Record, sender: Sender) -> Submission | None:
    """None where its group is no longer theirs to send to."""
    draft = record.scans.draft_of(sender.person.id)
    return draft if draft is not None and draft.group_id in {None, *sender.groups} else None


def _take_place(record: Record, move: Move, old: AttachmentId, new: AttachmentId, now: datetime) -> None:
    pages = {page.attachment_id: page for page in record.scans.pages(move.id)}
    if old in pages and new in pages:
        record.scans.put(replace(pages[new], place=pages[old].place))
        record.scans.put(replace(pages[old], place=pages[new].place, left_out=True))
        scan_pages.ask(record, move, record.scans.pages(move.id), now)


def join_album(record: Record, sender: Sender, album: Submission, now: datetime) -> bool:
    """An album of photographs joins those that are not sent yet, too."""
    draft, files = _open_draft(record, sender), _move(record, album).files
    if draft is None or not scan_pages.are_photographs(files):
        return False
    record.submissions.hand_pages_to(album, draft)
    record.submissions.drop(album)
    show_more(record, sender, draft, now)
    return True


def show_more(record: Record, sender: Sender, draft: Submission, now: datetime) -> None:
    """Its album has got another part."""
    scan_pages.follow(record, _move(record, draft), now)
    _keep(record, sender.person, draft, View(), now)
    show(record, sender.by, sender.person, hold(record, draft, now), now)


def words_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """A yes sends; anything else shows the card again."""
    actor = authorise(record, by, Act.SETTLE_SUBMISSION)
    draft = record.submissions.by_id(SubmissionId(prompt.number("draft")))
    if draft is None or draft.mentee_id != actor.known().id or draft.state is not State.SCANNING:
        record.prompts.close(by.telegram_id)
        return home.open_home(record, home.OpenHome(by=by), now)
    if understood(text):
        return do_with_scan(record, DoWithScan(by=by, draft_id=draft.id, deed=ScanDeed.SEND), now)
    return show(record, by, actor.known(), draft, now)
