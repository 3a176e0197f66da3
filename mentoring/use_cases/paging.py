"""Lists that are longer than a phone shows come page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

A_PAGE = 8

T = TypeVar("T")


def paged(lines: Sequence[T], page: int) -> tuple[tuple[T, ...], bool]:
    """Raises Refusal for a page that nobody offered."""
    if page < 0 or (page > 0 and page * A_PAGE >= len(lines)):
        raise Refusal(Why.GONE)
    begin = page * A_PAGE
    return tuple(lines[begin : begin + A_PAGE]), len(lines) > begin + A_PAGE
