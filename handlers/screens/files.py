"""How it looks what is filed, and what is asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import files as buttons
from handlers.buttons.common import HomeButton
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.kit import Code, Toolbar
from mentoring.notices.files import Ask, UploadDropped, UploadFiled, UploadQuestion, UploadTrouble
from texts import common
from texts import uploads as words

if TYPE_CHECKING:
    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from mentoring.ids import UploadId
    from mentoring.notices.files import Choice
    from texts.say import Say


def upload_question(notice: UploadQuestion, say: Say) -> Content:
    of = notice.upload_id
    rows: list[Row] = [[_choice(notice, one, say)] for one in notice.choices]
    if notice.ask is Ask.TOOLBAR:
        rows.append(
            [(words.toolbar_button(say, one), buttons.UploadToolbar(upload_id=of, toolbar=one)) for one in Toolbar]
        )
    pages: Row = [
        *([(words.before_button(say), buttons.UploadMore(upload_id=of, page=notice.page - 1))] if notice.page else []),
        *([(words.more_button(say), buttons.UploadMore(upload_id=of, page=notice.page + 1))] if notice.more else []),
    ]
    other: Row = [(words.else_button(say), buttons.UploadElse(upload_id=of))] if notice.ask is Ask.DOCUMENT else []
    markup = inline(*rows, pages, other, _ways_out(notice, say))
    return Content(text=words.question(say, notice), reply_markup=markup)


def _choice(notice: UploadQuestion, one: Choice, say: Say) -> tuple[str, Target]:
    return words.choice(say, one, notice.ask), _target(notice.upload_id, one, notice.ask)


def _target(of: UploadId, one: Choice, ask: Ask) -> Target:
    match ask:
        case Ask.GROUP:
            return buttons.UploadGroup(upload_id=of, group_id=GroupId(one.number))
        case Ask.PERSON:
            return buttons.UploadPerson(upload_id=of, person_id=PersonId(one.number))
        case Ask.SESSION:
            return buttons.UploadSession(upload_id=of, session_id=SessionId(one.number))
        case _ if one.document is not None:
            return buttons.UploadDocument(upload_id=of, code=Code(one.document.code))
        case _:
            return HomeButton()


def _ways_out(notice: UploadQuestion, say: Say) -> Row:
    of = notice.upload_id
    drop = (words.drop_button(say), buttons.DropUploadButton(upload_id=of))
    anew = (words.anew_button(say), buttons.UploadAnew(upload_id=of))
    return [drop] if notice.ask is Ask.GROUP else [anew, drop]


def upload_filed(notice: UploadFiled, say: Say) -> Content:
    label = words.undo_button(say, until=notice.undo_until)
    undo: Row = [(label, buttons.UndoUploadButton(upload_id=notice.upload_id))]
    return Content(text=words.filed(say, notice), reply_markup=inline(undo, _home(say)))


def upload_dropped(notice: UploadDropped, say: Say) -> Content:
    return Content(text=words.dropped(say, notice.files), reply_markup=inline(_home(say)))


def upload_trouble(notice: UploadTrouble, say: Say) -> Content:
    return Content(text=words.trouble(say, file=notice.file, is_program=notice.is_program))


def _home(say: Say) -> Row:
    return [(common.home_button(say), HomeButton())]


SCREENS: Screens = {
    UploadQuestion: upload_question,
    UploadFiled: upload_filed,
    UploadDropped: upload_dropped,
    UploadTrouble: upload_trouble,
}
