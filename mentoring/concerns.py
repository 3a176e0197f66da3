"""What people ask in private, and concerns that go to the manager past the mentor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.files import FileKind
from mentoring.ids import ConcernId, GroupId, PersonId, ProgrammeId, QuestionId


class Way(StrEnum):
    """TO_GROUP is posted without the name; the mentor can see who asked, and the asker is told so before."""

    TO_MENTOR = "to_mentor"
    TO_GROUP = "to_group"


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern:
    """Never changed after it was raised, but for who has taken care of it.

    Whoever it is `about` is no manager of it.
    """

    id: ConcernId
    programme_id: ProgrammeId
    group_id: GroupId | None
    person_id: PersonId
    text: str
    raised_at: datetime
    seen_by: PersonId | None = None
    seen_at: datetime | None = None
    about_id: PersonId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernFile:
    """Spoken or photographed; `sha256` is None while there is no copy of ours."""

    kind: FileKind
    file_id: str
    name: str
    sha256: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    id: QuestionId
    group_id: GroupId
    person_id: PersonId
    way: Way
    text: str
    asked_at: datetime
    answered_at: datetime | None = None
