"""A document is issued for signing: rows for whoever signs, and the paper or a page for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices, signing, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.file_names import filed_name
from mentoring.ids import SignerId, SlotId
from mentoring.kit import Document
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.signatures import HowToPhotograph, PageSent
from mentoring.papers import PaperKind
from mentoring.permissions import READERS, Actor, authorise
from mentoring.permissions import Standing as As
from mentoring.printed import NamedPerson
from mentoring.refusals import Refusal, Why
from mentoring.slots import Slot, SlotState
from mentoring.use_cases import form_facts, signatures
from mentoring.use_cases import signature_cards as cards
from mentoring.use_cases.slot_cards import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import PersonId
    from mentoring.papers import Paper, PaperLanguage, Signer
    from mentoring.ports import Record

_CAN_BE_ISSUED = frozenset({SlotState.OPEN, SlotState.RETURNED, SlotState.SUBMITTED})


@dataclass(frozen=True, kw_only=True, slots=True)
class OfSigning:
    """A document that is signed, by its slot."""

    by: Acting
    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """On a page for each signer, or on one for all."""

    by: Acting
    slot_id: SlotId
    pages: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TakePage:
    """Of one row of the board; without one, one's own."""

    by: Acting
    slot_id: SlotId
    signer_id: SignerId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHowToPhotograph:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class Led:
    """A slot that is signed, and its leader."""

    actor: Actor
    slot: Slot
    shelf: Shelf
    document: Document

    @property
    def manages(self) -> bool:
        return As.MANAGER in self.actor.standings

    @property
    def leads(self) -> bool:
        """And the document is for their eyes."""
        leading = self.actor.standings & {As.MENTOR, As.MANAGER}
        return bool(leading & READERS[self.document.visibility])


def led(record: Record, by: Acting, slot_id: SlotId, act: Act, now: datetime) -> Led:
    """Raises Refusal unless `by` may do that in the slot's own group, and the document is one that is signed.

    Whatever is not only about oneself is for those who may read the document.
    """
    slot = record.slots.by_id(slot_id)
    if slot is None:
        authorise(record, by, act)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, act, group_id=slot.key.group_id)
    shown = cards.shelf_of(record, slot, now)
    document = shown.document(slot)
    if document is None or not document.is_signed:
        raise Refusal(Why.GONE)
    found = Led(actor=actor, slot=slot, shelf=shown, document=document)
    if act is not Act.SIGN and not found.leads:
        raise Refusal(Why.NOT_ALLOWED)
    return found


def ask_how(record: Record, command: OfSigning, now: datetime) -> None:
    this = led(record, command.by, command.slot_id, Act.COLLECT_SIGNATURES, now)
    _refuse_unless_open(record, this)
    parties = signatures.parties(record, this.slot, this.document)
    notices.answer(record, command.by, this.actor.known(), cards.how_to_issue(this.shelf, this.slot, parties))


def issue(record: Record, command: Issue, now: datetime) -> None:
    this = led(record, command.by, command.slot_id, Act.COLLECT_SIGNATURES, now)
    _refuse_unless_open(record, this)
    if not signatures.parties(record, this.slot, this.document):
        raise Refusal(Why.GONE)
    leader = this.actor.known()
    slot = signing.issued(this.slot, by=leader.id, now=now)
    if not record.slots.change(this.slot, slot):
        raise Refusal(Why.ALREADY_DONE)
    rows = signatures.begin(record, slot, this.document, now)
    if signing.as_far_as(slot, rows, now) != slot:
        slot = signatures.settle(record, slot, now)
    if command.pages and slot.key.code in signing.IN_PAGES:
        for person_id in dict.fromkeys(one.person_id for one in rows):
            paper_of(record, this, PaperKind.COUNTERPART, person_id, by=leader.id, now=now)
    else:
        paper_of(record, this, PaperKind.WHOLE, slot.key.person_id, by=leader.id, now=now)
    notices.answer(record, command.by, leader, cards.board(record, slot, now, manages=this.manages))
    cards.tell_boards(record, slot, now, AT_THE_BOTTOM, but=leader.id)
    signatures.show_in_group(record, slot, now)
    cards.tell_signers(record, slot, now, AT_THE_BOTTOM)


def _refuse_unless_open(record: Record, this: Led) -> None:
    if this.slot.state not in _CAN_BE_ISSUED or record.signers.of_slot(this.slot.id):
        raise Refusal(Why.ALREADY_DONE)


