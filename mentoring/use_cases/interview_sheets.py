"""What was noted in a talk as a Word file, and into the Monitoring toolbar: only when a manager asks for it.

A form that anybody takes elsewhere, for themselves or as a leader, has nothing of it. Notes can be taken in every
programme, also where its kit does not ask for them; filed is only what the kit says how to keep.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.files import FileKind, Received
from mentoring.handouts import Way, in_language
from mentoring.ids import InterviewId
from mentoring.interviews import CODES, QUESTIONS, InterviewKind, InterviewState
from mentoring.kit import Toolbar
from mentoring.notices import PLAIN
from mentoring.notices.interviews import TalkSheet
from mentoring.papers import PaperLanguage
from mentoring.people import Role
from mentoring.printed import Agreed, Said, Talk
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import handing_out, upload_steps
from mentoring.use_cases.form_cards import Aimed
from mentoring.use_cases.interview_doors import talk_of
from mentoring.use_cases.kits import kit_of_group
from mentoring.zones import wall

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.kit import Document
    from mentoring.ports import Record
    from mentoring.use_cases import interview_doors


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeSheet:
    """`files` it as well."""

    by: Acting
    interview_id: InterviewId
    files: bool = False


def document_for(record: Record, group: Group, kind: InterviewKind) -> Document | None:
    """As the programme calls it, where it is in its kit."""
    in_kit = kit_of_group(record, group).find(CODES[kind])
    return in_kit or next((one for one in record.rules.documents if one.code == CODES[kind]), None)


def can_file(record: Record, talk: interview_doors.Talk) -> bool:
    """Who may read it there is said by the kit alone."""
    document = kit_of_group(record, talk.group).find(CODES[talk.interview.kind])
    return document is not None and document.may_be_filed_by({Role.MANAGER})


def take_sheet(record: Record, command: TakeSheet, now: datetime) -> None:
    """A message of its own; the talk's card stays where it is."""
    talk = talk_of(record, command.by, command.interview_id)
    document = document_for(record, talk.group, talk.interview.kind)
    is_done = talk.interview.state is InterviewState.DONE
    if document is None or not is_done or (command.files and not can_file(record, talk)):
        raise Refusal(Why.GONE)
    sent = handing_out.filled(record, _aimed(record, talk, document), Way.FILLED, now)
    known = replace(sent.known, talk=_talk(record, talk))
    sheet = TalkSheet(
        interview_id=talk.interview.id,
        name="" if talk.place is None else talk.place.name,
        sheet=replace(sent, known=known),
        files=command.files,
    )
    notices.tell(record, talk.manager, sheet, PLAIN)


def _aimed(record: Record, talk: interview_doors.Talk, document: Document) -> Aimed:
    session_id, language = talk.interview.session_id, talk.manager.language
    return Aimed(
        actor=talk.actor,
        document=document,
        programme=record.programmes.by_id(talk.group.programme_id),
        language=in_language(document.code, PaperLanguage(language.value), language),
        group=talk.group,
        person=talk.place,
        session=record.sessions.by_id(session_id) if session_id is not None else None,
    )


def _talk(record: Record, talk: interview_doors.Talk) -> Talk:
    interview, zone = talk.interview, record.programmes.by_id(talk.group.programme_id).zone
    answers = (interview.answer(one) for one in QUESTIONS[interview.kind])
    return Talk(
        kind=interview.kind,
        asked_by=record.people.by_id(interview.asked_by).name,
        on=wall(interview.began_at, zone).date(),
        answers=tuple(Said(question=one.question, text=one.text) for one in answers if one is not None),
        agreed=Agreed(what=interview.action, who=interview.who, until=interview.until) if interview.action else None,
        rating=interview.rating,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetSent:
    """The file is in the manager's chat under `file`."""

    chat_id: int
    interview_id: InterviewId
    file: Received


def sheet_sent(record: Record, command: SheetSent, now: datetime) -> None:
    """It is filed as if the manager had sent it; nothing happens where they may do that no more."""
    by = Acting(telegram_id=command.chat_id, chat_id=command.chat_id)
    try:
        talk = talk_of(record, by, command.interview_id)
    except Refusal:
        return
    document = kit_of_group(record, talk.group).find(CODES[talk.interview.kind])
    if document is not None and can_file(record, talk):
        _file(record, talk, document, command.file, now)


def _file(record: Record, talk: interview_doors.Talk, document: Document, file: Received, now: datetime) -> None:
    """The file itself has no name of anybody: only what is filed has, and that goes when they are erased."""
    upload = record.uploads.add(talk.manager.id, group_id=talk.group.id, now=now)
    record.uploads.add_file(upload.id, replace(file, file_name=f"{document.code}.docx"), now)
    known = replace(
        upload,
        code=document.code,
        about_id=talk.interview.person_id,
        session_id=talk.interview.session_id,
        toolbar=document.toolbar or Toolbar.MONITORING,
    )
    upload_steps.go_on(record, None, talk.manager, upload, now=now, known=known)


def of_message(chat_id: int, interview_id: int, message_id: int, document: Mapping[str, object]) -> SheetSent:
    """As Telegram answers when a file has been sent."""
    size = document.get("file_size")
    return SheetSent(
        chat_id=chat_id,
        interview_id=InterviewId(interview_id),
        file=Received(
            kind=FileKind.DOCUMENT,
            file_id=str(document.get("file_id", "")),
            unique_id=str(document.get("file_unique_id", "")),
            file_name=str(document.get("file_name", "")),
            mime=str(document.get("mime_type", "")),
            size=size if isinstance(size, int) else None,
            chat_id=chat_id,
            message_id=message_id,
        ),
    )
