"""What the use cases ask of the record when somebody wants to see what is kept about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from mentoring.files import FileKind

if TYPE_CHECKING:
    from mentoring.ids import PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFile:
    """`number` is ours; `sha256` None where only Telegram has it. `size` in bytes."""

    number: int
    kind: FileKind
    file_id: str
    name: str
    caption: str
    received_at: datetime
    size: int
    sha256: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnRows:
    """`rows` by what they are, as JSON can hold them; nothing that others wrote is among them."""

    rows: Mapping[str, Sequence[Mapping[str, str | int | bool | None]]]
    files: Sequence[OwnFile]


class OwnData(Protocol):
    def of_person(self, person_id: PersonId) -> OwnRows: ...
