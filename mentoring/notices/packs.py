"""What somebody who wants an evidence pack is shown and sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.people import Language


class PackStage(StrEnum):
    ASKING = "asking"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class PackCard(Notice):
    """`done` of `total` files are in; of those in it, `left_out` could not be had. `languages` to choose from."""

    group_id: int
    group_name: str
    stage: PackStage
    languages: tuple[Language, ...] = ()
    done: int = 0
    total: int = 0
    left_out: int = 0
    missing: int = 0

    def card(self) -> str:
        return f"pack:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PackVolume(Notice):
    """One complete ZIP, `part` of `parts`; our copy goes by its hash. `name` is ASCII, without part and ending."""

    must_arrive: ClassVar[bool] = True

    group_name: str
    on: date
    name: str
    sha256: str
    part: int
    parts: int
