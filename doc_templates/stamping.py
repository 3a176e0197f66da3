"""What makes a filled form this one paper: ticks, the code in its footer, its identity."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.shared import Mm

from doc_templates import identity as identities
from doc_templates.drawing.elements import NAMESPACES, TICKED, W14, Element, W, w
from doc_templates.drawing.frame import QR_MM, QR_NAME
from mentoring.record_ids import qr_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from doc_templates.orders import Identity
    from mentoring.record_ids import RecordId

#: As photographs of pages showed it to be needed: few, large modules.
_QR_VERSION, _QR_ERROR, _QR_QUIET, _QR_SCALE = 1, "m", 2, 12
#: Room to click into where nothing stands yet; prints as nothing.
_EMPTY = "\u2002" * 2
_PICTURE = f".//pic:pic[pic:nvPicPr/pic:cNvPr/@descr='{QR_NAME}']"


def make_room(document: Document, record_id: RecordId | None) -> None:
    """For the code, in a programme's own form that has no place for it. Before fields are merged."""
    if record_id is None or any(_pictures(part) for part in _footers(document)):
        return
    for place_in_file, section in enumerate(document.sections):
        if place_in_file and section.footer.is_linked_to_previous:
            continue
        place = section.footer.add_paragraph()
        place.add_run("{{ record_id }} ")
        drawn = place.add_run().add_picture(io.BytesIO(code_picture("-", record_id)), width=Mm(QR_MM))
        inline: Element = drawn._inline  # noqa: SLF001 - the only way to name it
        for named in inline.iter(f"{{{NAMESPACES['wp']}}}docPr", f"{{{NAMESPACES['pic']}}}cNvPr"):
            named.set("descr", QR_NAME)


def stamp(document: Document, identity: Identity, record_id: RecordId | None, ticks: frozenset[str]) -> None:
    """After fields were merged."""
    for control in document.element.body.iter(f"{{{W}}}sdt"):
        _finish(control, ticks)
    for part in _footers(document):
        for picture in _pictures(part):
            _put_code(part, picture, identity.code, record_id)
    _write(document, identity)


def code_picture(code: str, record_id: RecordId) -> bytes:
    made = segno.make(qr_text(code, record_id), version=_QR_VERSION, error=_QR_ERROR, boost_error=False, micro=False)
    picture = io.BytesIO()
    made.save(picture, kind="png", scale=_QR_SCALE, border=_QR_QUIET)
    return picture.getvalue()


def _finish(control: Element, ticks: frozenset[str]) -> None:
    about, content = control.find(f"{{{W}}}sdtPr"), control.find(f"{{{W}}}sdtContent")
    named = None if about is None else about.find(f"{{{W}}}tag")
    if named is None or content is None:
        return
    texts = list(content.iter(f"{{{W}}}t"))
    checkbox = about.find(f"{{{W14}}}checkbox")
    if checkbox is not None:
        if named.get(f"{{{W}}}val") in ticks and texts:
            checkbox.find(f"{{{W14}}}checked").set(f"{{{W14}}}val", "1")
            texts[0].text = TICKED
    elif texts and not any(one.text for one in texts):
        texts[0].text = _EMPTY
        about.insert(2, w("showingPlcHdr"))


def _footers(document: Document) -> Iterator[XmlPart]:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTER and isinstance(relation.target_part, XmlPart):
            yield relation.target_part


def _pictures(part: XmlPart) -> list[Element]:
    found: list[Element] = part.element.xpath(_PICTURE)
    return found


def _put_code(part: XmlPart, picture: Element, code: str, record_id: RecordId | None) -> None:
    if record_id is None:
        drawing = next(picture.iterancestors(f"{{{W}}}drawing"))
        drawing.getparent().remove(drawing)
        return
    key = picture.find("pic:blipFill/a:blip", NAMESPACES).get(f"{{{NAMESPACES['r']}}}embed")
    part.rels[key].target_part._blob = code_picture(code, record_id)  # noqa: SLF001 - as docxtpl does


def _write(document: Document, identity: Identity) -> None:
    package, blob = document.part.package, identities.as_properties(identity)
    if package is None:
        return
    for relation in package.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            relation.target_part._blob = blob  # noqa: SLF001 - there is no other way to change it
            return
    part = Part(PackURI(f"/{identities.PART}"), identities.CONTENT_TYPE, blob, package)
    package.relate_to(part, identities.RELATION)
