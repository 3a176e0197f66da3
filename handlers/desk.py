"""The desk that every handler hands its one change to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from mentoring.notices import Notice
from mentoring.ports import Record

if TYPE_CHECKING:
    from mentoring.acting import Acting


class Asked(Protocol):
    """What every command says: who asks."""

    @property
    def by(self) -> Acting: ...


CommandT = TypeVar("CommandT", bound=Asked)
#: A use case: a plain function of what is known, what is asked, and the time. What it returns pops up over a button.
UseCase: TypeAlias = Callable[[Record, CommandT, datetime], Notice | None]


class Desk(Protocol):
    """Effects, notices and the update's own mark become one unit in one transaction."""

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        """A Refusal becomes an answer to whoever acted; any other error undoes the whole unit."""
