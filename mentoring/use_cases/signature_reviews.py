"""Looks at what was signed: each row of the board, a decision about its page, and the paper of everybody filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices, signing
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import FilingState
from mentoring.ids import SignerId, SubmissionId
from mentoring.notices import PLAIN, Notice
from mentoring.notices.common import Refused
from mentoring.notices.signatures import MissingReminded, SignedCopy, SignerCard
from mentoring.papers import HAVE_SIGNED, Signer, SignerState
from mentoring.people import Reachability
from mentoring.permissions import Standing as As
from mentoring.permissions import authorise, may_read
from mentoring.refusals import Refusal, Why
from mentoring.slots import SlotState, filed
from mentoring.submissions import READY_RETURNS, UNDECIDED, MoveKind, NewMove, Submission, moved
from mentoring.use_cases import signature_cards as cards
from mentoring.use_cases import signatures, taking
from mentoring.use_cases.issuing import Led, OfSigning, led
from mentoring.use_cases.labelling import follow
from mentoring.use_cases.shelving import ToFile, refuse_held, refuse_unless_filed_by, shelve
from mentoring.use_cases.submission_cards import show_files, story_of, tell_mentee, tell_mentors
from mentoring.use_cases.submission_sheets import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Filing
    from mentoring.notices.submissions import FileShown
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.slots import Slot

_DECISIONS = READY_RETURNS | {MoveKind.ACCEPT, MoveKind.NOT_READABLE}


@dataclass(frozen=True, kw_only=True, slots=True)
class OfSigner:
    by: Acting
    signer_id: SignerId


@dataclass(frozen=True, kw_only=True, slots=True)
class DecidePage:
    """Whether the signature is there; `version` is the one that the card showed."""

    by: Acting
    submission_id: SubmissionId
    version: int
    decision: MoveKind


def open_signer(record: Record, command: OfSigner, now: datetime) -> None:
    this, signer = _row(record, command, now)
    reader, submission = this.actor.known(), _page(record, signer)
    if submission is not None:
        show_files(record, reader, story_of(record, submission))
    notices.answer(record, replace(command.by, pressed=None), reader, _signer_card(record, this, signer))


def _row(record: Record, command: OfSigner, now: datetime) -> tuple[Led, Signer]:
    signer = record.signers.by_id(command.signer_id)
    slot_id = signer.slot_id if signer is not None else None
    if signer is None or slot_id is None:
        signatures.refuse_unknown(record, command.by)
    return led(record, command.by, slot_id, Act.COLLECT_SIGNATURES, now), signer


def _page(record: Record, signer: Signer) -> Submission | None:
    return record.submissions.by_id(signer.submission_id) if signer.submission_id is not None else None


def _signer_card(record: Record, this: Led, signer: Signer) -> SignerCard:
    submission = _page(record, signer)
    files = _files(record, submission) if submission is not None else ()
    is_open = submission is not None and submission.state in UNDECIDED
    return SignerCard(
        slot=this.shelf.seen(this.slot),
        group_name=this.shelf.group.name,
        signer=cards.signer_seen(record, signer),
        submission_id=None if submission is None else submission.id,
        version=0 if submission is None else submission.version,
        file=files[0] if len(files) == 1 else None,
        can_decide=is_open and signer.person_id != this.actor.known().id,
        can_get_page=signer.state not in HAVE_SIGNED and this.slot.state is SlotState.SIGNING,
    )


def _files(record: Record, submission: Submission) -> tuple[FileShown, ...]:
    return tuple(shown(file) for file in story_of(record, submission).latest.files)


def decide_page(record: Record, command: DecidePage, now: datetime) -> Notice | None:
    """By a mentor or a manager; whoever is faster decides."""
    submission = record.submissions.by_id(command.submission_id)
    if submission is None:
        signatures.refuse_unknown(record, command.by)
    authorise(record, command.by, Act.COLLECT_SIGNATURES, group_id=submission.group_id)
    slot_id = submission.slot_id
    if not slot_id:
        raise Refusal(Why.GONE)
    this, rows = led(record, command.by, slot_id, Act.COLLECT_SIGNATURES, now), record.signers.of_slot(slot_id)
    person = this.actor.known()
    row = next((one for one in rows if one.person_id == submission.mentee_id), None)
    if row is None or command.decision not in _DECISIONS or submission.mentee_id == person.id:
        raise Refusal(Why.NOT_ALLOWED)
    if submission.state not in UNDECIDED or submission.version != command.version:
        return _overtaken(record, command.by, this, row, submission, now=now)
    if this.manages is False and taking.is_anothers(record, submission, person):
        return Refused(why=Why.TAKEN_BY_ANOTHER)
    _move(record, this, submission, command.decision, now)
    _show(record, command.by, this, row.id, now)
    return None


def _overtaken(record: Record, by: Acting, this: Led, row: Signer, submission: Submission, *, now: datetime) -> Notice:
    _show(record, by, this, row.id, now)
    tell_mentors(record, story_of(record, submission), now, PLAIN)
    return Refused(why=Why.ALREADY_DONE)


def _move(record: Record, this: Led, submission: Submission, kind: MoveKind, now: datetime) -> None:
    move = NewMove(kind=kind, person_id=this.actor.known().id)
    after = moved(submission, move, now)
    if not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    record.submissions.log(after, move, now)
    follow(record, after, now)
    story = story_of(record, after)
    tell_mentors(record, story, now, PLAIN)
    tell_mentee(record, story, now)


def _show(record: Record, by: Acting, this: Led, signer_id: SignerId, now: datetime) -> None:
    """On the row's card where it was pressed there; the mentor's card of the submission follows by itself."""
    signer, reader = record.signers.by_id(signer_id), this.actor.known()
    card = None if signer is None else _signer_card(record, this, signer)
    if card is not None and record.notices.has_card(by.chat_id, card.card()):
        notices.tell(record, reader, card, PLAIN)


def not_signed_after_all(record: Record, command: OfSigner, now: datetime) -> None:
    """The scan of the whole paper did not show it."""
    this, signer = _row(record, command, now)
    after = signing.uncovered(signer, now)
    if after == signer or not record.signers.change(signer, after):
        raise Refusal(Why.ALREADY_DONE)
    signatures.settle(record, this.slot, now)
    cards.tell_signers(record, this.slot, now, only=signer.person_id)
    notices.answer(record, command.by, this.actor.known(), _signer_card(record, this, after))


def remind_missing(record: Record, command: OfSigning, now: datetime) -> Notice:
    """Once a day at most, and only who is missing."""
    this = led(record, command.by, command.slot_id, Act.NUDGE, now)
    if this.slot.state is not SlotState.SIGNING:
        raise Refusal(Why.ALREADY_DONE)
    return MissingReminded(people=cards.remind(record, this.slot, now, by=this.actor.known().id))


def file_signed(record: Record, command: OfSigning, now: datetime) -> None:
    """All pages in one tap: what was filed before stands where it stands."""
    this = led(record, command.by, command.slot_id, Act.FILE, now)
    refuse_unless_filed_by(this.actor.standings, this.document)
    if this.slot.state is not SlotState.ACCEPTED or this.document.toolbar is None:
        raise Refusal(Why.ALREADY_DONE)
    filer = this.actor.known()
    there = [*_standing(record, this.slot)]
    pages = _unfiled(record, this.slot, there)
    refuse_held(record, [file for _, page in pages for file in story_of(record, page).latest.files])
    for signer, submission in pages:
        there += _file(record, this, signer, submission, filer, now=now)
    if not there:
        raise Refusal(Why.GONE)
    if not record.slots.change(this.slot, filed(this.slot, there[0].id, by=filer.id, now=now)):
        raise Refusal(Why.ALREADY_DONE)
    after = record.slots.by_id(this.slot.id) or this.slot
    notices.answer(record, command.by, filer, cards.board(record, after, now, manages=this.manages))
    cards.tell_boards(record, after, now, but=filer.id)
    _give_copies(record, this, there)


def _standing(record: Record, slot: Slot) -> Sequence[Filing]:
    return [one for one in record.filings.of_slot(slot.id) if one.state is FilingState.FILED]


def _unfiled(record: Record, slot: Slot, there: Sequence[Filing]) -> Sequence[tuple[Signer, Submission]]:
    """A page on which a guardian signed too is one page."""
    known, found = {one.submission_id for one in there}, []
    for signer in record.signers.of_slot(slot.id):
        submission = _page(record, signer) if signer.state is SignerState.SIGNED else None
        if submission is not None and submission.id not in known:
            known.add(submission.id)
            found.append((signer, submission))
    return found


def _file(
    record: Record, this: Led, signer: Signer, submission: Submission, filer: Person, *, now: datetime
) -> Sequence[Filing]:
    latest, toolbar = story_of(record, submission).latest, this.document.toolbar
    if toolbar is None:
        return ()
    what = ToFile(
        group_id=this.slot.key.group_id,
        document=this.document,
        toolbar=toolbar,
        person_id=this.slot.key.person_id or signer.person_id,
        session_id=this.slot.key.session_id,
        files=latest.files,
        slot=replace(this.slot, state=SlotState.SIGNING),
        scan_id=record.filings.scan_of_move(latest.id),
        submission_id=submission.id,
    )
    return shelve(record, what, filer, now)


def _give_copies(record: Record, this: Led, filings: Sequence[Filing]) -> None:
    """Each party and whom it is about get what they may read of it: all pages, or their own."""
    parties = [one.person_id for one in signing.needed(record.signers.of_slot(this.slot.id))]
    about = this.slot.key.person_id
    for person_id in dict.fromkeys([*parties, *([about] if about is not None else [])]):
        person = record.people.by_id(person_id)
        if person.reachability is not Reachability.ON_PAPER:
            _give_copy(record, this, person, filings)


def _give_copy(record: Record, this: Led, person: Person, filings: Sequence[Filing]) -> None:
    actor = cards.standing_of(record, this.slot, person)
    mine = [one for one in filings if may_read(actor, one)]
    files = [record.filings.file_of(one) for one in mine]
    copies = tuple(cards.copy_of(one, file) for one, file in zip(mine, files, strict=True) if file is not None)
    if copies:
        own = As.MANAGER not in actor.standings and len(mine) < len(filings)
        title = cards.title_of(record, this.slot)
        told = SignedCopy(title=title, group_name=this.shelf.group.name, files=copies, own=own)
        notices.tell(record, person, told, PLAIN)
