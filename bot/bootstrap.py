"""The composition root: the one place where everything is made and handed to whoever needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from bot.alarm import Alarm
from bot.album_settling import AlbumSettling
from bot.apart import Apart
from bot.bot_api import BotApi
from bot.changes import Changes
from bot.clamd import Clamd
from bot.clock import SteadyClock
from bot.crash_points import reached
from bot.delivery import Delivery
from bot.desk import ChangingDesk
from bot.disk_watch import DiskWatch
from bot.dispatching import Dispatch, build_dispatch
from bot.file_work import FileWork, work_on_files
from bot.forms import Forms
from bot.handling import Handling
from bot.held_files import HeldFiles
from bot.hooks import Hooks
from bot.housekeeping import Housekeeping
from bot.ingest import Ingest
from bot.intake import Intake
from bot.introducing import Introducing
from bot.known_chats import KnownChats
from bot.lanes import Lanes
from bot.last_cards import LastCards
from bot.operator import Operator
from bot.pacer import Pacer, Rates
from bot.progress import Progress
from bot.rendering import Renderer
from bot.requeueing import Requeueing, Wishes
from bot.supervisor import Supervisor
from bot.ticker import Ticker
from bot.typed_presses import TypedPresses
from bot.update_filter import UpdateFilter
from bot.watchdog import Watchdog
from bot.workshop import Workshop
from handlers.message import Rendering
from handlers.routes import every_route
from mentoring.manager_codes import signing_key
from mentoring.rules import Rules
from storage.blobs import BlobStore
from storage.engine import Database
from storage.own_copies import copies_of
from storage.packing import pack
from storage.parcels import Parcel
from storage.writer import Writer

Renders: TypeAlias = Callable[[Parcel, bool], Rendering | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What a bot is built on. `me` is Telegram's own answer to getMe; `rates` None sends as fast as it can.

    `data_dir` is where an operator leaves wishes; `free_bytes` are left where record and files are kept.
    `pdf_converter` makes PDFs of Word files, `clamd` looks for viruses.
    """

    token: str
    me: Mapping[str, object]
    api: BotApi
    database: Database
    blobs: BlobStore
    clock: SteadyClock
    rules: Rules
    rates: Rates | None
    free_bytes: Callable[[], int]
    data_dir: Path
    pdf_converter: Path | None = None
    clamd: Clamd | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class House:
    """The bot, built and not yet started."""

    supervisor: Supervisor
    writer: Writer
    progress: Progress
    changes: Changes
    album_settling: AlbumSettling
    workshop: Workshop
    file_work: FileWork
    disk_watch: DiskWatch
    dispatch: Dispatch
    delivery: Delivery
    lanes: Lanes
    requeueing: Requeueing
    intake: Intake
    ingest: Ingest
    known_chats: KnownChats
    housekeeping: Housekeeping
    introducing: Introducing
    ticker: Ticker
    watchdog: Watchdog


def build(ground: Ground) -> House:
    supervisor, known_chats, last_cards = Supervisor(), KnownChats(), LastCards()
    writer = Writer(database=ground.database, reached=reached)
    progress = Progress(started_at=ground.clock.now())
    workshop, held_files = Workshop(), HeldFiles()
    renderer = _renderer(ground, workshop, held_files)
    render = partial(_render, renderer, last_cards)
    delivery = _delivery(ground, writer, supervisor, render, _hooks(ground, known_chats))
    changes = Changes(
        writer=writer,
        clock=ground.clock,
        rules=ground.rules,
        known_chats=known_chats,
        wake=delivery.wake,
        held_files=held_files,
    )
    dispatch, handling = _handling(
        ground, changes=changes, renderer=renderer, supervisor=supervisor, last_cards=last_cards
    )
    lanes, intake = _update_corridor(
        ground,
        writer=writer,
        supervisor=supervisor,
        progress=progress,
        handling=handling,
        known_chats=known_chats,
    )
    disk_watch = DiskWatch(free_bytes=ground.free_bytes, progress=progress, changes=changes)
    watchdog = Watchdog()
    return House(
        supervisor=supervisor,
        writer=writer,
        progress=progress,
        changes=changes,
        album_settling=AlbumSettling(changes=changes),
        workshop=workshop,
        file_work=_file_work(ground, changes, workshop, disk_watch),
        disk_watch=disk_watch,
        dispatch=dispatch,
        delivery=delivery,
        lanes=lanes,
        requeueing=Requeueing(wishes=Wishes(ground.data_dir), lanes=lanes, released=changes.held_released),
        intake=intake,
        ingest=_ingest(ground, writer, progress, lanes=lanes, intake=intake, watchdog=watchdog),
        known_chats=known_chats,
        housekeeping=Housekeeping(writer=writer, blobs=ground.blobs, clock=ground.clock),
        introducing=Introducing(api=ground.api),
        ticker=Ticker(changes=changes, clock=ground.clock),
        watchdog=watchdog,
    )


