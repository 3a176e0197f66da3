"""What is said in a group's chat: kept between Start and End of a recorded session, and at no other time.

Only what members of the group say, who have agreed to the privacy notice, and only what came after the announcement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.chat_records import LineKind
from mentoring.people import MembershipState
from mentoring.permissions import authorise
from mentoring.refusals import Refusal
from mentoring.use_cases import catching, keeping_things
from mentoring.use_cases.sending import SendFile, edit_sent, post_file

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Session

#: What is longer is no message of Telegram's.
LONGEST = 4096


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """One message in a group; `file` where it carries one, with its caption as `text`. `edits` an earlier one."""

    by: Acting
    text: str
    said_at: datetime
    file: SendFile | None = None
    replies_to: int | None = None
    edits: bool = False


def hear(record: Record, command: Heard, now: datetime) -> None:
    """Outside a recorded session a mentee's file may be meant as a document; words are nobody's business."""
    session_id = record.chat_records.running_in(command.by.chat_id)
    session = None if session_id is None else record.sessions.by_id(session_id)
    if session is not None and session.began_at is not None:
        return _keep(record, session, command, now)
    if command.file is None:
        return None
    # The chat may have another number now than when this was said there.
    file = replace(command.file, by=command.by)
    return edit_sent(record, file, now) if command.edits else post_file(record, file, now)


def _keep(record: Record, session: Session, command: Heard, now: datetime) -> None:
    try:
        actor = authorise(record, command.by, Act.SPEAK, group_id=session.group_id)
    except Refusal:
        return None
    message_id = command.by.message_id
    if message_id is None or session.began_at is None or _is_before(command.said_at, session.began_at):
        return None
    person = actor.known()
    if command.edits:
        return _edit(record, session, command, message_id, now)
    if command.file is None and _is_task(record, session, person, command, now):
        return None
    return _add(record, session, person, command, message_id=message_id, now=now)


def _edit(record: Record, session: Session, command: Heard, message_id: int, now: datetime) -> None:
    """Another file in the place of the one that was posted, too."""
    line = record.chat_records.line_at(session.id, message_id)
    record.chat_records.edit(session.id, message_id, command.text[:LONGEST], now)
    if line is not None and command.file is not None:
        keeping_things.follow(record, line, command.file.file, now)


def _is_task(record: Record, session: Session, person: Person, command: Heard, now: datetime) -> bool:
    return catching.catch(record, session, person, command.text, replies_to=command.replies_to, now=now)


def _is_before(said_at: datetime, began_at: datetime) -> bool:
    """Telegram counts in whole seconds: what was said in the very second of the start came before the announcement."""
    return said_at <= began_at.replace(microsecond=0)


def _add(record: Record, session: Session, person: Person, command: Heard, *, message_id: int, now: datetime) -> None:
    file = None if command.file is None else command.file.file
    line_id = record.chat_records.keep(
        session_id=session.id,
        message_id=message_id,
        person_id=person.id,
        name=name_in(record, session, person),
        kind=LineKind.TEXT if file is None else keeping_things.kind_of(file),
        text=command.text[:LONGEST],
        said_at=command.said_at,
        file_id=file.file_id or None if file is not None else None,
        unique_id=file.unique_id or None if file is not None else None,
        file_name=keeping_things.shown_name(file) if file is not None else None,
        size=file.size if file is not None else None,
    )
    if file is not None and line_id is not None:
        keeping_things.keep(record, line_id, person.id, file, now)


def name_in(record: Record, session: Session, person: Person) -> str:
    """As the manager listed them; a manager goes by their own name."""
    places = (one for one in record.memberships.of_person(person.id) if one.group_id == session.group_id)
    return next((one.name for one in places if one.state is MembershipState.ACTIVE), person.name)
