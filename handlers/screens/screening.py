"""How it looks what the check for viruses has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.files import DropUploadButton, UploadAnew
from handlers.buttons.submissions import HowToSend
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.screening import FileHeldBack, ScannerAway, UploadBeingChecked, VirusFound, VirusInYourFile
from texts import home as home_words
from texts import screening as words
from texts import uploads as upload_words
from texts.say import Html

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def virus_in_your_file(notice: VirusInYourFile, say: Say) -> Content:
    anew = [(home_words.send_button(say), HowToSend())]
    return Content(text=words.virus_in_your_file(say, notice.file), reply_markup=inline(anew))


def file_held_back(notice: FileHeldBack, say: Say) -> Content:
    text = words.file_held_back(say, number=notice.number, file=notice.file, name=notice.name)
    return Content(text=text, reply_markup=inline(way_home(say)))


def upload_being_checked(notice: UploadBeingChecked, say: Say) -> Content:
    of = notice.upload_id
    anew = (upload_words.anew_button(say), UploadAnew(upload_id=of))
    drop = (upload_words.drop_button(say), DropUploadButton(upload_id=of))
    kept = upload_words.known(say, notice.files, notice.about)
    text = Html("\n\n".join([*kept, words.upload_being_checked(say)]))
    return Content(text=text, reply_markup=inline([anew, drop]))


def virus_found(notice: VirusFound, say: Say) -> Content:
    return Content(text=words.virus_found(say, notice.latest))


def scanner_away(notice: ScannerAway, say: Say) -> Content:
    return Content(text=words.scanner_away(say, notice.waiting))


SCREENS: Screens = {
    VirusInYourFile: virus_in_your_file,
    FileHeldBack: file_held_back,
    UploadBeingChecked: upload_being_checked,
    VirusFound: virus_found,
    ScannerAway: scanner_away,
}
