"""Posters on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.groups import Poster


@dataclass(frozen=True, kw_only=True, slots=True)
class PosterSheets(Notice):
    """Some posters, at least one, to be printed: each becomes a sheet of paper."""

    must_arrive: ClassVar[bool] = True

    posters: tuple[Poster, ...]
