"""Which submission an answer is about: the one whose button opened a prompt, or the one whose card was replied to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.files import FileKind, Received
from mentoring.ids import SubmissionId
from mentoring.notices.submissions import Wanted
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.submissions import Submission, can_correct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """`version` is what the person was looking at; `wanted` is None for a reply, which says by itself what it is."""

    submission: Submission
    version: int
    wanted: Wanted | None


def open_for(record: Record, by: Acting, submission: Submission, wanted: Wanted, now: datetime) -> None:
    draft = {"submission": submission.id, "version": submission.version, "wanted": wanted.value}
    _ask(record, by.telegram_id, draft, now)


def open_about(record: Record, person: Person, now: datetime) -> About | None:
    prompt = _open(record, person, now)
    if prompt is None or not prompt.words("wanted"):
        return None
    submission = record.submissions.by_id(SubmissionId(prompt.number("submission")))
    if submission is None:
        return None
    return About(submission=submission, version=prompt.number("version"), wanted=Wanted(prompt.words("wanted")))


def replied_to(record: Record, by: Acting, message_id: int | None) -> About | None:
    """Cards are keyed `submission:<id>`, for mentors `review:<id>:<version>`, `said:<id>:<file>` for voices.

    Each message of an album that a mentor got is keyed `files:<id>:<version>:<message>`.
    """
    key = record.notices.card_at(by.chat_id, message_id) if message_id is not None else None
    subject, *numbers = (key or "").split(":")
    if subject not in {"submission", "review", "said", "files"}:
        return None
    submission = record.submissions.by_id(SubmissionId(int(numbers[0])))
    if submission is None:
        return None
    version = int(numbers[1]) if subject in {"review", "files"} else submission.version
    return About(submission=submission, version=version, wanted=None)


def keep_only_for_album(record: Record, by: Acting, about: About, now: datetime, *, waits: bool) -> None:
    """A correction that is an album becomes a version when the album is complete; until then the prompt remembers it.

    Anything else that was sent instead of what was asked for ends the prompt.
    """
    if waits:
        open_for(record, by, about.submission, Wanted.CORRECTION, now)
    elif about.wanted is not None:
        record.prompts.close(by.telegram_id)


def awaited_correction(record: Record, person: Person, now: datetime) -> Submission | None:
    about = open_about(record, person, now)
    if about is None or about.wanted is not Wanted.CORRECTION or not can_correct(about.submission.state):
        return None
    return about.submission


def close(record: Record, person: Person) -> None:
    if person.telegram_id is not None:
        record.prompts.close(person.telegram_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A comment whose author has still to say what it is. `message_id` is of the message that brought the text."""

    text: str
    file: Received | None
    message_id: int | None


def hold(record: Record, by: Acting, submission: Submission, comment: Held, now: datetime) -> None:
    draft: dict[str, str | int] = {"submission": submission.id, "version": submission.version, "text": comment.text}
    draft["text_message_id"] = comment.message_id or 0
    file = comment.file
    if file is not None:
        draft |= {"kind": file.kind.value, "file_id": file.file_id, "unique_id": file.unique_id}
        draft |= {"file_name": file.file_name, "mime": file.mime, "size": file.size or 0, "caption": file.caption}
        draft |= {"chat_id": file.chat_id, "message_id": file.message_id}
    _ask(record, by.telegram_id, draft, now)


def held(record: Record, person: Person, submission: Submission, now: datetime) -> Held | None:
    """What `hold` kept about this submission, None when nothing is kept."""
    prompt = _open(record, person, now)
    if prompt is None or prompt.words("wanted") or prompt.number("submission") != submission.id:
        return None
    file = _held_file(prompt) if prompt.words("kind") else None
    return Held(text=prompt.words("text"), file=file, message_id=prompt.number("text_message_id") or None)


def reword_held(record: Record, person: Person, message_id: int, text: str, now: datetime) -> bool:
    """False when no such comment is held."""
    prompt = _open(record, person, now)
    if prompt is None or prompt.words("wanted") or prompt.number("text_message_id") != message_id:
        return False
    record.prompts.ask(replace(prompt, draft={**prompt.draft, "text": text}))
    return True


def _held_file(prompt: Prompt) -> Received:
    return Received(
        kind=FileKind(prompt.words("kind")),
        file_id=prompt.words("file_id"),
        unique_id=prompt.words("unique_id"),
        file_name=prompt.words("file_name"),
        mime=prompt.words("mime"),
        size=prompt.number("size") or None,
        caption=prompt.words("caption"),
        chat_id=prompt.number("chat_id"),
        message_id=prompt.number("message_id"),
    )


def _open(record: Record, person: Person, now: datetime) -> Prompt | None:
    prompt = record.prompts.of(person.telegram_id, now) if person.telegram_id is not None else None
    return prompt if prompt is not None and prompt.asking is Asking.SUBMISSION else None


def _ask(record: Record, telegram_id: int, draft: Mapping[str, str | int], now: datetime) -> None:
    record.prompts.ask(Prompt(telegram_id=telegram_id, asking=Asking.SUBMISSION, draft=draft, expires_at=now + VALID))
