"""Reads the codes that our own papers carry, out of pictures that are dark, bent, small or askew."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from mentoring.record_ids import RecordId, parse_qr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

#: For all attempts at one picture.
SECONDS = 2.0
#: A second look at what was found at once, in case that another paper lies beside it.
_AT_LEAST = 2
_SMALL, _LARGE = 1800, 2600
_WHOLE_TURN = 360
_QR_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperCode:
    """What is printed on a paper: the document, and which copy of it."""

    code: str
    record_id: RecordId


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """`turned` in degrees to the right, from upright."""

    paper: PaperCode
    turned: int


def the_only(papers: Collection[PaperCode]) -> PaperCode | None:
    """None where two different papers are in sight: people are asked then, and nothing is guessed."""
    return next(iter(papers)) if len(set(papers)) == 1 else None


def papers_in(sightings: Sequence[Sighting]) -> tuple[PaperCode, ...]:
    return tuple(dict.fromkeys(sighting.paper for sighting in sightings))


def sightings_in(
    image: Image.Image,
    *,
    seconds: float = SECONDS,
    at_least: int = _AT_LEAST,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Sighting, ...]:
    """Whole and valid codes of ours only: another QR code and a misread one are nothing."""
    until, found = clock() + seconds, dict[PaperCode, Sighting]()
    for number, attempt in enumerate(_attempts(image.convert("L")), start=1):
        found |= {sighting.paper: sighting for sighting in _read(attempt)}
        if (found and number >= at_least) or clock() > until:
            break
    return tuple(found.values())


def _read(grey: Image.Image) -> Iterator[Sighting]:
    for barcode in zxingcpp.read_barcodes(grey, formats=_QR_CODES):
        if barcode.valid and (known := parse_qr(barcode.text)) is not None:
            code, record_id = known
            yield Sighting(paper=PaperCode(code=code, record_id=record_id), turned=barcode.orientation % _WHOLE_TURN)


def _attempts(grey: Image.Image) -> Iterator[Image.Image]:
    """The cheap ones first; each is good at something that the others miss."""
    yield grey
    large = _scaled(grey, 2.0 if max(grey.size) < _SMALL else 0.5)
    yield large
    yield _sharpened(large)
    yield _lit_evenly(grey)
    for part in _parts(grey):
        close = _scaled(part, min(4.0, _LARGE / max(part.size)))
        yield _sharpened(_lit_evenly(close))
        yield ImageOps.autocontrast(close.filter(ImageFilter.GaussianBlur(1.5)), cutoff=2)
    yield _sharpened(_scaled(grey, 3.0)) if max(grey.size) < _SMALL else _sharpened(grey)


def _scaled(image: Image.Image, times: float) -> Image.Image:
    size = (max(1, round(image.width * times)), max(1, round(image.height * times)))
    return image.resize(size, Image.Resampling.BICUBIC)


def _sharpened(image: Image.Image) -> Image.Image:
    return image.filter(ImageFilter.UnsharpMask(radius=3, percent=250, threshold=0))


def _lit_evenly(grey: Image.Image) -> Image.Image:
    """Without shadows: each place beside the mean of what is around it."""
    around = grey.filter(ImageFilter.BoxBlur(max(grey.size) / 40))
    return ImageOps.autocontrast(ImageChops.subtract(grey, around, scale=1.0, offset=128), cutoff=0.5)


def _parts(grey: Image.Image) -> Iterator[Image.Image]:
    """The four corners, where the code is printed, somewhat overlapping."""
    across, down = round(grey.width * 0.55), round(grey.height * 0.4)
    for top in (grey.height - down, 0):
        for left in (0, grey.width - across):
            yield grey.crop((left, top, left + across, top + down))
