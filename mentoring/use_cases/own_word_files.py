"""A manager puts a Word file of their own into the place of one of our forms: only from the programme's settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.file_names import filed_name
from mentoring.files import FileKind, Received
from mentoring.handouts import languages_of
from mentoring.notices import PLAIN
from mentoring.notices.kit_choices import AskWordFile, FormPreview, WordFileLookedAt, WordFileRefused, WordFileTaken
from mentoring.own_templates import LARGEST, Faulty, OwnTemplate, ToCheck
from mentoring.papers import PaperLanguage
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import form_facts
from mentoring.use_cases.kit_choices import Choosing, OfDocument, choosing, open_document, show
from mentoring.use_cases.templates import titled
from mentoring.use_cases.yes_no import understood
from mentoring.zones import wall

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record

#: Of what is wrong with a file, as much as somebody reads.
_SHOWN = 8
_ENDING = ".docx"


@dataclass(frozen=True, kw_only=True, slots=True)
class OfFile:
    by: Acting
    programme_id: int
    code: str
    language: PaperLanguage


def ask_file(record: Record, command: OfFile, now: datetime) -> None:
    of = _of(record, command)
    _ask(record, command.by, of, command.language, now)


def _of(record: Record, command: OfFile) -> Choosing:
    of = choosing(record, command.by, command.programme_id, command.code)
    if command.language not in languages_of(of.document.code):
        raise Refusal(Why.GONE)
    return of


def _ask(
    record: Record, by: Acting, of: Choosing, language: PaperLanguage, now: datetime, *, unfit: bool = False
) -> None:
    draft: dict[str, str | int] = {
        "programme_id": of.programme.id,
        "code": of.document.code,
        "language": language.value,
        "file_id": "",
        "name": "",
    }
    _keep(record, by.telegram_id, draft, now)
    question = AskWordFile(programme_id=of.programme.id, title=titled(of.document), language=language, unfit=unfit)
    notices.answer(record, by, of.manager, question)


def _keep(record: Record, telegram_id: int, draft: dict[str, str | int], now: datetime) -> None:
    record.prompts.ask(Prompt(telegram_id=telegram_id, asking=Asking.OWN_TEMPLATE, draft=draft, expires_at=now + VALID))


def take_file(record: Record, by: Acting, file: Received, now: datetime) -> bool:
    """Whether a Word file is what this person was asked for; it is looked at before anybody gets a form of it."""
    prompt = record.prompts.of(by.telegram_id, now)
    if by.chat_kind is not ChatKind.PRIVATE or prompt is None or prompt.asking is not Asking.OWN_TEMPLATE:
        return False
    of = choosing(record, by, prompt.number("programme_id"), prompt.words("code"))
    if not _is_word_file(file):
        _ask(record, by, of, PaperLanguage(prompt.words("language")), now, unfit=True)
        return True
    _keep(record, by.telegram_id, {**prompt.draft, "file_id": file.file_id, "name": file.name}, now)
    record.own_templates.await_check()
    notices.answer(record, by, of.manager, WordFileLookedAt(title=titled(of.document)))
    return True


def _is_word_file(file: Received) -> bool:
    is_named_so = file.kind is FileKind.DOCUMENT and file.name.lower().endswith(_ENDING)
    return is_named_so and 0 < (file.size or 1) <= LARGEST


def words_instead(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """No gives it up; anything else is asked once more."""
    programme_id, code = prompt.number("programme_id"), prompt.words("code")
    if understood(text) is False:
        return open_document(record, OfDocument(by=by, programme_id=programme_id, code=code), now)
    of = choosing(record, by, programme_id, code)
    return _ask(record, by, of, PaperLanguage(prompt.words("language")), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class FileChecked:
    """`sha256` and `size` of our copy; `plain` when the file asks for nothing that we know."""

    file: ToCheck
    sha256: str = ""
    size: int = 0
    faults: tuple[Faulty, ...] = ()
    plain: bool = False


def file_checked(record: Record, told: FileChecked, now: datetime) -> None:
    """Nothing where its sender has sent another one since, or manages that programme no more."""
    file = told.file
    prompt = record.prompts.of(file.telegram_id, now)
    is_asked = prompt is not None and prompt.asking is Asking.OWN_TEMPLATE and prompt.words("file_id") == file.file_id
    if prompt is None or not is_asked:
        return None
    try:
        of = choosing(record, _acting(file), file.programme_id, file.code)
    except Refusal:
        return record.prompts.close(file.telegram_id)
    if told.faults:
        _keep(record, file.telegram_id, {**prompt.draft, "file_id": ""}, now)
        refused = WordFileRefused(
            programme_id=file.programme_id,
            title=titled(of.document),
            language=file.language,
            faults=told.faults[:_SHOWN],
            more=len(told.faults[_SHOWN:]),
        )
        notices.tell(record, of.manager, refused)
        return None
    record.prompts.close(file.telegram_id)
    return _take(record, of, told, now)


def _acting(file: ToCheck) -> Acting:
    return Acting(telegram_id=file.telegram_id, chat_id=file.telegram_id)


def _take(record: Record, of: Choosing, told: FileChecked, now: datetime) -> None:
    file = told.file
    own = OwnTemplate(
        programme_id=file.programme_id,
        code=file.code,
        language=file.language,
        sha256=told.sha256,
        size=told.size,
        name=file.name,
        sent_by=of.manager.id,
        sent_at=now,
    )
    record.own_templates.save(own)
    taken = WordFileTaken(
        programme_id=file.programme_id, title=titled(of.document), language=file.language, plain=told.plain
    )
    notices.tell(record, of.manager, taken)
    _preview(record, of, file.language, now)


def preview(record: Record, command: OfFile, now: datetime) -> None:
    _preview(record, _of(record, command), command.language, now)


def _preview(record: Record, of: Choosing, language: PaperLanguage, now: datetime) -> None:
    own = record.own_templates.find(of.programme.id, of.document.code, language)
    day = wall(now, of.programme.zone).date()
    shown = FormPreview(
        title=titled(of.document),
        language=language,
        known=form_facts.of_blank(of.programme, now),
        template=None if own is None else own.sha256,
        file_name=filed_name(of.document.code, "preview", language, day, version=1, ending="docx"),
    )
    notices.tell(record, of.manager, shown, PLAIN)


def back_to_standard(record: Record, command: OfFile, now: datetime) -> None:
    of = _of(record, command)
    record.own_templates.drop(of.programme.id, of.document.code, command.language)
    show(record, command.by, of)
