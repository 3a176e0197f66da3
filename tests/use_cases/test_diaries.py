"""What a mentee says in a diary: spoken answers get a copy of our own, and a last note is for the mentors alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.diaries import QUESTIONS, DiaryAnswer, Question
from mentoring.files import FileKind, Keeping
from mentoring.notices.diaries import DiaryPart, DiaryPreview, DiaryQuestion, DiaryReceived
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import diary_keeping
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.sending import SendFile, send_file
from storage.tables.submissions import attachments
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import SessionId
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def writes(nova: Nova) -> diary_keeping.OfDiary:
    """Vera has opened the diary of a session that has just ended."""
    begins = nova.desk.now - timedelta(hours=2)
    session = nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.MONITORING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=begins - timedelta(days=1),
    )
    nova.desk.does(diary_keeping.write_diary, diary(nova, session.id))
    return diary(nova, session.id)


def diary(nova: Nova, session_id: SessionId) -> diary_keeping.OfDiary:
    return diary_keeping.OfDiary(by=nova.by(nova.vera), session_id=session_id)


def says(nova: Nova, text: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text=text))


def speaks(nova: Nova, unique_id: str) -> None:
    voice = replace(nova.file(unique_id, chat=4), kind=FileKind.VOICE, file_name="", mime="audio/ogg")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=voice))


def skips(nova: Nova, of: diary_keeping.OfDiary, question: Question) -> None:
    command = diary_keeping.SkipQuestion(by=of.by, session_id=of.session_id, question=question)
    nova.desk.does(diary_keeping.skip_question, command)


def copies(nova: Nova) -> list[tuple[str, Keeping, bool]]:
    rows = nova.desk.connection.execute(select(attachments).order_by(attachments.c.id))
    return [(row.file_id, row.keeping, row.diary_id is not None) for row in rows]


def test_a_spoken_answer_is_fetched_like_any_other_file(nova: Nova) -> None:
    writes(nova)

    speaks(nova, "v1")

    assert copies(nova) == [("id-v1", Keeping.PENDING, True)]
    [waiting] = nova.desk.record.attachments.to_fetch(nova.desk.now, 9)
    assert waiting.file_id == "id-v1"
    assert nova.desk.record.attachments.stored(waiting.id, sha256="ab", size=3, now=nova.desk.now)
    assert copies(nova) == [("id-v1", Keeping.STORED, True)]


def test_a_diary_that_is_begun_anew_forgets_what_was_spoken(nova: Nova) -> None:
    of = writes(nova)
    speaks(nova, "v1")

    nova.desk.does(diary_keeping.write_anew, of)
    speaks(nova, "v2")

    assert copies(nova) == [("id-v2", Keeping.PENDING, True)]


def test_the_private_note_is_asked_for_last_and_can_be_skipped(nova: Nova) -> None:
    of = writes(nova)
    says(nova, "We talked")
    for question in QUESTIONS[1:]:
        skips(nova, of, question)
    asked = nova.last(nova.vera, DiaryQuestion)
    assert (asked.question, asked.can_send) == (Question.PRIVATE_NOTE, True)

    skips(nova, of, Question.PRIVATE_NOTE)

    given = [one for one in nova.last(nova.vera, DiaryPreview).answers if one.text]
    assert given == [DiaryAnswer(question=Question.DONE, text="We talked")]


def test_the_private_note_reaches_the_mentors_and_nobody_else(nova: Nova) -> None:
    of = writes(nova)
    for question in QUESTIONS:
        skips(nova, of, question)
    says(nova, "I am afraid of interviews")
    nova.desk.told()

    nova.desk.does(diary_keeping.send_diary, of)

    told = nova.desk.told()
    received = [one.notice for one in told if isinstance(one.notice, DiaryReceived)]
    assert [one.answers[-1].text for one in received] == ["I am afraid of interviews"] * 2
    assert sorted(one.chat_id for one in told if "interviews" in repr(one.notice)) == [2, 3]


def test_a_spoken_private_note_travels_beside_the_diary(nova: Nova) -> None:
    of = writes(nova)
    for question in QUESTIONS:
        skips(nova, of, question)
    speaks(nova, "v1")
    nova.desk.told()

    nova.desk.does(diary_keeping.send_diary, of)

    part = nova.last(nova.anton, DiaryPart)
    assert (part.question, part.voice) == (Question.PRIVATE_NOTE, "id-v1")
    assert copies(nova) == [("id-v1", Keeping.PENDING, True)]
