"""A record with somebody in every standing to one group: of it, of another, gone from it, or nobody at all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from mentoring.chat_records import LineKind
from mentoring.concerns import Way as PrivateWay
from mentoring.files import FileKind, Received
from mentoring.filings import Filing, FilingState
from mentoring.groups import InvitationKind
from mentoring.happenings import HappeningKind
from mentoring.ids import FilingId, PersonId, SessionId
from mentoring.interviews import QUESTIONS, Answer, InterviewKind, InterviewState, Rating
from mentoring.invitations import hashed
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.people import Language, MembershipState, Role
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.rules import Rules
from mentoring.session_tasks import TaskKind
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.slots import SlotKey
from mentoring.submissions import MoveKind, NewMove, State
from mentoring.ways_in import Way, as_draft
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mentoring.groups import Group, Programme

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ME = {"id": 999, "is_bot": True, "first_name": "e", "username": "e_bot", "can_join_groups": True}
NOVA_CHAT, JOINER, CODE = -1001, 500, "ABCDEFGH"
#: The number of the message that carried a file, in its own chat, and of Vera's note.
MESSAGE = 5

#: Whose Telegram ids stand for no person.
IN_NO_PERSONS_NAME = frozenset({"anonymous", "channel", "service"})
#: Telegram ids. Whoever is known has the same number in the record.
PEOPLE: Mapping[str, PersonId] = {
    "vera": PersonId(1),
    "ilya": PersonId(2),
    "mentor": PersonId(3),
    "manager": PersonId(4),
    "other_mentee": PersonId(5),
    "other_mentor": PersonId(6),
    "other_manager": PersonId(7),
    "removed_mentee": PersonId(8),
    "left_mentee": PersonId(9),
    "removed_mentor": PersonId(10),
    "left_mentor": PersonId(11),
    "known": PersonId(12),
    "stranger": PersonId(66),
    "anonymous": PersonId(1087968824),
    "channel": PersonId(136817688),
    "service": PersonId(777000),
}
_OF_NOVA = {
    "vera": (Role.MENTEE, MembershipState.ACTIVE),
    "ilya": (Role.MENTEE, MembershipState.ACTIVE),
    "mentor": (Role.MENTOR, MembershipState.ACTIVE),
    "removed_mentee": (Role.MENTEE, MembershipState.REMOVED),
    "left_mentee": (Role.MENTEE, MembershipState.LEFT),
    "removed_mentor": (Role.MENTOR, MembershipState.REMOVED),
    "left_mentor": (Role.MENTOR, MembershipState.LEFT),
}
_OF_THE_OTHER = {
    "other_mentee": (Role.MENTEE, MembershipState.ACTIVE),
    "other_mentor": (Role.MENTOR, MembershipState.ACTIVE),
}


def a_peopled_record(connection: Connection) -> None:
    """Vera's first submission waits for the mentor, her second is a draft; she has raised a concern and wished to be
    erased, and owes her profile. A session is planned, a code can bind.
    """
    record = SqlRecord(connection, NOW, Rules())
    for name, telegram_id in PEOPLE.items():
        if telegram_id <= len(PEOPLE) and name != "stranger":
            person = record.people.add(telegram_id=telegram_id, name=name, language=Language.EN, zone="UTC", now=NOW)
            assert person.id == telegram_id
    nova, other = _group(record, "Nova", "manager"), _group(record, "Start", "other_manager")
    record.groups.save(replace(nova, chat_id=NOVA_CHAT))
    for group, members in ((nova, _OF_NOVA), (other, _OF_THE_OTHER)):
        for name, (role, state) in members.items():
            listed = record.memberships.expect(group_id=group.id, role=role, name=name, now=NOW)
            record.memberships.save(replace(listed, person_id=PEOPLE[name], state=state))
    record.memberships.expect(group_id=nova.id, role=Role.MENTEE, name="Expected", now=NOW)
    _work(record, nova)
    _files(record, nova)
    _session(record, nova)
    _more_sessions(record, nova, other)
    _poll(record, nova)
    _doors(record, nova)
    _talks(record, nova)
    _concern(record, nova)
    _things(record)
    key = SlotKey(group_id=nova.id, code=Code("T01"), person_id=PEOPLE["vera"])
    slot = record.slots.add(key, due_on=NOW.date(), now=NOW)
    signer = record.signers.add(
        slot.id, person_id=PEOPLE["vera"], role=Role.MENTEE, as_guardian=False, name="Vera", now=NOW
    )
    assert (slot.id, signer.id) == (1, 1)


def _group(record: SqlRecord, name: str, manager: str) -> Group:
    programme: Programme = record.programmes.add(
        name=name, organisation=name, language=Language.EN, zone="UTC", now=NOW
    )
    record.managers.add(PEOPLE[manager], programme.id, NOW)
    return record.groups.add(programme_id=programme.id, name=name, language=Language.EN, now=NOW)


def _work(record: SqlRecord, nova: Group) -> None:
    places = ((State.WAITING, PEOPLE["vera"]), (State.OFFERED, NOVA_CHAT))
    for number, (state, chat_id) in enumerate(places, 1):
        work = record.submissions.add(mentee_id=PEOPLE["vera"], group_id=nova.id, state=state, now=NOW)
        assert work.id == number
        move = record.submissions.log(work, NewMove(kind=MoveKind.SEND, person_id=PEOPLE["vera"], text="A note"), NOW)
        file = Received(
            kind=FileKind.DOCUMENT,
            file_id="f",
            unique_id=f"u{number}",
            file_name="essay.pdf",
            chat_id=chat_id,
            message_id=MESSAGE,
        )
        record.attachments.add(move, file, NOW)
        if state is State.WAITING:
            note = NewMove(kind=MoveKind.NOTE, person_id=PEOPLE["vera"], text="Page 2 follows", message_id=MESSAGE)
            record.submissions.log(work, note, NOW)


def _files(record: SqlRecord, nova: Group) -> None:
    """The mentor has a draft, for whom is not said, and an upload; four filings, from the widest read to the least."""
    draft = record.submissions.add(mentee_id=PEOPLE["mentor"], group_id=None, state=State.NEEDS_GROUP, now=NOW)
    move = record.submissions.log(draft, NewMove(kind=MoveKind.SEND, person_id=PEOPLE["mentor"]), NOW)
    file = Received(kind=FileKind.DOCUMENT, file_id="f", unique_id="own", file_name="own.pdf", message_id=77)
    attachment = record.attachments.add(move, replace(file, chat_id=PEOPLE["mentor"]), NOW)
    upload = record.uploads.add(PEOPLE["mentor"], group_id=nova.id, now=NOW)
    record.uploads.add_file(upload.id, replace(file, chat_id=PEOPLE["mentor"], message_id=78), NOW)
    kinds = (
        (Visibility.GROUP, FilingState.FILED),
        (Visibility.LEADERS, FilingState.FILED),
        (Visibility.MANAGERS, FilingState.FILED),
        (Visibility.LEADERS, FilingState.WITHDRAWN),
    )
    for visibility, state in kinds:
        filing = Filing(
            id=FilingId(0),
            group_id=nova.id,
            toolbar=Toolbar.MANAGING,
            code=None,
            slot_id=None,
            person_id=PEOPLE["vera"],
            session_id=None,
            submission_id=None,
            attachment_id=attachment.id,
            scan_id=None,
            name="Own_Nova.pdf",
            version=1,
            visibility=visibility,
            state=state,
            filed_by=PEOPLE["manager"],
            filed_at=NOW,
        )
        record.filings.add(filing)


def _concern(record: SqlRecord, nova: Group) -> None:
    concern = record.concerns.add(
        programme_id=nova.programme_id, group_id=nova.id, person_id=PEOPLE["vera"], text="Help", about_id=None, now=NOW
    )
    assert concern.id == 1
    record.happenings.add(HappeningKind.ERASURE_ASKED, now=NOW, person_id=PEOPLE["vera"], by_id=PEOPLE["vera"])
    record.questions.add(group_id=nova.id, person_id=PEOPLE["vera"], way=PrivateWay.TO_MENTOR, text="Why?", now=NOW)


def _session(record: SqlRecord, nova: Group) -> None:
    begins = NOW + timedelta(days=3)
    session = record.sessions.add(
        group_id=nova.id,
        kind=next(iter(SessionKind)),
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=next(iter(Place)),
        address="",
        planned_by=PEOPLE["mentor"],
        now=NOW,
    )
    assert session.id == 1
    absence = record.absences.add(
        role=Role.MENTOR,
        programme_id=nova.programme_id,
        group_id=nova.id,
        absent_id=PEOPLE["mentor"],
        deputy_id=PEOPLE["manager"],
        begins_at=NOW + timedelta(days=30),
        ends_at=NOW + timedelta(days=40),
    )
    assert absence.id == 1


def _more_sessions(record: SqlRecord, nova: Group, other: Group) -> None:
    """One of Nova's goes on and one was held yesterday; the other group waits for its own to be begun."""
    times = ((nova, -10, SessionState.RUNNING), (nova, -1500, SessionState.HELD), (other, -20, SessionState.PLANNED))
    for group, minutes, state in times:
        begins = NOW + timedelta(minutes=minutes)
        session = record.sessions.add(
            group_id=group.id,
            kind=SessionKind.EMPLOYABILITY,
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            wall_time=begins.replace(tzinfo=None).isoformat(),
            zone="UTC",
            place=Place.VIDEO,
            address="",
            planned_by=PEOPLE["manager"],
            now=NOW,
        )
        record.sessions.change(session, replace(session, state=state, began_at=begins))
        record.agendas.lay(session.id, ["check_in"])