def open_board(record: Record, command: OfSigning, now: datetime) -> None:
    """For a leader the board; for whoever signs, their own state. Refused to everybody else."""
    this = led(record, command.by, command.slot_id, Act.SIGN, now)
    person, rows = this.actor.known(), record.signers.of_slot(this.slot.id)
    if not rows:
        raise Refusal(Why.GONE)
    if this.leads:
        return notices.answer(record, command.by, person, cards.board(record, this.slot, now, manages=this.manages))
    card = cards.mine(record, this.slot, rows, person, now)
    if card is None:
        raise Refusal(Why.NOT_ALLOWED)
    return notices.answer(record, command.by, person, card)


def take_page(record: Record, command: TakePage, now: datetime) -> None:
    """Messages of their own: the paper to read, and the page to sign. Nobody but leaders gets another's page."""
    act = Act.SIGN if command.signer_id is None else Act.COLLECT_SIGNATURES
    this = led(record, command.by, command.slot_id, act, now)
    reader, rows = this.actor.known(), signing.needed(record.signers.of_slot(this.slot.id))
    wanted = reader.id if command.signer_id is None else _person_of(rows, command.signer_id)
    own = [one for one in rows if one.person_id == wanted]
    if not own and not this.leads:
        raise Refusal(Why.NOT_ALLOWED)
    if this.slot.state is not SlotState.SIGNING:
        raise Refusal(Why.ALREADY_DONE)
    if cards.in_pages(record, this.slot) and own:
        page = paper_of(record, this, PaperKind.COUNTERPART, own[0].person_id, by=reader.id, now=now)
        whose = None if own[0].person_id == reader.id else own[0].name
        whole = paper_of(record, this, PaperKind.WHOLE, this.slot.key.person_id, by=reader.id, now=now)
        notices.tell(record, reader, _sent(record, this, whole, rows, to_read=True, now=now), PLAIN)
        notices.tell(record, reader, _sent(record, this, page, own, whose=whose, now=now), PLAIN)
    else:
        whole = paper_of(record, this, PaperKind.WHOLE, this.slot.key.person_id, by=reader.id, now=now)
        notices.tell(record, reader, _sent(record, this, whole, rows, now=now), PLAIN)


def _person_of(rows: Sequence[Signer], signer_id: SignerId) -> PersonId:
    found = next((one.person_id for one in rows if one.id == signer_id), None)
    if found is None:
        raise Refusal(Why.GONE)
    return found


def how_to_photograph(record: Record, command: AskHowToPhotograph, _: datetime) -> None:
    person = authorise(record, command.by, Act.SIGN).known()
    notices.tell(record, person, HowToPhotograph(), PLAIN)


def paper_of(
    record: Record, this: Led, kind: PaperKind, person_id: PersonId | None, *, by: PersonId, now: datetime
) -> Paper:
    """The one that was issued for them, so that each page has one number, however often it is taken."""
    language = _language(record, this, kind, person_id)
    for paper in record.papers.of_slot(this.slot.id):
        if (paper.kind, paper.person_id, paper.language) == (kind, person_id, language):
            return paper
    own = record.own_templates.find(this.shelf.programme.id, this.document.code, language)
    is_ours = own is None or kind is PaperKind.COUNTERPART
    return record.papers.issue(
        code=this.document.code,
        group_id=this.slot.key.group_id,
        slot_id=this.slot.id,
        person_id=person_id,
        session_id=this.slot.key.session_id,
        kind=kind,
        language=language,
        form_version="" if own is None or is_ours else own.version,
        by=by,
        now=now,
    )


def _language(record: Record, this: Led, kind: PaperKind, person_id: PersonId | None) -> PaperLanguage:
    reader = this.shelf.group.language
    if person_id is not None and kind is PaperKind.COUNTERPART:
        reader = record.people.by_id(person_id).language
    return signing.paper_language(this.document.code, reader)


def _sent(
    record: Record,
    this: Led,
    paper: Paper,
    rows: Sequence[Signer],
    *,
    now: datetime,
    whose: str | None = None,
    to_read: bool = False,
) -> PageSent:
    own = record.own_templates.find(this.shelf.programme.id, paper.code, paper.language) if paper.form_version else None
    named = rows[0].name if paper.kind is PaperKind.COUNTERPART else ""
    day = zones.wall(paper.issued_at, this.shelf.programme.zone).date()
    return PageSent(
        title=cards.title_of(record, this.slot),
        kind=paper.kind,
        language=paper.language,
        known=form_facts.of_paper(record, paper, now),
        signers=tuple(NamedPerson(name=one.name, role=one.role) for one in rows if not one.as_guardian),
        guardians=tuple(one.name for one in rows if one.as_guardian),
        record_id=paper.record_id,
        form_version=paper.form_version,
        file_name=filed_name(paper.code, this.shelf.group.name, named, day, version=1, ending="docx"),
        template=None if own is None else own.sha256,
        whose=whose,
        to_read=to_read,
    )
