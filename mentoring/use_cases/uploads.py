"""A manager or mentor sends a file that answers nothing: it is kept at once, asked about, and filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.files import unfit_for_work
from mentoring.filings import FilingDeed, FilingState, UploadState, can_undo_filing
from mentoring.ids import GroupId, PersonId, SessionId, SubmissionId, UploadId
from mentoring.kit import Code, Toolbar
from mentoring.notices.common import Refused
from mentoring.notices.files import Ask
from mentoring.notices.sending import NothingToSendFor
from mentoring.permissions import LEADING, authorise, standings_of
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.submissions import State
from mentoring.use_cases import upload_questions as questions
from mentoring.use_cases import upload_steps as steps
from mentoring.use_cases.allowances import refuse_beyond
from mentoring.use_cases.shelving import empty_slot, lay_aside
from mentoring.use_cases.upload_recognising import in_the_place_of, known_by_name, known_of_itself

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Received
    from mentoring.filings import Upload
    from mentoring.ids import FilingId
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.submissions import Submission

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
    return bool(standings_of(record, person) & LEADING)


def receive(record: Record, by: Acting, person: Person, file: Received, now: datetime) -> None:
    """One file in private."""
    if not questions.led_groups(record, person):
        return notices.answer(record, by, person, NothingToSendFor())
    upload = record.uploads.add(person.id, group_id=None, now=now)
    record.uploads.add_file(upload.id, file, now)
    return steps.go_on(record, by, person, upload, known=known_by_name(record, upload, person), now=now)


def from_draft(
    record: Record,
    by: Acting | None,
    person: Person,
    draft: Submission,
    now: datetime,
    *,
    replaces: FilingId | None = None,
) -> None:
    """What came as a draft, such as an album or pages; `by` is None when nobody acts."""
    upload = record.uploads.add(person.id, group_id=None, now=now)
    record.uploads.take_files_of(draft, upload.id)
    record.submissions.drop(draft)
    known = in_the_place_of(record, upload, person, replaces) or known_of_itself(record, upload, person)
    steps.go_on(record, by, person, upload, known=known, now=now)


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
        record.scans.forget_of_upload(upload.id)
        steps.go_on(record, by, person, upload, now=now)
    return True


def say(record: Record, command: SayOfUpload, now: datetime) -> None:
    person, upload = steps.own(record, command.by, command.upload_id)
    after = _answered(record, person, upload, command)
    record.prompts.close(command.by.telegram_id)
    return steps.go_on(record, command.by, person, upload, known=after, now=now)


def turn_page(record: Record, command: TurnPage, now: datetime) -> None:
    person, upload = steps.own(record, command.by, command.upload_id)
    ask = questions.next_question(record, upload) or Ask.DOCUMENT
    page = min(max(command.page, 0), 1000)
    notices.answer(record, command.by, person, questions.question(record, upload, person, ask, page=page))


def something_else(record: Record, command: OfUpload, now: datetime) -> None:
    """No document of the kit: what it is may be typed, and its toolbar has to be said."""
    person, upload = steps.own(record, command.by, command.upload_id)
    if upload.group_id is None:
        raise Refusal(Why.ALREADY_DONE)
    steps.listen(record, command.by, Asking.UPLOAD_TITLE, upload, now)
    notices.answer(record, command.by, person, questions.question(record, upload, person, Ask.TOOLBAR))


def title_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person, upload = steps.own(record, by, UploadId(prompt.number("upload")))
    title = names.cleaned_words(text)[:LONGEST_TITLE]
    for file in record.uploads.files(upload.id) if title else ():
        record.attachments.recaption(file.id, title)
    asked = questions.question(record, upload, person, Ask.TOOLBAR)
    notices.answer(record, by, person, replace(asked, about=replace(asked.about, title=title)))


def reason_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Why it takes the place of what is filed."""
    person, upload = steps.own(record, by, UploadId(prompt.number("upload")))
    reason = names.cleaned_words(text)
    if not reason or questions.next_question(record, upload) is not None or steps.is_held(record, upload):
        return steps.go_on(record, by, person, upload, now=now)
    record.prompts.close(by.telegram_id)
    return steps.file(record, by, person, upload, now, reason=reason)


def drop(record: Record, command: OfUpload, now: datetime) -> None:
    person, upload = steps.own(record, command.by, command.upload_id)
    steps.drop(record, command.by, person, upload, now)


def undo(record: Record, command: OfUpload, now: datetime) -> Notice | None:
    """Out of the toolbar again, and back to the questions."""
    person, upload = steps.own(record, command.by, command.upload_id, UploadState.FILED)
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
    steps.go_on(record, command.by, person, upload, known=replace(back, replaces=None, slot_id=None), now=now)
    return None


def _answered(record: Record, person: Person, upload: Upload, said: SayOfUpload) -> Upload:
    """Raises Refusal for what was not offered."""
    if said.anew:
        return replace(upload, group_id=None, code=None, about_id=None, session_id=None, toolbar=None)
    if said.group_id is not None:
        if said.group_id not in questions.led_groups(record, person):
            raise Refusal(Why.NOT_ALLOWED)
        return replace(upload, group_id=said.group_id, code=None, about_id=None, session_id=None, toolbar=None)
    if said.code is not None:
        offered = questions.fileable(record, upload.group_id, person) if upload.group_id is not None else ()
        if all(one.code != said.code for one in offered):
            raise Refusal(Why.NOT_ALLOWED)
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