def _things(record: SqlRecord) -> None:
    """Vera has posted a file in the session that was held."""
    line_id = record.chat_records.keep(
        session_id=SessionId(3),
        message_id=MESSAGE + 800,
        person_id=PEOPLE["vera"],
        name="vera",
        kind=LineKind.FILE,
        text="",
        said_at=NOW - timedelta(days=1),
        file_id="thing",
        unique_id="thing",
        file_name="plan.pdf",
        size=9,
    )
    assert line_id == 1
    file = Received(kind=FileKind.DOCUMENT, file_id="thing", unique_id="thing", file_name="plan.pdf", size=9)
    record.attachments.add_to_line(line_id, file, NOW)
    thing = record.session_things.by_id(line_id)
    assert thing is not None
    assert thing.attachment_id is not None
    record.attachments.stored(thing.attachment_id, sha256="7" * 64, size=9, now=NOW)
    record.session_things.note_copy(line_id, sha256="7" * 64, size=9)


def _poll(record: SqlRecord, nova: Group) -> None:
    """Two times are proposed for another session of Nova, and its mentees have homework."""
    plan = json.dumps({"step": "confirm", "zone": "UTC", "kind": "employability", "place": "chat", "group_id": nova.id})
    days = [NOW + timedelta(days=days) for days in (8, 9)]
    dates = [(at, at.replace(tzinfo=None).isoformat(), "UTC") for at in days]
    record.session_tasks.add(
        session_id=SessionId(3),
        kind=TaskKind.HOMEWORK,
        text="Read",
        owner_id=None,
        due_on=None,
        made_by=PEOPLE["mentor"],
        now=NOW,
    )
    record.date_polls.add(nova.id, plan=plan, by=PEOPLE["mentor"], dates=dates, now=NOW)


