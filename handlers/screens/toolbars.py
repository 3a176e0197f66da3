"""How the Files door looks, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import toolbars as buttons
from handlers.buttons.forms import TemplatesButton
from handlers.buttons.readiness import WallsButton
from handlers.buttons.submissions import MyDocuments
from handlers.keyboards import inline, packed
from handlers.message import Attached, Content
from handlers.screens import session_things
from handlers.screens.doors import way_home
from mentoring.files import FileKind
from mentoring.filings import FilingDeed, other_toolbar
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.kit import Code
from mentoring.notices.toolbars import (
    NO_DOCUMENT,
    DocumentRerouted,
    FilesDoor,
    FilingCard,
    FilingSent,
    FoundFilings,
    RelabelQuestion,
    RerouteQuestion,
    SectionGroups,
    SectionShelves,
    Shelf,
)
from texts import files as words
from texts import home
from texts import uploads as upload_words
from texts.readiness import wall_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.codec import Button
    from handlers.keyboards import Row, Target
    from handlers.message import AttachmentKind
    from handlers.screens.shape import Screens
    from mentoring.notices.files import Choice
    from texts.say import Say

_EVERY_GROUP = GroupId(0)
_WIDEST = (40, 18)


def files_door(notice: FilesDoor, say: Say) -> Content:
    sections = [
        (words.section_button(say, one), buttons.SectionButton(section=one.section, group_id=_EVERY_GROUP, page=0))
        for one in notice.sections
    ]
    own: Row = [(home.documents_button(say), MyDocuments())] if notice.hands_in else []
    templates: Row = [(words.templates_button(say), TemplatesButton(page=0))]
    walls: Row = [(wall_button(say), WallsButton())] if notice.leads else []
    things = session_things.door(say, notice.things)
    markup = inline(templates, *packed(sections, widest=_WIDEST), things, walls, own, way_home(say))
    return Content(text=words.door(say, notice), reply_markup=markup)


def section_groups(notice: SectionGroups, say: Say) -> Content:
    def page(number: int) -> Button:
        return buttons.SectionButton(section=notice.section, group_id=_EVERY_GROUP, page=number)

    rows: list[Row] = [
        [
            (
                words.counted_button(say, one.name, one.count),
                buttons.SectionButton(section=notice.section, group_id=one.group_id, page=0),
            )
        ]
        for one in notice.groups
    ]
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), _back(say))
    return Content(text=words.groups(say, notice), reply_markup=markup)


def section_shelves(notice: SectionShelves, say: Say) -> Content:
    def shelf_button(code: Code) -> Button:
        return buttons.ShelfButton(section=notice.section, group_id=notice.group_id, code=code, page=0)

    def page(number: int) -> Button:
        return buttons.SectionButton(section=notice.section, group_id=notice.group_id, page=number)

    rows: list[Row] = [
        [(words.shelf_button(say, one), shelf_button(Code(one.document.code) if one.document else NO_DOCUMENT))]
        for one in notice.shelves
    ]
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), _back(say))
    return Content(text=words.shelves(say, notice), reply_markup=markup)


def shelf(notice: Shelf, say: Say) -> Content:
    code = Code(notice.document.code) if notice.document else NO_DOCUMENT

    def page(number: int) -> Button:
        return buttons.ShelfButton(section=notice.section, group_id=notice.group_id, code=code, page=number)

    rows: list[Row] = [
        [(words.line_button(say, one, whole=False), buttons.OpenFilingButton(filing_id=one.filing_id))]
        for one in notice.lines
    ]
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), _back(say))
    return Content(text=words.shelf(say, notice), reply_markup=markup)


def found_filings(notice: FoundFilings, say: Say) -> Content:
    def page(number: int) -> Button:
        return buttons.FoundPageButton(page=number)

    rows: list[Row] = [
        [(words.line_button(say, one, whole=True), buttons.OpenFilingButton(filing_id=one.filing_id))]
        for one in notice.lines
    ]
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), _back(say))
    return Content(text=words.found(say, notice), reply_markup=markup)


def filing_card(notice: FilingCard, say: Say) -> Content:
    of = notice.filing_id
    send: Row = [(words.send_me_button(say), buttons.SendFilingButton(filing_id=of))]
    earlier: list[Row] = [
        [(words.earlier_button(say, one), buttons.OpenFilingButton(filing_id=one.filing_id))] for one in notice.earlier
    ]
    reroute: Row = [(words.reroute_button(say), buttons.RerouteButton(filing_id=of, page=0))]
    deeds = _deeds(notice, say) if notice.can_change and notice.wanted is None else []
    markup = inline(send, *deeds, reroute if deeds and notice.can_reroute else [], *earlier, _back(say))
    return Content(text=words.filing(say, notice), reply_markup=markup)


def _deeds(notice: FilingCard, say: Say) -> list[Row]:
    of = notice.filing_id

    def deed(done: FilingDeed) -> Button:
        return buttons.DeedOfFilingButton(filing_id=of, deed=done)

    return [
        [(words.move_button(say, other_toolbar(notice.toolbar)), deed(FilingDeed.MOVE))],
        [
            (words.replace_button(say), deed(FilingDeed.REPLACE)),
            (words.withdraw_button(say), deed(FilingDeed.WITHDRAW)),
        ],
        [(words.relabel_button(say), buttons.RelabelButton(filing_id=of, page=0))],
    ]


def filing_sent(notice: FilingSent, say: Say) -> Content:
    """A scan that Telegram has never had goes by its hash, which leads to our own copy."""
    kind: AttachmentKind = "photo" if notice.file.kind is FileKind.PHOTO else "document"
    file = Attached(kind=kind, file_id=notice.file.file_id or notice.file.sha256, file_name=notice.name)
    return Content(text=words.sent(say, notice.name), attachments=(file,))


def relabel_question(notice: RelabelQuestion, say: Say) -> Content:
    def page(number: int) -> Button:
        return buttons.RelabelButton(filing_id=notice.filing_id, page=number)

    rows: list[Row] = [[_relabel_choice(notice, one, say)] for one in notice.choices]
    card: Row = [(upload_words.before_button(say), buttons.OpenFilingButton(filing_id=notice.filing_id))]
    markup = inline(*rows, _pages(say, page, notice.page, more=notice.more), card)
    return Content(text=words.relabel(say, notice), reply_markup=markup)


def _relabel_choice(notice: RelabelQuestion, one: Choice, say: Say) -> tuple[str, Target]:
    code = Code(one.document.code) if one.document is not None else notice.code or NO_DOCUMENT
    of_session = one.at is not None
    person = notice.person_id if of_session or one.document is not None else PersonId(one.number)
    button = buttons.RelabelToButton(
        filing_id=notice.filing_id,
        code=code,
        person_id=person or PersonId(0),
        session_id=SessionId(one.number if of_session else 0),
    )
    label = upload_words.session_choice(say, one) if of_session else one.name
    return words.named(say, one.document) if one.document is not None else label, button


def reroute_question(notice: RerouteQuestion, say: Say) -> Content:
    of, group_id = notice.filing_id, notice.group_id

    def page(number: int) -> Button:
        return buttons.RerouteButton(filing_id=of, page=number)

    def target(number: int) -> Target:
        if group_id is None:
            return buttons.RerouteToGroupButton(filing_id=of, group_id=GroupId(number))
        return buttons.RerouteToButton(filing_id=of, group_id=group_id, person_id=PersonId(number))

    rows: list[Row] = [[(one.name, target(one.number))] for one in notice.choices]
    everybody: Row = [(words.whole_group_button(say), target(0))] if group_id is not None and notice.may_be_all else []
    card: Row = [(upload_words.before_button(say), buttons.OpenFilingButton(filing_id=of))]
    markup = inline(*rows, everybody, _pages(say, page, notice.page, more=notice.more), card)
    return Content(text=words.reroute(say, notice), reply_markup=markup)


def document_rerouted(notice: DocumentRerouted, say: Say) -> Content:
    return Content(text=words.rerouted(say, notice), reply_markup=inline(_back(say)))


def _pages(say: Say, page: Callable[[int], Button], now: int, *, more: bool) -> Row:
    before = [(upload_words.before_button(say), page(now - 1))] if now else []
    after = [(upload_words.more_button(say), page(now + 1))] if more else []
    return [*before, *after]


def _back(say: Say) -> Row:
    return [(words.back_to_files_button(say), buttons.FilesButton()), *way_home(say)]


SCREENS: Screens = {
    FilesDoor: files_door,
    SectionGroups: section_groups,
    SectionShelves: section_shelves,
    Shelf: shelf,
    FoundFilings: found_filings,
    FilingCard: filing_card,
    FilingSent: filing_sent,
    RelabelQuestion: relabel_question,
    RerouteQuestion: reroute_question,
    DocumentRerouted: document_rerouted,
}
