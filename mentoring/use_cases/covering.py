"""A scan of signed pages that a mentor or manager sends: who has signed on it is ticked, then it is filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices, signing
from mentoring.acting import Acting
from mentoring.filings import UploadState
from mentoring.ids import UploadId
from mentoring.notices.signatures import PageFiled
from mentoring.papers import HAVE_SIGNED
from mentoring.permissions import standings_of
from mentoring.refusals import Refusal, Why
from mentoring.slots import SlotState
from mentoring.use_cases import signature_cards as cards
from mentoring.use_cases import signatures
from mentoring.use_cases import upload_questions as questions
from mentoring.use_cases import upload_steps as steps
from mentoring.use_cases.shelving import ToFile, refuse_held, refuse_unless_filed_by, shelve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Upload
    from mentoring.papers import Signer
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.slots import Slot


@dataclass(frozen=True, kw_only=True, slots=True)
class TickSigners:
    """One bit for each row of the board, in its order; `sure` files it."""

    by: Acting
    upload_id: UploadId
    ticked: int
    sure: bool = False


def tick(record: Record, command: TickSigners, now: datetime) -> None:
    person, upload = steps.own(record, command.by, command.upload_id)
    slot = questions.slot_of(record, upload)
    if slot is None or slot.state is not SlotState.SIGNING:
        raise Refusal(Why.ALREADY_DONE)
    rows = record.signers.of_slot(slot.id)
    chosen = [one for one in signing.ticked(command.ticked, rows) if one in _open(rows)]
    if not command.sure:
        asked = cards.who_signed(record, upload.id, slot, now, ticked=signing.mask_of(chosen, rows))
        return notices.answer(record, command.by, person, asked)
    if not chosen:
        raise Refusal(Why.NOBODY_PICKED)
    refuse_held(record, record.uploads.files(upload.id))
    for signer in chosen:
        record.signers.change(signer, signing.covered(signer, by=person.id, now=now))
    _file(record, person, upload, slot, chosen, now=now)
    after = signatures.settle(record, slot, now)
    for signer in chosen:
        cards.tell_signers(record, after, now, only=signer.person_id)
    return notices.answer(record, command.by, person, _filed(record, upload, after, chosen, now))


def _open(rows: Sequence[Signer]) -> Sequence[Signer]:
    return [one for one in signing.needed(rows) if one.state not in HAVE_SIGNED]


def _file(
    record: Record, person: Person, upload: Upload, slot: Slot, chosen: Sequence[Signer], *, now: datetime
) -> None:
    """Under the name of whom it is about, or who is alone on it; each scan stands beside the others."""
    document, files = questions.document_of(record, upload), record.uploads.files(upload.id)
    if upload.group_id is None or document is None or document.toolbar is None or not files:
        raise Refusal(Why.GONE)
    refuse_unless_filed_by(standings_of(record, person, group_id=upload.group_id), document)
    alone = {one.person_id for one in chosen}
    what = ToFile(
        group_id=upload.group_id,
        document=document,
        toolbar=document.toolbar,
        person_id=slot.key.person_id or (alone.pop() if len(alone) == 1 else None),
        session_id=slot.key.session_id,
        files=files,
        slot=slot,
        scan_id=record.filings.scan_of_upload(upload.id),
    )
    shelve(record, what, person, now)
    steps.change(record, upload, replace(upload, state=UploadState.FILED, slot_id=slot.id))


def _filed(record: Record, upload: Upload, slot: Slot, chosen: Sequence[Signer], now: datetime) -> PageFiled:
    shown, count = cards.shelf_of(record, slot, now), signing.progress(record.signers.of_slot(slot.id))
    return PageFiled(
        upload_id=upload.id,
        slot=shown.seen(slot),
        group_name=shown.group.name,
        names=tuple(one.name for one in chosen),
        done=count.done,
        total=count.total,
    )
