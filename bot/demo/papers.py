"""Sheets of paper that the people of the demo photograph and scan, drawn here so that previews show something."""

from __future__ import annotations

import math
import struct
import zlib
from dataclasses import dataclass
from itertools import count

WIDTH, HEIGHT = 450, 630
_LEFT, _RIGHT, _TOP, _LINE = 66, 384, 132, 30
_PAPER, _INK, _DESK = (252, 249, 240), (36, 58, 128), (121, 98, 76)
_DARKEST = 254
_DESK_COLOUR = 255
_SLANT = 0.022
_MARGIN = 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Pixels as numbers of colours: 0 is bare paper, 254 full ink, 255 the desk below."""

    pixels: bytes

    def as_png(self) -> bytes:
        rows = b"".join(b"\0" + row for row in self._rows())
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
        chunks = {b"IHDR": header, b"PLTE": _palette(), b"IDAT": zlib.compress(rows), b"IEND": b""}
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks.items())

    def as_pdf(self) -> bytes:
        """One page that shows the sheet, as a scanner makes it."""
        image = zlib.compress(self.pixels)
        drawing = b"q 595 0 0 842 0 0 cm /Sheet Do Q"
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Sheet 5 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
            b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/Filter/FlateDecode"
            b"/ColorSpace[/Indexed/DeviceRGB 255<%s>]/Length %d>>stream\n%s\nendstream"
            % (WIDTH, HEIGHT, _palette().hex().encode(), len(image), image),
        ]
        return _pdf(objects)

    def _rows(self) -> list[bytes]:
        return [self.pixels[start : start + WIDTH] for start in range(0, len(self.pixels), WIDTH)]


def photographed(number: int, *, signed: bool = False) -> bytes:
    """A page on a desk, held a little askew; each `number` is written differently."""
    canvas = _Canvas(on_desk=True)
    _write(canvas, number, signed=signed)
    return Sheet(pixels=bytes(canvas.pixels)).as_png()


def scanned(number: int, *, signed: bool = False) -> bytes:
    canvas = _Canvas(on_desk=False)
    _write(canvas, number, signed=signed)
    return Sheet(pixels=bytes(canvas.pixels)).as_pdf()


class _Canvas:
    def __init__(self, *, on_desk: bool) -> None:
        self.pixels = bytearray(WIDTH * HEIGHT)
        self._slant = _SLANT if on_desk else 0.0
        if on_desk:
            self._show_desk()

    def _show_desk(self) -> None:
        for y in range(HEIGHT):
            is_paper = _MARGIN < y < HEIGHT - _MARGIN
            left = _MARGIN - int(y * _SLANT) if is_paper else WIDTH
            right = left + WIDTH - 2 * _MARGIN if is_paper else WIDTH
            row = y * WIDTH
            self.pixels[row : row + left] = bytes([_DESK_COLOUR]) * left
            self.pixels[row + right : row + WIDTH] = bytes([_DESK_COLOUR]) * (WIDTH - right)

    def dot(self, x: float, y: float, *, thick: float = 1.3) -> None:
        """Soft at the edge, so that strokes look drawn and not stepped."""
        y += (x - _LEFT) * self._slant
        x -= y * self._slant
        for row in range(int(y - thick), int(y + thick) + 2):
            for column in range(int(x - thick), int(x + thick) + 2):
                self._darken(column, row, thick + 0.5 - math.hypot(column - x, row - y))

    def _darken(self, column: int, row: int, strength: float) -> None:
        place = row * WIDTH + column
        ink = int(_DARKEST * min(max(strength, 0.0), 1.0))
        self.pixels[place] = max(self.pixels[place], ink)


def _write(canvas: _Canvas, number: int, *, signed: bool) -> None:
    chance = _Chance(number)
    _heading(canvas, chance)
    lines = 12 if signed else 15
    for line in range(lines):
        end = _RIGHT - (110 * chance.next() if line % 4 == 3 else 22 * chance.next())  # noqa: PLR2004 - a paragraph
        _words(canvas, chance, y=_TOP + line * _LINE, end=end)
    if signed:
        _signature(canvas, chance)


def _heading(canvas: _Canvas, chance: _Chance) -> None:
    end = _LEFT + 130 + 90 * chance.next()
    for row in range(7):
        for x in range(_LEFT, int(end)):
            canvas.dot(x, 76 + row, thick=0.8)


def _words(canvas: _Canvas, chance: _Chance, *, y: float, end: float) -> None:
    x = float(_LEFT)
    while x < end - 14:
        width = min(16 + 44 * chance.next(), end - x)
        _word(canvas, chance, x=x, y=y, width=width)
        x += width + 9


def _word(canvas: _Canvas, chance: _Chance, *, x: float, y: float, width: float) -> None:
    """Loops that lean forward; every few of them reach up or down, as b and p do."""
    tall, phase = 5 + 6 * chance.next(), 6 * chance.next()
    for step in range(int(width * 3)):
        at = step / 3
        turn = at * 0.85 + phase
        height = 4 + (tall if math.sin(turn / 3.1 + phase) > 0.8 else 0)  # noqa: PLR2004 - about every third
        canvas.dot(x + at + 2.2 * math.cos(turn), y - height * math.sin(turn), thick=0.9)


def _signature(canvas: _Canvas, chance: _Chance) -> None:
    tilt = 0.2 + 0.2 * chance.next()
    for x in range(_LEFT + 150, _RIGHT - 10):
        canvas.dot(x, 560, thick=0.4)
    for step in range(620):
        turn = step / 26
        across = _LEFT + 170 + step * 0.2 + 13 * math.cos(turn)
        canvas.dot(across, 540 - step * tilt * 0.12 - (26 - step / 40) * math.sin(turn * 0.93), thick=1.4)


class _Chance:
    """Numbers from 0 to 1 that look arbitrary and are the same at every run."""

    def __init__(self, seed: int) -> None:
        self._numbers = count(seed * 1009 + 1)

    def next(self) -> float:
        return math.sin(next(self._numbers) * 12.9898) * 43758.5453 % 1


def _palette() -> bytes:
    written = [
        bytes(paper + (ink - paper) * level // _DARKEST for paper, ink in zip(_PAPER, _INK, strict=True))
        for level in range(_DARKEST + 1)
    ]
    return b"".join(written) + bytes(_DESK)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _pdf(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(content))
        content += b"%d 0 obj%sendobj\n" % (number, body)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return content + head + b"".join(places) + _TRAILER % (len(objects) + 1, len(content))


_TRAILER = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
