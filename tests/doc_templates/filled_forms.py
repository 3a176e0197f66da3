"""Forms of the kit, filled with ordinary facts and with the strangest that people can bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.facts import clean
from doc_templates.fields import fields_of
from doc_templates.filling import fill
from doc_templates.kit import COUNTERPARTS, FORMS, languages_of, template
from doc_templates.orders import Identity
from mentoring.papers import PaperKind, PaperLanguage

if TYPE_CHECKING:
    from doc_templates.facts import Fact
    from doc_templates.forms.vocabulary import Form

RECORD_ID = "K7Q2MXK"
LONG_NAME = "Константин-Александър Преображенски-Димитров Зографски " * 4
STRANGE = (
    LONG_NAME[:200].strip(),
    'Ани "Мечето" О’Брайън & <b>Синове</b> &amp; </w:t> ООД',
    "{{ 7*7 }} {% for x in y %} {_{ record_id }_} {# … #} {{ ''.__class__ }}",
    "👩🏽‍🏫 🇧🇬 ☐ ☒",
    "שלום עליכם · مَرْحَبًا · \u202eобратно\u202c",
    "ред първи\nред втори\tслед таб\r\nред трети",
    "нула\x00 звънец\x07 нова страница\x0c самотна\ud800 половина \ufffe",
    "None \\n %s ${HOME} $1 ]]> <!--",
)


def issued(code: str, language: PaperLanguage, kind: PaperKind = PaperKind.WHOLE) -> Identity:
    return Identity(code=code, language=language, record_id=RECORD_ID, kind=kind)


def all_forms() -> list[tuple[str, PaperLanguage, PaperKind]]:
    whole = [(code, language, PaperKind.WHOLE) for code, form in FORMS.items() for language in languages_of(form)]
    counterparts = [
        (code, language, PaperKind.COUNTERPART)
        for code, form in COUNTERPARTS.items()
        for language in languages_of(form)
    ]
    return whole + counterparts


def facts_of(form: Form, values: tuple[str, ...]) -> dict[str, Fact]:
    """Every field has a value, box or mark; the values take turns."""
    fields = fields_of(form)
    facts: dict[str, Fact] = {name: values[place % len(values)] for place, name in enumerate(sorted(fields.texts))}
    for name, table in fields.tables.items():
        facts[name] = [
            {column: values[(place + row + len(name)) % len(values)] for place, column in enumerate(table.columns)}
            for row in range(2)
        ]
    for name, choice in fields.choices.items():
        facts[name] = tuple(one.key for one in choice.options[-2:]) if choice.many else (choice.options[0].key,)
    for name, rating in fields.ratings.items():
        facts[name] = {one.key: place % rating.best + 1 for place, one in enumerate(rating.items)}
    return facts


def filled(code: str, language: PaperLanguage, kind: PaperKind, facts: dict[str, Fact]) -> bytes:
    return fill(template(code, language, kind), facts, issued(code, language, kind))


def texts_as_read(form: Form, facts: dict[str, Fact]) -> dict[str, str]:
    """What can be expected to come back: what XML has no place for is gone."""
    return {name: clean(facts[name]).strip() for name in fields_of(form).texts}


def rows_as_read(form: Form, facts: dict[str, Fact]) -> dict[str, tuple[dict[str, str], ...]]:
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for name in fields_of(form).tables:
        rows = facts[name]
        assert isinstance(rows, list)
        found[name] = tuple({column: clean(value).strip() for column, value in row.items()} for row in rows)
    return found
