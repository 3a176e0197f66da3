"""Notices about what is filed: on the cards of submissions, on the way in, in the two toolbars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.ids import FilingId
from mentoring.kit import Toolbar


@dataclass(frozen=True, kw_only=True, slots=True)
class FiledIn:
    """`toolbar` with who filed it and when."""

    filing_id: FilingId
    toolbar: Toolbar
    by: str
    at: datetime
