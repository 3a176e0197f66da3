"""What can be seen without Telegram: the settings, the programme, the disk and the database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bot.doctor.finding import good, mind, wrong
from config.checks import ConfigurationError
from config.programme import DEFAULT_FILE, load_programme
from config.settings import PREFIX, Settings
from storage.disk import MEGABYTE, Room, free_bytes, room_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.doctor.finding import Finding


def look_at_machine(settings: Settings, environment: Mapping[str, str]) -> Iterator[Finding]:
    yield from unknown_settings(environment)
    yield programme(settings.programme or DEFAULT_FILE)
    yield folder(settings.data_dir)
    if settings.pdf_converter is not None:
        yield pdf_converter(settings.pdf_converter)


def unknown_settings(environment: Mapping[str, str]) -> Iterator[Finding]:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in known:
            yield mind("settings", f"{name} is no setting of ementor. Is it misspelt?")


def programme(file: Path) -> Finding:
    try:
        definition = load_programme(file)
    except ConfigurationError as error:
        return wrong("programme", str(error))
    return good("programme", f"{definition.name}, {definition.organisation}, {definition.timezone}.")


def folder(data_dir: Path) -> Finding:
    existing = next(path for path in (data_dir.absolute(), *data_dir.absolute().parents) if path.exists())
    if not os.access(existing, os.W_OK | os.X_OK):
        return wrong("data folder", f"{existing} cannot be written to. Give it to the user who runs the bot.")
    return space(data_dir, free_bytes(existing))


def pdf_converter(program: Path) -> Finding:
    if not program.is_file() or not os.access(program, os.X_OK):
        sentence = f"{program} cannot be run: forms come as Word files only. Name LibreOffice's soffice, or nothing."
        return wrong("PDF converter", sentence)
    return good("PDF converter", f"{program} makes PDFs of forms.")


def space(data_dir: Path, free: int) -> Finding:
    sentence = f"{data_dir}: {free // MEGABYTE:,} MB are free."
    match room_for(free):
        case Room.FULL:
            return wrong("disk", f"{sentence} Make room: no copies of files are made any more.")
        case Room.LOW:
            return mind("disk", f"{sentence} Make room soon.")
        case Room.AMPLE:
            return good("disk", sentence)
