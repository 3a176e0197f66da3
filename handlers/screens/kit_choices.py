"""How it looks what a manager decides about the documents of a programme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons import kit_choices as buttons
from handlers.keyboards import inline, packed
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.handouts import FormOrder
from mentoring.kit import Code
from mentoring.notices import kit_choices as told
from mentoring.papers import PaperLanguage
from mentoring.people import Language, Role
from mentoring.printed import Known, NamedPerson, Subject
from texts import kit
from texts import kit_choices as words
from texts.form_buttons import page_button
from texts.form_facts import facts
from texts.groups import back_button
from texts.say import Say

if TYPE_CHECKING:
    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens

#: Characters of a button that stands alone on a phone, and of one that shares its row.
_PAIR = (40, 15)


def choices(notice: told.KitChoices, say: Say) -> Content:
    of = notice.programme_id
    keys: Row = [
        (_short(f"{words.mark(one)} {one.title.code} {kit.title(say, one.title)}"), _document(of, one.title.code))
        for one in notice.documents
    ]
    back: Row = [(page_button(say, onward=False), buttons.KitButton(programme_id=of, page=notice.page - 1))]
    onward: Row = [(page_button(say, onward=True), buttons.KitButton(programme_id=of, page=notice.page + 1))]
    turning = [*(back if notice.page else []), *(onward if notice.page + 1 < notice.pages else [])]
    markup = inline(*packed(keys, widest=_PAIR), turning, way_home(say))
    return Content(text=words.choices(say, notice), reply_markup=markup)


def _short(label: str) -> str:
    return label if len(label) <= _PAIR[0] else f"{label[: _PAIR[0] - 1]}…"


def _document(programme_id: int, code: str) -> Target:
    return buttons.KitDocumentButton(programme_id=programme_id, code=Code(code))


def document(notice: told.KitDocument, say: Say) -> Content:
    of, code = notice.programme_id, Code(notice.title.code)
    toggle = (words.toggle_button(say, used=notice.used), buttons.ToggleDocumentButton(programme_id=of, code=code))
    rename = (words.rename_button(say), buttons.RenameDocumentButton(programme_id=of, code=code))
    standard = (words.standard_title_button(say), buttons.StandardTitleButton(programme_id=of, code=code))
    keys: Row = [
        *([toggle] if notice.can_be_dropped else []),
        rename,
        *([standard] if notice.renamed else []),
        *_of_files(notice, say),
    ]
    back: Row = [(back_button(say), buttons.KitButton(programme_id=of, page=0)), *way_home(say)]
    return Content(text=words.document(say, notice), reply_markup=inline(*packed(keys, widest=_PAIR), back))


def _of_files(notice: told.KitDocument, say: Say) -> Row:
    of, code, keys = notice.programme_id, Code(notice.title.code), list[tuple[str, "Target"]]()
    own = {one.language for one in notice.own}
    for language in notice.languages:
        send = buttons.SendWordFileButton(programme_id=of, code=code, language=language)
        look = buttons.PreviewButton(programme_id=of, code=code, language=language)
        keys += [(words.word_file_button(language), send), (words.preview_button(say, language), look)]
        if language in own:
            standard = buttons.StandardFormButton(programme_id=of, code=code, language=language)
            keys.append((words.standard_form_button(say, language), standard))
    return keys


def ask_title(notice: told.AskTitle, say: Say) -> Content:
    return _with_way_back(words.ask_title(say, notice), say, notice.programme_id, notice.title.code)


def ask_word_file(notice: told.AskWordFile, say: Say) -> Content:
    return _with_way_back(words.ask_word_file(say, notice), say, notice.programme_id, notice.title.code)


def taken(notice: told.WordFileTaken, say: Say) -> Content:
    return _with_way_back(words.taken(say, notice), say, notice.programme_id, notice.title.code)


def _with_way_back(text: str, say: Say, programme_id: int, code: str) -> Content:
    back: Row = [(back_button(say), _document(programme_id, code)), *way_home(say)]
    return Content(text=text, reply_markup=inline(back))


def looked_at(notice: told.WordFileLookedAt, say: Say) -> Content:
    return Content(text=words.looked_at(say, notice))


def refused(notice: told.WordFileRefused, say: Say) -> Content:
    of, code = notice.programme_id, Code(notice.title.code)
    again = buttons.SendWordFileButton(programme_id=of, code=code, language=notice.language)
    rows: list[Row] = [
        [(words.send_again_button(say), again)],
        [(back_button(say), _document(of, code)), *way_home(say)],
    ]
    return Content(text=words.refused(say, notice), reply_markup=inline(*rows))


def preview(notice: told.FormPreview, say: Say) -> Content:
    code = Code(notice.title.code)
    spoken = Say(Language.EN if notice.language is PaperLanguage.EN else Language.BG, say.zone)
    order = FormOrder(
        code=code,
        language=notice.language,
        template=notice.template,
        facts=facts(code, _sample(notice.known, spoken), notice.language),
    )
    attached = Attached(kind="document", form=order, file_name=notice.file_name)
    return Content(text=words.preview(say, notice), attachments=(attached,))


def _sample(known: Known, say: Say) -> Known:
    mentor, mentees = words.sample_mentor(say), words.sample_mentees(say)
    members = [(mentor, Role.MENTOR), *((one, Role.MENTEE) for one in mentees)]
    return replace(
        known,
        group=words.sample_group(say),
        managers=(mentor,),
        members=tuple(NamedPerson(name=name, role=role) for name, role in members),
        subject=Subject(name=mentees[0], role=Role.MENTEE, language=say.language, zone=known.zone),
    )


SCREENS: Screens = {
    told.KitChoices: choices,
    told.KitDocument: document,
    told.AskTitle: ask_title,
    told.AskWordFile: ask_word_file,
    told.WordFileLookedAt: looked_at,
    told.WordFileRefused: refused,
    told.WordFileTaken: taken,
    told.FormPreview: preview,
}
