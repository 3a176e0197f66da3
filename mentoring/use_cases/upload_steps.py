"""One step on with an upload: ask the next question, or file it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acts import Act
from mentoring.filings import FILING_UNDO, UploadState
from mentoring.notices import AT_THE_BOTTOM, Notice
from mentoring.notices.files import Ask, UploadDropped, UploadFiled
from mentoring.permissions import authorise, standings_of
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.slots import SlotState
from mentoring.use_cases import signature_cards
from mentoring.use_cases import upload_questions as questions
from mentoring.use_cases.shelving import ToFile, is_being_checked, refuse_unless_filed_by, shelve

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.filings import Upload
    from mentoring.ids import UploadId
    from mentoring.people import Person
    from mentoring.ports import Record


def own(
    record: Record, by: Acting, upload_id: UploadId, state: UploadState = UploadState.OPEN
) -> tuple[Person, Upload]:
    """Raises Refusal unless the upload is this person's, who still files in its group."""
    upload = record.uploads.by_id(upload_id)
    if upload is None:
        authorise(record, by, Act.FILE)
        raise Refusal(Why.GONE)
    person = authorise(record, by, Act.FILE, group_id=upload.group_id).known()
    if upload.person_id != person.id:
        raise Refusal(Why.FOR_SOMEBODY_ELSE)
    if upload.state is not state:
        raise Refusal(Why.ALREADY_DONE)
    return person, upload


def go_on(
    record: Record, by: Acting | None, person: Person, before: Upload, *, now: datetime, known: Upload | None = None
) -> None:
    """Ask the next question, or file it when there is none left."""
    upload = questions.completed(record, known or before, person)
    change(record, before, upload)
    ask = questions.next_question(record, upload)
    if ask is not None:
        return show(record, by, person, questions.question(record, upload, person, ask))
    if is_held(record, upload):
        return show(record, by, person, questions.being_checked(record, upload))
    slot = questions.slot_of(record, upload)
    if slot is not None and slot.state is SlotState.SIGNING and upload.replaces is None:
        return show(record, by, person, signature_cards.who_signed(record, upload.id, slot, now))
    if questions.live_before(record, upload):
        listen(record, by or person, Asking.UPLOAD_REASON, upload, now)
        return show(record, by, person, questions.question(record, upload, person, Ask.REASON))
    return file(record, by, person, upload, now)


def is_held(record: Record, upload: Upload) -> bool:
    """Until the virus scanner has looked at all of its files."""
    return is_being_checked(record, [one.screening for one in record.uploads.files(upload.id)])


def go_on_checked(record: Record, upload: Upload, now: datetime) -> None:
    """Nothing was found in one of its files: what waited for no more than that is filed."""
    person = record.people.by_id(upload.person_id)
    if upload.state is not UploadState.OPEN or questions.next_question(record, upload) is not None:
        return
    try:
        refuse_unless_filed_by(
            standings_of(record, person, group_id=upload.group_id), questions.document_of(record, upload)
        )
    except Refusal:
        return
    go_on(record, None, person, upload, now=now)


def drop(record: Record, by: Acting | None, person: Person, upload: Upload, now: datetime) -> None:
    """It stays where it was sent; nobody is asked about it any more."""
    waiting = record.prompts.of(person.telegram_id, now) if person.telegram_id is not None else None
    if waiting is not None and waiting.draft.get("upload") == upload.id:
        record.prompts.close(waiting.telegram_id)
    change(record, upload, replace(upload, state=UploadState.DROPPED))
    show(record, by, person, UploadDropped(upload_id=upload.id, files=questions.shown_files(record, upload)))


def file(record: Record, by: Acting | None, person: Person, upload: Upload, now: datetime, *, reason: str = "") -> None:
    document, files = questions.document_of(record, upload), record.uploads.files(upload.id)
    if upload.group_id is None or upload.toolbar is None or not files:
        raise Refusal(Why.GONE)
    acting_here = standings_of(record, person, group_id=upload.group_id)
    refuse_unless_filed_by(acting_here, document)
    about = questions.about(record, upload)
    what = ToFile(
        group_id=upload.group_id,
        document=document,
        toolbar=upload.toolbar,
        person_id=upload.about_id,
        session_id=upload.session_id,
        files=files,
        slot=questions.slot_of(record, upload),
        scan_id=record.filings.scan_of_upload(upload.id),
        title=files[0].caption if document is None else "",
        replaces=upload.replaces,
        reason=reason,
    )
    made = shelve(record, what, person, now)
    change(record, upload, replace(upload, state=UploadState.FILED, slot_id=what.slot.id if what.slot else None))
    filed = UploadFiled(
        upload_id=upload.id,
        filing_id=made[0].id,
        about=replace(about, title=what.title),
        toolbar=upload.toolbar,
        names=tuple(one.name for one in made),
        undo_until=now + FILING_UNDO,
    )
    show(record, by, person, filed)


def show(record: Record, by: Acting | None, person: Person, notice: Notice) -> None:
    if by is None:
        notices.tell(record, person, notice, AT_THE_BOTTOM)
    else:
        notices.answer(record, by, person, notice)


def listen(record: Record, to: Acting | Person, asking: Asking, upload: Upload, now: datetime) -> None:
    if to.telegram_id is not None:
        prompt = Prompt(telegram_id=to.telegram_id, asking=asking, draft={"upload": upload.id}, expires_at=now + VALID)
        record.prompts.ask(prompt)


def change(record: Record, before: Upload, after: Upload) -> None:
    if before != after and not record.uploads.change(before, after):
        raise Refusal(Why.ALREADY_DONE)
