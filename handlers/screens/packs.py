"""How an evidence pack is asked for, grows, and is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.readiness import AskPackButton, MakePackButton, WallButton
from handlers.keyboards import inline
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.notices.packs import PackCard, PackStage, PackVolume
from texts import packs as words
from texts.groups import back_button
from texts.readiness import wall_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def pack(notice: PackCard, say: Say) -> Content:
    return Content(text=words.pack(say, notice), reply_markup=inline(*_rows(notice, say), way_home(say)))


def _rows(notice: PackCard, say: Say) -> list[Row]:
    of = notice.group_id
    match notice.stage:
        case PackStage.ASKING:
            return [
                [(words.language_button(one), MakePackButton(group_id=of, language=one)) for one in notice.languages],
                [(back_button(say), WallButton(group_id=of))],
            ]
        case PackStage.FAILED:
            return [[(words.again_button(say), AskPackButton(group_id=of))]]
        case _:
            return [[(wall_button(say), WallButton(group_id=of))]]


def volume(notice: PackVolume, say: Say) -> Content:
    number = f"_{notice.part}-of-{notice.parts}" if notice.parts > 1 else ""
    attached = Attached(kind="document", sha256=notice.sha256, file_name=f"{notice.name}{number}.zip")
    return Content(text=words.volume(say, notice), attachments=(attached,))


SCREENS: Screens = {PackCard: pack, PackVolume: volume}
