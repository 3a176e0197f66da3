"""Talks that managers have with people are kept, follow them, and are forgotten with them, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.interviews import Answer, Interview, InterviewKind, InterviewState, Rating
from mentoring.people import Language, Role
from mentoring.rules import Rules
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.groups import Group
    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules())


@pytest.fixture
def nova(record: SqlRecord) -> Group:
    programme = record.programmes.add(name="Steps", organisation="Hope", language=Language.EN, zone="UTC", now=NOW)
    return record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=NOW)


def somebody(record: SqlRecord, name: str, *, telegram_id: int, group: Group | None = None) -> Person:
    person = record.people.add(telegram_id=telegram_id, name=name, language=Language.BG, zone="UTC", now=NOW)
    if group is not None:
        seat = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name=name, now=NOW)
        record.memberships.claim(seat.id, person.id)
    return person


def talk(record: SqlRecord, group: Group, person: Person | None, *, by: Person) -> Interview:
    kind = InterviewKind.FINAL if person is None else InterviewKind.MENTEE
    person_id = None if person is None else person.id
    return record.interviews.begin(
        group_id=group.id, session_id=None, person_id=person_id, kind=kind, asked_by=by.id, now=NOW
    )


def test_what_is_noted_comes_back_and_a_second_answer_takes_the_place_of_the_first(
    record: SqlRecord, nova: Group
) -> None:
    maria, vera = somebody(record, "Maria", telegram_id=1), somebody(record, "Вера", telegram_id=2, group=nova)
    begun = talk(record, nova, vera, by=maria)
    other = talk(record, nova, None, by=maria)

    record.interviews.note(begun.id, Answer(question="mentee_meets", text="Да"))
    record.interviews.note(begun.id, Answer(question="mentee_meets", text="„Почти“ винаги", rating=Rating.AMBER))
    record.interviews.note(other.id, Answer(question="best_moment", text="The first one"))

    answer = Answer(question="mentee_meets", text="„Почти“ винаги", rating=Rating.AMBER)
    assert record.interviews.by_id(begun.id) == replace(begun, answers=(answer,))
    assert [(one.id, len(one.answers)) for one in record.interviews.of_group(nova.id)] == [(begun.id, 1), (other.id, 1)]


def test_a_talk_is_finished_once(record: SqlRecord, nova: Group) -> None:
    maria, vera = somebody(record, "Maria", telegram_id=1), somebody(record, "Вера", telegram_id=2, group=nova)
    begun = talk(record, nova, vera, by=maria)
    assert record.interviews.of_groups([nova.id]) == []
    done = replace(
        begun,
        state=InterviewState.DONE,
        ended_at=NOW + timedelta(hours=1),
        rating=Rating.RED,
        action="Ново време",
        action_by="Мария (2026-12-01)",
    )

    assert record.interviews.change(begun, done)
    assert not record.interviews.change(begun, replace(begun, rating=Rating.GREEN))

    assert record.interviews.of_groups([nova.id]) == [done]
    assert record.interviews.of_groups([]) == ()


def test_a_talk_goes_along_with_whoever_it_is_about(record: SqlRecord, nova: Group) -> None:
    maria, vera = somebody(record, "Maria", telegram_id=1), somebody(record, "Вера", telegram_id=2, group=nova)
    other = record.groups.add(programme_id=nova.programme_id, name="Start", language=Language.EN, now=NOW)
    about_vera, of_the_group = talk(record, nova, vera, by=maria), talk(record, nova, None, by=maria)

    record.interviews.regroup([vera.id], old=nova.id, new=other.id)

    assert [one.id for one in record.interviews.of_group(other.id)] == [about_vera.id]
    assert [one.id for one in record.interviews.of_group(nova.id)] == [of_the_group.id]


def test_two_accounts_of_one_person_have_had_both_talks(record: SqlRecord, nova: Group) -> None:
    maria, vera = somebody(record, "Maria", telegram_id=1), somebody(record, "Вера", telegram_id=2, group=nova)
    again = somebody(record, "Вера", telegram_id=3)
    first, second = talk(record, nova, vera, by=maria), talk(record, nova, again, by=maria)

    record.people.merge(again.id, into=vera.id)

    assert [(one.id, one.person_id) for one in record.interviews.of_group(nova.id)] == [
        (first.id, vera.id),
        (second.id, vera.id),
    ]


def test_of_somebody_who_was_erased_no_word_stays_also_where_others_named_them(record: SqlRecord, nova: Group) -> None:
    maria, vera = somebody(record, "Maria", telegram_id=1), somebody(record, "Вера", telegram_id=2, group=nova)
    ilya = somebody(record, "Илия", telegram_id=3, group=nova)
    hers, his = talk(record, nova, vera, by=maria), talk(record, nova, ilya, by=maria)
    record.interviews.note(hers.id, Answer(question="mentee_meets", text="Да"))
    record.interviews.note(his.id, Answer(question="mentee_helps", text="Вера ми помага"))
    assert record.interviews.change(his, replace(his, action="Пишат си", action_by="Вера (2026-12-01)"))

    record.erasing.erase(vera.id, name="former", now=NOW)

    kept, renamed = record.interviews.of_group(nova.id)
    assert (kept.answers, kept.action) == ((Answer(question="mentee_meets", text=""),), "")
    assert [one.text for one in renamed.answers] == ["former ми помага"]
    assert (renamed.action, renamed.who) == ("Пишат си", "former")
