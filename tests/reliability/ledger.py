"""The judge's books: what people did, what the record holds, and what arrived on which phone."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, func, select

from mentoring.files import Keeping
from mentoring.submissions import MoveKind
from storage.engine import open_database
from storage.parcels import ParcelStatus
from storage.tables.inbox import InboxStatus, inbox
from storage.tables.outbox import outbox
from storage.tables.submissions import attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.messages import Message
    from simulator.server import Simulator
    from simulator.world import Change
    from tests.reliability.mentoring_at_scale import Programme

MARK = "Sent again, in case it did not reach you."
_NUMBER = re.compile(r"S-(\d+)")
_UNDER_WAY = (ParcelStatus.NEW, ParcelStatus.SENDING)


class Books:
    """Reads the record from outside while the bot writes it."""

    def __init__(self, database_url: str) -> None:
        with closing(open_database(database_url)) as database:
            driver = "sqlite" if database.file is not None else "postgresql+psycopg"
            self._engine = create_engine(database.read_only_url(driver), pool_size=1)

    def close(self) -> None:
        self._engine.dispose()

    def read(self, ask: Callable[[Connection], int]) -> int:
        with self._engine.connect() as connection:
            return ask(connection)

    def stored_ids(self) -> set[int]:
        with self._engine.connect() as connection:
            return set(connection.scalars(select(inbox.c.update_id)))

    def sent_in(self) -> Counter[tuple[int, int]]:
        """How often each document's message became a submission."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(attachments.c.chat_id, attachments.c.message_id)
                .join_from(attachments, submission_moves)
                .where(submission_moves.c.kind == MoveKind.SEND)
            )
            return Counter((row.chat_id, row.message_id) for row in rows)

    def numbers(self) -> dict[int, int]:
        """Each submission's number, and the Telegram chat it came from."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(submissions.c.number, attachments.c.chat_id)
                .join_from(submissions, submission_moves)
                .join(attachments, attachments.c.move_id == submission_moves.c.id)
            )
            return {row.number: row.chat_id for row in rows}

    def accepted(self) -> Counter[int]:
        """How often each submission was accepted, by number."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(submissions.c.number)
                .join_from(submissions, submission_moves)
                .where(submission_moves.c.kind == MoveKind.ACCEPT)
            )
            return Counter(row.number for row in rows)

    def updates(self, status: InboxStatus) -> int:
        return self.read(lambda connection: _count(connection, select(func.count()).where(inbox.c.status == status)))

    def parcels(self, *statuses: ParcelStatus) -> int:
        is_one = outbox.c.status.in_(statuses)
        return self.read(lambda connection: _count(connection, select(func.count()).where(is_one)))

    def files_to_fetch(self) -> int:
        is_one = attachments.c.keeping == Keeping.PENDING
        return self.read(lambda connection: _count(connection, select(func.count()).where(is_one)))

    def hashes(self) -> set[str]:
        with self._engine.connect() as connection:
            return {str(one) for one in connection.scalars(select(attachments.c.sha256))}

    def nothing_is_left_to_do(self) -> bool:
        return self.updates(InboxStatus.WAITING) == 0 and self.parcels(*_UNDER_WAY) == 0 and self.files_to_fetch() == 0


def _count(connection: Connection, statement: object) -> int:
    number: int = connection.execute(statement).scalar_one()  # type: ignore[call-overload]
    return number


class Phones:
    """Every message of the bot as it arrived, by chat and by what its first line says, the mark left out."""

    def __init__(self, sim: Simulator) -> None:
        self._sim = sim
        self._arrivals: dict[tuple[int, str], list[bool]] = {}
        self._told: set[tuple[int, int]] = set()
        self._expected: set[tuple[int, int]] = set()
        self.complete = asyncio.Event()
        self.cards: dict[int, Message] = {}
        sim.world.subscribe(self._changed)

    def expect(self, told: set[tuple[int, int]]) -> asyncio.Event:
        """Set when each of these numbers has been spoken of in its chat."""
        self._expected = told - self._told
        self.complete.clear()
        self._check()
        return self.complete

    @property
    def missing(self) -> set[tuple[int, int]]:
        return self._expected

    def unmarked_repeats(self) -> list[tuple[int, str]]:
        """Of what bears a number: words without one, such as a greeting, may well be said again."""
        return [key for key, marks in self._arrivals.items() if _NUMBER.search(key[1]) and marks.count(False) > 1]

    @property
    def repeats(self) -> int:
        return sum(len(marks) - 1 for marks in self._arrivals.values())

    def times(self, chat_id: int, text: str) -> int:
        return sum(len(marks) for (chat, line), marks in self._arrivals.items() if chat == chat_id and text in line)

    def _changed(self, change: Change) -> None:
        if change.kind != "message" or change.chat_id is None or change.message_id is None:
            return
        message = self._sim.world.chats[change.chat_id].messages[change.message_id]
        if message.sender is self._sim.world.bot:
            self._note(change.chat_id, message)

    def _note(self, chat_id: int, message: Message) -> None:
        lines = [line for line in message.text.splitlines() if line]
        marked = bool(lines) and MARK in lines[0]
        first = next(iter(lines[1:] if marked else lines), "")
        self._arrivals.setdefault((chat_id, first), []).append(marked)
        found = _NUMBER.search(first)
        if found is not None:
            self._told.add((chat_id, int(found[1])))
            self._expected.discard((chat_id, int(found[1])))
            if message.inline_keyboard and " from " in first:
                self.cards[int(found[1])] = message
            self._check()

    def _check(self) -> None:
        if not self._expected:
            self.complete.set()


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """`updates` were queued; of these `lost` are not in the record, `twice` took effect more than once."""

    updates: int
    confirmed: int
    lost: int
    twice: int
    unmarked_repeats: int
    not_told: int


def judge(sim: Simulator, programme: Programme, books: Books, phones: Phones, first_id: int) -> Verdict:
    """When all is done: any update not stored, document not handed in, or number given twice counts."""
    sent, numbers = books.sent_in(), books.numbers()
    not_stored = set(range(first_id, first_id + sim.queued)) - books.stored_ids()
    told = {(chat, number) for number, chat in numbers.items()}
    told |= {(programme.mentor_of[chat].id, number) for number, chat in numbers.items()}
    phones.expect(told)
    return Verdict(
        updates=sim.queued,
        confirmed=sim.confirmed,
        lost=len(not_stored) + len(programme.posted - sent.keys()),
        twice=sum(times - 1 for times in sent.values())
        + len(sent)
        - len(numbers)
        + sum(times - 1 for times in books.accepted().values()),
        unmarked_repeats=len(phones.unmarked_repeats()),
        not_told=len(phones.missing),
    )
