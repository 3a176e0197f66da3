"""A manager's choices about the kit of a programme: documents on and off, and their titles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.groups import OptionalTool, Programme
from mentoring.handouts import is_read_only, languages_of
from mentoring.kit import Code, Document, DocumentChoice, Kit
from mentoring.notices.kit_choices import AskTitle, Chosen, KitChoices, KitDocument, OwnFile
from mentoring.people import Language, Person
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import past_slots
from mentoring.use_cases.kits import kit_for
from mentoring.use_cases.programme_cards import managed
from mentoring.use_cases.templates import A_PAGE, titled
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record

LONGEST_TITLE = 80
_OPTIONAL = frozenset(tool.value for tool in OptionalTool)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenKit:
    by: Acting
    programme_id: int
    page: int = 0


def open_kit(record: Record, command: OpenKit, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    record.prompts.close(command.by.telegram_id)
    kit = kit_for(record, programme)
    own = {one.code for one in record.own_templates.of_programme(programme.id)}
    documents = [_chosen(kit, one, own=one.code in own) for one in kit.documents.values()]
    pages = max(-(-len(documents) // A_PAGE), 1)
    page = min(max(command.page, 0), pages - 1)
    card = KitChoices(
        programme_id=programme.id,
        programme=programme.name,
        documents=tuple(documents[page * A_PAGE : (page + 1) * A_PAGE]),
        page=page,
        pages=pages,
    )
    notices.answer(record, command.by, manager, card)


def _chosen(kit: Kit, document: Document, *, own: bool) -> Chosen:
    return Chosen(title=titled(document), mandatory=document.mandatory, used=document.code in kit, own=own)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfDocument:
    by: Acting
    programme_id: int
    code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Choosing:
    """A document of a programme that whoever acts manages."""

    manager: Person
    programme: Programme
    kit: Kit
    document: Document


def choosing(record: Record, by: Acting, programme_id: int, code: str) -> Choosing:
    """Raises Refusal for anybody else's programme, and for what its definition does not know."""
    manager, programme = managed(record, by, programme_id)
    kit = kit_for(record, programme)
    document = kit.find(Code(code))
    if document is None:
        raise Refusal(Why.GONE)
    return Choosing(manager=manager, programme=programme, kit=kit, document=document)


def open_document(record: Record, command: OfDocument, now: datetime) -> None:
    of = choosing(record, command.by, command.programme_id, command.code)
    record.prompts.close(command.by.telegram_id)
    show(record, command.by, of)


def show(record: Record, by: Acting, of: Choosing) -> None:
    code = of.document.code
    own = [one for one in record.own_templates.of_programme(of.programme.id) if one.code == code]
    card = KitDocument(
        programme_id=of.programme.id,
        title=titled(of.document),
        used=code in of.kit,
        can_be_dropped=not of.document.mandatory and code in _OPTIONAL,
        renamed=bool(_choice(record, of).titles),
        languages=languages_of(code),
        own=tuple(OwnFile(language=one.language, name=one.name) for one in own),
    )
    notices.answer(record, by, of.manager, card)


def toggle_document(record: Record, command: OfDocument, now: datetime) -> None:
    """What is switched on may ask about the past."""
    of = choosing(record, command.by, command.programme_id, command.code)
    if of.document.mandatory or of.document.code not in _OPTIONAL:
        raise Refusal(Why.NOT_ALLOWED)
    tool = OptionalTool(of.document.code)
    used = set(of.programme.optional_tools) ^ {tool}
    changed = replace(of.programme, optional_tools=tuple(one for one in OptionalTool if one in used))
    record.programmes.save(changed)
    show(record, command.by, choosing(record, command.by, command.programme_id, command.code))
    if tool in used and not is_read_only(of.document):
        past_slots.ask_about_past(record, of.manager, changed, tool, now)


def ask_title(record: Record, command: OfDocument, now: datetime) -> None:
    of = choosing(record, command.by, command.programme_id, command.code)
    _ask(record, command.by, of, "", now)


def title_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """English first, then Bulgarian; no leaves it as it is."""
    of = choosing(record, by, prompt.number("programme_id"), prompt.words("code"))
    title, english = names.cleaned_words(text), prompt.words("en")
    if understood(text) is False:
        return open_document(record, OfDocument(by=by, programme_id=of.programme.id, code=of.document.code), now)
    if not 0 < len(title) <= LONGEST_TITLE or not any(char.isalnum() for char in title):
        return _ask(record, by, of, english, now, misread=True)
    if not english:
        return _ask(record, by, of, title, now)
    titles = {Language.EN: english, Language.BG: title}
    _save(record, of, replace(_choice(record, of), titles=titles), now)
    record.prompts.close(by.telegram_id)
    return show(record, by, choosing(record, by, of.programme.id, of.document.code))


def standard_title(record: Record, command: OfDocument, now: datetime) -> None:
    of = choosing(record, command.by, command.programme_id, command.code)
    _save(record, of, replace(_choice(record, of), titles=None), now)
    show(record, command.by, choosing(record, command.by, command.programme_id, command.code))


def _ask(record: Record, by: Acting, of: Choosing, english: str, now: datetime, *, misread: bool = False) -> None:
    draft: dict[str, str | int] = {"programme_id": of.programme.id, "code": of.document.code, "en": english}
    record.prompts.ask(
        Prompt(telegram_id=by.telegram_id, asking=Asking.DOCUMENT_TITLE, draft=draft, expires_at=now + VALID)
    )
    language = Language.BG if english else Language.EN
    question = AskTitle(programme_id=of.programme.id, title=titled(of.document), language=language, misread=misread)
    notices.answer(record, by, of.manager, question)


def _choice(record: Record, of: Choosing) -> DocumentChoice:
    """As it is now."""
    code = of.document.code
    found = (one for one in record.document_choices.of_programme(of.programme.id) if one.code == code)
    return next(found, DocumentChoice(code=code))


def _save(record: Record, of: Choosing, choice: DocumentChoice, now: datetime) -> None:
    record.document_choices.save(of.programme.id, choice, by=of.manager.id, now=now)
