"""Programmes' own Word files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from mentoring.ids import ProgrammeId
from mentoring.kit import Code
from mentoring.own_templates import OwnTemplate, ToCheck
from mentoring.papers import PaperLanguage
from mentoring.prompts import Asking
from storage.rows import all_of, fields_of, one_of
from storage.statements import Statement
from storage.tables.documents import own_templates
from storage.tables.people import prompts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

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
_SENT = Statement(
    select(prompts.c.telegram_id, prompts.c.draft)
    .where(prompts.c.asking == Asking.OWN_TEMPLATE, prompts.c.expires_at > bindparam("now"))
    .order_by(prompts.c.telegram_id)
)


class SqlOwnTemplates:
    """`touched` once this transaction has taken a file that is to be checked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def await_check(self) -> None:
        self.touched = True

    def to_check(self, now: datetime) -> Sequence[ToCheck]:
        found = _SENT.mappings(self._connection, {"now": now})
        drafts = ((int(row["telegram_id"]), json.loads(str(row["draft"]))) for row in found)
        return [_to_check(telegram_id, draft) for telegram_id, draft in drafts if draft.get("file_id")]

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


def _to_check(telegram_id: int, draft: Mapping[str, str | int]) -> ToCheck:
    return ToCheck(
        telegram_id=telegram_id,
        programme_id=ProgrammeId(int(draft["programme_id"])),
        code=Code(str(draft["code"])),
        language=PaperLanguage(str(draft["language"])),
        file_id=str(draft["file_id"]),
        name=str(draft["name"]),
    )
