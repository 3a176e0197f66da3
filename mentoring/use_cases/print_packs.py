"""Print packs: all forms of a group's first session in one file, asked for by whoever leads it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices, signing
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.handouts import OF_PEOPLE, OF_SESSIONS, in_language
from mentoring.ids import GroupId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.packs import PackStage
from mentoring.notices.prints import ChoosePrintGroup, GroupToPrint, PrintCard, PrintedTitle, PrintPackSent
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.permissions import READERS, Actor, authorise, standings_of
from mentoring.permissions import Standing as As
from mentoring.printed import NamedPerson
from mentoring.prints import PrintContents, PrintedForm, PrintOrder, is_printed
from mentoring.refusals import Refusal, Why
from mentoring.signing import Party
from mentoring.use_cases import form_facts, handing_out, issuing, signatures, slot_cards
from mentoring.use_cases.form_cards import Aimed, people_for, sessions_for
from mentoring.use_cases.templates import titled
from mentoring.use_cases.upload_questions import led_groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.kit import Document
    from mentoring.papers import Paper
    from mentoring.people import Membership
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.use_cases.slot_cards import Shelf

_MAY = frozenset({As.MENTOR, As.MANAGER})


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPrint:
    """`group_id` None where it still has to be chosen."""

    by: Acting
    group_id: GroupId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MakePrint:
    by: Acting
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wanted:
    """One form. `party` is whose page of a document it is that several sign."""

    aimed: Aimed
    kind: PaperKind = PaperKind.WHOLE
    party: Party | None = None


def ask(record: Record, command: AskPrint, now: datetime) -> None:
    """What would be printed, before anything is made."""
    actor = authorise(record, command.by, Act.MAKE_PACK, group_id=command.group_id)
    mine = led_groups(record, actor.known())
    if not mine:
        raise Refusal(Why.GONE)
    group_id = command.group_id or (mine[0] if len(mine) == 1 else None)
    if group_id is None:
        groups = tuple(GroupToPrint(group_id=one, name=record.groups.by_id(one).name) for one in mine)
        return notices.answer(record, command.by, actor.known(), ChoosePrintGroup(groups=groups))
    stage = PackStage.ASKING
    if record.packs.prints.under_way(group_id, actor.known().id):
        stage = PackStage.MAKING
    card = replace(_card(record, actor, group_id, stage, now), several=len(mine) > 1)
    return notices.answer(record, command.by, actor.known(), card)


def make(record: Record, command: MakePrint, now: datetime) -> None:
    """Pressed again while one is being made, that one is shown."""
    actor = authorise(record, command.by, Act.MAKE_PACK, group_id=command.group_id)
    reader = actor.known()
    if not record.packs.prints.under_way(command.group_id, reader.id):
        record.packs.prints.ask(command.group_id, reader.id, now)
    notices.answer(record, command.by, reader, _card(record, actor, command.group_id, PackStage.MAKING, now))


def contents_of(record: Record, order: PrintOrder, now: datetime) -> PrintContents | None:
    """With a number for each paper, which is the same one for a day; None, and it is given up, for whoever leads the
    group no more.
    """
    actor = _reading(record, order)
    if not actor.standings & _MAY:
        record.packs.prints.finish(order)
        return None
    on = slot_cards.shelf(record, record.groups.by_id(order.group_id), now)
    forms = [_form(record, on, one, now) for one in _wanted(record, on, actor)]
    return PrintContents(
        order=order,
        group_name=on.group.name,
        on=on.today,
        language=actor.known().language,
        zone=on.programme.zone,
        forms=tuple(forms),
    )


def note_progress(record: Record, contents: PrintContents, done: int, now: datetime) -> None:
    actor = _reading(record, contents.order)
    card = _card(record, actor, contents.order.group_id, PackStage.MAKING, now)
    notices.tell(record, actor.known(), replace(card, done=done, total=len(contents.forms)), PLAIN)


def made(record: Record, contents: PrintContents, name: str, sha256: str, now: datetime) -> None:
    """Sent once, and only to whoever still leads the group."""
    order, actor = contents.order, _reading(record, contents.order)
    if not record.packs.prints.finish(order) or not actor.standings & _MAY:
        return
    ready = replace(_card(record, actor, order.group_id, PackStage.READY, now), total=len(contents.forms))
    notices.tell(record, actor.known(), ready, PLAIN)
    sent = PrintPackSent(
        group_name=contents.group_name,
        on=contents.on,
        name=name,
        sha256=sha256,
        forms=len(contents.forms),
        as_pdf=record.rules.makes_pdfs,
    )
    notices.tell(record, actor.known(), sent, AT_THE_BOTTOM)


def failed(record: Record, order: PrintOrder, now: datetime) -> None:
    if record.packs.prints.finish(order):
        _tell_failed(record, order, now)


def give_up(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Nobody could make it in time: the bot was away, or something else was in the way."""
    for due in dues:
        if due.person_id is not None:
            order = PrintOrder(
                id=due.id, group_id=GroupId(due.subject_id), person_id=due.person_id, asked_at=due.due_at
            )
            _tell_failed(record, order, now)


