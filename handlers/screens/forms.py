"""How the templates section looks, and what is ordered when a form is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons import forms as buttons
from handlers.buttons.prints import AskPrintButton
from handlers.buttons.signatures import AskHowToIssueButton, SignaturesButton
from handlers.keyboards import inline, packed
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.handouts import FormOrder, Way
from mentoring.ids import SlotId
from mentoring.kit import Code, Per
from mentoring.notices import forms as told
from mentoring.notices.forms import Asked
from mentoring.papers import PaperLanguage
from texts import form_buttons as labels
from texts import forms as words
from texts import kit
from texts.files import templates_button
from texts.form_facts import facts
from texts.groups import back_button
from texts.prints import print_button
from texts.signature_buttons import board_button, issue_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Characters of a button that stands alone on a phone, and of one that shares its row.
_ALONE = (40,)
_PAIR = (40, 15)
_THREE = (40, 15, 10)
#: The text above says what each is called.
_CODES = (40, 15, 10, 6)


def templates(notice: told.Templates, say: Say) -> Content:
    read: Row = [(labels.read_button(say), buttons.ReadGuideButton())] if notice.confirms else []
    guide: Row = []
    if notice.guide is not None and notice.page == 0:
        guide = [(labels.guide_button(say), _form(_fresh(notice.guide.code, say)))]
    owed: Row = [(_short(f"{kit.mark(one)} {kit.named(say, one)}"), _of_slot(one.slot_id)) for one in notice.owed]
    listed: Row = [(one.title.code, _form(_fresh(one.title.code, say))) for one in notice.documents]
    prints: Row = [(print_button(say), AskPrintButton(group_id=0))] if notice.prints else []
    rows = [[*guide, *read], prints, *packed(owed, widest=_ALONE), *packed(listed, widest=_CODES)]
    turning = _turning(say, notice.page, notice.pages, lambda page: buttons.TemplatesButton(page=page))
    return Content(text=words.templates(say, notice), reply_markup=inline(*rows, turning, way_home(say)))


def door(say: Say) -> Row:
    return [(templates_button(say), buttons.TemplatesButton(page=0))]


def _fresh(code: str, say: Say) -> told.Aim:
    return told.Aim(code=code, language=PaperLanguage(say.language.value))


def _of_slot(slot_id: int) -> Target:
    return buttons.SlotFormButton(slot_id=slot_id)


def _short(label: str) -> str:
    return label if len(label) <= _ALONE[0] else f"{label[: _ALONE[0] - 1]}…"


def _turning(say: Say, page: int, pages: int, key: Callable[[int], Target]) -> Row:
    back: Row = [(labels.page_button(say, onward=False), key(page - 1))] if page > 0 else []
    onward: Row = [(labels.page_button(say, onward=True), key(page + 1))] if page + 1 < pages else []
    return [*back, *onward]


def _form(aim: told.Aim) -> Target:
    return buttons.FormButton(
        code=Code(aim.code),
        language=aim.language,
        group_id=aim.group_id,
        person_id=aim.person_id,
        session_id=aim.session_id,
    )


def _ask(aim: told.Aim, asked: Asked, page: int = 0) -> Target:
    return buttons.AskAimButton(
        code=Code(aim.code),
        language=aim.language,
        group_id=aim.group_id,
        person_id=aim.person_id,
        session_id=aim.session_id,
        asked=asked,
        page=page,
    )


def _take(aim: told.Aim, way: Way) -> Target:
    return buttons.TakeFormButton(
        code=Code(aim.code),
        language=aim.language,
        group_id=aim.group_id,
        person_id=aim.person_id,
        session_id=aim.session_id,
        way=way,
    )


def card(notice: told.FormCard, say: Say) -> Content:
    aim = notice.aim
    fill: Row = [(_short(labels.fill_button(say, notice)), _take(aim, Way.FILLED))] if notice.filled else []
    pdf: Row = [(labels.pdf_button(say), _take(aim, Way.FOR_PRINT))] if notice.for_print else []
    blank: Row = [
        (labels.blank_button(say, read_only=notice.per is Per.NOBODY), _take(aim, Way.BLANK)),
        *pdf,
    ]
    languages: Row = [
        (labels.language_button(one, chosen=one is aim.language), _form(replace(aim, language=one)))
        for one in notice.languages
    ]
    back: Row = [(back_button(say), buttons.TemplatesButton(page=0)), *way_home(say)]
    rows = [
        fill,
        _signing(notice, say),
        *packed(_open_choices(notice, say), widest=_PAIR),
        blank,
        *packed(languages, widest=_THREE),
        back,
    ]
    return Content(text=words.card(say, notice), reply_markup=inline(*rows))


def _signing(notice: told.FormCard, say: Say) -> Row:
    if notice.slot_id is None:
        return []
    of = SlotId(notice.slot_id)
    if notice.signing:
        return [(board_button(say), SignaturesButton(slot_id=of))]
    return [(issue_button(say), AskHowToIssueButton(slot_id=of))] if notice.can_issue else []


def _open_choices(notice: told.FormCard, say: Say) -> Row:
    """First what still has to be chosen."""
    aim, keys = notice.aim, list[tuple[str, "Target"]]()
    if notice.several_people:
        label = labels.whom_button(say) if aim.person_id else labels.first_whom_button(say)
        keys.append((label, _ask(aim, Asked.PERSON)))
    if notice.several_sessions:
        label = labels.which_session_button(say) if aim.session_id else labels.first_session_button(say)
        keys.append((label, _ask(aim, Asked.SESSION)))
    if notice.several_groups:
        label = labels.which_group_button(say, chosen=bool(aim.group_id))
        keys.append((label, _ask(_without_group(aim), Asked.GROUP)))
    return keys


def _without_group(aim: told.Aim) -> told.Aim:
    return replace(aim, group_id=0, person_id=0, session_id=0)


def choose(notice: told.ChooseAim, say: Say) -> Content:
    keys: Row = [(_short(labels.choice_button(say, one)), _form(_chosen(notice, one.id))) for one in notice.choices]
    turning = _turning(say, notice.page, notice.pages, lambda page: _ask(notice.aim, notice.asked, page))
    back: Row = [(back_button(say), _form(notice.aim)), *way_home(say)]
    return Content(text=words.choose(say, notice), reply_markup=inline(*packed(keys, widest=_PAIR), turning, back))


def _chosen(notice: told.ChooseAim, number: int) -> told.Aim:
    match notice.asked:
        case Asked.GROUP:
            return replace(notice.aim, group_id=number, person_id=0, session_id=0)
        case Asked.PERSON:
            return replace(notice.aim, person_id=number)
        case Asked.SESSION:
            return replace(notice.aim, session_id=number)


def sent(notice: told.FormSent, say: Say) -> Content:
    code = Code(notice.title.code)
    order = FormOrder(
        code=code,
        language=notice.language,
        kind=notice.kind,
        record_id=notice.record_id,
        form_version=notice.form_version,
        template=notice.template,
        facts=facts(code, notice.known, notice.language),
        as_pdf=notice.way is Way.FOR_PRINT,
    )
    attached = Attached(kind="document", form=order, file_name=notice.file_name)
    how: Row = [] if notice.read_only else [(labels.how_back_button(say), buttons.HowToSendBackButton())]
    return Content(text=words.sent(say, notice), attachments=(attached,), reply_markup=inline(how))


def failed(notice: told.FormFailed, say: Say) -> Content:
    return Content(text=words.failed(say, notice), reply_markup=inline(door(say), way_home(say)))


def not_made(notice: told.FormsNotMade, say: Say) -> Content:
    return Content(text=words.not_made(say, notice))


def how_back(_: told.HowToSendBack, say: Say) -> Content:
    return Content(text=words.how_back(say), reply_markup=inline(door(say), way_home(say)))


SCREENS: Screens = {
    told.Templates: templates,
    told.FormCard: card,
    told.ChooseAim: choose,
    told.FormSent: sent,
    told.FormFailed: failed,
    told.FormsNotMade: not_made,
    told.HowToSendBack: how_back,
}
