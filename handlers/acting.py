"""Who acts, read off an update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.acting import Acting, ChatKind
from mentoring.people import Language

if TYPE_CHECKING:
    from telegram import Update


#: The number of a press that was typed: there is no button to answer over, so it is answered like words.
TYPED = "typed"


def acting(update: Update) -> Acting:
    """The numeric id that acts; an anonymous admin's message carries GroupAnonymousBot's id, which is nobody's."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    if user is None or chat is None:
        raise ValueError("this update is nobody's")
    press = update.callback_query
    pressed = press is not None and press.id != TYPED and message is not None
    return Acting(
        telegram_id=number(user.id),
        chat_id=number(chat.id),
        chat_kind=ChatKind(chat.type),
        thread_id=number_if_any(message.message_thread_id) if message and message.is_topic_message else None,
        language=guess(words(user.language_code)),
        pressed=number(message.message_id) if pressed and message else None,
        message_id=number(message.message_id) if message else None,
        name=user.full_name,
        username=words(user.username),
    )


def number(told: int) -> int:
    """Raises ValueError where Telegram told something else: python-telegram-bot takes whatever comes, SQLite too."""
    if type(told) is not int:
        raise ValueError("this is no number")
    return told


def number_if_any(told: int | None) -> int | None:
    return None if told is None else number(told)


def words(told: str | None) -> str:
    """Empty where nothing was told; raises ValueError where it is no text."""
    if told is not None and type(told) is not str:
        raise ValueError("this is no text")
    return told or ""


def guess(language_code: str | None) -> Language:
    return Language.BG if (language_code or "").lower().startswith("bg") else Language.EN
