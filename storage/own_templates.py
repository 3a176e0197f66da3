"""Programmes' own Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from mentoring.own_templates import OwnTemplate
from storage.rows import all_of, fields_of, one_of
from storage.statements import Statement
from storage.tables.documents import own_templates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mentoring.ids import ProgrammeId
    from mentoring.kit import Code
    from mentoring.papers import PaperLanguage

_OF_PROGRAMME = (
    select(own_templates)
    .where(own_templates.c.programme_id == bindparam("of_programme"))
    .order_by(own_templates.c.code, own_templates.c.language)
)
_IS_THE_ONE = (
    own_templates.c.programme_id == bindparam("of_programme"),
    own_templates.c.code == bindparam("of_code"),
    own_templates.c.language == bindparam("of_language"),
)
_ONE = select(own_templates).where(*_IS_THE_ONE)
_DROP = Statement(delete(own_templates).where(*_IS_THE_ONE))
_ADD = Statement(insert(own_templates))


class SqlOwnTemplates:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[OwnTemplate]:
        return all_of(OwnTemplate, self._connection, _OF_PROGRAMME, of_programme=programme_id)

    def find(self, programme_id: ProgrammeId, code: Code, language: PaperLanguage) -> OwnTemplate | None:
        key = {"of_programme": programme_id, "of_code": code, "of_language": language}
        return one_of(OwnTemplate, self._connection, _ONE, **key)

    def save(self, template: OwnTemplate) -> None:
        self.drop(template.programme_id, template.code, template.language)
        _ADD.run(self._connection, fields_of(template))

    def drop(self, programme_id: ProgrammeId, code: Code, language: PaperLanguage) -> None:
        _DROP.run(self._connection, {"of_programme": programme_id, "of_code": code, "of_language": language})
