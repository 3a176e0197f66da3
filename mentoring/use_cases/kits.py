"""A programme's kit as its manager has it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.kit import kit_of

if TYPE_CHECKING:
    from mentoring.groups import Group, Programme
    from mentoring.kit import Kit
    from mentoring.ports import Record


def kit_for(record: Record, programme: Programme) -> Kit:
    kit = kit_of(record.rules.documents, optional=programme.optional_tools)
    return kit.with_changes(record.document_choices.of_programme(programme.id))


def kit_of_group(record: Record, group: Group) -> Kit:
    return kit_for(record, record.programmes.by_id(group.programme_id))
