"""Makes of one photograph the page of a scan: the sheet alone, flat, evenly lit, and the right way up."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from doc_templates.photographs import paper
from doc_templates.photographs.codes import sightings_in
from doc_templates.photographs.light import evened
from doc_templates.photographs.pictures import decoded, opened

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

#: A4 at 200 dots to the inch, and at 130: below that, small print is lost.
LONGEST, SHORTEST = 2339, 1520
#: Enough to find the sheet, and to see how large it is in the whole picture.
_GLANCE = 1000
#: The decoder takes a half or a quarter; what it leaves may be this much less than asked for.
_QUARTER = 90
_SECONDS_FOR_CODES = 0.6


def page_of(file: Path, *, turns: int) -> Image.Image:
    """`turns` are quarters to the right, after the page was set upright. Raises Unreadable, TooMuch."""
    picture = _decoded(file)
    sheet = paper.corners(picture)
    flat = evened(paper.flattened(picture, sheet, longest=LONGEST)) if sheet is not None else evened(picture)
    return _turned(flat, turns * _QUARTER - _lying(flat))


def as_jpeg(page: Image.Image, *, longest: int, quality: int) -> bytes:
    made, copy = BytesIO(), page
    if max(page.size) > longest:
        copy = page.copy()
        copy.thumbnail((longest, longest), reducing_gap=2.0)
    copy.save(made, "JPEG", quality=quality, optimize=False)
    return made.getvalue()


def _decoded(file: Path) -> Image.Image:
    """No larger than the page needs it: decoding twelve megapixels takes longer than all the rest."""
    with opened(file) as image:
        whole = max(image.size)
        glance = decoded(image, longest=_GLANCE)
    sheet = paper.corners(glance)
    part = paper.longest_side(sheet) / max(glance.size) if sheet is not None else 1.0
    with opened(file) as image:
        return decoded(image, longest=min(whole, round(SHORTEST * 1.18 / part)))


def _lying(flat: Image.Image) -> int:
    """By how many degrees to the right the page is turned, when it carries a code of ours."""
    seen = sightings_in(flat, seconds=_SECONDS_FOR_CODES, at_least=1)
    return round(seen[0].turned / _QUARTER) * _QUARTER if len(seen) == 1 else 0


def _turned(page: Image.Image, degrees: int) -> Image.Image:
    return page.rotate(-degrees % 360, expand=True) if degrees % 360 else page
