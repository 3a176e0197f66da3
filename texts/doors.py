"""What people call the doors of the home card when they type, besides what stands on the buttons."""

from __future__ import annotations

#: By the prefix of the button; in any spelling, and in either alphabet.
_OTHER_WORDS = {
    "h": ("home", "menu", "меню", "начало", "какво следва", "what's next", "next", "следва"),
    "hh": ("help", "помощ", "човек", "person", "talk to a person", "?"),
    "hm": ("more", "още", "други"),
    "hg": ("my group", "моята група", "група", "group"),
    "e": ("settings", "настройки", "language", "език", "часова зона", "time zone", "zone", "тихи часове"),
    "sh": ("send", "send a document", "изпрати", "изпращам", "изпращане", "изпрати документ"),
    "sd": ("documents", "документи", "моите документи"),
    "si": ("inbox", "to review", "за преглед", "преглед", "review"),
    "ms": ("sessions", "срещи", "среща", "session", "график", "кога е срещата"),
    "dg": ("status", "статус", "състояние"),
    "fl": ("files", "файлове", "файл", "folder", "папка"),
    "gl": ("groups", "групи", "групите"),
}


def other_words(prefix: str) -> tuple[str, ...]:
    return _OTHER_WORDS.get(prefix, ())
