"""Takes the shadow off a photographed page, and says whether it needs colours at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PART, _GLANCE = 16, 700
#: Nothing is made brighter than this many times: a black picture on the page is no shadow.
_MOST = 3.0
_WHITE = 250.0
#: Share of the page that must be empty paper for anything to be done.
_LEAST_PAPER = 0.55
_PAPER = 0.86
#: How far apart the colours of a pixel are when somebody would call it coloured, and how much of that shows.
_COLOURED, _LEAST_COLOURED = 42, 0.0015


def evened(page: Image.Image) -> Image.Image:
    """White paper, as bright in the corners as in the middle; grey, where there is no colour but that of the light.

    The same page where it isn't mostly paper.
    """
    small = page.reduce(max(1, max(page.size) // _GLANCE))
    return _lit(page if _has_colours(_lit(small)) else page.convert("L"))


def _lit(page: Image.Image) -> Image.Image:
    levels = np.asarray(page)
    paper = _paper_of(page)
    if float(np.mean(levels >= paper * np.float32(_PAPER))) < _LEAST_PAPER:
        return page
    lit = levels * np.minimum(np.float32(_WHITE) / np.maximum(paper, 1), np.float32(_MOST))
    return Image.fromarray(np.minimum(lit, 255, out=lit).astype(np.uint8))


def _has_colours(page: Image.Image) -> bool:
    """Ink that is blue, a stamp or a logo."""
    if page.mode == "L":
        return False
    levels = np.asarray(page).astype(np.int16)
    apart = levels.max(axis=2) - levels.min(axis=2)
    return float(np.mean(apart > _COLOURED)) > _LEAST_COLOURED


def _paper_of(page: Image.Image) -> NDArray[np.float32]:
    """How bright the empty paper is at each place: the brightest around, without what is written there."""
    small = page.reduce(_PART) if min(page.size) > _PART * 8 else page
    widest = max(3, max(small.size) // 14 | 1)
    brightest = small.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.MaxFilter(widest))
    smooth = brightest.filter(ImageFilter.MinFilter(widest)).filter(ImageFilter.GaussianBlur(widest / 3))
    return np.asarray(smooth.resize(page.size, Image.Resampling.BICUBIC)).astype(np.float32)
