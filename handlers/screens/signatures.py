"""How signatures look: the board, one row of it, everybody's own card, and the pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons import signatures as buttons
from handlers.buttons.deadlines import SlotButton
from handlers.keyboards import Row, inline, packed
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from handlers.screens.submissions import attached
from mentoring.handouts import FormOrder
from mentoring.ids import SlotId
from mentoring.kit import Code
from mentoring.notices import signatures as told
from mentoring.papers import HAVE_SIGNED, SignerState
from texts import signature_buttons as labels
from texts import signatures as words
from texts.groups import back_button
from texts.signed_facts import signed_facts
from texts.submission_buttons import not_readable_button

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from mentoring.notices.submissions import FileShown
    from texts.say import Say

#: Characters of a button alone in its row, and of one that shares it.
_PAIR = (40, 18)
_ALONE = (40,)
#: Telegram takes no more files in one album.
_ALBUM = 10


def how_to_issue(notice: told.AskHowToIssue, say: Say) -> Content:
    of = SlotId(notice.slot.slot_id)
    each: Row = [(labels.pages_button(say), buttons.IssueButton(slot_id=of, pages=True))] if notice.in_pages else []
    label = labels.whole_button(say, in_pages=notice.in_pages)
    one: Row = [(label, buttons.IssueButton(slot_id=of, pages=False))]
    back: Row = [(back_button(say), SlotButton(slot_id=of))]
    return Content(text=words.how_to_issue(say, notice), reply_markup=inline(each, one, back))


def board(notice: told.SignatureBoard, say: Say) -> Content:
    of = SlotId(notice.slot.slot_id)
    rows: Row = [
        (_short(labels.row_button(say, one)), buttons.SignerButton(signer_id=one.signer_id)) for one in notice.signers
    ]
    file: Row = [(labels.file_button(say), buttons.FileSignedButton(slot_id=of))] if notice.can_file else []
    page: Row = [] if notice.pages else [(labels.my_page_button(say, pages=False), buttons.MyPageButton(slot_id=of))]
    remind: Row = [(labels.remind_button(say), buttons.RemindMissingButton(slot_id=of))] if notice.can_remind else []
    day: Row = [(labels.day_button(say), SlotButton(slot_id=of))]
    markup = inline(*packed(rows, widest=_PAIR), file, page, remind, [*day, *way_home(say)])
    return Content(text=words.board(say, notice), reply_markup=markup)


def _short(label: str) -> str:
    return label if len(label) <= _ALONE[0] else f"{label[: _ALONE[0] - 1]}…"


def signer(notice: told.SignerCard, say: Say) -> Content:
    of = SlotId(notice.slot.slot_id)
    undo: Row = []
    if notice.signer.state is SignerState.COVERED:
        target = buttons.NotSignedAfterAllButton(signer_id=notice.signer.signer_id)
        undo = [(labels.not_signed_button(say), target)]
    page: Row = []
    if notice.can_get_page:
        page = [(labels.page_of_button(say), buttons.PageOfButton(slot_id=of, signer_id=notice.signer.signer_id))]
    back: Row = [(labels.board_button(say), buttons.SignaturesButton(slot_id=of)), *way_home(say)]
    files = () if notice.file is None else (attached(notice.file),)
    markup = inline(*_decisions(notice, say), undo, page, back)
    return Content(text=words.signer(say, notice), reply_markup=markup, attachments=files)


def _decisions(notice: told.SignerCard, say: Say) -> list[Row]:
    of, version = notice.submission_id, notice.version
    if not notice.can_decide or of is None:
        return []
    return [
        [
            (labels.there_button(say), buttons.SignatureThereButton(submission_id=of, version=version)),
            (not_readable_button(say), buttons.PageNotReadableButton(submission_id=of, version=version)),
        ],
        [
            (labels.wrong_page_button(say), buttons.WrongPageButton(submission_id=of, version=version)),
            (labels.no_signature_button(say), buttons.NoSignatureButton(submission_id=of, version=version)),
        ],
    ]


def mine(notice: told.MySignature, say: Say) -> Content:
    of, keys = SlotId(notice.slot.slot_id), list[Row]()
    if notice.state is not SignerState.NOT_NEEDED and notice.state not in HAVE_SIGNED:
        keys.append([(labels.my_page_button(say, pages=notice.pages), buttons.MyPageButton(slot_id=of))])
    if keys and notice.pages:
        keys.append([(labels.photograph_button(say), buttons.HowToPhotographButton())])
    return Content(text=words.mine(say, notice), reply_markup=inline(*keys, way_home(say)))


def page(notice: told.PageSent, say: Say) -> Content:
    code = Code(notice.title.code)
    order = FormOrder(
        code=code,
        language=notice.language,
        kind=notice.kind,
        record_id=notice.record_id,
        form_version=notice.form_version,
        template=notice.template,
        facts=signed_facts(code, notice.known, notice.language, signers=notice.signers, guardians=notice.guardians),
    )
    how: Row = [] if notice.to_read else [(labels.photograph_button(say), buttons.HowToPhotographButton())]
    file = Attached(kind="document", form=order, file_name=notice.file_name)
    return Content(text=words.page(say, notice), attachments=(file,), reply_markup=inline(how))


def how_to_photograph(_: told.HowToPhotograph, say: Say) -> Content:
    return Content(text=words.how_to_photograph(say), reply_markup=inline(way_home(say)))


def all_signed(notice: told.AllSigned, say: Say) -> Content:
    return Content(text=words.all_signed(say, notice))


def copy(notice: told.SignedCopy, say: Say) -> Content:
    files = tuple(_copied(file) for file in notice.files[:_ALBUM])
    return Content(text=words.copy(say, notice), attachments=files)


def _copied(file: FileShown) -> Attached:
    """Our own copy, under the name that it is filed by: in Telegram it keeps the one that it came with."""
    return attached(replace(file, file_id="") if file.sha256 else file)


def who_signed(notice: told.AskWhoSigned, say: Say) -> Content:
    of, every, keys = notice.upload_id, 0, list[tuple[str, buttons.TickSignersButton]]()
    for place, one in enumerate(notice.signers):
        if one.state in HAVE_SIGNED or one.state is SignerState.NOT_NEEDED:
            continue
        bit = 1 << place
        every |= bit
        label = _short(labels.tick_button(say, one, ticked=bool(notice.ticked & bit)))
        keys.append((label, buttons.TickSignersButton(upload_id=of, ticked=notice.ticked ^ bit, sure=False)))
    everybody: Row = [(labels.all_button(say), buttons.TickSignersButton(upload_id=of, ticked=every, sure=False))]
    file = buttons.TickSignersButton(upload_id=of, ticked=notice.ticked, sure=True)
    sure: Row = [(labels.file_scan_button(say), file)] if notice.ticked else []
    markup = inline(*packed([*keys], widest=_PAIR), everybody, sure)
    return Content(text=words.who_signed(say, notice), reply_markup=markup)


def filed(notice: told.PageFiled, say: Say) -> Content:
    back: Row = [(labels.board_button(say), buttons.SignaturesButton(slot_id=SlotId(notice.slot.slot_id)))]
    return Content(text=words.filed(say, notice), reply_markup=inline([*back, *way_home(say)]))


def reminded(notice: told.MissingReminded, say: Say) -> Content:
    return Content(text=words.reminded(say, notice))


SCREENS: Screens = {
    told.AskHowToIssue: how_to_issue,
    told.SignatureBoard: board,
    told.SignerCard: signer,
    told.MySignature: mine,
    told.PageSent: page,
    told.HowToPhotograph: how_to_photograph,
    told.AllSigned: all_signed,
    told.SignedCopy: copy,
    told.AskWhoSigned: who_signed,
    told.PageFiled: filed,
    told.MissingReminded: reminded,
}
