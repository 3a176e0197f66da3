"""Every way in which a file can come × everybody there is × every folder it could end up in: a table written by hand.

Whoever sends it presses every button that could follow, and types a reason. A way, a question or a use case that
brings files somewhere without a row here fails.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, func, select
from telegram import Update
from telegram.ext import MessageHandler

import handlers.routes
from bot import current_update
from bot.dispatching import Dispatch, build_dispatch
from bot.ingest import ALLOWED_UPDATES
from bot.programme import rules_of
from config.programme import load_programme
from handlers.buttons import files, scans, submissions
from handlers.codec import Button, pack
from handlers.files import received
from mentoring.acting import ChatKind
from mentoring.files import FileKind
from mentoring.filings import FilingState
from mentoring.ids import FilingId, GroupId, SubmissionId, UploadId
from mentoring.kit import Toolbar
from mentoring.people import Language, Role
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal
from mentoring.scans import ScanDeed
from mentoring.submissions import DRAFTS
from mentoring.use_cases.albums import settle_album
from mentoring.use_cases.due import do_what_is_due
from storage import cards
from storage.cards import Card
from storage.inbox import Arrival
from storage.record import SqlRecord
from storage.tables.documents import filings, uploads
from storage.tables.submissions import submission_moves
from storage.tables.submissions import submissions as submissions_table
from tests.handlers.a_peopled_record import ME, MESSAGE, NOW, PEOPLE, a_peopled_record
from tests.handlers.test_permission_matrix import (
    LEADERS_OF_NOVA,
    MANAGER,
    MENTEES_OF_NOVA,
    NOBODY,
    VERA,
    _update,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handlers.desk import CommandT, UseCase

RULES = rules_of(load_programme())
NOVA, WORK, FILED = GroupId(1), SubmissionId(1), FilingId(1)
#: Mentors another group of the programme, and stands in for Nova's mentor now.
DEPUTY = "known"
FILERS = LEADERS_OF_NOVA | {DEPUTY}


class Folder(StrEnum):
    """FORUM is a submission with the mentor; TEMPLATES the forms that everybody takes from the bot."""

    FORUM = "forum"
    MANAGING = "managing"
    MONITORING = "monitoring"
    TEMPLATES = "templates"


TOOLBARS = {Toolbar.MANAGING: Folder.MANAGING, Toolbar.MONITORING: Folder.MONITORING}
Reach = dict[Folder, frozenset[str]]

#: In private a mentee hands in, a leader files; nobody makes a template.
IN_PRIVATE: Reach = {Folder.FORUM: MENTEES_OF_NOVA, Folder.MANAGING: FILERS, Folder.MONITORING: FILERS}
#: In the group's chat a mentee is asked, and nobody else is.
IN_THE_GROUP: Reach = {Folder.FORUM: MENTEES_OF_NOVA}
NOWHERE: Reach = {}

DOCUMENT = {"file_id": "d", "file_unique_id": "du", "file_name": "scan.pdf", "file_size": 9}
WORD_FILE = {**DOCUMENT, "file_name": "ours.docx"}
PHOTO = [{"file_id": "p", "file_unique_id": "pu", "width": 900, "height": 1200, "file_size": 9}]
VIDEO = {"file_id": "v", "file_unique_id": "vu", "width": 9, "height": 9, "duration": 3, "file_size": 9}
VOICE = {"file_id": "s", "file_unique_id": "su", "duration": 3, "file_size": 9}
ANIMATION = {"document": DOCUMENT, "animation": {**VIDEO, "file_name": "a.mp4"}}
STICKER = {
    "file_id": "st",
    "file_unique_id": "stu",
    "type": "regular",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
}
FORWARDED = {"type": "user", "date": 1, "sender_user": {"id": 1, "is_bot": False, "first_name": "X"}}
CARD = {"message_id": 3, "date": 1, "chat": {"id": 1, "type": "private", "first_name": "X"}, "text": "card"}
#: The number of a message that carried nothing yet, and of a card.
NEW, CARD_MESSAGE = MESSAGE + 900, MESSAGE + 901


@dataclass(frozen=True, kw_only=True)
class Way:
    """`asked` is what the bot waits for; `card` the key of the card that is answered, which is the sender's own."""

    content: Mapping[str, object]
    reaches: Reach
    kind: str = "message"
    where: ChatKind = ChatKind.PRIVATE
    message_id: int = NEW
    asked: Asking | None = None
    draft: Mapping[str, str | int] = field(default_factory=dict)
    card: str | None = None


