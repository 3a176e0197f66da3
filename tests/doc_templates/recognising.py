"""Photographs of papers with known numbers, and how many of them are known again."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.photographs.codes import PaperCode, the_only
from doc_templates.photographs.looking import look
from mentoring.record_ids import parse
from tests.doc_templates.camera import by_chance, photographed
from tests.doc_templates.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mentoring.record_ids import RecordId

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODES = ("T01", "T02", "T04", "T10", "X03")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    right: int
    unknown: int
    wrong: int

    @property
    def share(self) -> float:
        return self.right / (self.right + self.unknown + self.wrong)


def recognised(seeds: Iterable[int], folder: Path) -> Outcome:
    seen = Counter(_recognise(seed, folder / f"{seed}.jpg") for seed in seeds)
    return Outcome(right=seen[True], unknown=seen[None], wrong=seen[False])


def paper(seed: int) -> PaperCode:
    """The same for the same seed."""
    chance = random.Random(seed)
    return PaperCode(code=chance.choice(_CODES), record_id=_record_id(chance))


def _recognise(seed: int, file: Path) -> bool | None:
    sent = paper(seed)
    file.write_bytes(photographed(page(sent.code, sent.record_id, lines=20 + seed % 12), by_chance(seed)))
    found = the_only(look(file).papers)
    return None if found is None else found == sent


def _record_id(chance: random.Random) -> RecordId:
    body = "".join(chance.choices(_LETTERS, k=6))
    return next(known for last in _LETTERS if (known := parse(body + last)) is not None)
