"""What is posted between Start and End gets a copy of ours, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mentoring.chat_records import LineKind
from mentoring.files import FETCH_LIMIT_BYTES, FileKind, Received
from mentoring.ids import AttachmentId, LineId
from mentoring.notices.screening import VirusInYourFile
from mentoring.rules import Rules
from mentoring.scans import Screening
from mentoring.session_things import Copy, Thing
from mentoring.use_cases import recording
from mentoring.use_cases.keeping_files import FileNotFetched, FileStored, file_not_fetched, file_stored
from mentoring.use_cases.screening import FileScreened, file_screened
from mentoring.use_cases.sending import SendFile
from storage.files import known_hashes
from storage.tables.submissions import attachments
from tests.use_cases.a_group import NOVA_CHAT, Nova
from tests.use_cases.a_session import begins, ends, nova, session

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session

__all__ = ["nova", "session"]
HASH = "a" * 64


def posts(
    nova: Nova,
    person: Person | int,
    unique_id: str = "u1",
    *,
    number: int = 20,
    text: str = "",
    edits: bool = False,
    **changes: object,
) -> Received:
    """A second after the last thing that happened."""
    nova.desk.now += timedelta(seconds=1)
    by = replace(nova.by(person, chat=NOVA_CHAT), message_id=number)
    file = replace(nova.file(unique_id, chat=NOVA_CHAT, caption=text), message_id=number, **changes)  # type: ignore[arg-type]
    heard = recording.Heard(by=by, text=text, said_at=nova.desk.now, file=SendFile(by=by, file=file), edits=edits)
    nova.desk.does(recording.hear, heard)
    return file


def things(nova: Nova, session: Session) -> list[Thing]:
    return [*nova.desk.record.session_things.of_session(session.id)]


def only(nova: Nova, session: Session) -> Thing:
    [thing] = things(nova, session)
    return thing


def copies(nova: Nova, thing: Thing, *, sha256: str = HASH, is_program: bool = False) -> None:
    assert thing.attachment_id is not None
    stored = FileStored(
        attachment_id=thing.attachment_id, sha256=sha256, size=77, file_id=thing.file_id, is_program=is_program
    )
    file_stored(nova.desk.record, stored, nova.desk.now)


def rows(nova: Nova) -> int:
    return nova.desk.connection.scalar(select(func.count()).select_from(attachments)) or 0


def test_a_file_of_a_session_is_fetched_and_lands_on_its_line(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera, text="my plan")
    waiting = [one.file_id for one in nova.desk.record.attachments.to_fetch(nova.desk.now, 10)]

    copies(nova, only(nova, session))

    kept = only(nova, session)
    assert waiting == ["id-u1"]
    assert (kept.copy, kept.who, kept.name, kept.text) == (Copy.KEPT, "Vera", "essay.pdf", "my plan")
    [line] = nova.desk.record.chat_records.of_session(session.id)
    assert (line.sha256, line.size) == (HASH, 77)
    assert HASH in known_hashes(nova.desk.connection)


def test_no_file_outside_of_start_and_end_is_kept_and_none_of_a_stranger(nova: Nova, session: Session) -> None:
    posts(nova, nova.anton, "before", number=1)
    begins(nova, session)
    posts(nova, 77, "stranger", number=2)
    posts(nova, 1087968824, "anonymous", number=3)
    ends(nova, session)
    posts(nova, nova.anton, "after", number=4)

    assert (things(nova, session), rows(nova)) == ([], 0)


def test_inside_of_a_session_nothing_is_asked_about_a_file(nova: Nova, session: Session) -> None:
    begins(nova, session)
    nova.desk.told()

    posts(nova, nova.vera)

    assert nova.desk.told() == []


@pytest.mark.parametrize(
    ("kind", "name", "line"),
    [
        (FileKind.PHOTO, "", LineKind.PHOTO),
        (FileKind.AUDIO, "song.mp3", LineKind.FILE),
        (FileKind.VIDEO, "", LineKind.VIDEO),
        (FileKind.DOCUMENT, "table.csv", LineKind.FILE),
    ],
)
def test_every_kind_of_file_is_kept(nova: Nova, session: Session, kind: FileKind, name: str, line: LineKind) -> None:
    begins(nova, session)

    posts(nova, nova.vera, kind=kind, file_name=name)

    kept = only(nova, session)
    assert (kept.kind, kept.sent_as, kept.name, kept.copy) == (line, kind, name, Copy.COMING)


def test_a_voice_goes_by_its_length(nova: Nova, session: Session) -> None:
    begins(nova, session)

    posts(nova, nova.vera, kind=FileKind.VOICE, file_name="", seconds=62)

    assert (only(nova, session).length, only(nova, session).name) == ("1:02", "")


def test_what_is_too_large_is_named_and_not_fetched(nova: Nova, session: Session) -> None:
    begins(nova, session)

    posts(nova, nova.vera, size=FETCH_LIMIT_BYTES + 1)

    assert only(nova, session).copy is Copy.TOO_LARGE
    assert nova.desk.record.attachments.to_fetch(nova.desk.now, 10) == []


@pytest.mark.parametrize("name", ["virus.exe", "all.zip", "macro.docm"])
def test_programs_and_archives_are_named_only(nova: Nova, session: Session, name: str) -> None:
    begins(nova, session)

    posts(nova, nova.vera, file_name=name)

    assert (only(nova, session).copy, only(nova, session).name, rows(nova)) == (Copy.REFUSED, name, 0)


def test_a_program_in_disguise_is_forgotten_again(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera)

    copies(nova, only(nova, session), is_program=True)

    assert (only(nova, session).copy, rows(nova)) == (Copy.REFUSED, 0)
    assert known_hashes(nova.desk.connection) == frozenset()


def test_who_floods_the_chat_fills_no_disk(nova: Nova, session: Session) -> None:
    nova.desk.rules = Rules(files_a_day=2)
    begins(nova, session)
    for number in range(30, 33):
        posts(nova, nova.vera, f"v{number}", number=number)
    posts(nova, nova.ilya, "of somebody else", number=40)

    found = [one.copy for one in things(nova, session)]
    assert found == [Copy.COMING, Copy.COMING, Copy.REFUSED, Copy.COMING]


def test_an_edited_caption_changes_the_line_and_fetches_nothing_anew(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera)
    copies(nova, only(nova, session))

    posts(nova, nova.vera, text="with words", edits=True)

    assert (only(nova, session).text, only(nova, session).copy) == ("with words", Copy.KEPT)


def test_another_file_in_its_place_is_fetched_and_the_first_forgotten(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera)
    copies(nova, only(nova, session))

    posts(nova, nova.vera, "u2", kind=FileKind.PHOTO, file_name="", edits=True)

    changed = only(nova, session)
    assert (changed.kind, changed.unique_id, changed.copy, changed.sha256) == (LineKind.PHOTO, "u2", Copy.COMING, None)
    assert (rows(nova), known_hashes(nova.desk.connection)) == (1, frozenset())


def test_what_cannot_be_fetched_in_a_day_is_lost_and_nobody_in_the_group_is_bothered(
    nova: Nova, session: Session
) -> None:
    begins(nova, session)
    posts(nova, nova.vera)
    of = only(nova, session).attachment_id or AttachmentId(0)
    nova.desk.told()
    file_not_fetched(nova.desk.record, FileNotFetched(attachment_id=of), nova.desk.now)
    assert only(nova, session).copy is Copy.COMING

    file_not_fetched(nova.desk.record, FileNotFetched(attachment_id=of), nova.desk.now + timedelta(hours=24))

    assert only(nova, session).copy is Copy.LOST
    assert nova.desk.told(to=NOVA_CHAT) == []


def test_what_holds_a_virus_is_told_to_who_posted_it_alone(nova: Nova, session: Session) -> None:
    nova.desk.rules = Rules(screens_files=True)
    begins(nova, session)
    posts(nova, nova.vera)
    thing = only(nova, session)
    copies(nova, thing)
    assert thing.attachment_id is not None
    nova.desk.told()

    screened = FileScreened(attachment_id=thing.attachment_id, clean=False)
    file_screened(nova.desk.record, screened, nova.desk.now)

    assert only(nova, session).copy is Copy.INFECTED
    warned = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, VirusInYourFile)]
    assert warned == [nova.vera.telegram_id]


def test_the_same_message_twice_is_one_thing(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera)
    posts(nova, nova.vera)

    assert only(nova, session).line_id == LineId(1)
    assert rows(nova) == 1


@pytest.mark.parametrize(
    ("kind", "looked_at"),
    [
        *((kind, Screening.WAITING) for kind in (FileKind.DOCUMENT, FileKind.AUDIO, FileKind.VIDEO)),
        *((kind, None) for kind in (FileKind.PHOTO, FileKind.VOICE)),
    ],
)
def test_only_what_telegram_makes_anew_goes_unchecked(
    nova: Nova, session: Session, kind: FileKind, looked_at: Screening | None
) -> None:
    nova.desk.rules = Rules(screens_files=True)
    begins(nova, session)

    posts(nova, nova.vera, kind=kind)

    assert only(nova, session).screening is looked_at
