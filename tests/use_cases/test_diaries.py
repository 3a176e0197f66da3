"""What a mentee says in a diary: spoken answers get a copy of our own, and a last note is for the mentors alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.diaries import QUESTIONS, DiaryAnswer, Question
from mentoring.files import FileKind, Keeping
from mentoring.notices.diaries import DiaryIsOut, DiaryPart, DiaryPreview, DiaryQuestion, DiaryReceived
from mentoring.people import MembershipState
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import diary_keeping
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.rewording import EditWords, edit_words
from mentoring.use_cases.sending import SendFile, send_file
from storage.tables.submissions import attachments
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from datetime import datetime

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
        kind=SessionKind.EMPLOYABILITY,
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


def says(nova: Nova, text: str, *, message: int | None = None) -> None:
    by = replace(nova.by(nova.vera), message_id=message)
    nova.desk.does(answer, Answer(by=by, text=text, message_id=message))


def edited(nova: Nova, text: str, *, message: int, written_at: datetime | None = None) -> EditWords:
    at = written_at or nova.desk.now
    return EditWords(by=nova.by(nova.vera), text=text, message_id=message, written_at=at)


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


def answers(nova: Nova, of: diary_keeping.OfDiary) -> dict[Question, str]:
    kept = nova.desk.record.diaries.of(of.session_id, nova.vera.id)
    assert kept is not None
    return {one.question: one.text for one in kept.answers}


def answered_to_the_end(nova: Nova) -> diary_keeping.OfDiary:
    """The first answer came with message 70, the mark with message 71."""
    of = writes(nova)
    says(nova, "We tolked", message=70)
    for question in QUESTIONS[1:4]:
        skips(nova, of, question)
    says(nova, "4", message=71)
    skips(nova, of, Question.PRIVATE_NOTE)
    nova.desk.told()
    return of


def test_an_answer_that_is_edited_changes_in_the_diary_and_its_preview(nova: Nova) -> None:
    of = answered_to_the_end(nova)

    nova.desk.does(edit_words, edited(nova, "We talked", message=70))

    assert answers(nova, of)[Question.DONE] == "We talked"
    [shown] = nova.desk.told()
    assert isinstance(shown.notice, DiaryPreview)
    assert shown.notice.answers[0].text == "We talked"


def test_while_questions_are_open_an_edited_answer_changes_in_silence(nova: Nova) -> None:
    of = writes(nova)
    says(nova, "We tolked", message=70)
    nova.desk.told()

    nova.desk.does(edit_words, edited(nova, "We talked", message=70))

    assert answers(nova, of) == {Question.DONE: "We talked"}
    assert nova.desk.told() == []


@pytest.mark.parametrize(("text", "kept"), [("5", "5"), ("very good", "4")])
def test_an_edited_mark_stays_a_mark(nova: Nova, text: str, kept: str) -> None:
    of = answered_to_the_end(nova)

    nova.desk.does(edit_words, edited(nova, text, message=71))

    assert answers(nova, of)[Question.PROGRESS] == kept


def test_what_answered_before_a_diary_was_begun_anew_answers_nothing_any_more(nova: Nova) -> None:
    of = answered_to_the_end(nova)
    nova.desk.does(diary_keeping.write_anew, of)
    nova.desk.told()

    nova.desk.does(edit_words, edited(nova, "We talked", message=70))

    assert answers(nova, of) == {}
    assert nova.desk.told() == []


def test_an_edit_after_the_diary_was_sent_changes_nothing_and_shows_the_way_to_the_mentors(nova: Nova) -> None:
    of = answered_to_the_end(nova)
    written_at = nova.desk.now
    nova.passes(timedelta(minutes=5))
    nova.desk.does(diary_keeping.send_diary, of)
    nova.passes(timedelta(days=1))
    nova.desk.told()

    nova.desk.does(edit_words, edited(nova, "We talked", message=70, written_at=written_at))

    [told] = nova.desk.told()
    assert isinstance(told.notice, DiaryIsOut)
    assert told.chat_id == nova.vera.telegram_id
    assert [one.name for one in told.notice.mentors] == ["Anton", "Boyana"]
    assert answers(nova, of)[Question.DONE] == "We tolked"


@pytest.mark.parametrize("minutes", [-1, 6])
def test_what_was_written_before_or_after_a_diary_is_none_of_it(nova: Nova, minutes: int) -> None:
    of, begun_at = answered_to_the_end(nova), nova.desk.now
    nova.passes(timedelta(minutes=5))
    nova.desk.does(diary_keeping.send_diary, of)
    nova.desk.told()

    outside = begun_at + timedelta(minutes=minutes)
    nova.desk.does(edit_words, edited(nova, "hello", message=80, written_at=outside))

    assert nova.desk.told() == []


def test_whoever_is_no_mentee_any_more_is_refused(nova: Nova) -> None:
    of = answered_to_the_end(nova)
    nova.desk.does(diary_keeping.send_diary, of)
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))

    assert nova.desk.refuses(edit_words, edited(nova, "We talked", message=70)) == Why.NOT_ALLOWED
