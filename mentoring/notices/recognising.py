"""About what was found in a file."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.ids import FilingId, SubmissionId
from mentoring.notices import Notice
from mentoring.scans import Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class CannotOpen(Notice):
    """To whoever sent it. `number` is None while it is a draft, `submission_id` too where it is only to be filed.

    `filing_id`: it stands in a toolbar by now.
    """

    submission_id: SubmissionId | None
    number: int | None
    file: str
    verdict: Verdict
    filing_id: FilingId | None = None
