"""Files, photographs and voices of a recorded session get a copy of ours, by the same road as what is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.chat_records import LineKind
from mentoring.files import FileKind, clean_name
from mentoring.permissions import Standing
from mentoring.session_things import Copy, is_worth_keeping, length
from mentoring.sessions import SessionState
from mentoring.use_cases.allowances import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mentoring.chat_records import Line
    from mentoring.files import Received
    from mentoring.ids import LineId, PersonId, SessionId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.session_things import Thing
    from mentoring.sessions import Session
    from mentoring.use_cases.keeping_files import FileStored

_KINDS: Mapping[FileKind, LineKind] = {
    FileKind.PHOTO: LineKind.PHOTO,
    FileKind.VOICE: LineKind.VOICE,
    FileKind.DOCUMENT: LineKind.FILE,
    FileKind.AUDIO: LineKind.FILE,
    FileKind.VIDEO: LineKind.VIDEO,
}


def keep(record: Record, line_id: LineId, person_id: PersonId | None, file: Received, now: datetime) -> None:
    """In the transaction that keeps the line, so that no crash comes between. The rest is the fetching's."""
    if not is_worth_keeping(file) or (person_id is not None and _is_too_much(record, person_id, file, now)):
        return record.tallies.count("thing_not_kept", now)
    return record.attachments.add_to_line(line_id, file, now)


def _is_too_much(record: Record, person_id: PersonId, file: Received, now: datetime) -> bool:
    """Nothing is said about it in front of the group; the minutes name it."""
    rules, sent = record.rules, record.session_things.sent_since(person_id, now - DAY)
    return sent.files >= rules.files_a_day or sent.size + file.kept_size > rules.bytes_a_day


def follow(record: Record, line: Line, file: Received, now: datetime) -> None:
    """Its message was edited: only another file is fetched."""
    if file.unique_id in {"", line.unique_id}:
        return
    record.session_things.change_file(line.id, file, kind=kind_of(file), file_name=shown_name(file))
    keep(record, line.id, line.person_id, file, now)


def kind_of(file: Received) -> LineKind:
    return _KINDS.get(file.kind, LineKind.OTHER) if file.file_id else LineKind.OTHER


def shown_name(file: Received) -> str | None:
    if file.kind is FileKind.VOICE:
        return length(file.seconds)
    return clean_name(file.file_name) or None


def copied(record: Record, stored: FileStored) -> bool:
    """False where it is of no session's record. A program in disguise is handed to nobody, and so not kept."""
    thing = record.session_things.of_file(stored.attachment_id)
    if thing is None:
        return False
    if stored.is_program:
        record.session_things.drop_copy(thing.line_id)
    else:
        record.session_things.note_copy(thing.line_id, sha256=stored.sha256, size=stored.size)
        record.screenings.ask(stored.attachment_id)
    return True


def kept(record: Record, session_id: SessionId) -> int:
    """How many there are, also those whose copy is still to come."""
    found = record.session_things.of_session(session_id)
    return sum(one.copy in {Copy.KEPT, Copy.COMING} for one in found)


def of_held(record: Record, session: Session) -> Sequence[Thing]:
    """What can be found again; nothing while it goes on, when it would be counted at every press."""
    if session.state is not SessionState.HELD or not session.keeps_record:
        return ()
    return record.session_things.of_session(session.id)


def open_to(things: Sequence[Thing], reader: Person, *, leads: bool) -> int:
    """How many of them this reader finds behind their card."""
    standing = Standing.MENTOR if leads else Standing.MENTEE
    return sum(one.is_open_to(reader.id, {standing}) for one in things)
