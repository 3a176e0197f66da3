"""What people agreed to, in which version of the words, and when they took it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import PersonId

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Raised when the privacy notice changes its meaning: everybody is asked again before their next act.
NOTICE_VERSION = 3
#: No notice has this number: whoever has it is asked anew, whichever is in force.
NO_VERSION = 0
#: What each version said in all languages, as a digest: a notice whose words change gets a new version and a new line.
NOTICE_DIGESTS: Mapping[int, str] = {
    1: "4155a090002dad15557743d9",
    2: "ce913f14bdf8d95666a817a4",
    3: "a226916a93aa7c33a2d8fd0d",
}


class ConsentKind(StrEnum):
    """TAKE_PART is needed: to take part and have documents stored. QUOTES allows quotes and photos, and is optional."""

    TAKE_PART = "take_part"
    QUOTES = "quotes"


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """`version` is that of the privacy notice that was read."""

    person_id: PersonId
    kind: ConsentKind
    version: int
    given_at: datetime
    withdrawn_at: datetime | None
