"""By what a Word file is known again after it has been edited: properties that Word and LibreOffice keep."""

from __future__ import annotations

from lxml import etree

from doc_templates.orders import Identity
from mentoring.papers import PaperKind, PaperLanguage

PART = "docProps/custom.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
#: What all of Office knows custom properties by.
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PREFIX = "Ementor"


def as_properties(identity: Identity) -> bytes:
    """The part docProps/custom.xml."""
    said = {
        "Code": identity.code,
        "RecordId": identity.record_id or "",
        "FormVersion": identity.form_version,
        "Language": identity.language.value,
        "Kind": identity.kind.value,
    }
    made = etree.Element(f"{{{_PROPERTIES}}}Properties", None, {None: _PROPERTIES, "vt": _TYPES})
    for number, (name, value) in enumerate(said.items(), 2):
        one = etree.SubElement(
            made, f"{{{_PROPERTIES}}}property", fmtid=_FORMAT, pid=str(number), name=f"{_PREFIX}{name}"
        )
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = value
    return bytes(etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True))


def from_properties(said: dict[str, str]) -> Identity | None:
    """`said` are the custom properties of any file. None unless they are ours, and whole."""
    values = {name.removeprefix(_PREFIX): value for name, value in said.items() if name.startswith(_PREFIX)}
    try:
        return Identity(
            code=values["Code"],
            language=PaperLanguage(values["Language"]),
            record_id=values["RecordId"] or None,
            form_version=values.get("FormVersion", ""),
            kind=PaperKind(values.get("Kind", PaperKind.WHOLE)),
        )
    except (KeyError, ValueError):
        return None
