"""Puts the parts of a drawn form together into a Word file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from lxml import etree
from PIL import Image

from doc_templates.drawing.blocks import body
from doc_templates.drawing.elements import MC, TICK_FONT, Element, R, twips, w
from doc_templates.drawing.frame import PICTURE_RELATION, footer, header
from doc_templates.drawing.looks import FONT, LOCALES, styles
from doc_templates.drawing.sheet import SIDE_MARGIN_MM, Sheet
from doc_templates.packages import CONTENT_TYPES, MAIN, packed
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from doc_templates.forms.vocabulary import Form

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable"}
_PARTS |= {"header1": "header", "footer1": "footer"}
_A4_MM = (210, 297)
#: People cut off the edge of a page when they photograph it.
_TOP_MM, _BOTTOM_MM, _HEADER_MM, _FOOTER_MM = 25, 36, 10, 12
_DRAWN_ON = "2026-11-23T00:00:00Z"


def draw(form: Form, language: PaperLanguage) -> bytes:
    """A Word file with merge fields; the same form always gives the same bytes."""
    sheet = Sheet(language=language, landscape=form.landscape)
    document = w("document", w("body", *body(form, sheet), _section(sheet)))
    document.set(f"{{{MC}}}Ignorable", "w14")  # Word 2007 knows no boxes to tick
    parts = {
        "document": document,
        "styles": styles(language),
        "settings": _settings(language),
        "fontTable": _fonts(),
        "header1": header(form, sheet),
        "footer1": footer(form, sheet),
    }
    written = {f"word/{name}.xml": _bytes(part) for name, part in parts.items()}
    return packed(
        written | _around(sheet.say(form.title), form.code, language) | {"word/media/qr.png": _no_picture_yet()}
    )


def _section(sheet: Sheet) -> Element:
    short, long = (twips(side) for side in _A4_MM)
    size = {"w": long, "h": short, "orient": "landscape"} if sheet.landscape else {"w": short, "h": long}
    side = twips(SIDE_MARGIN_MM)
    return w(
        "sectPr",
        _related("headerReference", "header1"),
        _related("footerReference", "footer1"),
        w("pgSz", **size),
        w("pgMar", top=twips(_TOP_MM), bottom=twips(_BOTTOM_MM), left=side, right=side,
          header=twips(_HEADER_MM), footer=twips(_FOOTER_MM), gutter=0),
    )  # fmt: skip


def _related(name: str, part: str) -> Element:
    made = w(name, type="default")
    made.set(f"{{{R}}}id", f"rId_{part}")
    return made


def _settings(language: PaperLanguage) -> Element:
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=567),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", compatible),
        w("themeFontLang", val=LOCALES[language]),
        w("decimalSymbol", val="," if language is not PaperLanguage.EN else "."),
        w("listSeparator", val=";"),
    )


def _fonts() -> Element:
    """With what stands in for them where they are not installed."""
    stand_ins = {FONT: "Liberation Sans", TICK_FONT: "DejaVu Sans"}
    return w("fonts", *(w("font", w("altName", val=other), name=name) for name, other in stand_ins.items()))


def _around(title: str, code: str, language: PaperLanguage) -> dict[str, bytes]:
    relations = [(f"rId_{name}", name.rstrip("1"), f"{name}.xml") for name in _PARTS if name != "document"]
    picture = [(PICTURE_RELATION, "image", "media/qr.png")]
    top = [("rId1", "officeDocument", MAIN), ("rId3", "extended-properties", "docProps/app.xml")]
    return {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _relations(top, core=True),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/_rels/footer1.xml.rels": _relations(picture),
        "docProps/core.xml": _core(title, code, LOCALES[language]),
        "docProps/app.xml": _app(),
    }


def _content_types() -> bytes:
    made = etree.Element("Types", xmlns=f"{_PACKAGE}/content-types")
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
    ):
        etree.SubElement(made, "Default", Extension=extension, ContentType=kind)
    overrides = {f"/word/{name}.xml": f"{_WORD_TYPE}.{kind}+xml" for name, kind in _PARTS.items()}
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    for name, kind in overrides.items():
        etree.SubElement(made, "Override", PartName=name, ContentType=kind)
    return _bytes(made)


def _relations(relations: list[tuple[str, str, str]], *, core: bool = False) -> bytes:
    made = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for key, kind, target in relations:
        etree.SubElement(made, "Relationship", Id=key, Type=f"{_OFFICE}/{kind}", Target=target)
    if core:
        kind = f"{_PACKAGE}/relationships/metadata/core-properties"
        etree.SubElement(made, "Relationship", Id="rId2", Type=kind, Target="docProps/core.xml")
    return _bytes(made)


def _core(title: str, code: str, locale: str) -> bytes:
    terms, names = "http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/"
    spaces = {"cp": f"{_PACKAGE}/metadata/core-properties", "dc": names, "dcterms": terms, "xsi": _INSTANCE}
    made = etree.Element(f"{{{spaces['cp']}}}coreProperties", None, spaces)
    for name, words in (("title", f"{code} {title}"), ("creator", "ementor"), ("language", locale)):
        etree.SubElement(made, f"{{{names}}}{name}").text = words
    for name in ("created", "modified"):
        day = etree.SubElement(made, f"{{{terms}}}{name}", {f"{{{_INSTANCE}}}type": "dcterms:W3CDTF"})
        day.text = _DRAWN_ON
    return _bytes(made)


_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def _app() -> bytes:
    made = etree.Element(
        "Properties", xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    )
    etree.SubElement(made, "Application").text = "ementor"
    return _bytes(made)


def _no_picture_yet() -> bytes:
    """A white spot where the code will stand."""
    made = io.BytesIO()
    Image.new("1", (8, 8), 1).save(made, "PNG")
    return made.getvalue()


def _bytes(part: Element) -> bytes:
    return bytes(etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True))
