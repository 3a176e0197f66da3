"""The contract by phone: issued, signed in several towns, photographed, looked at, complete, filed, and a copy each."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from mentoring.files import Keeping
from mentoring.ids import GroupId
from mentoring.kit import Code
from mentoring.papers import HAVE_SIGNED, SignerState
from mentoring.people import Language, MembershipState, Reachability, Role
from mentoring.slots import SlotKey, SlotState
from simulator.watching import PATIENCE_SECONDS
from tests.e2e import paper_forms
from tests.e2e.a_group import ZONE, all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.kept_files import becomes

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.papers import Paper
    from mentoring.slots import Slot
    from simulator.persons import Person
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    language: Language
    files: str
    templates: str
    contract: str
    issue: str
    each: str
    signed: str
    needed: str
    to_sign: str
    get: str
    own_page: str
    whose: str
    how: str
    flat: str
    send: str
    here: str
    not_readable: str
    no_signature: str
    back: str
    none_yet: str
    there: str
    done: str
    open_row: str
    remind: str
    reminded: str
    all: str
    file: str
    document: str
    who: str
    complete: str
    file_all: str
    filed: str
    copy: str
    corrected: str
    this_page: str
    toolbar: str


EN = Words(
    language=Language.EN,
    files="Files",
    templates="📑 Templates",
    contract="T04",
    issue="✍️ Issue for signing",
    each="📄 A page each",
    signed="{} of {} signed",
    needed="your signature is needed",
    to_sign="Next: sign “Contract” of Nova.",
    get="📄 Get my page",
    own_page="I recognise it by its number",
    whose="the page of",
    how="📷 How to photograph",
    flat="Lay the page flat",
    send="📨 Send",
    here="your page is here",
    not_readable="Not readable",
    no_signature="✍️ No signature",
    back="your page came back",
    none_yet="There is no signature on the page yet",
    there="✅ Signed",
    done="your signature is here",
    open_row="Is the signature there?",
    remind="🔔 Remind who is missing",
    reminded="people are reminded",
    all="☑ All of them",
    file="📁 File",
    document="Contract",
    who="who has signed on this scan?",
    complete="is signed by everybody",
    file_all="📁 File all pages",
    filed="All pages are filed",
    copy="This is your copy",
    corrected="corrected version",
    this_page="📄 Get this page",
    toolbar="File it in a toolbar",
)
BG = Words(
    language=Language.BG,
    files="Файлове",
    templates="📑 Формуляри",
    contract="T04",
    issue="✍️ Даване за подпис",
    each="📄 По страница за всеки",
    signed="{} от {} подписа",
    needed="нужен е Вашият подпис",
    to_sign="Следва: подпишете „Договор“ (Nova).",
    get="📄 Моята страница",
    own_page="Ще позная листа по номера",
    whose="страница за подпис на",
    how="📷 Как да снимам",
    flat="Поставете страницата",
    send="📨 Изпращане",
    here="страницата Ви е получена",
    not_readable="Не се чете",
    no_signature="✍️ Липсва подпис",
    back="страницата Ви се върна",
    none_yet="На страницата още няма подпис",
    there="✅ Има подпис",
    done="подписът Ви е налице",
    open_row="Има ли подпис на нея?",
    remind="🔔 Напомняне до липсващите",
    reminded="души",
    all="☑ Всички",
    file="📁 Добавяне",
    document="Договор",
    who="чии подписи има на този лист?",
    complete="е с подписите на всички",
    file_all="📁 Добавяне на всички страници",
    filed="Всички страници са добавени",
    copy="Това е Вашето копие",
    corrected="Поправена версия",
    this_page="📄 Тази страница",
    toolbar="Към документите на група",
)
SPEAKING = pytest.mark.parametrize("words", [EN, BG], ids=["en", "bg"])


@SPEAKING
async def test_a_contract_is_signed_in_several_towns_and_filed(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    await joins_on_paper(house, "Stoyan")
    await is_issued(nova, words)
    await nova.maria.sees(words.signed.format(0, 5))

    await vera_signs(house, nova, words)
    await stoyan_signs(house, nova, words)
    assert await states(house) == {
        "Maria": SignerState.MISSING,
        "Anton": SignerState.MISSING,
        "Vera": SignerState.SIGNED,
        "Ilya": SignerState.MISSING,
        "Stoyan": SignerState.SIGNED,
    }

    # Galya joins late, and is asked at once. Only who is missing is reminded.
    galya = await joins_late(house, "Galya", words.language)
    await galya.starts()
    await galya.sees(words.needed)
    await galya.presses(words.get)
    await galya.sees(words.own_page)
    board = await nova.maria.sees(words.signed.format(2, 6))
    await nova.maria.presses(words.remind, on=board)
    await nova.ilya.sees(words.needed)
    await photographs(house, nova.ilya, "Ilya", words)
    await photographs(house, galya, "Galya", words)
    for name in ("Ilya", "Galya"):
        await row(house, nova.maria, name, words, 6)
        await nova.maria.presses(words.there)
        await all_is_handled(house)

    # Maria has the paper on which she and Anton signed.
    await nova.maria.sends_document("scan.pdf", paper_forms.a_pdf())
    await files_contract(house, nova, words)
    await becomes(house.bot, Keeping.STORED)
    await nova.anton.sees(words.complete, in_=nova.chat)
    assert (await contract(house)).state is SlotState.ACCEPTED
    assert set((await states(house)).values()) <= HAVE_SIGNED

    board = await nova.maria.sees(words.signed.format(6, 6))
    await nova.maria.presses(words.file_all, on=board)
    await nova.maria.sees(words.filed)
    for person in (nova.vera, nova.ilya, galya, nova.anton, nova.maria):
        given = await person.sees(words.copy)
        names = [name_of(one) for one in person.messages() if one.file and one.message_id >= given.message_id]
        assert names
        assert [one for one in names if not one.startswith("T04_Nova_")] == []
    assert (await contract(house)).state is SlotState.FILED


async def vera_signs(house: House, nova: Managed, words: Words) -> None:
    """The page out, a photograph that cannot be read, one without a signature, and one that is right."""
    await nova.vera.sees(words.needed)
    await nova.vera.says("/home")
    await nova.vera.sees(words.to_sign)
    await nova.vera.presses("▶")
    await nova.vera.presses(words.get)
    assert "T04_Nova_Vera" in name_of(await nova.vera.sees(words.own_page))
    await nova.vera.presses(words.how)
    await nova.vera.sees(words.flat)
    await photographs(house, nova.vera, "Vera", words)
    await nova.vera.sees(words.here)
    await row(house, nova.maria, "Vera", words)
    await nova.maria.presses(words.not_readable)
    await nova.vera.sees(words.back)
    await photographs(house, nova.vera, "Vera", words, quality=1)
    await row(house, nova.maria, "Vera", words)
    await nova.maria.presses(words.no_signature)
    await nova.vera.sees(words.none_yet)
    await photographs(house, nova.vera, "Vera", words, quality=2)
    await row(house, nova.maria, "Vera", words)
    await nova.maria.presses(words.there)
    await nova.vera.sees(words.done)
    await nova.maria.sees(words.signed.format(1, 5))


async def stoyan_signs(house: House, nova: Managed, words: Words) -> None:
    """He has no Telegram: his mentor takes the page to him, and sends what he signed."""
    board = await nova.anton.sees(words.signed.format(1, 5))
    await nova.anton.presses("Stoyan", on=board)
    await nova.anton.presses(words.this_page)
    assert "T04_Nova_Stoyan" in name_of(await nova.anton.sees(words.whose))
    await nova.anton.sends_document("stoyan.docx", paper_forms.as_word(await page_of(house, "Stoyan")))
    await nova.anton.presses("Stoyan (Nova)")
    await has_come(house, "Stoyan")
    await row(house, nova.maria, "Stoyan", words)
    await nova.maria.presses(words.there)
    await all_is_handled(house)


async def is_issued(nova: Managed, words: Words) -> None:
    await nova.maria.says(words.files)
    await nova.maria.presses(words.templates)
    await nova.maria.presses(words.contract)
    await nova.maria.presses(words.issue)
    await nova.maria.presses(words.each)


async def row(house: House, reader: Person, name: str, words: Words, of: int = 5) -> View:
    """Their row of the board, as a card with what came."""
    board = await reader.sees(words.signed.format("", of).strip())
    await reader.presses(name, on=board)
    await all_is_handled(house)
    return await reader.sees(words.open_row)


async def photographs(house: House, person: Person, name: str, words: Words, *, quality: int = 0) -> None:
    """Each time another picture, all with the number of their page."""
    paper = await page_of(house, name)
    picture = paper_forms.as_photograph(paper) + b"\x00" * quality
    if quality:
        await person.presses(words.corrected)
    await person.sends_photo(picture)
    await person.presses(words.send)
    await has_come(house, name)


async def has_come(house: House, name: str) -> None:
    """Their page, and the bot knows whose it is."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await states(house))[name] is not SignerState.SENT:
            pass


