"""Makes one print pack: all its forms filled, as one PDF or as Word files in a ZIP, and tells how far it is."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from typing import TYPE_CHECKING

from bot.faults import name_fault
from bot.forms import to_make
from bot.jobs import ADD_FILES, BIND, MAKE_FORMS
from bot.logs import log
from bot.workshop import LONG
from doc_templates.orders import PlacedFile
from mentoring.file_names import filed_name, latin
from mentoring.handouts import FormOrder
from mentoring.kit import Code
from mentoring.use_cases import print_packs
from storage.blobs import Blob
from storage.durable import sync
from texts.prints import pack_word
from texts.say import Say
from texts.signed_facts import signed_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.changes import Changes
    from bot.workshop import Workshop
    from doc_templates.orders import FormToMake
    from mentoring.prints import PrintContents, PrintedForm, PrintOrder
    from storage.blobs import BlobStore
    from storage.record import SqlRecord

#: Made at a time: the converter needs some seconds for these, and the workshop is free for others afterwards.
_AT_A_TIME = 6
_KEPT = 20


class PrintMaking:
    """Without a `converter` the forms come as Word files in a ZIP. What was just made is not made again."""

    def __init__(self, *, blobs: BlobStore, changes: Changes, workshop: Workshop, converter: Path | None) -> None:
        self._blobs = blobs
        self._changes = changes
        self._workshop = workshop
        self._converter = converter
        self._folder = blobs.root / "prints"
        self._made: dict[str, str] = {}

    async def clear(self) -> None:
        """What a process that ended has left behind."""
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    async def make(self, order: PrintOrder) -> None:
        folder = self._folder / str(order.id)
        try:
            contents = await self._changes.make(lambda record, now: print_packs.contents_of(record, order, now))
            if contents is not None:
                await asyncio.to_thread(folder.mkdir, mode=0o700, parents=True, exist_ok=True)
                await self._make_of(contents, folder)
        except Exception as error:  # noqa: BLE001 - whatever it was, the next one must be made
            log.error("a print pack could not be made", order=order.id, fault=name_fault(error))
            await self._changes.make(lambda record, now: print_packs.failed(record, order, now))
        finally:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _make_of(self, contents: PrintContents, folder: Path) -> None:
        forms = await asyncio.to_thread(self._to_make, contents)
        digest = hashlib.sha256(repr(forms).encode()).hexdigest()
        sha256 = self._made.get(digest)
        if sha256 is None or not self._blobs.path(sha256).exists():
            sha256 = await self._printed(contents, forms, folder)
            self._remember(digest, sha256)
        name = _pack_name(contents, Say(contents.language, contents.zone), as_pdf=self._converter is not None)
        await self._changes.make(lambda record, now: print_packs.made(record, contents, name, sha256, now))

    def _to_make(self, contents: PrintContents) -> Sequence[FormToMake]:
        return [to_make(_ordered(one), self._blobs.path, None) for one in contents.forms]

    def _remember(self, digest: str, sha256: str) -> None:
        self._made[digest] = sha256
        while len(self._made) > _KEPT:
            del self._made[next(iter(self._made))]

    async def _printed(self, contents: PrintContents, forms: Sequence[FormToMake], folder: Path) -> str:
        files = [folder / f"{number:03d}.docx" for number in range(1, len(forms) + 1)]
        for begin, end in _handfuls(len(forms)):
            made = (tuple(forms[begin:end]), tuple(files[begin:end]), self._converter)
            await self._workshop.run(MAKE_FORMS, *made, limits=LONG)
            if end < len(forms):
                await self._changes.make(_progress(contents, end))
        into = folder / "pack"
        if self._converter is not None:
            await self._workshop.run(BIND, tuple(file.with_suffix(".pdf") for file in files), into, limits=LONG)
        else:
            placed = zip(files, _names(contents), strict=True)
            packed = tuple(PlacedFile(source=file, place=name) for file, name in placed)
            await self._workshop.run(ADD_FILES, into, packed, limits=LONG)
        return await asyncio.to_thread(self._keep, into)

    def _keep(self, file: Path) -> str:
        """As a file of ours that no row names: it is swept away some days after it was sent."""
        with file.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            sync(content)
        self._blobs.take_in(file, Blob(sha256=sha256, size=file.stat().st_size))
        return sha256


def _progress(contents: PrintContents, done: int) -> Callable[[SqlRecord, datetime], None]:
    return lambda record, now: print_packs.note_progress(record, contents, done, now)


def _handfuls(count: int) -> Iterator[tuple[int, int]]:
    """Where each begins, and where it ends."""
    for begin in range(0, count, _AT_A_TIME):
        yield begin, min(begin + _AT_A_TIME, count)


def _ordered(form: PrintedForm) -> FormOrder:
    code = form.title.code
    facts = signed_facts(code, form.known, form.language, signers=form.signers, guardians=form.guardians)
    return FormOrder(
        code=Code(code),
        language=form.language,
        kind=form.kind,
        record_id=form.record_id,
        form_version=form.form_version,
        template=form.template,
        facts=facts,
    )


def _names(contents: PrintContents) -> Iterator[str]:
    """In the order in which they are printed."""
    for number, one in enumerate(contents.forms, 1):
        called = filed_name(one.title.code, contents.group_name, one.whose, contents.on, version=1, ending="docx")
        yield f"{number:03d}_{called}"


def _pack_name(contents: PrintContents, say: Say, *, as_pdf: bool) -> str:
    words = (latin(pack_word(say)), latin(contents.group_name)[:40], contents.on.isoformat())
    return "_".join(word for word in words if word) + (".pdf" if as_pdf else ".zip")
