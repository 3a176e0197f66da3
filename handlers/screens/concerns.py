"""How concerns look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import concerns as buttons
from handlers.buttons.common import HomeButton, TalkButton
from handlers.keyboards import inline
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.files import FileKind
from mentoring.notices.concerns import (
    ConcernCard,
    ConcernFileShown,
    ConcernWriting,
    ManagersNeeded,
    OpenConcernList,
    OwnConcern,
)
from mentoring.people import Role
from texts import concerns as words
from texts.home import talk_button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handlers.keyboards import Row
    from handlers.message import AttachmentKind
    from handlers.screens.shape import Screens
    from mentoring.notices.concerns import ConcernChoice
    from texts.say import Say

_SENT_AS: Mapping[FileKind, AttachmentKind] = {
    FileKind.DOCUMENT: "document",
    FileKind.PHOTO: "photo",
    FileKind.VOICE: "voice",
}


def writing(notice: ConcernWriting, say: Say) -> Content:
    says_something = bool((notice.readers or notice.about) and (notice.words or notice.files))
    send: Row = [(words.send_button(say), buttons.SendConcernButton())] if says_something else []
    anew: Row = [(words.empty_button(say), buttons.EmptyConcernButton())] if says_something else []
    drop: Row = [(words.drop_button(say), HomeButton())]
    markup = inline(send, *_choices(notice.choices, say), [*anew, *drop])
    return Content(text=words.writing(say, notice), reply_markup=markup)


def _choices(choices: Sequence[ConcernChoice], say: Say) -> list[Row]:
    rows: list[Row] = []
    for one in choices:
        label = words.about_button(say, one.name) if one.about_id else words.to_programme_button(say, one.name)
        press = buttons.AddressConcernButton(programme_id=one.programme_id, about_id=one.about_id or 0)
        rows.append([(label, press)])
    return rows


def own(notice: OwnConcern, say: Say) -> Content:
    return Content(text=words.own(say, notice), reply_markup=inline(way_home(say)))


def card(notice: ConcernCard, say: Say) -> Content:
    take: Row = [(words.take_button(say), buttons.TakeConcernButton(concern_id=notice.concern_id))]
    talk: Row = [(talk_button(say, name=notice.name, role=Role.MENTEE), TalkButton(person_id=notice.person_id))]
    markup = inline(take if notice.seen_by is None else [], talk if notice.can_write else [], way_home(say))
    return Content(text=words.card(say, notice), reply_markup=markup)


def file_shown(notice: ConcernFileShown, say: Say) -> Content:
    attached = Attached(kind=_SENT_AS.get(notice.kind, "document"), file_id=notice.file_id)
    return Content(text=words.file_of(say, notice.concern_id), attachments=(attached,), protect=True)


def open_list(notice: OpenConcernList, say: Say) -> Content:
    rows: list[Row] = [
        [(words.line_button(say, one.concern_id, one.raised_at), buttons.OpenConcernButton(concern_id=one.concern_id))]
        for one in notice.concerns
    ]
    return Content(text=words.open_list(say, len(rows)), reply_markup=inline(*rows, way_home(say)))


def managers_needed(notice: ManagersNeeded, say: Say) -> Content:
    return Content(text=words.managers_needed(say, notice.programme))


SCREENS: Screens = {
    ConcernWriting: writing,
    OwnConcern: own,
    ConcernFileShown: file_shown,
    ConcernCard: card,
    OpenConcernList: open_list,
    ManagersNeeded: managers_needed,
}