def _file_work(ground: Ground, changes: Changes, workshop: Workshop, disk_watch: DiskWatch) -> FileWork:
    return work_on_files(
        api=ground.api,
        blobs=ground.blobs,
        changes=changes,
        workshop=workshop,
        clamd=ground.clamd,
        converter=ground.pdf_converter,
        has_room=disk_watch.has_room_for_files,
    )


def _renderer(ground: Ground, workshop: Workshop, held_files: HeldFiles) -> Renderer:
    apart, find = Apart(workshop), ground.blobs.path
    return Renderer(
        bot=str(ground.me["username"]),
        pack=partial(pack, blobs=ground.blobs),
        work=apart.work,
        find=find,
        forms=Forms(apart=apart, find=find, converter=ground.pdf_converter).make,
        held=held_files.why,
    )


def _handling(
    ground: Ground, *, changes: Changes, renderer: Renderer, supervisor: Supervisor, last_cards: LastCards
) -> tuple[Dispatch, Handling]:
    desk = ChangingDesk(changes)
    routes = every_route(desk, manager_key=signing_key(ground.token))
    dispatch = build_dispatch(token=ground.token, me=ground.me, handlers=routes)
    typed_presses = TypedPresses(last_cards=last_cards, renderer=renderer, changes=changes, desk=desk)
    handling = Handling(
        dispatch=dispatch, api=ground.api, renderer=renderer, supervisor=supervisor, typed_presses=typed_presses
    )
    return dispatch, handling


def _hooks(ground: Ground, known_chats: KnownChats) -> Hooks:
    return Hooks(
        clock=ground.clock,
        rules=ground.rules,
        known_chats=known_chats,
        bot_id=int(str(ground.me["id"])),
        reads_all=ground.me.get("can_read_all_group_messages") is True,
    )


def _render(renderer: Renderer, last_cards: LastCards, parcel: Parcel, repeat: bool) -> Rendering | None:  # noqa: FBT001
    """Noted before it is sent: somebody may type an answer before we hear that it arrived."""
    rendering = renderer(parcel, repeat)
    last_cards.note(parcel)
    return rendering


def _delivery(ground: Ground, writer: Writer, supervisor: Supervisor, render: Renders, hooks: Hooks) -> Delivery:
    return Delivery(
        api=ground.api,
        render=render,
        writer=writer,
        clock=ground.clock,
        supervisor=supervisor,
        pacer=Pacer(ground.rates),
        on_result=hooks.on_result,
        on_unreachable=hooks.on_unreachable,
        on_refused=hooks.on_refused,
        on_migrated=hooks.on_migrated,
        own_copies=partial(_own_copies, writer, ground.blobs),
    )


async def _own_copies(writer: Writer, blobs: BlobStore, file_ids: frozenset[str]) -> Mapping[str, Path]:
    hashes = await writer.change(lambda connection: copies_of(connection, file_ids))
    return {file_id: blobs.path(sha256) for file_id, sha256 in hashes.items()}


def _update_corridor(
    ground: Ground,
    *,
    writer: Writer,
    supervisor: Supervisor,
    progress: Progress,
    handling: Handling,
    known_chats: KnownChats,
) -> tuple[Lanes, Intake]:
    operator = Operator(clock=ground.clock, rules=ground.rules)
    lanes = Lanes(
        handle=handling,
        writer=writer,
        clock=ground.clock,
        supervisor=supervisor,
        progress=progress,
        on_quarantine=operator.quarantined,
    )
    wanted = UpdateFilter(
        bot_id=int(str(ground.me["id"])),
        bot_username=str(ground.me["username"]),
        knows=known_chats.__contains__,
        listens=known_chats.is_recorded,
        moved=known_chats.add,
    )
    intake = Intake(
        writer=writer, lanes=lanes, clock=ground.clock, progress=progress, wanted=wanted, on_gap=operator.lost
    )
    return lanes, intake


def _ingest(
    ground: Ground, writer: Writer, progress: Progress, *, lanes: Lanes, intake: Intake, watchdog: Watchdog
) -> Ingest:
    operator = Operator(clock=ground.clock, rules=ground.rules)
    return Ingest(
        api=ground.api,
        intake=intake,
        lanes=lanes,
        writer=writer,
        clock=ground.clock,
        progress=progress,
        alarm=Alarm(tell=operator.trouble, clock=ground.clock),
        alive=watchdog.alive,
    )
