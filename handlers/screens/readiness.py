"""How a group's readiness wall looks, on a card and as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.deadlines import SlotButton
from handlers.buttons.readiness import AskPackButton, WallButton, WallDocumentButton, WallPictureButton, WallsButton
from handlers.buttons.toolbars import FilesButton
from handlers.keyboards import inline
from handlers.message import Attached, Content, Work
from handlers.screens.doors import way_home
from handlers.wall_sheet import WallLine, WallSheet, drawn
from mentoring.kit import Code
from mentoring.notices.readiness import Cell, Wall, WallDocument, WallPicture, Walls
from texts import kit
from texts import readiness as words
from texts.files import back_to_files_button
from texts.groups import back_button
from texts.packs import pack_button
from texts.say import clean
from texts.uploads import before_button, more_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.notices.readiness import SlotStory, WallRow
    from texts.say import Say

#: Characters of a button that stands alone on a phone.
_WIDEST = 36


def walls(notice: Walls, say: Say) -> Content:
    groups: list[Row] = [
        [(_shortened(words.wall_count_button(say, one.group_name, one.count)), WallButton(group_id=one.group_id))]
        for one in notice.walls
    ]
    back: Row = [(before_button(say), WallsButton(page=notice.page - 1))] if notice.page else []
    on: Row = [(more_button(say), WallsButton(page=notice.page + 1))] if notice.more else []
    markup = inline(*groups, [*back, *on], [(back_to_files_button(say), FilesButton()), *way_home(say)])
    return Content(text=words.walls(say, empty=not notice.walls), reply_markup=markup)


def wall(notice: Wall, say: Say) -> Content:
    of, missing = notice.group_id, notice.missing
    documents: list[Row] = [
        [
            (
                _shortened(words.row_button(say, row)),
                WallDocumentButton(group_id=of, code=Code(row.title.code), missing=missing),
            )
        ]
        for row in notice.rows
    ]
    picture: Row = [(words.picture_button(say), WallPictureButton(group_id=of))]
    pack: Row = [(pack_button(say), AskPackButton(group_id=of))]
    markup = inline(
        *documents,
        _turning(notice),
        _filters(notice, say),
        picture if notice.count.total else [],
        pack,
        way_home(say),
    )
    return Content(text=words.wall(say, notice), reply_markup=markup)


def _filters(notice: Wall, say: Say) -> Row:
    of = notice.group_id
    return [
        (words.all_button(say, chosen=not notice.missing), WallButton(group_id=of)),
        (words.missing_button(say, chosen=notice.missing), WallButton(group_id=of, missing=True)),
    ]


def _turning(notice: Wall) -> Row:
    def key(page: int) -> WallButton:
        return WallButton(group_id=notice.group_id, page=page, missing=notice.missing)

    beside = [page for page in (notice.page - 1, notice.page + 1) if 0 <= page < notice.pages]
    return [
        (words.page_button(page=page, pages=notice.pages, forward=page > notice.page), key(page)) for page in beside
    ]


def document(notice: WallDocument, say: Say) -> Content:
    slots: list[Row] = [
        [(_shortened(_slot_label(say, one)), SlotButton(slot_id=one.seen.slot_id))] for one in notice.slots
    ]
    back: Row = [(back_button(say), WallButton(group_id=notice.group_id, missing=notice.missing)), *way_home(say)]
    return Content(text=words.document(say, notice), reply_markup=inline(*slots, _turning_document(notice), back))


def _slot_label(say: Say, story: SlotStory) -> str:
    return f"{kit.mark(story.seen)} {words.whose(say, story)}"


def _turning_document(notice: WallDocument) -> Row:
    def key(page: int) -> WallDocumentButton:
        code = Code(notice.title.code)
        return WallDocumentButton(group_id=notice.group_id, code=code, page=page, missing=notice.missing)

    beside = [page for page in (notice.page - 1, notice.page + 1) if 0 <= page < notice.pages]
    return [
        (words.page_button(page=page, pages=notice.pages, forward=page > notice.page), key(page)) for page in beside
    ]


def _shortened(label: str) -> str:
    return label if len(label) <= _WIDEST else f"{label[: _WIDEST - 1]}…"


def picture(notice: WallPicture, say: Say) -> Content:
    work = Work(job=drawn, argument=_sheet(notice, say))
    attached = Attached(kind="photo", work=work, file_name="readiness.png")
    return Content(text=words.picture(say, group=notice.group_name, count=notice.count), attachments=(attached,))


def _sheet(notice: WallPicture, say: Say) -> WallSheet:
    return WallSheet(
        heading=clean(notice.programme),
        title=clean(words.sheet_title(say, notice.group_name)),
        count=words.sheet_count(say, notice.count, say.date(notice.on)),
        columns=(*(words.named(say, one) for one in notice.people), words.sheet_group(say)),
        lines=tuple(_line(say, row) for row in notice.rows),
        legend=words.sheet_legend(say),
    )


def _line(say: Say, row: WallRow) -> WallLine:
    title = f"{row.title.code}  {clean(kit.title(say, row.title))}"
    return WallLine(
        title=title, cells=tuple(_cell(one) for one in row.cells), count=f"{row.count.filed}/{row.count.total}"
    )


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return "overdue" if cell.overdue else cell.state.value


SCREENS: Screens = {Walls: walls, Wall: wall, WallDocument: document, WallPicture: picture}
