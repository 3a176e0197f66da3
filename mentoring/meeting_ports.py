"""What the use cases need of the record for sessions; storage/ provides it inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mentoring.session_ports import Diaries, Sessions


class MeetingRecord(Protocol):
    """The part of the record that is about sessions."""

    @property
    def sessions(self) -> Sessions: ...

    @property
    def diaries(self) -> Diaries: ...
