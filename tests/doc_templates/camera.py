"""Makes the photograph that somebody would have taken of a page: the same seed always makes the same picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Picture: TypeAlias = NDArray[np.uint8]
Field: TypeAlias = NDArray[np.float32]

#: Telegram brings the longest side of a photo to this, and makes a JPEG of about this quality.
TELEGRAM_SIDE, TELEGRAM_QUALITY = 1280, 82
_GREY = 2  # dimensions
_TABLES = ((86, 110, 140), (60, 60, 66), (150, 160, 168), (40, 70, 105), (205, 210, 214), (90, 120, 90))


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """How it was taken. `angle` in degrees, `tilt` as part of the page's side, `aside` of the picture's width.

    `blur` in pixels and `noise` in levels of the picture as it is sent, `dark` as the part of the light that is left.
    """

    seed: int
    angle: float = 0.0
    tilt: float = 0.0
    fills: float = 0.92
    aside: float = 0.0
    shadow: float = 0.0
    dark: float = 1.0
    blur: float = 0.0
    shaken: int = 0
    noise: float = 0.0
    crumple: float = 0.0
    side: int = TELEGRAM_SIDE
    quality: int = TELEGRAM_QUALITY


def by_chance(seed: int) -> Shot:
    """As people take them: mostly nearly straight, some upside down, a few at any angle."""
    rng = np.random.default_rng(seed)
    quarter = float(rng.choice([0, 0, 0, 0, 90, 180, 270]))
    angle = float(rng.uniform(0, 360)) if rng.random() < 0.12 else quarter + float(rng.normal(0, 4))
    return Shot(
        seed=seed,
        angle=angle,
        tilt=float(rng.uniform(0, 0.09)),
        fills=float(rng.uniform(0.86, 0.98)),
        shadow=float(rng.uniform(0, 0.6)),
        dark=float(rng.uniform(0.45, 1.0)),
        blur=float(rng.uniform(0, 0.9)),
        shaken=int(rng.choice([0, 0, 0, 2, 3])),
        noise=float(rng.uniform(0, 9)),
        crumple=float(rng.choice([0, 0, 0.3, 0.8])),
        quality=int(rng.integers(72, 90)),
    )


def photographed(page: Picture, shot: Shot) -> bytes:
    """A JPEG of the page on a table; `page` is large, and grey or in the order of OpenCV."""
    taken = seen(page, shot)
    _, encoded = cv2.imencode(".jpg", taken, [cv2.IMWRITE_JPEG_QUALITY, shot.quality])
    return bytes(encoded.tobytes())


def seen(page: Picture, shot: Shot) -> Picture:
    rng = np.random.default_rng(shot.seed + 1_000_000)
    height, width = shot.side, round(shot.side * 3 / 4)
    paper = _crumpled(page, shot.crumple, rng)
    placed = _placement(page.shape[:2], (width, height), shot, rng)
    # Twice as large first: the lens of a telephone sees more than Telegram keeps.
    twice = np.diag([2.0, 2.0, 1.0]) @ placed
    table = _table(width * 2, height * 2, rng)
    coloured = cv2.cvtColor(paper, cv2.COLOR_GRAY2BGR) if paper.ndim == _GREY else paper
    sheet = cv2.warpPerspective(coloured, twice, (width * 2, height * 2), flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), twice, (width * 2, height * 2))
    merged = np.where(cover[..., None] > 127, sheet, table).astype(np.uint8)
    return _developed(cv2.resize(merged, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8), shot, rng)


def _placement(page: tuple[int, ...], picture: tuple[int, int], shot: Shot, rng: np.random.Generator) -> Field:
    """From the page to the picture: turned, seen from aside, and as large as fits."""
    (down, across), (width, height) = page, picture
    turn = np.deg2rad(shot.angle)
    corners = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float64) - [across / 2, down / 2]
    leaning = 1 + rng.uniform(-shot.tilt, shot.tilt, (4, 2))
    turned = (corners * leaning) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    low, high = turned.min(axis=0), turned.max(axis=0)
    scale = min(width / (high - low)[0], height / (high - low)[1]) * shot.fills
    room = (np.array([width, height]) - (high - low) * scale) * rng.uniform(0.3, 0.7, 2) + [width * shot.aside, 0]
    target = (turned - low) * scale + room
    flat = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(flat, target.astype(np.float32)), np.float32)


def _table(width: int, height: int, rng: np.random.Generator) -> Picture:
    """A colour with a grain, as wood or cloth has it, and a darker thing that lies there."""
    colour = np.array(_TABLES[rng.integers(len(_TABLES))], np.float32)
    grain = _cloud(width, height, (24, 200), rng) * 22 + _cloud(width, height, (height // 2, width // 2), rng) * 5
    table = colour + grain[..., None]
    thing = tuple(int(part) for part in rng.uniform(0, 255, 3))
    where = (int(rng.uniform(0, width)), int(rng.uniform(0, height)))
    cv2.circle(table, where, int(width * rng.uniform(0.05, 0.2)), thing, -1)
    return np.asarray(np.clip(table, 0, 255), np.uint8)


def _cloud(width: int, height: int, cells: tuple[int, int], rng: np.random.Generator) -> Field:
    """Smooth chance between -1 and 1."""
    coarse = rng.uniform(-1, 1, cells).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)


def _crumpled(page: Picture, depth: float, rng: np.random.Generator) -> Picture:
    """Bent by up to `depth` per cent of the width, and shaded where it bends."""
    if not depth:
        return page
    height, width = page.shape[:2]
    folds = _cloud(width, height, (7, 5), rng)
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    moved = folds * np.float32(width * depth / 100)
    bent = cv2.remap(page, across + moved, down - moved, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    shade = 1 - 0.12 * depth * np.abs(np.gradient(folds)[0]) * height / 14
    return np.asarray(np.clip(bent * (shade if page.ndim == _GREY else shade[..., None]), 0, 255), np.uint8)


def _developed(picture: Picture, shot: Shot, rng: np.random.Generator) -> Picture:
    height, width = picture.shape[:2]
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    way = rng.uniform(0, 2 * np.pi)
    slope = (across * np.cos(way) + down * np.sin(way)) * 0.7
    edge = 1 / (1 + np.exp(-(slope - rng.uniform(-0.4, 0.4)) * rng.uniform(2, 14)))  # of a hand, a head, a lamp
    lit = picture * (shot.dark * (1 - shot.shadow * edge))[..., None]
    if shot.blur:
        lit = cv2.GaussianBlur(lit, (0, 0), shot.blur)
    if shot.shaken:
        lit = cv2.filter2D(lit, -1, np.full((1, shot.shaken), 1 / shot.shaken))
    return np.asarray(np.clip(lit + rng.normal(0, shot.noise, picture.shape), 0, 255), np.uint8)
