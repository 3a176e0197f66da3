"""What people say about a submission: comments, questions, answers and notes, by text, voice or file.

It comes as the answer to a prompt that a button opened, or as a reply to a card.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.files import FileKind, Received, Unfit, is_photograph, unfit_for_comment
from mentoring.notices import PLAIN
from mentoring.notices.common import Refused
from mentoring.notices.sending import FileRefused
from mentoring.notices.submissions import Wanted, WhatIsThisComment
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import (
    DECIDED,
    UNDECIDED,
    Move,
    MoveKind,
    NewMove,
    State,
    Submission,
    can_correct,
    moved,
)
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases import versions
from mentoring.use_cases.passing_on import pass_on
from mentoring.use_cases.submission_cards import (
    Story,
    answer_mentee,
    answer_mentor,
    story_of,
    tell_mentee,
    tell_mentors,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.files import Attachment
    from mentoring.ids import PersonId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.use_cases.submission_prompts import About


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Something typed, spoken or sent in private.

    `message_id` is of the message that brought the text, `replies_to` of the one that it answers.
    """

    by: Acting
    text: str = ""
    message_id: int | None = None
    file: Received | None = None
    album: str | None = None
    replies_to: int | None = None

    @property
    def is_work(self) -> bool:
        return self.file is not None and self.file.kind is not FileKind.VOICE

    @property
    def comes_as_pages(self) -> bool:
        """Not complete with this message."""
        return self.album is not None or (self.file is not None and is_photograph(self.file))


def take(record: Record, said: Said, person: Person, now: datetime) -> bool:
    """False when it answers neither a prompt about a submission nor a submission's card."""
    about = prompts.replied_to(record, said.by, said.replies_to) or prompts.open_about(record, person, now)
    if about is None:
        return False
    if about.submission.mentee_id == person.id:
        return _from_mentee(record, said, person, about, now)
    return _from_mentor(record, said, person, about, now)


def _from_mentee(record: Record, said: Said, person: Person, about: About, now: datetime) -> bool:
    submission = about.submission
    authorise(record, said.by, Act.REMARK, group_id=submission.group_id)
    kind = _mentee_means(said, about)
    if kind is None or (kind is MoveKind.CORRECT and said.comes_as_pages):
        prompts.keep_only_for_album(record, said.by, about, now, waits=kind is not None)
        return False
    if _refuse_unfit(record, said, person, now):
        return True
    if kind is MoveKind.CORRECT and said.file is not None:
        versions.correct_with(record, said.by, person, submission, file=said.file, now=now)
    elif kind is MoveKind.NOTE:
        _add_note(record, said, person, submission, now)
    else:
        _answer(record, said, person, submission, kind=kind, now=now)
    prompts.close(record, person)
    return True


def _mentee_means(said: Said, about: About) -> MoveKind | None:
    """None: it is no remark, but perhaps new work."""
    state = about.submission.state
    if said.is_work:
        return _file_means(about.wanted, state)
    if said.file is None and state is State.WAITING and about.wanted in {None, Wanted.NOTE}:
        return MoveKind.NOTE
    if state is State.ASKED:
        return MoveKind.ANSWER
    return MoveKind.REMARK if state in UNDECIDED | DECIDED else None


def _file_means(wanted: Wanted | None, state: State) -> MoveKind | None:
    if state is State.ASKED and wanted is not Wanted.CORRECTION:
        return MoveKind.ANSWER
    return MoveKind.CORRECT if can_correct(state) and wanted is not Wanted.NOTE else None


