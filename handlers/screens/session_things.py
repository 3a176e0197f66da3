"""How files, photographs and voices of sessions look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import session_things as buttons
from handlers.buttons.sessions import OpenSession
from handlers.buttons.toolbars import FilesButton
from handlers.keyboards import inline
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.files import FileKind
from mentoring.ids import GroupId, SessionId
from mentoring.notices.session_things import (
    HandInQuestion,
    HoldBackQuestion,
    ThingGroups,
    ThingHeldBack,
    ThingList,
    ThingSent,
)
from mentoring.session_things import Copy
from texts import files as file_words
from texts import session_buttons
from texts import session_things as words
from texts import uploads as upload_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from handlers.codec import Button
    from handlers.keyboards import Row
    from handlers.message import AttachmentKind
    from handlers.screens.shape import Screens
    from texts.say import Say

_SENT_AS: Mapping[FileKind, AttachmentKind] = {
    FileKind.PHOTO: "photo",
    FileKind.VOICE: "voice",
    FileKind.AUDIO: "audio",
    FileKind.VIDEO: "video",
}
_EVERY_GROUP, _EVERY_SESSION = GroupId(0), SessionId(0)


def door(say: Say, count: int) -> Row:
    """Behind Files."""
    button = buttons.ThingsButton(group_id=_EVERY_GROUP, session_id=_EVERY_SESSION, page=0)
    return [(words.door_button(say, count), button)] if count else []


def of_session(say: Say, session_id: SessionId, count: int) -> Row:
    button = buttons.ThingsButton(group_id=_EVERY_GROUP, session_id=session_id, page=0)
    return [(words.of_session_button(say, count), button)] if count else []


def groups(notice: ThingGroups, say: Say) -> Content:
    def page(number: int) -> Button:
        return buttons.ThingsButton(group_id=_EVERY_GROUP, session_id=_EVERY_SESSION, page=number)

    rows: list[Row] = [
        [
            (
                file_words.counted_button(say, one.name, one.count),
                buttons.ThingsButton(group_id=one.group_id, session_id=_EVERY_SESSION, page=0),
            )
        ]
        for one in notice.groups
    ]
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), _back(say))
    return Content(text=words.groups(say, notice), reply_markup=markup)


def things(notice: ThingList, say: Say) -> Content:
    def page(number: int) -> Button:
        return buttons.ThingsButton(
            group_id=notice.group_id, session_id=notice.session_id or _EVERY_SESSION, page=number
        )

    rows: list[Row] = [
        [(words.line_button(say, one), buttons.SendThingButton(line_id=one.line_id))]
        for one in notice.lines
        if one.copy is Copy.KEPT
    ]
    opened: Row = (
        []
        if notice.session_id is None
        else [(session_buttons.open_button(say), OpenSession(session_id=notice.session_id))]
    )
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), opened, _back(say))
    return Content(text=words.things(say, notice), reply_markup=markup)


def sent(notice: ThingSent, say: Say) -> Content:
    """A video goes as our own copy: a round one cannot be sent by its number as anything else."""
    kind = _SENT_AS.get(notice.sent_as, "document")
    name = notice.thing.name or None
    if kind == "video":
        file = Attached(kind=kind, sha256=notice.sha256, file_name=name or "video.mp4")
    else:
        file = Attached(kind=kind, file_id=notice.file_id, file_name=name)
    ask = buttons.HoldBackButton(line_id=notice.thing.line_id, sure=False)
    markup = inline([(words.hold_back_button(say), ask)]) if notice.can_hold_back else None
    return Content(text=words.sent(say, notice), attachments=(file,), reply_markup=markup)


def hold_back(notice: HoldBackQuestion, say: Say) -> Content:
    sure = buttons.HoldBackButton(line_id=notice.thing.line_id, sure=True)
    markup = inline([(words.sure_button(say), sure)], _back(say))
    return Content(text=words.hold_back(say, notice.thing), reply_markup=markup)


def held_back(notice: ThingHeldBack, say: Say) -> Content:
    return Content(text=words.held_back(say, notice.thing), reply_markup=inline(_back(say)))


def hand_in(notice: HandInQuestion, say: Say) -> Content:
    waiting = [] if notice.done else [one.thing for one in notice.things if not one.handed_in]
    rows: list[Row] = [
        [(words.hand_in_button(say, one), buttons.HandThingInButton(line_id=one.line_id, yes=True))] for one in waiting
    ]
    leave: Row = [
        (words.leave_button(say), buttons.HandThingInButton(line_id=one.line_id, yes=False)) for one in waiting[:1]
    ]
    return Content(text=words.hand_in(say, notice), reply_markup=inline(*rows, leave, [] if waiting else way_home(say)))


def _pages(say: Say, page: Callable[[int], Button], now: int, *, more: bool) -> Row:
    before = [(upload_words.before_button(say), page(now - 1))] if now else []
    after = [(upload_words.more_button(say), page(now + 1))] if more else []
    return [*before, *after]


def _back(say: Say) -> Row:
    return [(file_words.back_to_files_button(say), FilesButton()), *way_home(say)]


SCREENS: Screens = {
    ThingGroups: groups,
    ThingList: things,
    ThingSent: sent,
    HoldBackQuestion: hold_back,
    ThingHeldBack: held_back,
    HandInQuestion: hand_in,
}
