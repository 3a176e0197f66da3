"""Files that come in private, and those that are edited afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Voice
from telegram.ext import MessageHandler, filters

from handlers.acting import acting, number, number_if_any, words
from mentoring.files import FileKind, Received
from mentoring.use_cases.sending import SendFile, edit_sent, send_file

if TYPE_CHECKING:
    from typing import TypeAlias

    from telegram import Audio, Document, Message, PhotoSize, Update, Video, VideoNote

    from handlers.desk import Desk
    from handlers.routing import Context, Handler

    Readable: TypeAlias = Audio | Document | PhotoSize | Video | VideoNote | Voice

WORK = filters.Document.ALL | filters.PHOTO
#: Everything that people send instead of words; most of it is only refused, but never without a word.
_NO_WORDS = ~filters.TEXT & ~filters.StatusUpdate.ALL


class FileHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
        return [
            MessageHandler(filters.ChatType.PRIVATE & new & _NO_WORDS, self.send),
            MessageHandler(filters.ChatType.PRIVATE & edited & WORK, self.edit),
        ]

    async def send(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(send_file, sent(update))

    async def edit(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(edit_sent, sent(update))


def sent(update: Update) -> SendFile:
    message = update.effective_message
    if message is None:
        raise ValueError("a file comes in a message")
    answered = message.reply_to_message
    return SendFile(
        by=acting(update),
        file=received(message),
        album=words(message.media_group_id) or None,
        replies_to=answered.message_id if answered is not None else None,
    )


def received(message: Message) -> Received:
    """An animation also carries a document, so it is told apart first."""
    if message.animation is not None:
        return _as(FileKind.VIDEO, message, None)
    if message.video is not None or message.video_note is not None:
        return _as(FileKind.VIDEO, message, message.video or message.video_note)
    if message.photo:
        return _as(FileKind.PHOTO, message, message.photo[-1])
    if message.document is not None:
        return _as(FileKind.DOCUMENT, message, message.document)
    if message.voice is not None:
        return _as(FileKind.VOICE, message, message.voice)
    if message.audio is not None:
        return _as(FileKind.AUDIO, message, message.audio)
    return _as(FileKind.STICKER if message.sticker else FileKind.OTHER, message, None)


def _as(kind: FileKind, message: Message, file: Readable | None) -> Received:
    """Only what may be kept is read closely."""
    return Received(
        kind=kind,
        file_id=file.file_id if file is not None else "",
        unique_id=file.file_unique_id if file is not None else "",
        file_name=words(getattr(file, "file_name", None)),
        mime=words(getattr(file, "mime_type", None)),
        size=number_if_any(file.file_size) if file is not None else None,
        caption=words(message.caption),
        chat_id=number(message.chat.id),
        message_id=number(message.message_id),
        seconds=_seconds(file),
    )


def _seconds(file: Readable | None) -> int:
    """Read from the JSON: what the library calls it changes its type one day, and says so each time."""
    return number(file.to_dict()["duration"]) if isinstance(file, Voice) else 0
