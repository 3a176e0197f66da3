"""Who acts, read off an update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.acting import Acting, ChatKind
from mentoring.people import Language

if TYPE_CHECKING:
    from telegram import Update


def acting(update: Update) -> Acting:
    """The numeric id that acts; an anonymous admin's message carries GroupAnonymousBot's id, which is nobody's."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    if user is None or chat is None:
        raise ValueError("this update is nobody's")
    pressed = update.callback_query is not None and message is not None
    return Acting(
        telegram_id=user.id,
        chat_id=chat.id,
        chat_kind=ChatKind(chat.type),
        thread_id=message.message_thread_id if message and message.is_topic_message else None,
        language=guess(user.language_code),
        pressed=message.message_id if pressed and message else None,
        message_id=message.message_id if message else None,
        name=user.full_name,
    )


def guess(language_code: str | None) -> Language:
    return Language.BG if (language_code or "").lower().startswith("bg") else Language.EN
