"""Makes one evidence pack: finds the files, packs them in volumes with an index, and tells how far it is."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import pack_plans
from bot.clamd import ScannerAway
from bot.failures import Failure
from bot.faults import name_fault
from bot.jobs import ADD_FILES, WRITE_INDEX
from bot.logs import log
from bot.pack_plans import Planned, Source
from bot.workshop import LONG
from doc_templates.orders import PlacedFile
from mentoring.ids import FilingId, LineId
from mentoring.packs import VOLUME_BYTES, LeftOut, Outcome
from mentoring.scans import Screening
from mentoring.session_things import Copy
from mentoring.use_cases.packs import Volume, contents_of, note_progress, pack_failed, pack_made
from storage.blobs import Blob
from storage.durable import sync
from texts import pack_index
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.bot_api import BotApi
    from bot.changes import Changes
    from bot.clamd import Clamd
    from bot.workshop import Workshop
    from mentoring.packs import Index, Pack, PackContents, StoredFiling
    from mentoring.session_things import Thing
    from storage.blobs import BlobStore
    from storage.record import SqlRecord

PROGRESS_EVERY_SECONDS = 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    sources: Mapping[FilingId, Source]
    left_out: Mapping[FilingId, LeftOut]
    posted: Mapping[LineId, Source]


class PackMaking:
    """`clamd` looks for viruses in what has just been fetched from Telegram; without it nothing is held."""

    def __init__(
        self,
        *,
        api: BotApi,
        blobs: BlobStore,
        changes: Changes,
        workshop: Workshop,
        clamd: Clamd | None = None,
    ) -> None:
        self._api = api
        self._blobs = blobs
        self._changes = changes
        self._workshop = workshop
        self._clamd = clamd
        self._folder = blobs.root / "packs"

    async def clear(self) -> None:
        """What a process that ended has left behind."""
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    async def make(self, pack: Pack) -> None:
        folder = self._folder / str(pack.id)
        try:
            contents = await self._changes.make(lambda record, now: contents_of(record, pack.id, now))
            if contents is not None:
                await asyncio.to_thread(_made_anew, folder)
                await self._make_of(contents, folder)
        except Exception as error:  # noqa: BLE001 - whatever it was, the next one must be made
            log.error("an evidence pack could not be made", pack=pack.id, fault=name_fault(error))
            await self._changes.make(lambda record, now: pack_failed(record, pack, now))
        finally:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _make_of(self, contents: PackContents, folder: Path) -> None:
        say = Say(contents.pack.language, contents.zone)
        found = await self._find(contents, folder)
        plan = await asyncio.to_thread(pack_plans.planned, contents, found.sources, say, found.posted)
        gone = await self._fill(contents.pack, plan, folder)
        packed = {one.filing_id for one in plan if one.filing_id is not None and one.place not in gone}
        missed = {one.stored.filing.id: LeftOut.GONE for one in contents.filed if one.stored.filing.id not in packed}
        left_out = {**missed, **found.left_out}
        outcome = Outcome(
            names=pack_plans.names_of(plan, but=gone),
            left_out=left_out,
            posted=pack_plans.posted_names(plan, but=gone),
        )
        index = await asyncio.to_thread(pack_index.index, say, contents, outcome)
        await self._add_index(folder, plan, index, pack_plans.index_name(say))
        volumes = [
            Volume(name=pack_plans.pack_name(contents, say), sha256=await asyncio.to_thread(self._keep, folder, number))
            for number in pack_plans.volumes_of(plan)
        ]
        await self._changes.make(lambda record, now: pack_made(record, contents, volumes, now, left_out=len(left_out)))

    async def _find(self, contents: PackContents, folder: Path) -> _Found:
        """Where each file is; what has no copy of ours is asked of Telegram once more."""
        stored = [one.stored for one in contents.filed]
        sources = dict(await asyncio.to_thread(self._copies, stored))
        left_out: dict[FilingId, LeftOut] = {}
        for one in stored:
            of = one.filing.id
            if (held := self._held(one)) is not None:
                left_out[of] = held
                sources.pop(of, None)
            elif of not in sources:
                fetched = await self._fetch(one, folder / f"fetched-{of}")
                if isinstance(fetched, LeftOut):
                    left_out[of] = fetched
                else:
                    sources[of] = fetched
        posted = await asyncio.to_thread(self._posted, contents.posted)
        return _Found(sources=sources, left_out=left_out, posted=posted)

    def _copies(self, stored: Sequence[StoredFiling]) -> Mapping[FilingId, Source]:
        found = {}
        for one in stored:
            path = None if one.sha256 is None else self._blobs.path(one.sha256)
            if path is not None and path.exists():
                found[one.filing.id] = Source(path=path, size=path.stat().st_size)
        return found

    def _posted(self, things: Sequence[Thing]) -> Mapping[LineId, Source]:
        """Only copies of ours: what has none is named in the index and in the minutes."""
        kept = [one for one in things if one.copy is Copy.KEPT and self._is_checked(one.screening)]
        paths = {one.line_id: self._blobs.path(one.sha256) for one in kept if one.sha256 is not None}
        return {of: Source(path=path, size=path.stat().st_size) for of, path in paths.items() if path.exists()}

    def _is_checked(self, screening: Screening | None) -> bool:
        return self._clamd is None or screening is not Screening.WAITING

    async def _fetch(self, stored: StoredFiling, file: Path) -> Source | LeftOut:
        if stored.file_id is None:
            return LeftOut.GONE
        if stored.size > VOLUME_BYTES:
            return LeftOut.TOO_LARGE
        try:
            size = await self._download(stored.file_id, file)
        except (Failure, OSError) as failure:
            log.warning("a file for a pack is only in Telegram", filing=stored.filing.id, fault=name_fault(failure))
            return LeftOut.ONLY_TELEGRAM
        if size is None:
            return LeftOut.TOO_LARGE
        return await self._looked_at(file) or Source(path=file, size=size)

    async def _looked_at(self, file: Path) -> LeftOut | None:
        if self._clamd is None:
            return None
        try:
            return None if await self._clamd.is_clean(file) else LeftOut.INFECTED
        except ScannerAway:
            return LeftOut.UNCHECKED

    def _held(self, stored: StoredFiling) -> LeftOut | None:
        if stored.screening is Screening.INFECTED:
            return LeftOut.INFECTED
        return LeftOut.UNCHECKED if self._clamd and stored.screening is Screening.WAITING else None

    async def _download(self, file_id: str, file: Path) -> int | None:
        """None where it is larger than a volume."""
        match await self._api.call("getFile", {"file_id": file_id}):
            case {"file_path": str(path)}:
                size = 0
                with file.open("wb") as out:
                    async for chunk in self._api.download(path):
                        size += len(chunk)
                        if size > VOLUME_BYTES:
                            return None
                        out.write(chunk)
                return size
            case _:
                raise OSError("getFile told no path")

    async def _fill(self, pack: Pack, plan: Sequence[Planned], folder: Path) -> frozenset[str]:
        """The places of what was not to be had after all. Between two handfuls others may use the workshop."""
        clock, gone, done = asyncio.get_running_loop().time, set[str](), 0
        told = clock()
        for handful in pack_plans.handfuls(plan):
            files = tuple(PlacedFile(source=one.source.path, place=one.place) for one in handful)
            gone |= {*await self._workshop.run(ADD_FILES, _volume(folder, handful[0].volume), files, limits=LONG)}
            done += len(handful)
            if clock() - told >= PROGRESS_EVERY_SECONDS and done < len(plan):
                told = clock()
                await self._changes.make(_progress(pack, done, len(plan)))
        return frozenset(gone)

    async def _add_index(self, folder: Path, plan: Sequence[Planned], index: Index, name: str) -> None:
        """In every volume, so that each is complete."""
        word, excel = folder / "index.docx", folder / "index.xlsx"
        await self._workshop.run(WRITE_INDEX, index, word, excel, limits=LONG)
        files = (PlacedFile(source=word, place=f"{name}.docx"), PlacedFile(source=excel, place=f"{name}.xlsx"))
        for number in pack_plans.volumes_of(plan):
            await self._workshop.run(ADD_FILES, _volume(folder, number), files, limits=LONG)

    def _keep(self, folder: Path, number: int) -> str:
        """As a file of ours that no row names: it is swept away some days after it was sent."""
        file = _volume(folder, number)
        with file.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            sync(content)
        self._blobs.take_in(file, Blob(sha256=sha256, size=file.stat().st_size))
        return sha256


def _progress(pack: Pack, done: int, total: int) -> Callable[[SqlRecord, datetime], None]:
    return lambda record, _: note_progress(record, pack, done=done, total=total)


def _made_anew(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)


def _volume(folder: Path, number: int) -> Path:
    return folder / f"volume-{number}.zip"
