"""All forms of the kit, and the Word files drawn of them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from doc_templates import forms
from doc_templates.forms.vocabulary import Form
from mentoring.papers import PaperKind, PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Mapping


def _found(name: str) -> dict[str, Form]:
    """What the modules of doc_templates.forms call so, by its code."""
    modules = (import_module(f"{forms.__name__}.{module.name}") for module in iter_modules(forms.__path__))
    named = (getattr(module, name, None) for module in modules)
    return {
        form.code: form for form in sorted((one for one in named if isinstance(one, Form)), key=lambda one: one.code)
    }


FORMS: Mapping[str, Form] = _found("FORM")
#: One page for one signer, where the whole form is longer than that.
COUNTERPARTS: Mapping[str, Form] = _found("COUNTERPART")


def form_of(code: str, kind: PaperKind = PaperKind.WHOLE) -> Form:
    """Raises KeyError for a code that the kit does not know."""
    return COUNTERPARTS.get(code, FORMS[code]) if kind is PaperKind.COUNTERPART else FORMS[code]


def languages_of(form: Form) -> tuple[PaperLanguage, ...]:
    both = (PaperLanguage.BOTH,) if form.bilingual else ()
    return (PaperLanguage.EN, PaperLanguage.BG, *both)


def file_name(form: Form) -> str:
    return f"{form.code}-counterpart.docx" if COUNTERPARTS.get(form.code) is form else f"{form.code}.docx"


@cache
def template(code: str, language: PaperLanguage, kind: PaperKind = PaperKind.WHOLE) -> bytes:
    """Our own Word file, to be filled. Where a form is not bilingual, BOTH gives the Bulgarian one."""
    form = form_of(code, kind)
    found = language if language in languages_of(form) else PaperLanguage.BG
    return files(__package__).joinpath("kit", found, file_name(form)).read_bytes()
