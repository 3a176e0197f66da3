"""A manager or mentor sends a file that answers nothing: it is kept at once, asked about, and filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.files import unfit_for_work
from mentoring.filings import FILING_UNDO, FilingDeed, FilingState, UploadState, can_undo_filing
from mentoring.ids import GroupId, PersonId, SessionId, SubmissionId, UploadId
from mentoring.kit import Code, Toolbar
from mentoring.notices import AT_THE_BOTTOM, Notice
from mentoring.notices.common import Refused
from mentoring.notices.files import Ask, UploadDropped, UploadFiled
from mentoring.permissions import Act, authorise, standings_of
from mentoring.permissions import Standing as As
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.submissions import State
from mentoring.use_cases import upload_questions as questions
from mentoring.use_cases.allowances import refuse_beyond
from mentoring.use_cases.shelving import ToFile, empty_slot, lay_aside, refuse_unless_filed_by, shelve

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Received
    from mentoring.filings import Upload
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.submissions import Submission

_LEADING = frozenset({As.MENTOR, As.MANAGER})
LONGEST_TITLE = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class SayOfUpload:
    """The answer to one question; the others are None. `anew` forgets the answers so far."""

    by: Acting
    upload_id: UploadId
    group_id: GroupId | None = None
    code: Code | None = None
    about_id: PersonId | None = None
    session_id: SessionId | None = None
    toolbar: Toolbar | None = None
    anew: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnPage:
    by: Acting
    upload_id: UploadId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OfUpload:
    """What needs no more than to know which: something else, not to be filed, out again."""

    by: Acting
    upload_id: UploadId


@dataclass(frozen=True, kw_only=True, slots=True)
class FileInstead:
    """It was asked for whom the draft is; it is to be filed."""

    by: Acting
    draft_id: SubmissionId


def leads(record: Record, person: Person) -> bool:
    return bool(standings_of(record, person) & _LEADING)


def receive(record: Record, by: Acting, person: Person, file: Received, now: datetime) -> None:
    """One file in private."""
    upload = record.uploads.add(person.id, group_id=None, now=now)
    record.uploads.add_file(upload.id, file, now)
    _go_on(record, by, person, upload, now=now)


def from_draft(record: Record, by: Acting | None, person: Person, draft: Submission, now: datetime) -> None:
    """What came as a draft, such as an album; `by` is None when nobody acts."""
    upload = record.uploads.add(person.id, group_id=None, now=now)
    record.uploads.take_files_of(draft, upload.id)
    record.submissions.drop(draft)
    _go_on(record, by, person, upload, now=now)


def file_instead(record: Record, command: FileInstead, now: datetime) -> None:
    person = authorise(record, command.by, Act.FILE).known()
    draft = record.submissions.by_id(command.draft_id)
    if draft is None:
        raise Refusal(Why.GONE)
    if draft.mentee_id != person.id:
        raise Refusal(Why.FOR_SOMEBODY_ELSE)
    if draft.state is not State.NEEDS_GROUP:
        raise Refusal(Why.ALREADY_DONE)
    waiting = record.prompts.of(command.by.telegram_id, now)
    if waiting is not None and waiting.asking is Asking.DRAFT:
        record.prompts.close(command.by.telegram_id)
    from_draft(record, command.by, person, draft, now)


def edited(record: Record, by: Acting, file: Received, now: datetime) -> bool:
    """The message that brought a file was edited. False where it is new work."""
    found = record.uploads.of_message(file.chat_id, file.message_id)
    if found is None:
        return False
    upload, before = found
    person = authorise(record, by, Act.SEND_FILE).known()
    if upload.person_id != person.id:
        raise Refusal(Why.NOT_ALLOWED)
    if before.unique_id == file.unique_id:
        record.attachments.recaption(before.id, file.caption)
        return True
    if upload.state is not UploadState.OPEN or unfit_for_work(file) is not None:
        return False
    if not refuse_beyond(record, by, person, file, now):
        record.attachments.replace(before.id, file, now)
        _go_on(record, by, person, upload, now=now)
    return True


def say(record: Record, command: SayOfUpload, now: datetime) -> None:
    person, upload = _own(record, command.by, command.upload_id)
    record.prompts.close(command.by.telegram_id)
    if command.anew:
        after = replace(upload, group_id=None, code=None, about_id=None, session_id=None, toolbar=None)
        return _go_on(record, command.by, person, upload, known=after, now=now)
    after = _answered(record, person, upload, command)
    return _go_on(record, command.by, person, upload, known=after, now=now)


def turn_page(record: Record, command: TurnPage, now: datetime) -> None:
    person, upload = _own(record, command.by, command.upload_id)
    ask = questions.next_question(record, upload) or Ask.DOCUMENT
    page = min(max(command.page, 0), 1000)
    notices.answer(record, command.by, person, questions.question(record, upload, person, ask, page=page))


def something_else(record: Record, command: OfUpload, now: datetime) -> None:
    """No document of the kit: what it is may be typed, and its toolbar has to be said."""
    person, upload = _own(record, command.by, command.upload_id)
    if upload.group_id is None:
        raise Refusal(Why.ALREADY_DONE)
    _listen(record, command.by, Asking.UPLOAD_TITLE, upload, now)
    notices.answer(record, command.by, person, questions.question(record, upload, person, Ask.TOOLBAR))


def title_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person, upload = _own(record, by, UploadId(prompt.number("upload")))
    title = names.cleaned_words(text)[:LONGEST_TITLE]
    for file in record.uploads.files(upload.id) if title else ():
        record.attachments.recaption(file.id, title)
    asked = questions.question(record, upload, person, Ask.TOOLBAR)
    notices.answer(record, by, person, replace(asked, about=replace(asked.about, title=title)))


def reason_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Why it takes the place of what is filed."""
    person, upload = _own(record, by, UploadId(prompt.number("upload")))
    reason = names.cleaned_words(text)
    if not reason or questions.next_question(record, upload) is not None:
        return _go_on(record, by, person, upload, now=now)
    record.prompts.close(by.telegram_id)
    return _file(record, by, person, upload, now, reason=reason)


