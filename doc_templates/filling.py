"""Fills a Word file, ours or a programme's own, with facts; nothing that people are called or write is ever run."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import LxmlError
from markupsafe import escape

from doc_templates import stamping
from doc_templates.facts import merged, ticked
from doc_templates.fields import fields_of
from doc_templates.kit import form_of
from doc_templates.packages import packed, unpacked
from doc_templates.sandbox import sandbox
from mentoring.papers import PaperKind
from mentoring.record_ids import parse, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

    from doc_templates.facts import Fact, Merged
    from doc_templates.orders import Identity
    from mentoring.record_ids import RecordId

_SANDBOX = sandbox()
_VERSION_LETTERS = 8


class CannotFill(Exception):
    """The template asks for what is not there, or for what the sandbox does not do. Its text names the fault."""


def version_of(template: bytes) -> str:
    """Equal templates have equal versions."""
    return hashlib.sha256(template).hexdigest()[:_VERSION_LETTERS]


def fill(template: bytes, facts: Mapping[str, Fact], identity: Identity) -> bytes:
    """The same facts always give the same bytes. Fields without a fact are left to be written in by hand.

    Raises KeyError for a code that the kit does not know, ValueError for a mistaken record id, and CannotFill.
    """
    record_id = _checked(identity.record_id)
    fields = fields_of(form_of(identity.code, identity.kind))
    known = merged(facts, fields, identity.language) | _of_the_document(template, identity, record_id)
    file = DocxTemplate(io.BytesIO(template))
    stamping.make_room(_document(file), record_id)
    _render(file, known)
    stamping.stamp(_document(file), identity, record_id, ticked(facts, fields))
    saved = io.BytesIO()
    _document(file).save(saved)
    return packed(unpacked(saved.getvalue()))


def _checked(text: str | None) -> RecordId | None:
    record_id = None if text is None else parse(text)
    if text is not None and record_id is None:
        raise ValueError("no record id")
    return record_id


def _of_the_document(template: bytes, identity: Identity, record_id: RecordId | None) -> dict[str, Merged]:
    return {
        "record_id": escape(shown(record_id) if record_id else ""),
        "form_version": escape(identity.form_version or version_of(template)),
        "counterpart": identity.kind is PaperKind.COUNTERPART,
    }


def _document(file: DocxTemplate) -> Document:
    """The one that was merged; get_docx would read the template anew."""
    file.init_docx(reload=False)
    document: Document = file.docx
    return document


def _render(file: DocxTemplate, known: Mapping[str, Merged]) -> None:
    try:
        file.render(dict(known), _SANDBOX)
    except (TemplateError, LxmlError, TypeError, ValueError, AttributeError) as error:
        raise CannotFill(type(error).__name__) from error
