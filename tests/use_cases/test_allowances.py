"""One person may send only so much in a day, and is told so once an hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mentoring.files import FileKind
from mentoring.notices.sending import FileRefused, TooMuchToday
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.use_cases.sending import SendFile, edit_sent, send_file
from storage.tables.submissions import attachments
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk

FILES = 50
MEGABYTE = 1024 * 1024


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def sends(nova: Nova, unique_id: str, *, megabytes: int = 0) -> None:
    file = replace(nova.file(unique_id, chat=4), size=megabytes * MEGABYTE or 1000)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=file))


def kept(nova: Nova) -> int:
    return nova.desk.connection.scalar(select(func.count()).select_from(attachments)) or 0


def warnings(nova: Nova) -> int:
    return sum(isinstance(told.notice, TooMuchToday) for told in nova.desk.told())


def test_the_fifty_first_file_of_a_day_is_not_kept_and_the_others_are_safe(nova: Nova) -> None:
    for number in range(FILES + 1):
        sends(nova, f"u{number}")

    assert kept(nova) == FILES
    assert nova.last(nova.vera, TooMuchToday) == TooMuchToday(files=50, size=100 * MEGABYTE)


def test_it_is_said_once_an_hour(nova: Nova) -> None:
    for number in range(FILES + 5):
        sends(nova, f"u{number}")
    assert warnings(nova) == 1

    nova.desk.now += timedelta(hours=1)
    for number in range(3):
        sends(nova, f"later-{number}")

    assert warnings(nova) == 1
    assert kept(nova) == FILES


def test_a_day_later_there_is_room_again(nova: Nova) -> None:
    for number in range(FILES + 1):
        sends(nova, f"u{number}")
    nova.desk.now += timedelta(days=1)
    nova.desk.told()

    sends(nova, "next")

    nova.last(nova.vera, SubmissionCard)


def test_no_more_than_a_hundred_megabytes_are_copied_for_one_person(nova: Nova) -> None:
    for number in range(5):
        sends(nova, f"u{number}", megabytes=20)
    assert warnings(nova) == 0

    sends(nova, "small")
    assert warnings(nova) == 1
    sends(nova, "by-reference", megabytes=34)

    assert kept(nova) == 6
    assert nova.last(nova.anton, ReviewCard).sheet.files[0].too_large


def test_somebody_elses_files_are_counted_apart(nova: Nova) -> None:
    for number in range(FILES):
        sends(nova, f"u{number}")
    nova.desk.told()

    nova.sends(nova.ilya, "i1")

    nova.last(nova.ilya, SubmissionCard)


def test_what_would_not_be_kept_anyway_gets_its_own_answer(nova: Nova) -> None:
    for number in range(FILES):
        sends(nova, f"u{number}")
    sticker = replace(nova.file("s", chat=4), kind=FileKind.STICKER)

    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=sticker))

    nova.last(nova.vera, FileRefused)


def test_the_parts_of_an_album_count_too(nova: Nova) -> None:
    for number in range(FILES - 1):
        sends(nova, f"u{number}")

    for unique_id in ("p1", "p2", "p3"):
        nova.sends(nova.vera, unique_id, album="g1")
    nova.passes(timedelta(seconds=3))

    assert [file.file_id for file in nova.last(nova.anton, ReviewCard).sheet.files] == ["id-p1"]


def test_a_file_that_is_put_in_the_place_of_another_counts_too_but_an_edited_caption_does_not(nova: Nova) -> None:
    sent = nova.sends(nova.vera, "first")
    for number in range(FILES - 1):
        sends(nova, f"u{number}")
    nova.desk.told()

    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=replace(sent, caption="New words")))
    assert warnings(nova) == 0
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=replace(sent, unique_id="other")))

    assert warnings(nova) == 1
    assert kept(nova) == FILES


def test_in_the_group_chat_it_is_not_said_to_anybody(nova: Nova) -> None:
    for number in range(FILES):
        nova.posts(nova.vera, f"u{number}")
    nova.desk.told()

    nova.posts(nova.vera, "one-more")
    nova.posts(nova.ilya, "ilyas")

    assert [told.chat_id for told in nova.desk.told()] == [5]
    assert kept(nova) == FILES + 1
