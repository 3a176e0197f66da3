"""No text lands in one language only."""

from __future__ import annotations

import io
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from mentoring.people import Language
from texts.catalogue import LOCALE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

TEXTS = Path(__file__).parents[2] / "texts"
SAID = {"say": None, "label": None, "n": (1, 2)}
OTHER_LANGUAGES = [language for language in Language if language is not Language.EN]


def said_in_the_code() -> set[object]:
    found = extract_from_dir(TEXTS, method_map=[("**.py", "python")], keywords=SAID)
    return {tuple(message) if isinstance(message, (tuple, list)) else message for _, _, message, _, _ in found}


def translated(language: Language) -> Iterator[tuple[str, Message]]:
    for path in sorted((LOCALE / language).glob("*.po")):
        for message in read_po(io.BytesIO(path.read_bytes()), locale=language.value):
            if message.id:
                yield path.name, message


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_every_text_is_translated_and_no_translation_is_left_over(language: Language) -> None:
    catalogue = {tuple(m.id) if isinstance(m.id, (tuple, list)) else m.id for _, m in translated(language)}

    assert catalogue == said_in_the_code()


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_no_text_is_translated_twice(language: Language) -> None:
    ids = [str(message.id) for _, message in translated(language)]

    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_translations_are_finished_and_name_the_same_values(language: Language) -> None:
    for file, message in translated(language):
        originals = message.id if isinstance(message.id, (tuple, list)) else [message.id]
        forms = message.string if isinstance(message.string, (tuple, list)) else [message.string]
        assert not message.fuzzy, f"{file}: {message.id}"
        assert all(forms), f"{file}: {message.id}"
        wanted = fields(originals[-1])
        assert all(fields(str(form)) | {"count"} == wanted | {"count"} for form in forms), f"{file}: {message.id}"
