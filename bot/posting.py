"""What Telegram is asked, call by call, to show a rendered notice: pure, so that every shape can be looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

import orjson

from bot.bot_api import Upload
from bot.fitting import CAPTION_UNITS, TEXT_UNITS, fitted, pieces, units
from handlers.message import Attached, Call, Content, Rendering
from mentoring.notices import Placement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from storage.cards import Card
    from storage.outbox import Parcel

_ALBUM_LIMIT = 10
_METHODS = {
    "document": "sendDocument",
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "video": "sendVideo",
    "audio": "sendAudio",
}
#: Telegram mixes only these in one album.
_ALBUM_KINDS = {"document": "documents", "photo": "pictures", "video": "pictures", "audio": "audio"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One call. `edits` names the message it changes; `messages` is what it costs of Telegram's limits."""

    method: str
    params: Mapping[str, object]
    files: Mapping[str, Upload] = field(default_factory=dict)
    edits: int | None = None
    messages: int = 1
    has_file: bool = False

    @property
    def is_in_a_thread(self) -> bool:
        return "message_thread_id" in self.params and not self.is_harmless_twice

    @property
    def is_harmless_twice(self) -> bool:
        return not self.method.startswith(("send", "copy", "forward"))


def content_hash(content: Content) -> str:
    """Equal for contents that would look the same."""
    files = [(file.kind, file.file_id, str(file.path)) for file in content.attachments]
    seen = orjson.dumps([content.text, content.reply_markup, files], option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(seen, digest_size=12).hexdigest()


def steps_for(parcel: Parcel, card: Card | None, rendering: Rendering) -> list[Step]:
    """The calls that bring the rendering to the parcel's chat; none when the card looks like this already."""
    if isinstance(rendering, Call):
        return [*_call_steps(parcel, rendering)]
    targets = edit_targets(parcel, card)
    if not targets:
        return posting_anew(parcel, rendering)
    unchanged = card.message_id if card is not None and card.content_hash == content_hash(rendering) else None
    return [_edit(parcel, rendering, target, card) for target in targets if target != unchanged]


def _call_steps(parcel: Parcel, call: Call) -> Iterator[Step]:
    """The chat may have moved since the facts were written: the parcel follows it, but no message came along."""
    params = {**call.params, "chat_id": parcel.chat_id} if "chat_id" in call.params else call.params
    if "message_id" not in params or params == call.params:
        yield Step(method=call.method, params=params)


def posting_anew(parcel: Parcel, content: Content) -> list[Step]:
    """New messages: at most one of them carries the words and the keyboard, and it comes last."""
    steps = [*_file_steps(parcel, content)] if content.attachments else _text_steps(parcel, content)
    if parcel.reply_to_message_id is not None:
        steps[0] = _replying(steps[0], parcel.reply_to_message_id)
    return steps


def with_copies(content: Content, copies: Mapping[str, Path]) -> Content:
    """The same content with its files from our own disk, without those that are not there."""
    kept = (file for file in content.attachments if file.file_id is None or file.file_id in copies)
    from_disk = (
        file if file.file_id is None else replace(file, file_id=None, path=copies[file.file_id]) for file in kept
    )
    return replace(content, attachments=tuple(from_disk))


def as_caption(step: Step) -> Step:
    """The same edit for a message that carries a file."""
    params = {name: value for name, value in step.params.items() if name != "link_preview_options"}
    params["caption"] = fitted(str(params.pop("text")), CAPTION_UNITS)
    return replace(step, method="editMessageCaption", params=params, has_file=True)


def outside_threads(step: Step) -> Step:
    """The same message for the group as a whole."""
    return replace(step, params={name: value for name, value in step.params.items() if name != "message_thread_id"})


def edit_targets(parcel: Parcel, card: Card | None) -> list[int]:
    """The card and the message whose button was pressed, which may be an older copy of it."""
    if parcel.placement is not Placement.EDIT:
        return []
    card_message = card.message_id if card is not None else None
    return list(dict.fromkeys(target for target in (card_message, parcel.message_id) if target is not None))


def _edit(parcel: Parcel, content: Content, message_id: int, card: Card | None) -> Step:
    params = {"chat_id": parcel.chat_id, "message_id": message_id, **_words("text", content, TEXT_UNITS)}
    step = Step(method="editMessageText", params=params, edits=message_id)
    carries_file = card is not None and card.message_id == message_id and card.has_file
    if carries_file and content.pictured:
        return _other_picture(parcel, content, message_id)
    return as_caption(step) if carries_file else step


def _other_picture(parcel: Parcel, content: Content, message_id: int) -> Step:
    [file] = content.attachments
    media, files = _media(file, 0)
    words = _words("caption", content, CAPTION_UNITS)
    markup = {"reply_markup": words.pop("reply_markup")} if "reply_markup" in words else {}
    params = {
        "chat_id": parcel.chat_id,
        "message_id": message_id,
        "media": {"type": file.kind, "media": media, **words},
    }
    return Step(method="editMessageMedia", params={**params, **markup}, files=files, edits=message_id, has_file=True)


def _text_steps(parcel: Parcel, content: Content) -> list[Step]:
    """What is too long for one message comes in several, the keys below the last; a card is always one."""
    if parcel.card_key is not None:
        return [_text_step(parcel, content)]
    *before, last = pieces(content.text, TEXT_UNITS)
    first = [_text_step(parcel, replace(content, text=text, reply_markup=None)) for text in before]
    return [*first, _text_step(parcel, replace(content, text=last))]


def _text_step(parcel: Parcel, content: Content) -> Step:
    return Step(method="sendMessage", params={**_envelope(parcel, content), **_words("text", content, TEXT_UNITS)})


def _file_steps(parcel: Parcel, content: Content) -> Iterator[Step]:
    batches = [*_batches(content.attachments)]
    as_one = len(batches) == 1 and units(content.text) <= CAPTION_UNITS
    captioned = as_one and (len(batches[0]) == 1 or content.reply_markup is None)
    for batch in batches:
        build = _single_step if len(batch) == 1 else _album_step
        yield build(parcel, content, batch, captioned=captioned)
    if not captioned and content.text:
        yield _text_step(parcel, content)


def _batches(attachments: Sequence[Attached]) -> Iterator[list[Attached]]:
    """What may travel together, in the order given; a voice message always travels alone."""
    for kind, group in groupby(attachments, key=lambda file: _ALBUM_KINDS.get(file.kind)):
        files, size = [*group], _ALBUM_LIMIT if kind else 1
        yield from (files[start : start + size] for start in range(0, len(files), size))


def _single_step(parcel: Parcel, content: Content, batch: Sequence[Attached], *, captioned: bool) -> Step:
    [file] = batch
    media, files = _media(file, 0)
    params = {**_envelope(parcel, content), file.kind: media}
    if captioned:
        params |= _words("caption", content, CAPTION_UNITS)
    return Step(method=_METHODS[file.kind], params=params, files=files, has_file=True)


def _album_step(parcel: Parcel, content: Content, batch: Sequence[Attached], *, captioned: bool) -> Step:
    files: dict[str, Upload] = {}
    items: list[dict[str, object]] = []
    for number, file in enumerate(batch):
        media, upload = _media(file, number)
        items.append({"type": file.kind, "media": media})
        files |= upload
    if captioned:
        items[0] |= {"caption": content.text, "parse_mode": "HTML"}
    params = {**_envelope(parcel, content), "media": items}
    return Step(method="sendMediaGroup", params=params, files=files, messages=len(batch), has_file=True)


def _media(file: Attached, number: int) -> tuple[str, Mapping[str, Upload]]:
    if file.file_id is not None:
        return file.file_id, {}
    key = f"file{number}"
    return f"attach://{key}", {key: _upload(file)}


def _upload(file: Attached) -> Upload:
    if file.path is None and file.content is None and file.made is None:
        raise ValueError("an attachment has neither a file_id nor a path nor content")
    name = file.file_name or (file.path.name if file.path else file.kind)
    return Upload(
        file_name="".join(filter(str.isprintable, name)), path=file.path, content=file.content or b"", made=file.made
    )


def _envelope(parcel: Parcel, content: Content) -> dict[str, object]:
    params: dict[str, object] = {"chat_id": parcel.chat_id}
    if parcel.thread_id is not None:
        params["message_thread_id"] = parcel.thread_id
    if content.silent:
        params["disable_notification"] = True
    if content.protect:
        params["protect_content"] = True
    return params


def _words(name: str, content: Content, limit: int) -> dict[str, object]:
    params: dict[str, object] = {name: fitted(content.text, limit), "parse_mode": "HTML"}
    if name == "text":
        params["link_preview_options"] = {"is_disabled": True}
    if content.reply_markup is not None:
        params["reply_markup"] = content.reply_markup
    return params


def _replying(step: Step, message_id: int) -> Step:
    reply = {"message_id": message_id, "allow_sending_without_reply": True}
    return replace(step, params={**step.params, "reply_parameters": reply})
