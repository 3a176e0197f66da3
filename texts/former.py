"""Words for somebody who was erased from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Role

if TYPE_CHECKING:
    from texts.say import Say


def word(say: Say, role: Role, number: int) -> str:
    match role:
        case Role.MENTEE:
            return say.label("former mentee {number}", number=number)
        case Role.MENTOR:
            return say.label("former mentor {number}", number=number)
        case Role.MANAGER:
            return say.label("former manager {number}", number=number)
        case _:
            assert_never(role)
