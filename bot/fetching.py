"""Makes our own copy of every file that came; nobody waits for it, and a crash at any point only repeats it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.failures import Refused
from bot.faults import name_fault
from bot.logs import log
from mentoring.files import BEGINNING_BYTES, FETCH_LIMIT_BYTES, is_program
from mentoring.use_cases.keeping_files import FileNotFetched, FileStored, file_not_fetched, file_stored
from mentoring.use_cases.waiting_for_room import FileWaitsForRoom, file_waits_for_room
from storage.errors import BlobTooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.bot_api import BotApi
    from bot.changes import Changes
    from mentoring.files import Fetching
    from storage.blobs import BlobStore
    from storage.record import SqlRecord

_AT_A_TIME = 4
#: How long a file that is to be tried again may wait beyond its time.
_LOOK_AGAIN_SECONDS = 5.0


class FileFetching:
    def __init__(self, *, api: BotApi, blobs: BlobStore, changes: Changes, has_room: Callable[[], bool]) -> None:
        self._api = api
        self._blobs = blobs
        self._changes = changes
        self._has_room = has_room

    async def run(self) -> None:
        while True:
            self._changes.file_came.clear()
            while due := await self._changes.make(_due):
                async with asyncio.TaskGroup() as together:
                    for one in due:
                        together.create_task(self._fetch(one))
            await self._pause()

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self._changes.file_came.wait(), _LOOK_AGAIN_SECONDS)
        except TimeoutError:
            return

    async def _fetch(self, file: Fetching) -> None:
        if not self._has_room():
            return await self._wait_for_room(file)
        try:
            stored = await self._download(file)
        except BlobTooLarge:
            await self._failed(file, too_large=True)
        except Refused as refused:
            await self._failed(file, too_large="too big" in refused.reason)
        except Exception as error:  # noqa: BLE001 - whatever it was, one file must not hold up the others
            log.warning("a file could not be fetched", attachment=file.id, fault=name_fault(error), tries=file.tries)
            await self._failed(file)
        else:
            await self._changes.make(lambda record, now: file_stored(record, stored, now))

    async def _wait_for_room(self, file: Fetching) -> None:
        waits = FileWaitsForRoom(attachment_id=file.id)
        await self._changes.make(lambda record, now: file_waits_for_room(record, waits, now))

    async def _download(self, file: Fetching) -> FileStored:
        """A new getFile each time: the path that it tells is valid for an hour."""
        match await self._api.call("getFile", {"file_id": file.file_id}):
            case {"file_path": str(path)}:
                return await self._receive(file, path)
            case _:
                raise Refused(200, "getFile told no path")

    async def _receive(self, file: Fetching, path: str) -> FileStored:
        beginning = b""
        with self._blobs.receive(limit=FETCH_LIMIT_BYTES) as incoming:
            async for chunk in self._api.download(path):
                beginning += chunk[: BEGINNING_BYTES - len(beginning)]
                incoming.write(chunk)
            blob = await asyncio.to_thread(incoming.keep)
        return FileStored(
            attachment_id=file.id,
            file_id=file.file_id,
            sha256=blob.sha256,
            size=blob.size,
            is_program=is_program(beginning),
        )

    async def _failed(self, file: Fetching, *, too_large: bool = False) -> None:
        failed = FileNotFetched(attachment_id=file.id, too_large=too_large)
        await self._changes.make(lambda record, now: file_not_fetched(record, failed, now))


def _due(record: SqlRecord, now: datetime) -> Sequence[Fetching]:
    return record.attachments.to_fetch(now, _AT_A_TIME)