def _from_mentor(record: Record, said: Said, person: Person, about: About, now: datetime) -> bool:
    submission = about.submission
    authorise(record, said.by, Act.REVIEW, group_id=submission.group_id)
    if _refuse_unfit(record, said, person, now):
        return True
    open_for_decision = submission.state in UNDECIDED and submission.version == about.version
    match about.wanted:
        case Wanted.RETURN | Wanted.QUESTION if not open_for_decision:
            _too_late(record, said.by, person, submission, now)
        case Wanted.RETURN:
            comment(record, said, person, submission, kind=MoveKind.RETURN, now=now)
        case Wanted.QUESTION:
            comment(record, said, person, submission, kind=MoveKind.ASK, now=now)
        case _ if open_for_decision and said.album is None:
            held = prompts.Held(text=said.text, file=said.file, message_id=said.message_id)
            prompts.hold(record, said.by, submission, held, now)
            question = WhatIsThisComment(
                submission_id=submission.id, number=submission.number or 0, version=submission.version
            )
            notices.answer(record, said.by, person, question)
        case _:
            comment(record, said, person, submission, kind=MoveKind.REMARK, now=now)
    return True


def _too_late(record: Record, by: Acting, person: Person, submission: Submission, now: datetime) -> None:
    prompts.close(record, person)
    is_gone = submission.state is State.WITHDRAWN
    notices.answer(record, by, person, Refused(why=Why.GONE if is_gone else Why.ALREADY_DONE))
    if not is_gone:
        answer_mentor(record, by, person, story_of(record, submission), now)


def _refuse_unfit(record: Record, said: Said, person: Person, now: datetime) -> bool:
    why: Unfit | None = unfit_for_comment(said.file) if said.file is not None else None
    if why is None or said.file is None:
        return False
    record.tallies.count(f"file_refused:{why}", now)
    notices.answer(record, said.by, person, FileRefused(why=why, name=said.file.name))
    return True


def comment(
    record: Record, said: Said, mentor: Person, submission: Submission, *, kind: MoveKind, now: datetime
) -> None:
    """From a mentor: a return, a question, or only a remark."""
    story, move = _speak(record, said, mentor, submission, kind=kind, now=now)
    prompts.close(record, mentor)
    answer_mentor(record, said.by, mentor, story, now)
    tell_mentors(record, story, now, PLAIN, but=mentor)
    pass_on(record, story, move, other_side(record, story, mentor.id))
    tell_mentee(record, story, now)


def _answer(
    record: Record, said: Said, mentee: Person, submission: Submission, *, kind: MoveKind, now: datetime
) -> None:
    story, move = _speak(record, said, mentee, submission, kind=kind, now=now)
    answer_mentee(record, said.by, mentee, story, now)
    pass_on(record, story, move, story.circle.mentors)
    tell_mentors(record, story, now)


def _speak(
    record: Record, said: Said, person: Person, submission: Submission, *, kind: MoveKind, now: datetime
) -> tuple[Story, Move]:
    move = NewMove(kind=kind, person_id=person.id, text=said.text, message_id=said.message_id)
    after = moved(submission, move, now)
    if after != submission and not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    move_id = record.submissions.log(after, move, now)
    if said.file is not None:
        record.attachments.add(move_id, said.file, now)
    if said.file is not None and said.album is not None:
        record.albums.open(said.file.chat_id, said.album, move_id, now)
    story = story_of(record, after)
    return story, next(one for one in story.moves if one.id == move_id)


def _add_note(record: Record, said: Said, mentee: Person, submission: Submission, now: datetime) -> None:
    note = NewMove(kind=MoveKind.NOTE, person_id=mentee.id, text=said.text, message_id=said.message_id)
    record.submissions.log(moved(submission, note, now), note, now)
    story = story_of(record, submission)
    answer_mentee(record, said.by, mentee, story, now)
    tell_mentors(record, story, now, PLAIN)


def other_side(record: Record, story: Story, speaker: PersonId) -> Sequence[Person]:
    mentee_id = story.submission.mentee_id
    return story.circle.mentors if speaker == mentee_id else (record.people.by_id(mentee_id),)


def with_files(move: Move, files: tuple[Attachment, ...]) -> Move:
    return replace(move, files=files)
