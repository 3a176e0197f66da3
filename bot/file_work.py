"""The bot's work on files: each part runs beside the others, and what is hostile is opened in the workshop only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.fetching import FileFetching
from bot.inspecting import Inspecting
from bot.minutes_making import MinutesMaking
from bot.pack_making import PackMaking
from bot.packing import Packing
from bot.print_making import PrintMaking
from bot.scanning import Scanning
from bot.screening import FileScreening
from bot.shredding import Shredding
from bot.template_checking import TemplateChecking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.bot_api import BotApi
    from bot.changes import Changes
    from bot.clamd import Clamd
    from bot.supervisor import Supervisor
    from bot.workshop import Workshop
    from storage.blobs import BlobStore


@dataclass(frozen=True, kw_only=True, slots=True)
class FileWork:
    """`screening` only where a scanner is set up."""

    fetching: FileFetching
    inspecting: Inspecting
    scanning: Scanning
    screening: FileScreening | None
    packing: Packing
    template_checking: TemplateChecking
    shredding: Shredding

    def start(self, supervisor: Supervisor) -> None:
        supervisor.start("file fetching", self.fetching.run)
        supervisor.start("looking into files", self.inspecting.run)
        supervisor.start("joining pages", self.scanning.run)
        if self.screening is not None:
            supervisor.start("virus scanning", self.screening.run)
        supervisor.start("pack making", self.packing.run)
        supervisor.start("template checking", self.template_checking.run)
        supervisor.start("shredding", self.shredding.run)


def work_on_files(
    *,
    api: BotApi,
    blobs: BlobStore,
    changes: Changes,
    workshop: Workshop,
    clamd: Clamd | None,
    converter: Path | None = None,
    has_room: Callable[[], bool],
) -> FileWork:
    return FileWork(
        fetching=FileFetching(api=api, blobs=blobs, changes=changes, has_room=has_room),
        inspecting=Inspecting(changes=changes, blobs=blobs, workshop=workshop),
        scanning=Scanning(changes=changes, blobs=blobs, workshop=workshop),
        screening=None if clamd is None else FileScreening(changes=changes, blobs=blobs, clamd=clamd),
        packing=Packing(
            changes=changes,
            evidence=PackMaking(api=api, blobs=blobs, changes=changes, workshop=workshop, clamd=clamd),
            prints=PrintMaking(blobs=blobs, changes=changes, workshop=workshop, converter=converter),
            minutes=MinutesMaking(blobs=blobs, changes=changes, workshop=workshop),
        ),
        template_checking=TemplateChecking(api=api, blobs=blobs, changes=changes, workshop=workshop, clamd=clamd),
        shredding=Shredding(changes=changes, blobs=blobs),
    )
