"""Session plans as people send them: in the XML of three editors, with all that people do to tables."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from doc_templates.drawing.elements import A, Element, W, line_break, paragraph, run, table, text, w
from doc_templates.filling import fill
from doc_templates.kit import template
from doc_templates.orders import Identity
from doc_templates.packages import packed
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from doc_templates.facts import Fact
    from mentoring.papers import PaperLanguage

RECORD_ID = "K7Q2MXK"
EN = ("No.", "Date", "From–to", "How", "Place or link", "Kind", "Topic")
BG = ("№", "Дата", "От–до", "Как", "Място или връзка", "Вид", "Тема")
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)


@dataclass(frozen=True, kw_only=True)
class Box:
    """A cell with more than words in it. `merge` is "restart" or "continue"."""

    runs: Sequence[Element] = ()
    span: int = 1
    merge: str = ""


CellText: TypeAlias = str | Box


@dataclass(frozen=True, kw_only=True)
class Editor:
    """How one writes text: `word`, `libre` or `google`."""

    name: str
    chance: random.Random = field(default_factory=lambda: random.Random(5))

    def paragraphs(self, said: str) -> list[Element]:
        lines = said.split("\n")
        match self.name:
            case "word":
                return [paragraph(*self._pieces(line)) for line in lines]
            case "libre":
                runs = [piece for line in lines for piece in (line_break(), _libre(line))][1:]
                look = w("pPr", w("pStyle", val="Normal"), w("rPr", w("lang", val="bg-BG")))
                return [w("p", look, w("bookmarkStart", id=0, name="a"), *runs, w("bookmarkEnd", id=0))]
            case _:
                return [w("p", w("pPr", w("keepNext", val=0)), _google(line)) for line in lines]

    def _pieces(self, line: str) -> list[Element]:
        """Word cuts a line wherever the pen rested."""
        if len(line) < 3:
            return [run(line)]
        cut = self.chance.randrange(1, len(line))
        return [run(line[:cut]), w("proofErr", type="spellStart"), run(line[cut:]), w("proofErr", type="spellEnd")]


WORD, LIBRE, GOOGLE = Editor(name="word"), Editor(name="libre"), Editor(name="google")


def _libre(line: str) -> Element:
    return w("r", w("rPr", w("rFonts", ascii="Liberation Serif"), w("lang", val="bg-BG")), text(line))


def _google(line: str) -> Element:
    """It wraps what was suggested or commented on in controls of its own."""
    spoken = w("r", w("rPr", w("rtl", val=0)), text(line))
    return w("sdt", w("sdtPr", w("tag", val="goog_rdk_0")), w("sdtContent", spoken))


def grid(editor: Editor, heads: Sequence[CellText], rows: Sequence[Sequence[CellText]]) -> Element:
    lines = [[*heads], *([*row] for row in rows)]
    return table([_row(editor, line) for line in lines], [900] * len(heads))


def _row(editor: Editor, line: Sequence[CellText]) -> Element:
    return w("tr", *(_cell(editor, one) for one in line))


def _cell(editor: Editor, said: CellText) -> Element:
    if isinstance(said, str):
        return w("tc", w("tcPr", w("tcW", w=900, type="dxa")), *editor.paragraphs(said))
    about = w("tcPr", w("tcW", w=900, type="dxa"))
    if said.span > 1:
        about.append(w("gridSpan", val=said.span))
    if said.merge:
        about.append(w("vMerge", val=said.merge) if said.merge == "restart" else w("vMerge"))
    return w("tc", about, w("p", *said.runs))


def document(*blocks: Element) -> bytes:
    body = w("document", w("body", *blocks, paragraph()))
    return packed({"[Content_Types].xml": _TYPES, "word/document.xml": etree.tostring(body, encoding="UTF-8")})


def plan(editor: Editor, heads: Sequence[CellText], *rows: Sequence[CellText]) -> bytes:
    return document(paragraph(run("Session plan")), grid(editor, heads, rows))


def session(day: CellText, hours: CellText = "18:00–19:30", *, no: str = "1", bg: bool = False) -> list[CellText]:
    """A row in which only what the test is about is strange."""
    if bg:
        return [no, day, hours, "присъствено", "Зала 4", "заетост", "Автобиография"]
    return [no, day, hours, "face to face", "Room 4", "employability", "My CV"]


def ours(language: PaperLanguage, *rows: dict[str, str]) -> bytes:
    """The form as the bot hands it out, filled in its own controls."""
    facts: dict[str, Fact] = {"sessions": [*rows, *[{} for _ in range(12 - len(rows))]]}
    return fill(template("T05", language), facts, Identity(code="T05", language=language, record_id=RECORD_ID))


def inserted(words: str) -> Element:
    return w("ins", run(words), id=1, author="x")


def deleted(words: str) -> Element:
    gone = w("delText")
    gone.text = words
    return w("del", w("r", gone), id=2, author="x")


def moved_away(words: str) -> Element:
    return w("moveFrom", run(words), id=3, author="x")


def struck(words: str) -> Element:
    return w("r", w("rPr", w("strike")), text(words))


def hidden(words: str) -> Element:
    return w("r", w("rPr", w("vanish")), text(words))


def control(words: str, *, prompts: bool = False) -> Element:
    about = w("sdtPr", w("alias", val="When"), w("date"))
    if prompts:
        about.append(w("showingPlcHdr"))
    return w("sdt", about, w("sdtContent", run(words)))


def photo() -> Element:
    drawing = w("drawing")
    etree.SubElement(drawing, f"{{{A}}}graphic")
    return w("r", drawing)


def crossed_out_by_tracking(row: Element) -> Element:
    """A row whose deletion waits to be accepted: its words stand there as before."""
    about = row.find(f"{{{W}}}trPr")
    if about is None:
        about = w("trPr")
        row.insert(0, about)
    about.append(w("del", id=9, author="x"))
    return row
