"""The page that people read in the archive of their own data: a heading for each kind, a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.export_pages import Part
from texts.say import Html, escaped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring.export_pages import Line, Section
    from texts.say import Say


def page(say: Say, sections: Sequence[Section]) -> str:
    title = say("What I keep about you")
    note = say("The file my-data.json beside this page holds the same for programs, with more details.")
    titles = _titles(say)
    parts = "".join(_section(say, titles[one.part], one.lines) for one in sections)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    body = f"<h1>{title}</h1>{parts}<p>{note}</p>"
    return f'<!doctype html><html lang="{say.language.value}"><head>{head}</head><body>{body}</body></html>\n'


def _titles(say: Say) -> Mapping[Part, Html]:
    return {
        Part.YOU: say("You"),
        Part.PLACES: say("Your places in groups"),
        Part.CONSENTS: say("What you agreed to"),
        Part.SUBMISSIONS: say("What you handed in"),
        Part.WORDS: say("Your words with them"),
        Part.FILES: say("Your files"),
        Part.SESSIONS: say("Sessions that you answered for"),
        Part.ATTENDANCE: say("Sessions and whether you were there"),
        Part.SAID: say("What you wrote in recorded sessions"),
        Part.TASKS: say("Tasks from sessions"),
        Part.ANSWERS: say("What you answered in talks with a manager"),
        Part.AGREED: say("What you agreed on in talks with a manager"),
        Part.DIARIES: say("Your diaries"),
        Part.QUESTIONS: say("Your private questions"),
        Part.CONCERNS: say("Your concerns"),
        Part.DOCUMENTS: say("Documents of yours"),
        Part.SIGNATURES: say("Documents that you sign"),
        Part.HISTORY: say("What happened"),
    }


def _section(say: Say, title: Html, lines: Sequence[Line]) -> str:
    nothing = say("Nothing.")
    shown = "".join(f"<li>{_line(say, one)}</li>" for one in lines)
    return f"<h2>{title}</h2>" + (f"<ul>{shown}</ul>" if shown else f"<p>{nothing}</p>")


def _line(say: Say, line: Line) -> str:
    moment = () if line.at is None else (say.moment(line.at),)
    return " · ".join(escaped(one) for one in (*moment, *line.words))
