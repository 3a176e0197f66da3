"""Takes one step after another on the real record, and holds each against the model before the next."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Connection, update

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.acting import Acting, ChatKind
from mentoring.files import FileKind, Received
from mentoring.ids import GroupId, PersonId, ProgrammeId
from mentoring.notices import Notice
from mentoring.notices.common import Refused
from mentoring.people import Language, MembershipState, Role
from mentoring.refusals import Refusal
from storage.parcels import ParcelStatus
from storage.record import SqlRecord
from storage.tables.outbox import outbox
from tests.stateful import checks, meeting_checks, meeting_model, rows
from tests.stateful.model import Group, Model, Place, Question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.desk import CommandT, UseCase
    from mentoring.prompts import Asking

#: With the documents and topics of a real programme.
RULES = rules_of(load_programme())
Doing: TypeAlias = Callable[[SqlRecord, "datetime"], Notice | None]
STRANGER = 999
#: By whom everything happens that nobody does.
CLOCK = 0
#: A stranger's, and those by which Telegram shows anonymous admins and channels.
ANONYMOUS = (1087968824, 136817688)
NOBODYS = (STRANGER, *ANONYMOUS)
#: What nobody adds by the way.
COUNTED = ("files", "moves", "diaries", "concerns", "questions", "filings", "lines", "tasks", "talks")
#: No two things happen at the same instant.
A_MOMENT = timedelta(seconds=1)


class Broken(AssertionError):
    """The record and the model no longer agree."""


def nothing() -> None:
    """Most steps only show something."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """`allowed` is what the model says of this actor; `then` is what becomes of the model where it is done.

    `sure`: where it is allowed it may not be refused. `absences`: it may arrange, change or end some.
    `papers` and `meets` are which papers, and what of which sessions, it may change.
    `owing`: open also to whoever has yet to agree to the changed privacy notice. `brings` is what there is exactly one
    more of afterwards, `may_bring` what there may be more of, `may_lose` less; of all else there is as much as before.
    """

    name: str
    by: int
    doing: Doing
    allowed: bool
    then: Callable[[], None] = nothing
    sure: bool = False
    absences: bool = False
    papers: Callable[[int], bool] = lambda _: False
    meets: Callable[[int], bool] = lambda _: False
    owing: bool = False
    brings: frozenset[str] = frozenset()
    may_bring: frozenset[str] = frozenset()
    may_lose: frozenset[str] = frozenset()


@dataclass
class World:
    connection: Connection
    chance: random.Random
    model: Model
    counts: Counter[str] = field(default_factory=Counter)
    trail: list[str] = field(default_factory=list)
    told_until: int = 0
    kept: dict[str, set[int]] = field(default_factory=dict)
    #: What was asked last of whom, and which tokens were given out: telegram id or token → what it is about.
    deeds: dict[int, tuple[int, str]] = field(default_factory=dict)
    group_deeds: dict[int, dict[str, object]] = field(default_factory=dict)
    replacing: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    plans: dict[int, int] = field(default_factory=dict)
    links: list[tuple[int, str]] = field(default_factory=list)
    merging: dict[int, tuple[int, int]] = field(default_factory=dict)
    asking: dict[int, Question] = field(default_factory=dict)
    #: Of each session the words of its minutes that were accepted last.
    accepted: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    serial: int = 1000
    #: How many rows the last step changed.
    changed: int = 0

    @property
    def now(self) -> datetime:
        return self.model.now

    @property
    def record(self) -> SqlRecord:
        return SqlRecord(self.connection, self.now, replace(RULES, notice_version=self.model.notice))

    def next(self) -> int:
        self.serial += 1
        return self.serial

    def somebody(self) -> int:
        """A Telegram account: mostly of people, sometimes nobody's, or the one that stands for anonymous admins."""
        nobodys = self.chance.choice(NOBODYS) if self.chance.random() < 0.06 else None
        return nobodys or self.chance.choice([*self.model.accounts])

    def person(self, telegram_id: int) -> int | None:
        return self.model.accounts.get(telegram_id)

    def account(self, person: int | None) -> int:
        """A stranger's for whoever has none: people on paper."""
        return next((account for account, one in self.model.accounts.items() if one == person), STRANGER)

    def asked(self, account: int) -> Asking | None:
        prompt = self.record.prompts.of(account, self.now)
        return None if prompt is None else prompt.asking

    def at_the_door(self) -> dict[int, int]:
        """Who waits for a manager's word, and for which group."""
        return rows.at_the_door(self.connection, self.now)

    def manager_of(self, group: int) -> int:
        """Mostly somebody who may, sometimes a manager of something else."""
        may = [account for account, one in self.model.accounts.items() if self.model.manages(one, group)]
        managers = [self.account(one) for _, one in sorted(self.model.managers)]
        [asked] = self.chance.choices([may, managers, []], [7, 1, 2])
        return self.chance.choice(asked) if asked else self.somebody()

    def by(self, telegram_id: int, *, chat: int | None = None, pressed: bool = True) -> Acting:
        kind = ChatKind.PRIVATE if chat is None else ChatKind.SUPERGROUP
        return Acting(
            telegram_id=telegram_id,
            chat_id=chat or telegram_id,
            chat_kind=kind,
            pressed=7 if pressed else None,
            name=f"T{telegram_id}",
        )

    def file(self, chat: int) -> Received:
        number = self.next()
        return Received(
            kind=FileKind.DOCUMENT,
            file_id=f"id-{number}",
            unique_id=f"u{number}",
            file_name="essay.pdf",
            mime="application/pdf",
            size=1000,
            caption="",
            chat_id=chat,
            message_id=number,
        )

    def take(self, step: Step) -> bool:
        """Whether it was done."""
        self.model.now += A_MOMENT
        self.trail.append(f"{self.now:%d.%m. %H:%M} {step.by} {step.name}")
        self.counts["steps"] += 1
        allowed = step.allowed and (step.owing or not self.model.owes_consent(self.person(step.by)))
        changes = self.changes()
        may_change = {number for number in self.model.papers if step.papers(number)}
        try:
            answered = step.doing(self.record, self.now)
        except Refusal as refusal:
            return self._refused(step, changes, refusal.why.value, allowed=allowed)
        self.changed = self.changes() - changes
        if isinstance(answered, Refused):
            self.trail[-1] += f" – refused over the button: {answered.why}"
            self.counts["refusals"] += 1
        else:
            self.expect(allowed, "was done, and the model does not allow it")
            self.counts[step.name.split(" ")[0]] += 1
            step.then()
        self._agree(step, may_change)
        return not isinstance(answered, Refused)

    def _refused(self, step: Step, changes: int, why: str, *, allowed: bool) -> bool:
        self.trail[-1] += f" – refused: {why}"
        self.counts["refusals"] += 1
        self.expect(self.changes() == changes, "was refused and left something behind")
        self.expect(not (step.sure and allowed), "was refused, and the model allows it")
        return False

    def _agree(self, step: Step, may_change: set[int]) -> None:
        seen = rows.read(self.connection)
        for complaint in checks.complaints(self.model, seen, may_change, absences=step.absences):
            self.expect(False, complaint)
        meetings = meeting_model.learn(self.connection)
        for complaint in meeting_checks.complaints(self.model, meetings, step.meets):
            self.expect(False, complaint)
        self.model.meetings = meetings
        for complaint in self._counted(step, seen.kept):
            self.expect(False, complaint)
        for complaint in checks.told_wrongly(self.connection, self.model, self.told_until):
            self.expect(False, complaint)
        self.told_until = rows.last_told(self.connection)
        old = rows.waiting_for_old_chats(self.connection)
        self.expect(not old, f"something waits for the old chats {old}")
        if self.chance.random() < 0.3:
            self.connection.execute(update(outbox).values(status=ParcelStatus.SENT))
        if self.chance.random() < 0.2:
            for complaint in checks.left_alone(self.record, self.connection, self.model, seen):
                self.expect(False, complaint)
            for complaint in meeting_checks.left_alone(self.connection, self.model, meetings):
                self.expect(False, complaint)

    def _counted(self, step: Step, kept: dict[str, set[int]], *, done: bool = True) -> Iterator[str]:
        """Nothing is lost, and nothing comes from nowhere."""
        for what, before in self.kept.items():
            lost, new = before - kept[what], len(kept[what] - before)
            if lost and what not in step.may_lose:
                yield f"{what} {lost} are lost"
            if done and what in step.brings and new != 1:
                yield f"{new} new {what} instead of one"
            if what in COUNTED and what not in step.brings | step.may_bring and new:
                yield f"{new} {what} came from nowhere"
        self.kept = kept

    def changes(self) -> int:
        """How many rows SQLite has ever changed on this connection."""
        driver = self.connection.connection.driver_connection
        return int(getattr(driver, "total_changes", 0))

    def expect(self, holds: bool, complaint: str) -> None:  # noqa: FBT001
        if not holds:
            raise Broken("\n".join([*self.trail[-int(os.environ.get("EMENTOR_TRAIL", "25")) :], complaint]))

    # -- the cast

    def settle(self) -> None:
        """Two programmes; in the first three groups with mentors and mentees, in the second one."""
        record = self.record
        for number in range(2):
            programme = record.programmes.add(
                name=f"P{number}", organisation=f"O{number}", language=Language.EN, zone="Europe/Sofia", now=self.now
            )
            for _ in range(2):
                person = self.add_person()
                record.managers.add(PersonId(self.model.accounts[person]), programme.id, self.now)
                self.model.managers.add((programme.id, self.model.accounts[person]))
            for group in range(3 - 2 * number):
                self.add_group(programme.id, f"G{number}{group}")
        self.add_person()
        self.kept = rows.read(self.connection).kept

    def add_group(self, programme: int, name: str) -> None:
        group = self.record.groups.add(
            programme_id=ProgrammeId(programme), name=name, language=Language.EN, now=self.now
        )
        chat = -self.next() if self.chance.random() < 0.5 else None
        self.record.groups.save(replace(group, chat_id=chat, sees_messages=chat is not None))
        self.model.groups[group.id] = Group(programme=programme, name=name, chat=chat)
        for role in (Role.MENTOR, Role.MENTOR, Role.MENTEE, Role.MENTEE, Role.MENTEE):
            account = self.add_person()
            self.seat(group.id, role, self.model.accounts[account])

    def add_person(self) -> int:
        account = self.next()
        person = self.record.people.add(
            telegram_id=account, name=f"N{account}", language=Language.EN, zone="Europe/Sofia", now=self.now
        )
        self.record.people.save(replace(person, consent_version=self.model.notice))
        self.model.accounts[account] = person.id
        self.model.agreed[person.id] = self.model.notice
        return account

    def seat(self, group: int, role: Role, person: int) -> None:
        record, name = self.record, f"N{person}"
        place = record.memberships.expect(group_id=GroupId(group), role=role, name=name, now=self.now)
        record.memberships.save(replace(place, person_id=PersonId(person), state=MembershipState.ACTIVE))
        self.model.places[place.id] = Place(group=group, role=role.value, person=person, state="active")


def act(use_case: UseCase[CommandT], command: CommandT) -> Doing:
    return lambda record, now: use_case(record, command, now)