def drop(record: Record, command: OfUpload, now: datetime) -> None:
    """It stays where it was sent; nobody is asked about it any more."""
    person, upload = _own(record, command.by, command.upload_id)
    record.prompts.close(command.by.telegram_id)
    _change(record, upload, replace(upload, state=UploadState.DROPPED))
    dropped = UploadDropped(upload_id=upload.id, files=questions.shown_files(record, upload))
    notices.answer(record, command.by, person, dropped)


def undo(record: Record, command: OfUpload, now: datetime) -> Notice | None:
    """Out of the toolbar again, and back to the questions."""
    person, upload = _own(record, command.by, command.upload_id, UploadState.FILED)
    ids = {file.id for file in record.uploads.files(upload.id)}
    live = [
        one
        for one in record.filings.of_group(upload.group_id or GroupId(0), [FilingState.FILED])
        if one.attachment_id in ids or (one.scan_id or -1) == record.filings.scan_of_upload(upload.id)
    ]
    if not live or not all(can_undo_filing(one, person.id, now) for one in live):
        return Refused(why=Why.TOO_LATE)
    for one in live:
        lay_aside(record, one, FilingState.WITHDRAWN, FilingDeed.WITHDRAW, by=person, reason="", now=now)
        empty_slot(record, one, now)
    back = replace(upload, state=UploadState.OPEN, code=None, about_id=None, session_id=None, toolbar=None)
    _go_on(record, command.by, person, upload, known=replace(back, replaces=None, slot_id=None), now=now)
    return None


def _own(
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


def _answered(record: Record, person: Person, upload: Upload, said: SayOfUpload) -> Upload:
    """Raises Refusal for what was not offered."""
    if said.group_id is not None:
        if said.group_id not in questions.led_groups(record, person):
            raise Refusal(Why.NOT_ALLOWED)
        return replace(upload, group_id=said.group_id, code=None, about_id=None, session_id=None, toolbar=None)
    if said.code is not None:
        return replace(upload, code=said.code, about_id=None, session_id=None, toolbar=None)
    if said.about_id is not None:
        if said.about_id not in questions.people_of(record, upload):
            raise Refusal(Why.NOT_ALLOWED)
        return replace(upload, about_id=said.about_id)
    if said.session_id is not None:
        session = record.sessions.by_id(said.session_id)
        if session is None or session.group_id != upload.group_id:
            raise Refusal(Why.NOT_ALLOWED)
        return replace(upload, session_id=said.session_id)
    return replace(upload, toolbar=said.toolbar)


def _go_on(
    record: Record, by: Acting | None, person: Person, before: Upload, *, now: datetime, known: Upload | None = None
) -> None:
    """Ask the next question, or file it when there is none left."""
    upload = questions.completed(record, known or before, person)
    _change(record, before, upload)
    ask = questions.next_question(record, upload)
    if ask is not None:
        return _show(record, by, person, questions.question(record, upload, person, ask))
    if questions.live_before(record, upload):
        _listen(record, by, Asking.UPLOAD_REASON, upload, now)
        return _show(record, by, person, questions.question(record, upload, person, Ask.REASON))
    return _file(record, by, person, upload, now)


def _file(
    record: Record, by: Acting | None, person: Person, upload: Upload, now: datetime, *, reason: str = ""
) -> None:
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
    _change(record, upload, replace(upload, state=UploadState.FILED, slot_id=what.slot.id if what.slot else None))
    filed = UploadFiled(
        upload_id=upload.id,
        filing_id=made[0].id,
        about=replace(about, title=what.title),
        toolbar=upload.toolbar,
        names=tuple(one.name for one in made),
        undo_until=now + FILING_UNDO,
    )
    _show(record, by, person, filed)


def _show(record: Record, by: Acting | None, person: Person, notice: Notice) -> None:
    if by is None:
        notices.tell(record, person, notice, AT_THE_BOTTOM)
    else:
        notices.answer(record, by, person, notice)


def _listen(record: Record, by: Acting | None, asking: Asking, upload: Upload, now: datetime) -> None:
    if by is not None:
        prompt = Prompt(telegram_id=by.telegram_id, asking=asking, draft={"upload": upload.id}, expires_at=now + VALID)
        record.prompts.ask(prompt)


def _change(record: Record, before: Upload, after: Upload) -> None:
    if before != after and not record.uploads.change(before, after):
        raise Refusal(Why.ALREADY_DONE)
