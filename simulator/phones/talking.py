"""What a person does in a chat: writes, sends, edits, presses, votes, reacts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.attachments import Attachment, document
from simulator.files import picture_size
from simulator.phones.bubbles import may_delete
from simulator.phones.hand import PATIENCE_SECONDS, Hand, InChat, OnMessage, at
from simulator.phones.table import action
from simulator.uploads import check_upload

if TYPE_CHECKING:
    from simulator.phones.uploading import Picked
    from simulator.wire import Wire

SAMPLE_VOICE = Path(__file__).parent / "sample-voice.ogg"
GENERAL = 1


class Writing(InChat):
    reply_to: int | None = None
    topic: int | None = None

    @property
    def thread(self) -> int | None:
        """General is written to without naming it."""
        return None if self.topic == GENERAL else self.topic


class Say(Writing, kw_only=True):
    text: str


@action(Say)
async def say(hand: Hand, asked: Say) -> None:
    reply_to = hand.seen(asked, asked.reply_to) if asked.reply_to else None
    person = hand.person(asked.person)
    await person.says(asked.text, in_=hand.group(asked), reply_to=reply_to, topic=asked.thread)


class Start(InChat):
    payload: str = ""


@action(Start)
async def start(hand: Hand, asked: Start) -> None:
    await hand.person(asked.person).starts(asked.payload)


class SendFiles(Writing):
    caption: str = ""
    as_files: bool = False


@action(SendFiles)
async def send_files(hand: Hand, asked: SendFiles) -> None:
    """Photos and files cannot share an album, so a mixture becomes two."""
    items = [_attachment(picked, as_file=asked.as_files) for picked in hand.files]
    photos = [item for item in items if item.kind == "photo"]
    documents = [item for item in items if item.kind != "photo"]
    caption = asked.caption
    for album in filter(None, (photos, documents)):
        await _send_album(hand, asked, album, caption)
        caption = ""


def _attachment(picked: Picked, *, as_file: bool) -> Attachment:
    is_photo = picked.is_picture and not as_file and picture_size(picked.content) is not None
    check_upload(picked.name, picked.content, "photo" if is_photo else "document")
    if is_photo:
        return Attachment(kind="photo", content=picked.content, mime=picked.mime)
    return document(picked.name, picked.content, mime=picked.mime)


async def _send_album(hand: Hand, asked: SendFiles, items: list[Attachment], caption: str) -> None:
    person, group = hand.person(asked.person), hand.group(asked)
    reply_to = hand.seen(asked, asked.reply_to) if asked.reply_to else None
    album = f"{13_800_000_000_000_000 + hand.world.count('album')}" if len(items) > 1 else None
    for place, item in enumerate(items):
        spoken = Attachment(
            kind=item.kind, content=item.content, name=item.name, mime=item.mime, caption="" if place else caption
        )
        await person.sends(spoken, in_=group, topic=asked.thread, reply_to=reply_to, album=album)


@action(Writing)
async def send_voice(hand: Hand, asked: Writing) -> None:
    reply_to = hand.seen(asked, asked.reply_to) if asked.reply_to else None
    person = hand.person(asked.person)
    await person.sends_voice(SAMPLE_VOICE.read_bytes(), in_=hand.group(asked), reply_to=reply_to)


class Sticker(Writing, kw_only=True):
    emoji: str


@action(Sticker)
async def send_sticker(hand: Hand, asked: Sticker) -> None:
    await hand.person(asked.person).sends_sticker(asked.emoji, in_=hand.group(asked))


class Edit(OnMessage):
    text: str


@action(Edit)
async def edit(hand: Hand, asked: Edit) -> None:
    person, message = hand.person(asked.person), hand.message(asked)
    if message.message.sender is not person.user:
        raise ValueError("Only the author edits a message.")
    await person.edits(message, asked.text)


@action(OnMessage)
async def delete(hand: Hand, asked: OnMessage) -> None:
    person, message = hand.person(asked.person), hand.message(asked)
    if not may_delete(message.message, person.user):
        raise ValueError("This message cannot be deleted from here.")
    await person.deletes(message)


class React(OnMessage):
    emoji: str | None = None


@action(React)
async def react(hand: Hand, asked: React) -> None:
    chosen = [asked.emoji] if asked.emoji else []
    await hand.person(asked.person).reacts(hand.message(asked), *chosen)


class Vote(OnMessage):
    options: list[int]


@action(Vote)
async def vote(hand: Hand, asked: Vote) -> None:
    await hand.person(asked.person).votes(hand.message(asked), *asked.options)


class Press(OnMessage):
    row: int
    column: int


@action(Press)
async def press(hand: Hand, asked: Press) -> Wire:
    """Returns when the bot has answered, or the spinner gave up."""
    message = hand.message(asked)
    try:
        button = message.message.inline_keyboard[asked.row][asked.column]
    except IndexError:
        raise ValueError("The button is gone.") from None
    person = hand.person(asked.person)
    toast = await person.presses_raw(message, str(button["callback_data"]), timeout=PATIENCE_SECONDS)
    return {"text": toast.text, "alert": toast.alert, "url": toast.url}


class Forward(OnMessage):
    to: str


@action(Forward)
async def forward(hand: Hand, asked: Forward) -> Wire:
    target = InChat(person=asked.person, chat=asked.to)
    await hand.person(asked.person).forwards(hand.message(asked), in_=hand.group(target))
    return at(hand.chat(target))


@action(InChat)
async def block(hand: Hand, asked: InChat) -> None:
    hand.person(asked.person).blocks_bot()


@action(InChat)
async def unblock(hand: Hand, asked: InChat) -> None:
    hand.person(asked.person).unblocks_bot()
