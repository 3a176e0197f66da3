"""A file comes: from a mentee as work, as an answer to what was asked, or into the group chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.files import Received, is_photograph, unfit_for_work
from mentoring.notices.sending import FileRefused, NothingToSendFor
from mentoring.people import Role
from mentoring.permissions import PARTICIPANTS, Actor, Standing, authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import State
from mentoring.use_cases import (
    albums,
    concerns,
    diary_keeping,
    filing_deeds,
    home,
    interview_answers,
    own_word_files,
    remarks,
    scanning,
    uploads,
    versions,
)
from mentoring.use_cases.allowances import refuse_beyond
from mentoring.use_cases.draft_senders import sender_in_private, sender_of
from mentoring.use_cases.handing_in import ask_again, begin, take
from mentoring.use_cases.home import word_for_stranger
from mentoring.use_cases.minutes_editing import ask_for_words

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class SendFile:
    """`album` is Telegram's media group; `replies_to` the message that was answered with it."""

    by: Acting
    file: Received
    album: str | None = None
    replies_to: int | None = None


def send_file(record: Record, command: SendFile, now: datetime) -> None:
    """In private. A concern can be raised before anything is agreed to, and so can what belongs to it."""
    by, file = command.by, command.file
    if concerns.take_file(record, by, file, now) or own_word_files.take_file(record, by, file, now):
        return None
    actor = authorise(record, by, Act.SEND_FILE)
    if actor.person is None:
        return notices.answer(record, by, None, word_for_stranger(record, by))
    if interview_answers.take_file(record, by, now):
        return None
    if refuse_beyond(record, by, actor.person, file, now) or albums.add_part(record, by, file, command.album, now):
        return None
    said = remarks.Said(by=by, file=file, album=command.album, replies_to=command.replies_to)
    if remarks.take(record, said, actor.person, now):
        return None
    if diary_keeping.take_voice(record, by, file, now) or ask_for_words(record, by, file, now):
        return None
    return _take_work(record, command, actor, now)


def _take_work(record: Record, command: SendFile, actor: Actor, now: datetime) -> None:
    person = actor.known()
    sender = sender_in_private(record, actor, command.by)
    if not sender.groups and not sender.people and not sender.leads:
        return _explain(record, command.by, actor, now)
    if refuse_unfit(record, command.by, person, command.file, now):
        return None
    if filing_deeds.take_new_file(record, command.by, person, command.file, now):
        return None
    if command.album is not None:
        return albums.begin_album(record, sender, command.file, command.album, now)
    if scanning.take_page(record, sender, command.file, now):
        return None
    if sender.only_files and not is_photograph(command.file):
        return uploads.receive(record, command.by, person, command.file, now)
    return take(record, sender, command.file, now)


def _explain(record: Record, by: Acting, actor: Actor, now: datetime) -> None:
    """Whoever pauses sees so, and the way back."""
    if actor.standings & PARTICIPANTS:
        return notices.answer(record, by, actor.person, NothingToSendFor())
    if Standing.RESTING in actor.standings:
        return home.show(record, by, actor.known(), now)
    raise Refusal(Why.NOT_ALLOWED)


def refuse_unfit(record: Record, by: Acting, person: Person, file: Received, now: datetime) -> bool:
    why = unfit_for_work(file)
    if why is None:
        return False
    record.tallies.count(f"file_refused:{why}", now)
    notices.answer(record, by, person, FileRefused(why=why, name=file.name))
    return True


def post_file(record: Record, command: SendFile, now: datetime) -> None:
    """In a group chat: only a mentee of that group is asked, and nothing is said to anybody else."""
    by, file = command.by, command.file
    actor = authorise(record, by, Act.POST_FILE)
    group = record.groups.by_chat(by.chat_id)
    if actor.person is None or group is None or group.id not in actor.groups_as(Role.MENTEE):
        return
    if unfit_for_work(file) is not None or refuse_beyond(record, by, actor.person, file, now):
        return
    if albums.add_part(record, by, file, command.album, now):
        return
    sender = sender_of(actor, by)
    if command.album is not None:
        albums.begin_album(record, sender, file, command.album, now, group_id=group.id)
        return
    draft, _ = begin(record, sender, file, state=State.OFFERED, group_id=group.id, now=now)
    ask_again(record, sender, draft)


def edit_sent(record: Record, command: SendFile, now: datetime) -> None:
    """An edit changes what was handed in; in private, what was not taken before may be taken now."""
    if concerns.is_part(record, command.by, command.file, now):
        return
    edited = uploads.edited(record, command.by, command.file, now) or versions.edit_file(
        record, versions.EditFile(by=command.by, file=command.file), now
    )
    if not edited and command.by.chat_kind is ChatKind.PRIVATE:
        send_file(record, command, now)
