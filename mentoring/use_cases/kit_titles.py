"""What the documents that a plan names are called, for whoever reads no codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.kit import Code
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.slot_cards import titled_code

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.notices.kit import Titled
    from mentoring.ports import Record


def of_codes(record: Record, group: Group, codes: str) -> tuple[Titled, ...]:
    """Of those with spaces between."""
    if not codes:
        return ()
    kit = kit_of_group(record, group)
    return tuple(titled_code(kit, Code(one)) for one in codes.split())