async def files_contract(house: House, nova: Managed, words: Words) -> None:
    await nova.maria.presses(words.toolbar)
    await nova.maria.presses(words.document)
    question = await nova.maria.sees(words.who)
    await nova.maria.presses(words.all, on=question)
    await nova.maria.presses(words.file)
    await all_is_handled(house)


def name_of(view: View) -> str:
    assert view.file is not None
    return view.file.name


async def contract(house: House) -> Slot:
    def read(record: SqlRecord, _: datetime) -> Slot:
        slot = record.slots.by_key(SlotKey(group_id=GroupId(1), code=Code("T04")))
        assert slot is not None
        return slot

    return await house.bot.changes.make(read)


async def states(house: House) -> dict[str, SignerState]:
    slot = await contract(house)
    rows = await house.bot.changes.make(lambda record, _: record.signers.of_slot(slot.id))
    return {one.name: one.state for one in rows}


async def page_of(house: House, name: str) -> Paper:
    """The page that was issued for them, or is when they take it."""
    slot = await contract(house)

    def read(record: SqlRecord, _: datetime) -> Paper:
        ids = {one.name: one.person_id for one in record.signers.of_slot(slot.id)}
        return next(one for one in record.papers.of_slot(slot.id) if one.person_id == ids[name])

    return await house.bot.changes.make(read)


async def joins_on_paper(house: House, name: str) -> None:
    def join(record: SqlRecord, now: datetime) -> None:
        group = record.groups.by_id(GroupId(1))
        person = record.people.add(telegram_id=None, name=name, language=group.language, zone=ZONE, now=now)
        record.people.save(replace(person, reachability=Reachability.ON_PAPER))
        listed = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name=name, now=now)
        record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))

    await house.bot.changes.make(join)


async def joins_late(house: House, name: str, language: Language) -> Person:
    user = house.person(name, speaks=language)

    def join(record: SqlRecord, now: datetime) -> None:
        person = record.people.add(telegram_id=user.id, name=name, language=language, zone=ZONE, now=now)
        listed = record.memberships.expect(group_id=GroupId(1), role=Role.MENTEE, name=name, now=now)
        record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))

    await user.starts()
    await house.bot.changes.make(join)
    return user
