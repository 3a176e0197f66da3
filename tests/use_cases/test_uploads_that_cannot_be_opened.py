"""A locked or damaged file that a leader sends to be filed: the same plain answer as a mentee gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.kit import Code
from mentoring.notices.files import UploadFiled, UploadQuestion
from mentoring.notices.recognising import CannotOpen
from mentoring.scans import Verdict
from mentoring.use_cases import slot_planning, uploads
from mentoring.use_cases.keeping_files import FileStored, file_stored
from mentoring.use_cases.recognising import FileFound, file_found
from mentoring.use_cases.uploads import OfUpload, SayOfUpload
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import UploadId
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

GROUPS_GOALS = Code("T03")
CANNOT = [Verdict.LOCKED, Verdict.BROKEN, Verdict.TOO_MUCH, Verdict.DANGEROUS]


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)
    return nova


def sends(nova: Nova, person: Person) -> UploadId:
    nova.sends(person)
    return nova.last(person, UploadQuestion).upload_id


def is_looked_into(nova: Nova, of: UploadId, verdict: Verdict) -> None:
    record = nova.desk.record
    [file] = record.uploads.files(of)
    file_stored(record, FileStored(attachment_id=file.id, sha256="0" * 64, size=9, file_id=file.file_id), nova.desk.now)
    file_found(record, FileFound(attachment_id=file.id, verdict=verdict), nova.desk.now)


@pytest.mark.parametrize("verdict", CANNOT)
@pytest.mark.parametrize("leader", ["anton", "maria"])
def test_whoever_sent_it_hears_why_and_the_question_stays(nova: Nova, leader: str, verdict: Verdict) -> None:
    person: Person = getattr(nova, leader)
    of = sends(nova, person)

    is_looked_into(nova, of, verdict)

    assert nova.last(person, CannotOpen) == CannotOpen(
        submission_id=None, number=None, file="essay.pdf", verdict=verdict
    )
    nova.desk.does(uploads.something_else, OfUpload(by=nova.by(person, pressed=9), upload_id=of))


def test_what_was_filed_meanwhile_is_named(nova: Nova) -> None:
    of = sends(nova, nova.anton)
    nova.desk.does(uploads.say, SayOfUpload(by=nova.by(nova.anton, pressed=9), upload_id=of, code=GROUPS_GOALS))
    filed = nova.last(nova.anton, UploadFiled).filing_id

    is_looked_into(nova, of, Verdict.LOCKED)

    assert nova.last(nova.anton, CannotOpen).filing_id == filed


def test_nothing_is_said_of_what_nobody_wants_filed_any_more(nova: Nova) -> None:
    of = sends(nova, nova.anton)
    nova.desk.does(uploads.drop, OfUpload(by=nova.by(nova.anton, pressed=9), upload_id=of))
    nova.desk.told()

    is_looked_into(nova, of, Verdict.LOCKED)

    assert nova.desk.told() == []
