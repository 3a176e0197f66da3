"""Finds the sheet of paper on its table and lays it flat; without OpenCV, or in doubt, all stays as it is.

Works with the four corners of the sheet, from the top left one clockwise, in pixels.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

Points: TypeAlias = NDArray[np.float32]
Levels: TypeAlias = NDArray[np.uint8]

CAN_STRAIGHTEN = find_spec("cv2") is not None

_LOOKED_AT = 640
_A4 = 297 / 210
_NEARLY_A4 = 0.15
_LEAST_AREA, _LEAST_FILLED = 0.18, 0.93
_ANGLES = (58, 122)
_CONTRAST, _SUPPORT = 8, 0.7
_STEPS, _ASIDE = 40, 5
_CORNERS = 4


def corners(image: Image.Image) -> Points | None:
    """None where no whole sheet is to be seen, or where what was found would not be one."""
    if not CAN_STRAIGHTEN:
        return None
    part = min(1.0, _LOOKED_AT / max(image.size))
    small = image.resize((max(1, round(image.width * part)), max(1, round(image.height * part))))
    levels = np.asarray(small.convert("RGB").convert("L"))
    found = [_in_order(one) for one in _candidates(levels) if _is_plausible(one, levels)]
    return max(found, key=_area) / np.float32(part) if found else None


def flattened(image: Image.Image, sheet: Points, *, longest: int) -> Image.Image:
    """The sheet alone, seen from straight above, not larger than it was photographed."""
    import cv2

    width, height = _target(sheet, longest)
    corner = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    way = cv2.getPerspectiveTransform(sheet, corner)
    flat = cv2.warpPerspective(
        np.asarray(image), way, (width, height), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE
    )
    return Image.fromarray(flat)


def longest_side(sheet: Points) -> float:
    return float(max(_sides(sheet)))


def _candidates(levels: Levels) -> Iterator[Points]:
    import cv2

    cv2.setNumThreads(1)
    smooth = cv2.bilateralFilter(levels, 7, 40, 7)
    middle, _ = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    for factor in (1.0, 0.75, 0.55, 1.2):
        yield from _quadrilaterals(cv2.threshold(smooth, middle * factor, 255, cv2.THRESH_BINARY)[1])
    for least in (20, 50):
        edges = cv2.dilate(cv2.Canny(smooth, least, least * 3), np.ones((3, 3), np.uint8))
        yield from _quadrilaterals(255 - edges)
        yield from _quadrilaterals(edges)


def _quadrilaterals(mask: object) -> Iterator[Points]:
    import cv2

    closed = cv2.morphologyEx(np.asarray(mask, np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:2]:
        hull = cv2.convexHull(contour)
        for tolerance in (0.015, 0.03, 0.05):
            sheet = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, closed=True), closed=True)
            if len(sheet) == _CORNERS and cv2.contourArea(contour) > _LEAST_FILLED * 0.8 * cv2.contourArea(sheet):
                yield sheet.reshape(_CORNERS, 2).astype(np.float32)
                break


def _is_plausible(sheet: Points, levels: Levels) -> bool:
    ordered = _in_order(sheet)
    if _area(ordered) < _LEAST_AREA * levels.size:
        return False
    return all(_ANGLES[0] < angle < _ANGLES[1] for angle in _angles(ordered)) and _is_brighter_inside(ordered, levels)


def _is_brighter_inside(sheet: Points, levels: Levels) -> bool:
    """Along each of the four sides; a side on the edge of the picture means that the sheet goes on beyond it."""
    centre = sheet.mean(axis=0)
    return all(_side_shows(sheet[one - 1], sheet[one], centre, levels) for one in range(_CORNERS))


def _side_shows(start: Points, end: Points, centre: Points, levels: Levels) -> bool:
    along = np.linspace(0.04, 0.96, _STEPS)[:, None]
    points = start + (end - start) * along
    across = np.array([start[1] - end[1], end[0] - start[0]])
    across = across / (np.linalg.norm(across) + 1e-6) * _ASIDE
    inward = across if np.dot(centre - start, across) > 0 else -across
    within, outside = _levels_at(points + inward, levels), _levels_at(points - inward, levels)
    return bool(np.mean(within - outside > _CONTRAST) >= _SUPPORT)


def _levels_at(points: NDArray[np.float64], levels: Levels) -> NDArray[np.float64]:
    """Beyond the picture it is as bright as paper can be, so that nothing shows there."""
    across, down = np.rint(points).astype(int).T
    height, width = levels.shape
    there = (across >= 0) & (across < width) & (down >= 0) & (down < height)
    found = levels[down.clip(0, height - 1), across.clip(0, width - 1)].astype(np.float64)
    return np.where(there, found, 255.0)


def _in_order(sheet: Points) -> Points:
    around = sheet - sheet.mean(axis=0)
    clockwise = sheet[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
    return np.roll(clockwise, -int(np.argmin(clockwise.sum(axis=1))), axis=0)


def _area(sheet: Points) -> float:
    across, down = sheet.T
    return float(abs(np.dot(across, np.roll(down, 1)) - np.dot(down, np.roll(across, 1))) / 2)


def _angles(sheet: Points) -> Iterator[float]:
    for one in range(_CORNERS):
        before, after = sheet[one - 1] - sheet[one], sheet[(one + 1) % _CORNERS] - sheet[one]
        cosine = np.dot(before, after) / (np.linalg.norm(before) * np.linalg.norm(after) + 1e-6)
        yield float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def _sides(sheet: Points) -> tuple[float, float]:
    """Mean width and height."""
    lengths = np.linalg.norm(np.roll(sheet, -1, axis=0) - sheet, axis=1)
    return float(lengths[0] + lengths[2]) / 2, float(lengths[1] + lengths[3]) / 2


def _target(sheet: Points, longest: int) -> tuple[int, int]:
    """Of A4 where it is nearly that: from aside, its sides look longer or shorter than they are."""
    width, height = _sides(sheet)
    long, ratio = min(float(longest), max(width, height)), max(width, height) / min(width, height)
    if abs(ratio / _A4 - 1) < _NEARLY_A4:
        ratio = _A4
    return (round(long / ratio), round(long)) if height >= width else (round(long), round(long / ratio))
