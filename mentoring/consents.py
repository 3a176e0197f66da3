"""What people agreed to, in which version of the words, and when they took it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import PersonId

#: Raised when the privacy notice changes its meaning: everybody is asked again before their next act.
NOTICE_VERSION = 1


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