def _tell_failed(record: Record, order: PrintOrder, now: datetime) -> None:
    actor = _reading(record, order)
    card = _card(record, actor, order.group_id, PackStage.FAILED, now)
    notices.tell(record, actor.known(), card, AT_THE_BOTTOM)


def _reading(record: Record, order: PrintOrder) -> Actor:
    reader = record.people.by_id(order.person_id)
    return Actor(person=reader, standings=standings_of(record, reader, group_id=order.group_id))


def _card(record: Record, actor: Actor, group_id: GroupId, stage: PackStage, now: datetime) -> PrintCard:
    on = slot_cards.shelf(record, record.groups.by_id(group_id), now)
    documents = [one.aimed.document for one in _wanted(record, on, actor)]
    counts = Counter(one.code for one in documents)
    return PrintCard(
        group_id=group_id,
        group_name=on.group.name,
        stage=stage,
        titles=tuple(
            PrintedTitle(title=titled(one), count=counts[one.code]) for one in on.kit.in_use if counts[one.code]
        ),
        total=len(documents),
        as_pdf=record.rules.makes_pdfs,
    )


def _wanted(record: Record, on: Shelf, actor: Actor) -> Sequence[_Wanted]:
    """What is the group's first, then person by person, so that each can be handed theirs."""
    readable = [one for one in on.kit.in_use if is_printed(one) and READERS[one.visibility] & actor.standings & _MAY]
    of_group = [one for one in readable if one.per not in OF_PEOPLE]
    of_people = [_aimed(on, actor, one) for one in readable if one.per in OF_PEOPLE]
    theirs = [(person, aimed) for aimed in of_people for person in people_for(record, aimed)]
    in_order = sorted(theirs, key=lambda one: (one[0].role.value, one[0].id))
    people = [_Wanted(aimed=_for(record, aimed, person)) for person, aimed in in_order]
    return [*(one for document in of_group for one in _of_group(record, on, actor, document)), *people]


def _for(record: Record, aimed: Aimed, person: Membership) -> Aimed:
    """In their own language."""
    if person.person_id is None:
        return aimed
    language = record.people.by_id(person.person_id).language
    spoken = in_language(aimed.document.code, PaperLanguage(language.value), language)
    return replace(aimed, person=person, language=spoken)


def _of_group(record: Record, on: Shelf, actor: Actor, document: Document) -> Iterator[_Wanted]:
    """A document that people sign in different towns comes with a page for each of them, too."""
    aimed = _aimed(on, actor, document)
    if document.per in OF_SESSIONS:
        first = next(iter(reversed(sessions_for(record, aimed))), None)
        aimed = replace(aimed, session=first)
    yield _Wanted(aimed=aimed)
    slot = aimed.slot(record)
    if document.code in signing.IN_PAGES and slot is not None:
        parties = signatures.parties(record, slot, document)
        for person_id in dict.fromkeys(one.person_id for one in parties):
            own = next(one for one in parties if one.person_id == person_id)
            yield _Wanted(aimed=aimed, kind=PaperKind.COUNTERPART, party=own)


def _aimed(on: Shelf, actor: Actor, document: Document) -> Aimed:
    spoken = on.group.language
    language = in_language(document.code, signing.paper_language(document.code, spoken), spoken)
    return Aimed(actor=actor, document=document, programme=on.programme, language=language, group=on.group)


def _form(record: Record, on: Shelf, wanted: _Wanted, now: datetime) -> PrintedForm:
    paper = _paper(record, on, wanted, now)
    known = form_facts.of_paper(record, paper, now)
    own = record.own_templates.find(on.programme.id, paper.code, paper.language) if paper.form_version else None
    signers = _signers(record, on, wanted)
    return PrintedForm(
        title=titled(wanted.aimed.document),
        language=paper.language,
        kind=paper.kind,
        record_id=paper.record_id,
        form_version=paper.form_version,
        template=None if own is None else own.sha256,
        known=known,
        whose="" if known.subject is None else known.subject.name,
        signers=tuple(NamedPerson(name=one.name, role=one.role) for one in signers if not one.as_guardian),
        guardians=tuple(one.name for one in signers if one.as_guardian),
    )


def _paper(record: Record, on: Shelf, wanted: _Wanted, now: datetime) -> Paper:
    """Of what is signed in pages the number that it is signed under."""
    aimed = wanted.aimed
    slot = aimed.slot(record)
    if aimed.document.code not in signing.IN_PAGES or slot is None:
        own = record.own_templates.find(on.programme.id, aimed.document.code, aimed.language)
        return handing_out.issued(record, aimed, own, now)
    this = issuing.Led(actor=aimed.actor, slot=slot, shelf=on, document=aimed.document)
    person_id = None if wanted.party is None else wanted.party.person_id
    return issuing.paper_of(record, this, wanted.kind, person_id, by=aimed.actor.known().id, now=now)


def _signers(record: Record, on: Shelf, wanted: _Wanted) -> Sequence[Party]:
    slot = wanted.aimed.slot(record)
    if slot is None or wanted.aimed.document.code not in signing.IN_PAGES:
        return ()
    parties = signatures.parties(record, slot, wanted.aimed.document)
    return [one for one in parties if wanted.party is None or one.person_id == wanted.party.person_id]
