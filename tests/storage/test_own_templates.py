"""Programmes' own Word files, and papers handed out lately, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.kit import Code
from mentoring.own_templates import OwnTemplate
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import Language
from mentoring.prompts import Asking, Prompt
from mentoring.rules import Rules
from storage.files import known_hashes
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.groups import Group
    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PROFILE, HASH, OTHER_HASH = Code("T01"), "ab" * 32, "cd" * 32


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules())


def nova(record: SqlRecord) -> tuple[Group, Person]:
    programme = record.programmes.add(name="P", organisation="O", language=Language.BG, zone="Europe/Sofia", now=NOW)
    group = record.groups.add(programme_id=programme.id, name="Nova", language=Language.BG, now=NOW)
    person = record.people.add(telegram_id=7, name="Мария", language=Language.BG, zone="Europe/Sofia", now=NOW)
    return group, person


def own(group: Group, person: Person) -> OwnTemplate:
    return OwnTemplate(
        programme_id=group.programme_id,
        code=PROFILE,
        language=PaperLanguage.BG,
        sha256=HASH,
        size=10,
        name="Наш.docx",
        sent_by=person.id,
        sent_at=NOW,
    )


def test_an_own_file_takes_the_place_of_the_one_before_and_its_hash_is_known(record: SqlRecord) -> None:
    group, maria = nova(record)
    first = own(group, maria)
    second, english = replace(first, sha256=OTHER_HASH), replace(first, language=PaperLanguage.EN)
    for one in (first, english, second):
        record.own_templates.save(one)

    assert record.own_templates.of_programme(group.programme_id) == [second, english]
    assert record.own_templates.find(group.programme_id, PROFILE, PaperLanguage.BG) == second
    assert {HASH, OTHER_HASH} <= known_hashes(record.connection)

    record.own_templates.drop(group.programme_id, PROFILE, PaperLanguage.BG)
    assert record.own_templates.of_programme(group.programme_id) == [english]


def test_a_file_waits_to_be_looked_at_while_its_question_is_open(record: SqlRecord) -> None:
    group, _ = nova(record)
    draft: dict[str, str | int] = {"programme_id": group.programme_id, "code": PROFILE, "language": "bg"}
    draft |= {"file_id": "f", "name": "Наш.docx"}
    until = NOW + timedelta(days=1)
    record.prompts.ask(Prompt(telegram_id=7, asking=Asking.OWN_TEMPLATE, draft=draft, expires_at=until))
    record.prompts.ask(
        Prompt(telegram_id=8, asking=Asking.OWN_TEMPLATE, draft={**draft, "file_id": ""}, expires_at=until)
    )
    record.prompts.ask(Prompt(telegram_id=9, asking=Asking.WAIVING, draft=draft, expires_at=until))

    [waiting] = record.own_templates.to_check(NOW)
    assert (waiting.telegram_id, waiting.file_id, waiting.name) == (7, "f", "Наш.docx")
    assert list(record.own_templates.to_check(until)) == []


def test_papers_of_a_group_and_document_are_found_by_their_time_the_newest_first(record: SqlRecord) -> None:
    group, maria = nova(record)
    papers = [
        record.papers.issue(
            code=code,
            group_id=group.id,
            slot_id=None,
            person_id=maria.id,
            session_id=None,
            kind=PaperKind.WHOLE,
            language=PaperLanguage.BG,
            form_version="",
            by=maria.id,
            now=at,
        )
        for code, at in ((PROFILE, NOW - timedelta(days=2)), (PROFILE, NOW), (PROFILE, NOW), (Code("T02"), NOW))
    ]

    assert list(record.papers.lately(PROFILE, group.id, since=NOW - timedelta(days=1))) == [papers[2], papers[1]]
