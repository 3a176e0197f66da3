"""Whose each row is: who may bring about that it changes, by the model alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from mentoring.prompts import Asking
from storage.schema import metadata
from tests.stateful.document_owners import DOCUMENTS
from tests.stateful.meeting_owners import MEETINGS
from tests.stateful.world import World

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.stateful.model import Model

Row: TypeAlias = Mapping[str, Any]
#: By table and key.
Snapshot: TypeAlias = dict[tuple[str, tuple[object, ...]], Row]
Rule: TypeAlias = Callable[["Presser", Row], bool]

#: Counted by the way, whoever is told something.
_BY_THE_WAY = {"people": {"missed"}}
#: On the way in somebody takes a seat, a place in a link, or the place of an account of theirs.
_COMING = {
    Asking.JOINER_LANGUAGE,
    Asking.WHICH_NAME,
    Asking.OWN_NAME,
    Asking.AGE,
    Asking.GUARDIAN,
    Asking.CONSENT,
    Asking.RELINK,
    Asking.COLLEAGUE_NAME,
    Asking.COLLEAGUE_LANGUAGE,
    Asking.MANAGER_NAME,
    Asking.MANAGER_LANGUAGE,
    Asking.ORGANISATION,
}


def snapshot(connection: Connection) -> Snapshot:
    found: Snapshot = {}
    for name in RULES:
        table = metadata.tables[name]
        keys = [column.name for column in table.primary_key.columns]
        for row in connection.execute(select(table)).mappings():
            kept = {column: value for column, value in row.items() if column not in _BY_THE_WAY.get(name, ())}
            found[(name, tuple(kept[key] for key in keys))] = kept
    return found


def differing(before: Snapshot, after: Snapshot) -> list[tuple[str, Row]]:
    """As they were, or as they are where they are new."""
    changed = (key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return [(key[0], before.get(key) or after[key]) for key in changed]


@dataclass(frozen=True, kw_only=True, slots=True)
class Presser:
    world: World
    account: int

    @property
    def model(self) -> Model:
        return self.world.model

    @property
    def person(self) -> int | None:
        return self.world.person(self.account)

    @property
    def is_coming(self) -> bool:
        return self.world.asked(self.account) in _COMING

    def merges(self, other: int | None) -> bool:
        """A manager says that two accounts are one person."""
        return (
            other is not None
            and self.model.manages_any(self.person)
            and self.world.account(other) in self.world.merging
        )

    def decides_erasure_of(self, other: int | None) -> bool:
        """A manager erases somebody who wishes it."""
        if other is None or other not in self.model.wishes or self.person == other:
            return False
        return any(self.person in self.model.on_duty(one) for one in self.model.programmes_of(other))

    def owns_paper(self, mentee: int, group: int | None) -> bool:
        return _is_own_paper(self, mentee, group)

    def may_change(self, table: str, row: Row) -> bool:
        whose = (row.get(column) for column in ("person_id", "mentee_id", "id" if table == "people" else ""))
        if any(self.decides_erasure_of(one) for one in whose):
            return True
        return RULES[table](self, row)


def _person(by: Presser, row: Row) -> bool:
    return by.person == row["id"] or by.model.leads_any(by.person) or by.is_coming


def _programme(by: Presser, row: Row) -> bool:
    is_new = row["id"] not in by.model.programmes()
    return is_new or by.model.manages_programme(by.person, row["id"])


def _manager(by: Presser, row: Row) -> bool:
    is_own = row["person_id"] == by.person
    return is_own or by.model.manages_programme(by.person, row["programme_id"]) or by.is_coming


def _group(by: Presser, row: Row) -> bool:
    is_new = row["id"] not in by.model.groups
    return by.model.manages_any(by.person) if is_new else by.model.manages(by.person, row["id"])


def _place(by: Presser, row: Row) -> bool:
    if by.person is not None and row["person_id"] == by.person:
        return True
    if row["group_id"] not in by.model.groups or by.model.manages(by.person, row["group_id"]):
        return True
    is_free = row["state"].value == "expected" and by.is_coming
    is_new = row["id"] not in by.model.places
    return is_free or (is_new and (by.model.leads(by.person, row["group_id"]) or by.is_coming))


def _prompt(by: Presser, row: Row) -> bool:
    is_over = row["expires_at"] <= by.world.now
    return is_over or row["telegram_id"] == by.account or by.model.manages_any(by.person)


def _consent(by: Presser, row: Row) -> bool:
    return row["person_id"] == by.person or by.model.manages_any(by.person) or by.is_coming


def _absence(by: Presser, row: Row) -> bool:
    is_theirs = by.person is not None and by.person in {row["absent_id"], row["deputy_id"]}
    return is_theirs or by.model.manages_programme(by.person, row["programme_id"])


def _concern(by: Presser, row: Row) -> bool:
    known = by.model.concerns.get(row["id"])
    if known is None:
        return bool(by.person == row["person_id"])
    return by.model.reads_concern(by.person, known) or by.merges(row["person_id"])


def _question(by: Presser, row: Row) -> bool:
    if row["id"] not in by.model.questions:
        return bool(by.person == row["person_id"])
    return by.model.manages(by.person, row["group_id"])


def _paper(by: Presser, row: Row) -> bool:
    return _is_own_paper(by, row["mentee_id"], row["group_id"])


def _is_own_paper(by: Presser, mentee: int, group: int | None) -> bool:
    reviews = group is not None and (by.model.reviews(by.person, group) or by.model.manages(by.person, group))
    return by.person == mentee or reviews or by.is_coming or by.merges(mentee)


def _move(by: Presser, row: Row) -> bool:
    paper = by.model.papers.get(row["submission_id"])
    return paper is None or _is_own_paper(by, paper.mentee, paper.group)


def _session(by: Presser, row: Row) -> bool:
    return by.model.leads(by.person, row["group_id"])


def _coming(by: Presser, row: Row) -> bool:
    group = by.model.sessions.get(row["session_id"])
    return by.person == row["person_id"] or (group is not None and by.model.leads(by.person, group))


def _diary(by: Presser, row: Row) -> bool:
    return by.person == row["person_id"] or by.merges(row["person_id"])


RULES: dict[str, Rule] = {
    "people": _person,
    "programmes": _programme,
    "managers": _manager,
    "groups": _group,
    "memberships": _place,
    "invitations": lambda by, _: by.model.leads_any(by.person) or by.is_coming,
    "prompts": _prompt,
    "consents": _consent,
    "absences": _absence,
    "concerns": _concern,
    "questions": _question,
    "submissions": _paper,
    "submission_moves": _move,
    "sessions": _session,
    "session_answers": _coming,
    "diaries": _diary,
    **DOCUMENTS,
    **MEETINGS,
}
