"""Turns typed words that name a button into the press of it, before anybody handles them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from telegram import Bot, Message, Update

from bot.rendering import KINDS, Envelope
from handlers import typed
from handlers.acting import TYPED, acting
from handlers.message import Content
from mentoring.acting import ChatKind
from mentoring.people import Language
from mentoring.use_cases.confirming import AskToPress, ask_to_press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.changes import Changes
    from bot.last_cards import LastCards, Shown
    from bot.rendering import Renderer
    from handlers.desk import Desk
    from handlers.typed import Key


class TypedPresses:
    """`desk` asks for the press of what words alone shall not do."""

    def __init__(self, *, last_cards: LastCards, renderer: Renderer, changes: Changes, desk: Desk) -> None:
        self._last_cards = last_cards
        self._renderer = renderer
        self._changes = changes
        self._desk = desk

    async def read(self, raw: dict[str, Any], bot: Bot) -> Update | None:
        """The update, or the press that it means; None where it has been answered already."""
        update = Update.de_json(raw, bot)
        message = update.message
        if message is None or message.text is None or not _is_words_alone(message):
            return update
        key = await self._meant(message.chat.id, message.text)
        if key is None:
            return update
        if not typed.needs_a_press(key, message.text):
            return Update.de_json(_pressed(raw, key.data), bot)
        await self._desk.carry_out(ask_to_press, AskToPress(by=acting(update), label=key.labels[0], data=key.data))
        return None

    async def _meant(self, chat_id: int, text: str) -> Key | None:
        cards = [keys for shown in self._last_cards.of(chat_id) if (keys := self._keys(shown))]
        newest = cards[0] if cards else ()
        named = typed.by_label(text, newest)
        if named is not None:
            return named
        other = typed.by_number_or_answer(text, newest) or _named_in(text, cards[1:]) or typed.door_called(text)
        return other if other is not None and await self._is_free(chat_id) else None

    def _keys(self, shown: Shown) -> Sequence[Key]:
        """In the reader's own language first."""
        envelope = msgspec.json.decode(shown.facts, type=Envelope)
        notice = msgspec.json.decode(envelope.notice, type=KINDS[shown.kind])
        languages = sorted(Language, key=lambda one: one is not envelope.language)
        seen = [self._renderer.screen(notice, language, envelope.zone) for language in languages]
        contents = [one for one in seen if isinstance(one, Content)]
        return typed.keys(contents) if contents else ()

    async def _is_free(self, chat_id: int) -> bool:
        """Whether nothing is being asked that is answered in words of one's own."""
        prompt = await self._changes.make(lambda record, now: record.prompts.of(chat_id, now))
        return prompt is None or prompt.asking in typed.CHOICES


def _is_words_alone(message: Message) -> bool:
    """What answers a certain message is said about that one."""
    text = message.text
    if not isinstance(text, str) or not isinstance(message.chat.id, int):
        return False
    is_private = message.chat.type == ChatKind.PRIVATE and message.reply_to_message is None
    return is_private and len(text) <= typed.LONGEST and not text.startswith("/")


def _named_in(text: str, cards: Sequence[Sequence[Key]]) -> Key | None:
    return next((key for card in cards if (key := typed.by_label(text, card)) is not None), None)


def _pressed(raw: dict[str, Any], data: str) -> dict[str, Any]:
    message = raw["message"]
    sender = message.get("from") if isinstance(message, dict) else None
    press = {"id": TYPED, "from": sender, "message": message, "chat_instance": TYPED, "data": data}
    return {"update_id": raw["update_id"], "callback_query": press}