def _talks(record: SqlRecord, nova: Group) -> None:
    """All was asked in a talk with Ilya, and one with the mentor is done."""
    kinds = (("ilya", InterviewKind.MENTEE, InterviewState.OPEN), ("mentor", InterviewKind.MENTOR, InterviewState.DONE))
    for number, (name, kind, state) in enumerate(kinds, 1):
        talk = record.interviews.begin(
            group_id=nova.id, session_id=None, person_id=PEOPLE[name], kind=kind, asked_by=PEOPLE["manager"], now=NOW
        )
        assert talk.id == number
        for question in QUESTIONS[kind]:
            record.interviews.note(talk.id, Answer(question=question, text="Yes"))
        record.interviews.change(talk, replace(talk, state=state, rating=Rating.GREEN, action="Go on"))


def _doors(record: SqlRecord, nova: Group) -> None:
    """A code to bind Nova with, and somebody unlisted who waits for the manager's word."""
    doors = ((InvitationKind.CHAT, CODE), (InvitationKind.MENTEE, "a link"))
    made = [
        record.invitations.add(
            kind=kind,
            token_hash=hashed(secret),
            group_id=nova.id,
            created_by=PEOPLE["manager"],
            max_uses=3,
            expires_at=NOW + timedelta(days=1),
            now=NOW,
        )
        for kind, secret in doors
    ]
    way = Way(group_id=nova.id, role=Role.MENTEE, language=Language.EN, invitation_id=made[1].id, name="Oleg")
    draft = as_draft(way)
    record.prompts.ask(Prompt(telegram_id=JOINER, asking=Asking.LET_IN, draft=draft, expires_at=NOW + VALID))