def _everywhere(kind: str, content: Mapping[str, object]) -> Iterator[Way]:
    """What was edited before the bot has seen it is new in private, and nothing to it in a group."""
    in_the_group = IN_THE_GROUP if kind == "message" else NOWHERE
    yield Way(content=content, kind=kind, reaches=IN_PRIVATE)
    yield Way(content=content, kind=kind, reaches=in_the_group, where=ChatKind.SUPERGROUP)
    yield Way(content=content, kind=kind, reaches=in_the_group, where=ChatKind.GROUP)
    yield Way(content=content, kind=kind, reaches=NOWHERE, where=ChatKind.CHANNEL)


_EVERYWHERE: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "document": ("message", {"document": DOCUMENT}),
    "photo": ("message", {"photo": PHOTO}),
    "photo of an album": ("message", {"photo": PHOTO, "media_group_id": "77"}),
    "document of an album": ("message", {"document": DOCUMENT, "media_group_id": "78"}),
    "document with a caption": ("message", {"document": DOCUMENT, "caption": "File to Managing, as a template"}),
    "photo with a caption": ("message", {"photo": PHOTO, "caption": "Template"}),
    "reply": ("message", {"document": DOCUMENT, "reply_to_message": CARD}),
    "forward": ("message", {"document": DOCUMENT, "forward_origin": FORWARDED}),
    "edit": ("edited_message", {"document": DOCUMENT, "edit_date": 2}),
    "edited caption": ("edited_message", {"photo": PHOTO, "caption": "Managing", "edit_date": 2}),
    "in a topic": ("message", {"document": DOCUMENT, "message_thread_id": 4, "is_topic_message": True}),
    "photo in a topic": ("message", {"photo": PHOTO, "message_thread_id": 4, "is_topic_message": True}),
}
_REFUSED: Mapping[str, Mapping[str, object]] = {
    "voice": {"voice": VOICE},
    "video": {"video": VIDEO},
    "video note": {"video_note": {**VIDEO, "length": 9}},
    "animation": ANIMATION,
    "audio": {"audio": VOICE},
    "sticker": {"sticker": STICKER},
    "archive": {"document": {**DOCUMENT, "file_name": "all.zip"}},
    "program": {"document": {**DOCUMENT, "file_name": "form.docm"}},
    "contact": {"contact": {"phone_number": "1", "first_name": "X"}},
}
_WORD = {Folder.TEMPLATES: MANAGER}
WAYS: Mapping[str, Way] = {
    **{
        f"{name}, {way.where.value}": way
        for name, (kind, content) in _EVERYWHERE.items()
        for way in _everywhere(kind, content)
    },
    **{
        f"{name}, {where.value}": Way(content=content, reaches=NOWHERE, where=where)
        for name, content in _REFUSED.items()
        for where in (ChatKind.PRIVATE, ChatKind.SUPERGROUP)
    },
    # Vera's first submission came by this message, in her private chat.
    "another file in the message that brought work": Way(
        kind="edited_message",
        content={"document": {**DOCUMENT, "file_unique_id": "new"}, "edit_date": 2},
        message_id=MESSAGE,
        reaches={**IN_PRIVATE, Folder.FORUM: MENTEES_OF_NOVA},
    ),
    # Whoever reviews it says something about the work; its mentee is asked for nothing, and so sends something new.
    "reply to the card of a submission": Way(
        content={"document": DOCUMENT}, card="submission:1", reaches={Folder.FORUM: VERA}
    ),
    "the corrected version that was asked for": Way(
        content={"document": DOCUMENT},
        asked=Asking.SUBMISSION,
        draft={"submission": 1, "version": 1, "wanted": "correction"},
        reaches={Folder.FORUM: VERA},
    ),
    "the new file in the place of a filed one": Way(
        content={"document": DOCUMENT},
        asked=Asking.FILING_DEED,
        draft={"filing": FILED, "deed": "replace", "from": "managing"},
        reaches=IN_PRIVATE,
    ),
    "the programme's own Word file": Way(
        content={"document": WORD_FILE},
        asked=Asking.OWN_TEMPLATE,
        draft={"programme_id": 1, "code": "T01", "language": "en", "file_id": "", "name": ""},
        reaches={Folder.TEMPLATES: MANAGER},
    ),
}

