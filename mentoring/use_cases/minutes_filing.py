"""Minutes are accepted by one tap, made into a Word file, and filed; corrected ones take the place of what is filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import UploadState
from mentoring.handouts import Way, in_language
from mentoring.ids import SessionId
from mentoring.minutes import MINUTES, Minutes, MinutesState, Phase, toolbar_for
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.common import Refused
from mentoring.notices.forms import FormsNotMade
from mentoring.notices.minutes import MinutesMoved
from mentoring.papers import PaperLanguage
from mentoring.permissions import RIGHTS, Actor, standings_of
from mentoring.refusals import Why
from mentoring.sessions import SessionState
from mentoring.slots import SlotKey
from mentoring.use_cases import handing_out, minutes_cards
from mentoring.use_cases.form_cards import Aimed
from mentoring.use_cases.minutes_cards import OfMinutes, book_of, opened, save, show
from mentoring.use_cases.operating import tell_operator
from mentoring.use_cases.shelving import ToFile, refuse_unless_filed_by, shelve

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ids import FilingId, ScanId
    from mentoring.notices import Notice
    from mentoring.notices.forms import FormSent
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Session
    from mentoring.use_cases.minutes_cards import Book


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptMinutes:
    """`revision` is the one that the card showed."""

    by: Acting
    session_id: SessionId
    revision: int


def accept(record: Record, command: AcceptMinutes, now: datetime) -> Notice | None:
    """What somebody has changed meanwhile is looked at once more."""
    actor, book = opened(record, command.by, command.session_id)
    refuse_unless_filed_by(actor.standings, book.document)
    if book.phase not in {Phase.DRAFT, Phase.CORRECTING}:
        return _as_it_stands(record, command.by, actor.known(), book, now=now, notice=Refused(why=Why.ALREADY_DONE))
    if book.draft.revision != command.revision:
        return _as_it_stands(
            record, command.by, actor.known(), book, now=now, notice=MinutesMoved(by=_changed_by(record, book))
        )
    if not minutes_cards.knows_who_was_there(record, book):
        return _as_it_stands(record, command.by, actor.known(), book, now=now)
    saved = save(record, book, book.draft.accepted(by=actor.known().id, now=now))
    show(record, command.by, actor.known(), replace(book, kept=saved, draft=saved), now)
    return None


def _as_it_stands(
    record: Record, by: Acting, person: Person, book: Book, *, now: datetime, notice: Notice | None = None
) -> Notice | None:
    show(record, by, person, book, now)
    return notice


def _changed_by(record: Record, book: Book) -> str:
    return record.people.by_id(book.draft.changed_by).name if book.draft.changed_by is not None else ""


def correct(record: Record, command: OfMinutes, now: datetime) -> None:
    """What is filed stays until the corrected ones are accepted."""
    actor, book = opened(record, command.by, command.session_id)
    person = actor.known()
    if book.phase is Phase.FILED and book.filed is not None:
        reopened = replace(book.draft.changed(by=person.id, now=now), filing_id=book.filed.id)
        saved = save(record, book, reopened)
        book = replace(book, kept=saved, draft=saved)
    show(record, command.by, person, book, now)


def contents_of(record: Record, minutes: Minutes, now: datetime) -> FormSent | None:
    """What their file is made of; None where nobody waits for it any more."""
    book = _waiting(record, minutes)
    if book is None or minutes.accepted_by is None:
        return None
    person = record.people.by_id(minutes.accepted_by)
    aimed = Aimed(
        actor=Actor(person=person, standings=standings_of(record, person, group_id=book.group.id)),
        document=book.document,
        programme=record.programmes.by_id(book.group.programme_id),
        language=in_language(book.document.code, PaperLanguage(person.language.value), person.language),
        group=book.group,
        session=book.session,
    )
    return handing_out.filled(record, aimed, Way.FILLED, now)


def made(record: Record, minutes: Minutes, *, sha256: str, size: int, now: datetime) -> None:
    """Their file is stored: into the toolbar with it, and whoever accepted them sees so on the card."""
    book = _waiting(record, minutes)
    if book is None or minutes.accepted_by is None:
        return
    person = record.people.by_id(minutes.accepted_by)
    filing_id = _filed(record, book, person, _kept(record, book, person, sha256=sha256, size=size, now=now), now)
    save(record, book, replace(book.draft, filing_id=filing_id))
    _refresh(record, book.session, person, now)


def _kept(record: Record, book: Book, person: Person, *, sha256: str, size: int, now: datetime) -> ScanId:
    """As if they had sent it: it belongs to the group from its first moment."""
    upload = record.uploads.add(person.id, group_id=book.group.id, now=now)
    of_minutes = replace(
        upload,
        state=UploadState.FILED,
        code=book.document.code,
        session_id=book.session.id,
        toolbar=toolbar_for(book.session, book.document),
    )
    record.uploads.change(upload, of_minutes)
    return record.minutes.keep_file(upload.id, sha256=sha256, size=size, now=now)


def _filed(record: Record, book: Book, person: Person, scan_id: ScanId, now: datetime) -> FilingId:
    slot = record.slots.by_key(SlotKey(group_id=book.group.id, code=book.document.code, session_id=book.session.id))
    what = ToFile(
        group_id=book.group.id,
        document=book.document,
        toolbar=toolbar_for(book.session, book.document),
        person_id=None,
        session_id=book.session.id,
        files=(),
        slot=slot,
        scan_id=scan_id,
        made_as="docx",
        replaces=book.filed.id if slot is None and book.filed is not None else None,
    )
    return shelve(record, what, person, now)[0].id


def failed(record: Record, minutes: Minutes, now: datetime) -> None:
    """They are a draft again, and nothing of them is lost; whoever looks after the bot hears of it."""
    standing = record.minutes.filed(minutes.session_id)
    again = record.minutes.save(minutes, replace(minutes, state=MinutesState.DRAFT, filing_id=standing))
    session = record.sessions.by_id(minutes.session_id)
    if again is None or session is None or minutes.accepted_by is None:
        return
    _refresh(record, session, record.people.by_id(minutes.accepted_by), now, failed=True)
    record.tallies.count(handing_out.FORM_NOT_MADE, now)
    count = record.tallies.on(handing_out.FORM_NOT_MADE, now)
    tell_operator(record, FormsNotMade(on=now.date(), count=count, code=MINUTES))


def _waiting(record: Record, minutes: Minutes) -> Book | None:
    """Unless somebody reopened them, or the session is said not to have taken place after all."""
    session = record.sessions.by_id(minutes.session_id)
    book = None if session is None else book_of(record, session)
    is_waited_for = book is not None and book.kept == minutes and book.phase is Phase.FILING
    return book if is_waited_for and session is not None and session.state is SessionState.HELD else None


def _refresh(record: Record, session: Session, person: Person, now: datetime, *, failed: bool = False) -> None:
    """In silence; only what failed comes to the bottom. Nothing to somebody who has stopped leading the group since."""
    book = book_of(record, session)
    leads = RIGHTS[Act.MARK_SESSION].who & standings_of(record, person, group_id=session.group_id)
    if book is None or session.state is not SessionState.HELD or not leads:
        return
    shown = minutes_cards.card(record, person, book, now, failed=failed)
    notices.tell(record, person, shown, AT_THE_BOTTOM if failed else PLAIN)
