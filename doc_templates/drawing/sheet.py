"""What the drawing of one form has in mind: its language, and how wide the paper is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.drawing.elements import control, paragraph, run, twips
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.drawing.elements import Element
    from doc_templates.forms.vocabulary import Words

SIDE_MARGIN_MM = 20
#: Of A4 between the margins, upright and lying.
_UPRIGHT_MM, _LYING_MM = 210 - 2 * SIDE_MARGIN_MM, 297 - 2 * SIDE_MARGIN_MM
_FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    language: PaperLanguage
    landscape: bool = False

    @property
    def width(self) -> int:
        return twips(_LYING_MM if self.landscape else _UPRIGHT_MM)

    def shares(self, *shares: int) -> list[int]:
        """The width in parts; the last takes what rounding leaves."""
        whole = sum(shares)
        widths = [self.width * share // whole for share in shares]
        widths[-1] += self.width - sum(widths)
        return widths

    def say(self, words: Words) -> str:
        return " / ".join(dict.fromkeys(self.each(words)))

    def each(self, words: Words) -> tuple[str, ...]:
        match self.language:
            case PaperLanguage.EN:
                return (words.en,)
            case PaperLanguage.BG:
                return (words.bg,)
            case PaperLanguage.BOTH:
                return (words.bg, words.en)

    def label(self, words: Words, style: str = "Label") -> Element:
        """In both languages: the second one lighter."""
        first, *rest = dict.fromkeys(self.each(words))
        return paragraph(run(first), *(run(f" / {one}", style="SecondLanguage") for one in rest), style=style)


def with_fields(words: str) -> Iterator[Element]:
    """Running text; what is merged into it can be corrected by hand, and read back."""
    for place, piece in enumerate(_FIELD.split(words)):
        if place % 2:
            yield control(piece, piece, run(f"{{{{ {piece}|or_line }}}}"))
        elif piece:
            yield run(piece)
