"""How it looks what is kept about somebody, and the archive of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import own_data as buttons
from handlers.buttons.consents import WithdrawButton
from handlers.buttons.places import RestButton
from handlers.keyboards import inline
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.archives import Archive, Entry
from mentoring.export_names import INDEX, PAGE
from mentoring.files import FileKind
from mentoring.notices.own_data import AllMyData, AskErasure, MyData, MyFile
from texts import own_data as words
from texts.own_data_page import page
from texts.places import rest_button
from texts.withdrawing import withdraw_button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.keyboards import Row
    from handlers.message import AttachmentKind
    from handlers.screens.shape import Screens
    from texts.say import Say

_SENT_AS: Mapping[FileKind, AttachmentKind] = {FileKind.PHOTO: "photo", FileKind.VOICE: "voice"}


def my_data(notice: MyData, say: Say) -> Content:
    erase: Row = [] if notice.asked else [(words.erase_button(say), buttons.EraseButton(sure=False))]
    leave: Row = [(rest_button(say), RestButton())] if notice.places else []
    withdraw: Row = [(withdraw_button(say), WithdrawButton(sure=False))] if notice.takes_part else []
    markup = inline(
        [(words.everything_button(say), buttons.SendEverythingButton())],
        [(words.quotes_button(say, allowed=notice.quotes), buttons.AllowQuotesButton(yes=not notice.quotes))],
        leave,
        withdraw,
        erase,
        way_home(say),
    )
    return Content(text=words.my_data(say, notice), reply_markup=markup)


def door(say: Say) -> Row:
    return [(words.door_button(say), buttons.MyDataButton())]


def all_my_data(notice: AllMyData, say: Say) -> Content:
    """The names are plain ASCII, whatever the language."""
    written = (Entry(name=INDEX, text=notice.content), Entry(name=PAGE, text=page(say, notice.sections)))
    packed = tuple(Entry(name=one.name, sha256=one.sha256) for one in notice.packed)
    archive = Archive(entries=(*(written if notice.content else ()), *packed))
    number = f"-{notice.part}-of-{notice.parts}" if notice.parts > 1 else ""
    attached = Attached(kind="document", archive=archive, file_name=f"my-data-{notice.on.isoformat()}{number}.zip")
    return Content(text=words.all_my_data(say, notice), attachments=(attached,), protect=False)


def my_file(notice: MyFile, say: Say) -> Content:
    attached = Attached(kind=_SENT_AS.get(notice.kind, "document"), file_id=notice.file_id)
    return Content(text=words.my_file(say, notice.name), attachments=(attached,), silent=True)


def ask_erasure(notice: AskErasure, say: Say) -> Content:
    sure: Row = [(words.sure_button(say), buttons.EraseButton(sure=True))]
    return Content(text=words.ask_erasure(say, notice.managers), reply_markup=inline(sure, way_home(say)))


SCREENS: Screens = {
    MyData: my_data,
    AllMyData: all_my_data,
    MyFile: my_file,
    AskErasure: ask_erasure,
}
