"""The page that people read in the archive of their own data: a heading for each kind, a line for each row."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from texts.say import Html, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from texts.say import Say

#: What a reader needs of each row, in this order; the index has the rest.
_READ: Mapping[str, Sequence[str]] = {
    "you": ("name", "telegram_id", "language", "zone", "created_at"),
    "places": ("group", "name", "created_at"),
    "consents": ("given_at", "withdrawn_at"),
    "submissions": ("number", "sent_at"),
    "your_words_about_submissions": ("at", "text"),
    "files": ("name", "in_archive", "caption", "received_at"),
    "sessions": ("starts_at",),
    "diaries": ("starts_at", "text"),
    "questions": ("asked_at", "text"),
    "concerns": ("raised_at", "text"),
    "documents": ("code", "since"),
    "signatures": ("code", "name", "since"),
    "history": ("at", "kind"),
}


def page(say: Say, content: str) -> str:
    rows: Mapping[str, Sequence[Mapping[str, object]]] = json.loads(content) if content else {}
    titles = _titles(say)
    sections = "".join(_section(say, titles[part], rows.get(part, ()), read) for part, read in _READ.items())
    title, note = (
        say("What I keep about you"),
        say("The file my-data.json beside this page holds the same for programs, with more details."),
    )
    head = f'<meta charset="utf-8"><title>{title}</title>'
    body = f"<h1>{title}</h1>{sections}<p>{note}</p>"
    return f'<!doctype html><html lang="{say.language.value}"><head>{head}</head><body>{body}</body></html>\n'


def _titles(say: Say) -> Mapping[str, Html]:
    return {
        "you": say("You"),
        "places": say("Your places in groups"),
        "consents": say("What you agreed to"),
        "submissions": say("What you handed in"),
        "your_words_about_submissions": say("Your words with them"),
        "files": say("Your files"),
        "sessions": say("Sessions that you answered for"),
        "diaries": say("Your diaries"),
        "questions": say("Your private questions"),
        "concerns": say("Your concerns"),
        "documents": say("Documents of yours"),
        "signatures": say("Documents that you sign"),
        "history": say("What happened"),
    }


def _section(say: Say, title: Html, rows: Sequence[Mapping[str, object]], read: Sequence[str]) -> str:
    lines = "".join(f"<li>{' · '.join(_shown(say, row, read))}</li>" for row in rows)
    shown = f"<ul>{lines}</ul>" if lines else f"<p>{say('Nothing.')}</p>"
    return f"<h2>{title}</h2>{shown}"


def _shown(say: Say, row: Mapping[str, object], read: Sequence[str]) -> Iterator[str]:
    for name in read:
        value = row.get(name)
        if value in (None, ""):
            continue
        is_moment = name.endswith("at") or name == "since"
        yield escaped(say.moment(datetime.fromisoformat(str(value))) if is_moment else value)