#: Questions to which a file is an answer; each has a row above, or goes to no folder. Any other file is as ever.
ANSWERED_BY_FILES = {
    Asking.SUBMISSION,
    Asking.FILING_DEED,
    Asking.OWN_TEMPLATE,
    Asking.SCAN,
    # What is sent meanwhile belongs to the concern, or is a part of the diary.
    Asking.CONCERN,
    Asking.DIARY,
}
#: Which use cases put something into a folder, each by what it calls.
INTO_FOLDERS: Mapping[str, frozenset[str]] = {
    "submissions.add": frozenset({"handing_in"}),
    "filings.add": frozenset({"shelving"}),
    "shelve": frozenset(
        {"covering", "filing", "minutes_filing", "monitoring_papers", "signature_reviews", "upload_steps"}
    ),
    "own_templates.save": frozenset({"own_word_files"}),
}


class FilingDesk:
    """Runs each use case on the record with the default kit; a refusal changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        try:
            use_case(SqlRecord(self._connection, NOW, RULES), command, NOW)
        except Refusal:
            return


@dataclass(frozen=True, kw_only=True)
class World:
    connection: Connection
    dispatch: Dispatch

    def record(self, now: datetime = NOW) -> SqlRecord:
        return SqlRecord(self.connection, now, RULES)

    async def happens(self, raw: dict[str, object]) -> None:
        current = current_update.begin(Arrival(update_id=1, lane=1, raw="", received_at=NOW))
        await self.dispatch.process_update(Update.de_json(raw, self.dispatch.bot))
        assert current.error is None, raw

    async def presses(self, name: str, *pressed: Button) -> None:
        for button in pressed:
            content = {"data": pack(button)}
            await self.happens(_update("callback_query", content, PEOPLE[name], ChatKind.PRIVATE))

    async def types(self, name: str, text: str) -> None:
        await self.happens(_update("message", {"text": text}, PEOPLE[name], ChatKind.PRIVATE))

    def passes(self, later: timedelta) -> None:
        record = self.record(NOW + later)
        for move_id in record.albums.due(NOW + later):
            settle_album(record, move_id, NOW + later)
        do_what_is_due(record, record.schedule.claim(NOW + later, at_most=50).dues, NOW + later)

    def newest(self) -> tuple[int, int, int]:
        found = (
            self.connection.scalar(select(func.max(table.c.id)))
            for table in (submissions_table, submission_moves, uploads)
        )
        one, two, three = found
        return int(one or 0), int(two or 0), int(three or 0)


@pytest.fixture
async def world(connection: Connection) -> World:
    a_peopled_record(connection)
    record = SqlRecord(connection, NOW, RULES)
    programme_id = record.groups.by_id(NOVA).programme_id
    own = record.groups.add(programme_id=programme_id, name="Third", language=Language.EN, now=NOW)
    seat = record.memberships.expect(group_id=own.id, role=Role.MENTOR, name=DEPUTY, now=NOW)
    record.memberships.claim(seat.id, PEOPLE[DEPUTY])
    record.absences.add(
        role=Role.MENTOR,
        programme_id=programme_id,
        group_id=NOVA,
        absent_id=PEOPLE["mentor"],
        deputy_id=PEOPLE[DEPUTY],
        begins_at=NOW - timedelta(days=1),
        ends_at=NOW + timedelta(days=1),
    )
    dispatch = build_dispatch(
        token="123456789:nobody",
        me=ME,
        handlers=handlers.routes.every_route(FilingDesk(connection), manager_key=b"key"),
    )
    await dispatch.initialize()
    return World(connection=connection, dispatch=dispatch)


async def reached(world: World, way: Way, name: str) -> set[Folder]:
    """All folders into which this person brings this file, with every button that they could press."""
    nested = world.connection.begin_nested()
    newest, filed = world.newest(), _filings(world)
    await _sent(world, way, name)
    assert _filings(world) == filed, "nothing is filed without a further word"
    found = await _as_far_as_it_goes(world, name, newest)
    nested.rollback()
    return found


async def _sent(world: World, way: Way, name: str) -> None:
    telegram_id, record = PEOPLE[name], world.record()
    if way.asked is not None:
        prompt = Prompt(telegram_id=telegram_id, asking=way.asked, draft=way.draft, expires_at=NOW + VALID)
        record.prompts.ask(prompt)
    content = way.content
    if way.card is not None:
        cards.keep(world.connection, _card(telegram_id, way.card))
        content = {**content, "reply_to_message": {**CARD, "message_id": CARD_MESSAGE}}
    raw = _update(way.kind, {**content, "message_id": way.message_id}, telegram_id, way.where)
    await world.happens(raw)
    world.passes(timedelta(seconds=5))


def _card(telegram_id: int, key: str) -> Card:
    return Card(
        chat_id=telegram_id, card_key=key, message_id=CARD_MESSAGE, has_file=False, content_hash="", sent_at=NOW
    )


async def _as_far_as_it_goes(world: World, name: str, newest: tuple[int, int, int]) -> set[Folder]:
    for draft_id in _ids(world, submissions_table.c.id, newest[0]):
        await world.presses(name, *_settling(SubmissionId(draft_id)))
    world.passes(timedelta(minutes=11))
    found = {Folder.FORUM} if _is_handed_in(world, name, newest) else set()
    if world.record().own_templates.to_check(NOW):
        found.add(Folder.TEMPLATES)
    for toolbar, folder in TOOLBARS.items():
        nested = world.connection.begin_nested()
        if await _is_filed(world, name, toolbar, newest):
            found.add(folder)
        nested.rollback()
    return found


def _settling(of: SubmissionId) -> Sequence[Button]:
    """Whatever is asked about a draft, and what somebody could forge."""
    return (
        submissions.HandOver(submission_id=of, yes=True),
        submissions.ChooseGroup(submission_id=of, group_id=NOVA),
        submissions.SendAgain(submission_id=of, yes=True),
        submissions.SomethingNew(submission_id=of),
        scans.ScanButton(submission_id=of, deed=ScanDeed.SEND),
        files.FileInsteadButton(submission_id=of),
    )


async def _is_filed(world: World, name: str, toolbar: Toolbar, newest: tuple[int, int, int]) -> bool:
    before = _filed(world, toolbar)
    mine = [UploadId(one) for one in _ids(world, uploads.c.id, newest[2])]
    for of in mine:
        ways = (files.UploadGroup(upload_id=of, group_id=NOVA), files.UploadElse(upload_id=of))
        await world.presses(name, *ways, files.UploadToolbar(upload_id=of, toolbar=toolbar))
        await world.types(name, "Because it is better")
    for work in _ids(world, submissions_table.c.id, newest[0]):
        of_work = SubmissionId(work)
        await world.presses(
            name,
            files.FileTo(submission_id=of_work, version=1, toolbar=toolbar),
            files.AcceptAndFileButton(submission_id=of_work, version=1),
        )
    return _filed(world, toolbar) > before


def _filings(world: World) -> int:
    return int(world.connection.scalar(select(func.count()).select_from(filings)) or 0)


def _filed(world: World, toolbar: Toolbar) -> int:
    in_nova = world.record().filings.of_group(NOVA, [FilingState.FILED])
    by_number = {one.id: one for one in in_nova if one.toolbar is toolbar}
    return max(by_number, default=0)


def _ids(world: World, column: object, after: int) -> Sequence[int]:
    return [*world.connection.scalars(select(column).where(column > after))]  # type: ignore[call-overload, operator]


def _is_handed_in(world: World, name: str, newest: tuple[int, int, int]) -> bool:
    """As work of their own in Nova, or as a version of it."""
    brought = (
        select(func.count())
        .select_from(submissions_table.join(submission_moves))
        .where(
            submission_moves.c.id > newest[1],
            submission_moves.c.person_id == PEOPLE[name],
            submission_moves.c.kind.in_(["send", "correct"]),
            submissions_table.c.mentee_id == PEOPLE[name],
            submissions_table.c.group_id == NOVA,
            submissions_table.c.state.not_in(DRAFTS),
        )
    )
    return bool(world.connection.scalar(brought))


def _where(name: str) -> str:
    return name.rpartition(", ")[2] if ", " in name else "answers"


async def wrong(world: World, name: str) -> Mapping[str, tuple[set[str], frozenset[str]]]:
    """By folder: who brings it there, and who should."""
    found: dict[Folder, set[str]] = {folder: set() for folder in Folder}
    for person in PEOPLE:
        for folder in await reached(world, WAYS[name], person):
            found[folder].add(person)
    expected = {folder: WAYS[name].reaches.get(folder, NOBODY) for folder in Folder}
    return {folder.value: (found[folder], expected[folder]) for folder in Folder if found[folder] != expected[folder]}


@pytest.mark.parametrize("where", sorted({_where(name) for name in WAYS}))
async def test_a_file_ends_up_where_its_sender_may_bring_it_and_nowhere_else(world: World, where: str) -> None:
    rows = {name: await wrong(world, name) for name in WAYS if _where(name) == where}

    assert {name: differences for name, differences in rows.items() if differences} == {}


async def test_whatever_else_is_being_asked_a_file_goes_where_it_always_goes(world: World) -> None:
    found = {}
    for asking in {*Asking} - ANSWERED_BY_FILES:
        way = Way(content={"document": DOCUMENT}, reaches=IN_PRIVATE, asked=asking)
        for name in ("vera", "mentor", "other_manager"):
            expected = {folder for folder, who in way.reaches.items() if name in who}
            if await reached(world, way, name) != expected:
                found[asking.value, name] = expected

    assert found == {}


def test_every_kind_of_file_has_its_rows(world: World) -> None:
    kinds = set()
    for way in WAYS.values():
        update = Update.de_json(_update(way.kind, way.content, 1, ChatKind.PRIVATE), world.dispatch.bot)
        assert update.effective_message is not None
        kinds.add(received(update.effective_message).kind)

    assert kinds == {*FileKind}


def test_every_update_that_brings_a_file_has_its_rows() -> None:
    """Channels' posts, and whatever Telegram still invents, are not asked for."""
    assert {one for one in ALLOWED_UPDATES if "message" in one or "post" in one} - {"message_reaction"} == {
        way.kind for way in WAYS.values()
    }


def test_files_come_in_by_these_handlers_alone(world: World) -> None:
    brought = [
        Update.de_json(_update(way.kind, {**way.content, "message_id": NEW}, 1, way.where), world.dispatch.bot)
        for way in WAYS.values()
    ]
    routes = handlers.routes.every_route(FilingDesk(world.connection), manager_key=b"key")
    takers = {
        route.callback.__name__
        for route in routes
        if isinstance(route, MessageHandler) and any(route.check_update(one) for one in brought)
    }

    assert takers <= {"send", "post", "edit", "heard", "anything_else"}


def test_nothing_comes_into_a_folder_by_any_other_use_case() -> None:
    modules = [*(Path(__file__).resolve().parents[2] / "mentoring").glob("**/*.py")]
    written = {one.stem: one.read_text(encoding="utf-8") for one in modules}
    calls = {call: re.compile(rf"(?<!def )\b{re.escape(call)}\(") for call in INTO_FOLDERS}
    found = {call: {name for name, text in written.items() if of.search(text)} for call, of in calls.items()}

    assert found == INTO_FOLDERS
