"""Looks at a programme's own Word file before it takes the place of ours: what it may hold, and what it may ask for.

Runs on files from outside: call it in the workshop.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, nodes
from markupsafe import Markup

from doc_templates.errors import Locked, TooMuch, Unreadable
from doc_templates.facts import merged
from doc_templates.fields import OF_THE_DOCUMENT, Fields
from doc_templates.orders import Check, Fault, Reason
from doc_templates.packages import opened
from doc_templates.reading_text import parsed
from doc_templates.sandbox import sandbox
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.drawing.elements import Element
    from doc_templates.packages import Package


#: Parts in which something may run, or that bring a file of their own.
_MACROS = re.compile(r"vbaProject|vbaData|macroEnabled|/activeX|customUI", re.IGNORECASE)
_EMBEDDED = re.compile(r"embeddings/|oleObject|/afchunk|\.(?:bin|exe|dll|js|vbs|html?|mht|docm|dotm)$", re.IGNORECASE)
#: Fields that fetch or start something when the document is opened.
_LIVE = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|EMBED)\b", re.IGNORECASE
)
_MERGED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
#: Orders of docxtpl that put XML in the place of words.
_RAW = re.compile(r"\{\{\s*(?:r|p|tr|tc)\s|\{%\s*(?:r|cellbg|colspan|hm|vm)\b")
_HYPERLINK = "/hyperlink"
_DEEPEST_LOOP = 2
_LOOP = frozenset({"index", "index0", "first", "last", "length"})


def check(data: bytes, fields: Fields) -> Check:
    """`fields` are those of the form that it is to replace. Never raises."""
    try:
        package = opened(data)
        faults = [*_parts(package), *_relations(package), *_live(package)]
        if faults:
            return Check(faults=tuple(dict.fromkeys(faults)))
        walk = _Walk(fields)
        for name in package.names:
            if _MERGED.fullmatch(name):
                walk.through(parsed(package.read(name)), name)
        faults = walk.faults or list(_trial(data, fields))
        return Check(faults=tuple(dict.fromkeys(faults)), used=frozenset(walk.used))
    except Locked:
        return _refused(Reason.LOCKED)
    except TooMuch:
        return _refused(Reason.TOO_MUCH)
    except (Unreadable, RecursionError) as error:
        return _refused(Reason.UNREADABLE, type(error).__name__)


def _refused(reason: Reason, name: str = "") -> Check:
    return Check(faults=(Fault(reason=reason, name=name),))


def _parts(package: Package) -> Iterator[Fault]:
    types = package.read("[Content_Types].xml").decode(errors="replace")
    for name in (*package.names, *re.findall(r'ContentType="([^"]*)"', types)):
        if _MACROS.search(name):
            yield Fault(reason=Reason.MACROS, name=name)
        elif _EMBEDDED.search(name):
            yield Fault(reason=Reason.EMBEDDED, name=name)


def _relations(package: Package) -> Iterator[Fault]:
    """A hyperlink waits for a click; anything else outside is fetched when the file is opened."""
    for name in package.names:
        if name.endswith(".rels"):
            for one in parsed(package.read(name)):
                outside = str(one.get("TargetMode", "")).lower() == "external"
                if outside and not str(one.get("Type", "")).endswith(_HYPERLINK):
                    yield Fault(reason=Reason.LINKED, name=str(one.get("Target", ""))[:200])


def _live(package: Package) -> Iterator[Fault]:
    for name in package.names:
        if name.startswith("word/") and name.endswith(".xml"):
            for one in parsed(package.read(name)).iter("{*}instrText", "{*}fldSimple", "{*}altChunk", "{*}OLEObject"):
                said = "".join(one.itertext()) + " ".join(one.attrib.values())
                found = _LIVE.search(said)
                if found or one.tag.endswith(("altChunk", "OLEObject")):
                    yield Fault(reason=Reason.LIVE_FIELD, name=found[0].upper() if found else "OBJECT")


def _trial(data: bytes, fields: Fields) -> Iterator[Fault]:
    """A loop that begins in one table and ends in another can be read, but tears the file apart."""
    context = merged({}, fields, PaperLanguage.EN) | dict.fromkeys(OF_THE_DOCUMENT, Markup())
    tool = DocxTemplate(io.BytesIO(data))
    try:
        tool.render_init()
        parsed(str(tool.build_xml(context, sandbox())).encode())
    except Unreadable:
        yield Fault(reason=Reason.BROKEN_FIELD)
    except (TemplateError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Fault(reason=Reason.UNREADABLE, name=type(error).__name__)


class _Walk:
    """Through what Jinja would do, without doing it."""

    def __init__(self, fields: Fields) -> None:
        self.faults: list[Fault] = []
        self.used: set[str] = set()
        self._fields = fields
        self._known = fields.texts | OF_THE_DOCUMENT | {*fields.tables, *fields.choices, *fields.ratings}

    def through(self, part: Element, name: str) -> None:
        tool = DocxTemplate(name)
        words: str = tool.patch_xml(tool.xml_to_string(part))
        for raw in _RAW.findall(tool.xml_to_string(part)):
            self._say(Reason.FORBIDDEN, raw.strip())
        try:
            self._visit(sandbox().parse(words), {})
        except TemplateSyntaxError as error:
            self._say(Reason.BROKEN_FIELD, (error.message or "")[:200])

    def _visit(self, node: nodes.Node, rows: dict[str, str]) -> None:
        """`rows` are the names that loops give to the rows of tables."""
        match node:
            case nodes.For():
                self._loop(node, rows)
                return
            case nodes.Filter(name="or_line", args=[], kwargs=[]) | nodes.TemplateData() | nodes.Const():
                pass
            case nodes.Filter():
                self._say(Reason.FORBIDDEN, f"|{node.name}")
            case nodes.Getattr():
                self._attribute(node, rows)
                return
            case nodes.Name():
                self._name(node, rows)
            case nodes.Template() | nodes.Output() | nodes.If() | nodes.Not() | nodes.And() | nodes.Or():
                pass
            case _:
                self._say(Reason.FORBIDDEN, type(node).__name__)
        for child in node.iter_child_nodes():
            self._visit(child, rows)

    def _loop(self, node: nodes.For, rows: dict[str, str]) -> None:
        table = node.iter.name if isinstance(node.iter, nodes.Name) else ""
        plain = isinstance(node.target, nodes.Name) and node.test is None and not node.recursive and not node.else_
        if not plain or len(rows) >= _DEEPEST_LOOP or not isinstance(node.target, nodes.Name):
            self._say(Reason.FORBIDDEN, "for")
            return
        if table not in self._fields.tables:
            self._say(Reason.UNKNOWN_FIELD, table)
            return
        self.used.add(table)
        for child in node.body:
            self._visit(child, rows | {node.target.name: table})

    def _attribute(self, node: nodes.Getattr, rows: dict[str, str]) -> None:
        of = node.node.name if isinstance(node.node, nodes.Name) else ""
        if of in rows:
            known = node.attr in self._fields.tables[rows[of]].columns
        elif of in self._fields.ratings:
            known = node.attr in {one.key for one in self._fields.ratings[of].items}
            self.used.add(of)
        else:
            known = of == "loop" and bool(rows) and node.attr in _LOOP
        if node.attr.startswith("_") or not of:
            self._say(Reason.FORBIDDEN, node.attr)
        elif not known:
            self._say(Reason.UNKNOWN_FIELD, f"{of}.{node.attr}")

    def _name(self, node: nodes.Name, rows: dict[str, str]) -> None:
        if node.name in self._known:
            self.used.add(node.name)
        elif node.name not in rows:
            self._say(Reason.UNKNOWN_FIELD, node.name)

    def _say(self, reason: Reason, name: str) -> None:
        self.faults.append(Fault(reason=reason, name=name))
