"""Everybody is spoken to in their own language, the group in both; and Bulgarian takes nobody for a man or a woman."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from mentoring.people import Language
from simulator.attachments import pdf
from tests.e2e.a_group import a_nova
from texts.catalogue import LOCALE

if TYPE_CHECKING:
    from datetime import datetime

    from storage.record import SqlRecord
    from tests.e2e.conftest import House

PDF = pdf("essay")
#: Endings that say whether the reader is a man or a woman, of words that are said to readers.
_GENDERED = re.compile(
    r"\b(?:сигур(?:ен|на)|съглас(?:ен|на)|готов[а]?\s+ли|поканен[а]?\b|добре\s+дош(?:ъл|ла)|записан[а]?\s+сте"
    r"|сте\s+\w+(?:[аяие]ла|[аяи]л|(?<!т)ел)\b|бих(?:те)?\s+иска(?:л|ла)\b|\w+/а\b|\w+\(а\)|\w+л/ла\b)",
    re.IGNORECASE,
)


async def reads_english(house: House, telegram_id: int) -> None:
    def change(record: SqlRecord, _: datetime) -> None:
        person = record.people.by_telegram_id(telegram_id)
        assert person is not None
        record.people.save(replace(person, language=Language.EN))

    await house.bot.changes.make(change)


async def test_private_words_are_in_ones_own_language_and_posts_in_both(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await reads_english(house, nova.ilya.id)

    await nova.anton.says("/sessions")
    for label in ("Насрочване", "Заетост", "27", "18:00", "чата на групата", "Потвърждавам"):
        await nova.anton.presses(label)

    assert "Ще дойдете ли?" in (await nova.vera.sees("Нова среща на Nova")).text
    assert "Are you coming?" in (await nova.ilya.sees("A new session of Nova")).text
    post = await nova.vera.sees("A new session of Nova", in_=nova.chat)
    assert "Нова среща на Nova" in post.text


async def test_a_conversation_in_bulgarian_takes_nobody_for_a_man_or_a_woman(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    heard = []
    for words in ("/home", "/help", "/settings", "още", "срещи", "документи", "не знам"):
        said = await nova.vera.says(words)
        heard.append((await nova.vera.sees("", after=said)).text)
    await nova.vera.sends_document("есе.pdf", PDF)
    await nova.anton.presses("Приемам", on=await nova.anton.sees("S-1001 от Vera"))
    await nova.vera.sees("прието")

    heard += [seen.text for person in (nova.vera, nova.anton) for seen in person.messages()]
    assert len(heard) > 10
    assert [text for text in heard if _GENDERED.search(text)] == []


def test_no_bulgarian_text_takes_its_reader_for_a_man_or_a_woman() -> None:
    texts = []
    for path in sorted((LOCALE / Language.BG).glob("*.po")):
        with path.open("rb") as source:
            for message in read_po(source, locale="bg"):
                forms = message.string if isinstance(message.string, (tuple, list)) else [message.string]
                texts += [str(form) for form in forms if message.id]

    assert len(texts) > 300
    assert [text for text in texts if _GENDERED.search(text)] == []
