"""What may be better about a photograph, so that whoever took it can take it again; it is advice and never a refusal.

Tuned on the photographs that the tests take: see docs/decisions/0011-scans.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from doc_templates.photographs import paper
from doc_templates.photographs.codes import PaperCode, papers_in, sightings_in
from doc_templates.photographs.pictures import decoded, opened, upright_size
from mentoring.scans import Advice

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from PIL import Image

#: Telegram brings a photo to 1280 pixels, on which print of 9 points is still read. Smaller ones are copies of copies.
_SMALL = 1100
_LOOKED_AT = 1280
_FOR_CODES = 2016
_TILE = 40
#: Levels by which a tile with writing differs in itself, and the least steepness of print that is read with ease.
_WRITTEN_ON, _SHARP = 10.0, 0.24
_DARK = 95.0
_PALE_INK, _PALE_PAPER = 150.0, 235.0
#: How much of an edge of the picture is paper, where the paper goes on beyond it, and where it does not.
_COVERED, _FREE = 0.75, 0.25
_EDGE = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """`brightness` is that of the paper, from 0 to 255; `sharpness` is 0 where nothing is written."""

    width: int
    height: int
    brightness: float
    sharpness: float
    advice: tuple[Advice, ...]
    papers: tuple[PaperCode, ...]


def look(file: Path) -> Look:
    """Raises Unreadable, TooMuch."""
    with opened(file) as image:
        width, height = upright_size(image)
        picture = decoded(image, longest=_FOR_CODES)
    grey = picture.convert("L")
    grey.thumbnail((_LOOKED_AT, _LOOKED_AT), reducing_gap=2.0)
    brightness, sharpness = _brightness(grey), _sharpness(grey)
    advice = _advice(grey, longest=max(width, height), brightness=brightness, sharpness=sharpness)
    papers = papers_in(sightings_in(picture))
    return Look(
        width=width, height=height, brightness=brightness, sharpness=sharpness, advice=tuple(advice), papers=papers
    )


def _advice(grey: Image.Image, *, longest: int, brightness: float, sharpness: float) -> list[Advice]:
    holds = {
        Advice.BLURRED: 0 < sharpness < _SHARP,
        Advice.DARK: brightness < _DARK,
        Advice.BRIGHT: sharpness > 0 and _is_pale(grey),
        Advice.SMALL: longest < _SMALL,
        Advice.CUT: _is_cut(grey),
    }
    return [advice for advice, is_so in holds.items() if is_so]


def _brightness(grey: Image.Image) -> float:
    """Paper takes up most of the picture, and is the bright part of it."""
    return float(np.percentile(np.asarray(grey), 75))


def _is_pale(grey: Image.Image) -> bool:
    """All is white, and nothing dark is left of the ink."""
    levels = np.asarray(grey)
    return bool(np.percentile(levels, 50) > _PALE_PAPER and np.percentile(levels, 0.5) > _PALE_INK)


def _sharpness(grey: Image.Image) -> float:
    """How steep the edges of what is written are beside how far apart black and white are, across or down.

    A shaken hand smears in one of the two directions only.
    """
    if min(grey.size) < _TILE * 2:
        return 0.0
    levels = np.asarray(grey).astype(np.float32)
    across = 2 * levels[1:-1, 1:-1] - levels[1:-1, :-2] - levels[1:-1, 2:]
    down = 2 * levels[1:-1, 1:-1] - levels[:-2, 1:-1] - levels[2:, 1:-1]
    apart = _by_tile(levels[1:-1, 1:-1])
    written = apart > _WRITTEN_ON + np.percentile(apart, 20)
    steep = np.minimum(_without_grain(across), _without_grain(down))
    return float(np.percentile(steep[written] / apart[written], 60)) if written.any() else 0.0


def _without_grain(bend: NDArray[np.float32]) -> NDArray[np.float32]:
    """The grain of a dark photograph is as steep as any edge, but it is also where nothing is written."""
    each = _by_tile(bend) ** 2
    return np.asarray(np.sqrt(np.maximum(each - np.percentile(each, 20), 0)))


def _by_tile(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The standard deviation within each."""
    down, across = values.shape[0] // _TILE, values.shape[1] // _TILE
    tiles = values[: down * _TILE, : across * _TILE].reshape(down, _TILE, across, _TILE)
    return np.asarray(tiles.std(axis=(1, 3)))


def _is_cut(grey: Image.Image) -> bool:
    """The paper goes on beyond one to three edges of the picture. Beyond all four, it is a close scan of all of it."""
    if paper.corners(grey) is not None:
        return False
    levels = np.asarray(grey)
    middle = _between(levels)
    edges = (levels[:_EDGE], levels[-_EDGE:], levels[:, :_EDGE], levels[:, -_EDGE:])
    covered = [float(np.mean(edge > middle)) for edge in edges]
    return any(part > _COVERED for part in covered) and any(part < _FREE for part in covered)


def _between(levels: NDArray[np.uint8]) -> float:
    """Halfway from the table to the paper."""
    return float(np.percentile(levels, 10) + np.percentile(levels, 90)) / 2
