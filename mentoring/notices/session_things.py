"""Files, photographs and voices of sessions, as whoever may have them finds them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.chat_records import LineKind
from mentoring.files import FileKind
from mentoring.ids import GroupId, LineId, SessionId
from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen
from mentoring.notices.toolbars import MENU, GroupCount
from mentoring.session_things import Copy, Thing


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingSeen:
    """`session` is the number of the session; `length` of a voice message."""

    line_id: LineId
    session: int
    starts_at: datetime
    said_at: datetime
    who: str
    kind: LineKind
    name: str
    length: str
    copy: Copy
    withheld: bool


def seen(thing: Thing) -> ThingSeen:
    return ThingSeen(
        line_id=thing.line_id,
        session=thing.number,
        starts_at=thing.starts_at,
        said_at=thing.said_at,
        who=thing.who,
        kind=thing.kind,
        name=thing.name,
        length=thing.length,
        copy=thing.copy,
        withheld=thing.withheld_at is not None,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingGroups(Notice):
    """Of several groups: whose sessions?"""

    groups: tuple[GroupCount, ...]
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingList(Notice):
    """The newest first, `count` in all; with `session_id` those of one session alone."""

    group_id: GroupId
    group: str
    lines: tuple[ThingSeen, ...]
    count: int
    session_id: SessionId | None = None
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingSent(Notice):
    """The file itself, to whoever asked for it: as Telegram has it, else as we do."""

    thing: ThingSeen
    sent_as: FileKind
    file_id: str
    sha256: str
    can_hold_back: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldBackQuestion(Notice):
    thing: ThingSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingHeldBack(Notice):
    thing: ThingSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class HandInChoice:
    """`asked`: it is on its way, with a question that is still open."""

    thing: ThingSeen
    handed_in: bool
    asked: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class HandInQuestion(Notice):
    """To a mentee, in private, once a session is over: is one of these meant for the mentor? `done`: they said no."""

    session: SessionSeen
    things: tuple[HandInChoice, ...]
    done: bool = False

    def card(self) -> str:
        return f"hand_in:{self.session.session_id}"
