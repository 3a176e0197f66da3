"""About what was found in a file."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.ids import SubmissionId
from mentoring.notices import Notice
from mentoring.scans import Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class CannotOpen(Notice):
    """To whoever sent it. `number` is None while it is a draft."""

    submission_id: SubmissionId
    number: int | None
    file: str
    verdict: Verdict
