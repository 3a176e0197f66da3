"""The minutes of one session, gathered for whoever leads it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import Filing
from mentoring.groups import Group
from mentoring.ids import SessionId
from mentoring.kit import Document
from mentoring.minutes import (
    MINUTES,
    Minutes,
    Phase,
    phase,
    toolbar_for,
)
from mentoring.notices.minutes import MinutesCard, MinutesFiled, MinutesRecord, minutes_card
from mentoring.notices.running import AgendaPoint
from mentoring.people import Role
from mentoring.permissions import Actor, standings_of
from mentoring.real_times import began, ended
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Coming, Session, SessionState
from mentoring.use_cases import session_cards
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.managers_there import managers_there
from mentoring.use_cases.menu import pressed_card
from mentoring.use_cases.session_courses import minutes_of
from mentoring.use_cases.session_doors import of_session
from mentoring.use_cases.shelving import filing_roles, name_in_group

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices.running import Seat
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OfMinutes:
    by: Acting
    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """The minutes of a `session` as they stand; `kept` is None while nobody has changed or accepted them."""

    session: Session
    group: Group
    document: Document
    kept: Minutes | None
    filed: Filing | None
    draft: Minutes

    @property
    def phase(self) -> Phase:
        return phase(self.kept, self.filed.id if self.filed is not None else None)


def open_minutes(record: Record, command: OfMinutes, now: datetime) -> None:
    actor, book = opened(record, command.by, command.session_id)
    show(record, command.by, actor.known(), book, now)


def opened(record: Record, by: Acting, session_id: SessionId) -> tuple[Actor, Book]:
    """Raises Refusal unless `by` leads the group of this session, and it was held."""
    actor, session = of_session(record, by, session_id, Act.MARK_SESSION)
    book = book_of(record, session)
    if session.state is not SessionState.HELD or book is None:
        raise Refusal(Why.GONE)
    return actor, book


def book_of(record: Record, session: Session) -> Book | None:
    """None where there are no minutes in any programme."""
    group = record.groups.by_id(session.group_id)
    document = document_of(record, group)
    if document is None:
        return None
    kept, filed = record.minutes.of_session(session.id), record.minutes.filed(session.id)
    return Book(
        session=session,
        group=group,
        document=document,
        kept=kept,
        filed=None if filed is None else record.filings.by_id(filed),
        draft=kept or minutes_of(record, session),
    )


def document_of(record: Record, group: Group) -> Document | None:
    """As the programme calls it, where it is in its kit."""
    kit = kit_of_group(record, group)
    if MINUTES in kit:
        return kit.find(MINUTES)
    return next((one for one in record.rules.documents if one.code == MINUTES), None)


def save(record: Record, book: Book, after: Minutes) -> Minutes:
    """Raises Refusal where somebody was faster."""
    saved = record.minutes.save(book.kept, after)
    if saved is None:
        raise Refusal(Why.ALREADY_DONE)
    return saved


def show(record: Record, by: Acting, person: Person, book: Book, now: datetime) -> None:
    """On its own card, or below the one whose button was pressed."""
    is_own = pressed_card(record, by) == minutes_card(book.session.id)
    shown = card(record, person, book, now)
    notices.answer(record, by if is_own else replace(by, pressed=None), person, shown)


def card(record: Record, person: Person, book: Book, now: datetime, *, failed: bool = False) -> MinutesCard:
    roles = filing_roles(standings_of(record, person, group_id=book.group.id))
    on_record = _on_record(record, book, now)
    return MinutesCard(
        session=session_cards.seen(book.session, book.group.name),
        on_record=on_record,
        phase=book.phase,
        revision=book.draft.revision,
        summary=book.draft.summary,
        decisions=book.draft.decisions,
        next_steps=book.draft.next_steps,
        with_record=book.draft.with_record,
        toolbar=toolbar_for(book.session, book.document),
        visibility=book.document.visibility,
        can_accept=book.document.may_be_filed_by(roles),
        knows_who_was_there=all(_is_known(one) for one in on_record.seats),
        filed=_filed(record, book),
        failed=failed,
    )


def _is_known(seat: Seat) -> bool:
    """Of a mentee; whoever leads need not be asked."""
    return seat.role is not Role.MENTEE or seat.presence is not None or seat.coming is Coming.NO


def knows_who_was_there(record: Record, book: Book) -> bool:
    people = record.sessions.attendants([book.session.id])
    return all(_is_known(one) for one in session_cards.seats(record, book.session, people))


def _on_record(record: Record, book: Book, now: datetime) -> MinutesRecord:
    session = book.session
    people = record.sessions.attendants([session.id])
    ahead = record.sessions.of_groups([session.group_id], since=now)
    return MinutesRecord(
        began_at=began(session),
        ended_at=ended(session),
        seats=session_cards.seats(record, session, people),
        managers=tuple(one.name for one in managers_there(record, book.group, session, people)),
        agenda=tuple(
            AgendaPoint(position=one.position, point=one.point, text=one.text, ticked=one.ticked_at is not None)
            for one in record.agendas.of_session(session.id)
        ),
        tasks=session_cards.tasks(record, session, people),
        lines=sum(record.chat_records.speakers(session.id).values()),
        next_at=next((one.starts_at for one in ahead if one.state is SessionState.PLANNED), None),
    )


def _filed(record: Record, book: Book) -> MinutesFiled | None:
    filed = book.filed
    if filed is None:
        return None
    is_ours = filed.attachment_id is None and book.kept is not None and book.kept.filing_id == filed.id
    return MinutesFiled(
        filing_id=filed.id,
        by=name_in_group(record, filed.group_id, filed.filed_by),
        at=filed.filed_at,
        as_file=not is_ours,
        outdated=record.minutes.attendance_changed(book.session.id, filed.filed_at),
    )
