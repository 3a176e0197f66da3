"""The readiness wall as a picture, to be drawn in a process apart: for a phone and for a report, also in grey."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_INK, _GREY, _RULE, _PAPER = "#1c1c1e", "#6b7280", "#e5e7eb", "#ffffff"
_BAND = "#f6f7f9"
#: Pixels. Telegram makes what is wider than 1280 smaller.
_WIDEST, _NARROWEST, _MARGIN = 1280, 900, 36
_TITLES, _COUNTS, _ROW, _SQUARE = 420, 90, 46, 30
_COLUMN = (46, 90)
_DPI = 100
_LEGEND_COLUMN = 205
#: As strokes and dots in a square of 1 by 1, so that each state is told by its shape also where there is no colour.
_TICK = [[(0.22, 0.52), (0.42, 0.72), (0.78, 0.28)]]
_DOTS = [[(0.24, 0.5)], [(0.5, 0.5)], [(0.76, 0.5)]]
_BACK = [[(0.78, 0.5), (0.24, 0.5)], [(0.44, 0.3), (0.24, 0.5), (0.44, 0.7)]]
_PEN = [[(0.3, 0.62), (0.7, 0.22)], [(0.24, 0.8), (0.76, 0.8)]]
_CALL = [[(0.5, 0.22), (0.5, 0.56)], [(0.5, 0.77)]]
_DASH = [[(0.28, 0.5), (0.72, 0.5)]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Look:
    face: str
    edge: str
    stroke: str
    strokes: list[list[tuple[float, float]]]


_LOOKS = {
    "filed": _Look(face="#15803d", edge="#15803d", stroke=_PAPER, strokes=_TICK),
    "accepted": _Look(face=_PAPER, edge="#15803d", stroke="#15803d", strokes=_TICK),
    "submitted": _Look(face="#fde68a", edge="#b45309", stroke="#78350f", strokes=_DOTS),
    "returned": _Look(face="#fed7aa", edge="#c2410c", stroke="#9a3412", strokes=_BACK),
    "signing": _Look(face="#dbeafe", edge="#1d4ed8", stroke="#1d4ed8", strokes=_PEN),
    "open": _Look(face=_PAPER, edge="#9ca3af", stroke=_PAPER, strokes=[]),
    "overdue": _Look(face="#b91c1c", edge="#b91c1c", stroke=_PAPER, strokes=_CALL),
    "waived": _Look(face="#e5e7eb", edge="#d1d5db", stroke="#6b7280", strokes=_DASH),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class WallLine:
    """`cells` name how they look, one for each column; an empty one where nothing is expected."""

    title: str
    cells: tuple[str, ...]
    count: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WallSheet:
    heading: str
    title: str
    count: str
    columns: tuple[str, ...]
    lines: tuple[WallLine, ...]
    legend: Mapping[str, str]


def drawn(sheet: WallSheet) -> bytes:
    """A PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    column, names = _column_width(sheet), _names_height(sheet)
    width = max(_NARROWEST, 2 * _MARGIN + _TITLES + column * len(sheet.columns) + _COUNTS)
    height = 150 + names + _ROW * len(sheet.lines) + _legend_height(sheet, width)
    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    page = _Page(figure, width, height)
    _draw(page, sheet, column, names)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


class _Page:
    """Pixels from the upper left corner."""

    def __init__(self, figure: Any, width: float, height: float) -> None:
        import font_roboto
        from matplotlib.font_manager import FontProperties, get_font

        self.width = width
        self._known = frozenset(get_font(font_roboto.Roboto).get_charmap())
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        self._axes.axis("off")
        self._plain, self._bold = FontProperties(fname=font_roboto.Roboto), FontProperties(fname=font_roboto.RobotoBold)

    def text(self, x: float, y: float, text: str, *, size: float, bold: bool = False, **looks: Any) -> None:
        font = self._bold if bold else self._plain
        looks = {"color": _INK, "va": "center", **looks}
        # In points, of which there are 72 to an inch; a dollar would begin a formula.
        self._axes.text(
            x, y, self._shown(text), fontproperties=font, fontsize=size * 72 / _DPI, parse_math=False, **looks
        )

    def _shown(self, text: str) -> str:
        """Without what would be drawn as an empty box."""
        return "".join(char for char in text if ord(char) in self._known)

    def band(self, y: float, height: float) -> None:
        from matplotlib.patches import Rectangle

        self._axes.add_patch(
            Rectangle((_MARGIN / 2, y), self.width - _MARGIN, height, facecolor=_BAND, edgecolor="none")
        )

    def rule(self, y: float) -> None:
        self._axes.plot([_MARGIN / 2, self.width - _MARGIN / 2], [y, y], color=_RULE, linewidth=1)

    def square(self, x: float, y: float, state: str) -> None:
        """Around its middle."""
        from matplotlib.patches import FancyBboxPatch

        look, side = _LOOKS[state], _SQUARE
        left, top = x - side / 2, y - side / 2
        shape = "round,pad=0,rounding_size=6"
        box = FancyBboxPatch((left, top), side, side, boxstyle=shape, facecolor=look.face, edgecolor=look.edge, lw=1.4)
        self._axes.add_patch(box)
        for stroke in look.strokes:
            self._stroke([(left + side * px, top + side * py) for px, py in stroke], look.stroke)

    def _stroke(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        from matplotlib.patches import Circle

        if len(points) == 1:
            self._axes.add_patch(Circle(points[0], 2.2, facecolor=colour, edgecolor="none"))
        else:
            self._axes.plot(*zip(*points, strict=True), color=colour, linewidth=2.6, solid_capstyle="round")


def _draw(page: _Page, sheet: WallSheet, column: float, names: float) -> None:
    page.text(_MARGIN, 34, _cut(sheet.heading, 80), size=17, color=_GREY)
    page.text(_MARGIN, 70, _cut(sheet.title, 48), size=30, bold=True)
    page.text(_MARGIN, 106, sheet.count, size=19)
    top = 130 + names
    left = _MARGIN + _TITLES + column / 2
    for place, name in enumerate(sheet.columns):
        _name(page, left + column * place, top - 10, name)
    for place, line in enumerate(sheet.lines):
        y = top + _ROW * place
        if place % 2 == 0:
            page.band(y, _ROW)
        page.text(_MARGIN, y + _ROW / 2, _cut(line.title, 42), size=18)
        for across, state in enumerate(line.cells):
            if state:
                page.square(left + column * across, y + _ROW / 2, state)
        page.text(page.width - _MARGIN, y + _ROW / 2, line.count, size=18, ha="right", color=_GREY)
    _legend(page, sheet.legend, top + _ROW * len(sheet.lines))


def _name(page: _Page, x: float, y: float, name: str) -> None:
    """Slanting, so that long names stay readable beside each other."""
    page.text(x, y, _cut(name, _LONGEST_NAME), size=17, rotation=50, rotation_mode="anchor", ha="left", va="baseline")


def _legend(page: _Page, legend: Mapping[str, str], y: float) -> None:
    page.rule(y + 14)
    a_line = _in_a_line(page.width)
    for place, (state, words) in enumerate(legend.items()):
        x, down = _MARGIN + _LEGEND_COLUMN * (place % a_line), y + 46 + 42 * (place // a_line)
        page.square(x + _SQUARE / 2, down, state)
        page.text(x + _SQUARE + 10, down, words, size=16)


_LONGEST_NAME = 20


def _column_width(sheet: WallSheet) -> float:
    narrow, wide = _COLUMN
    room = (_WIDEST - 2 * _MARGIN - _TITLES - _COUNTS) / max(len(sheet.columns), 1)
    return min(wide, max(narrow, room))


def _names_height(sheet: WallSheet) -> float:
    longest = max((min(len(one), _LONGEST_NAME) for one in sheet.columns), default=0)
    return 24 + 7.4 * longest


def _in_a_line(width: float) -> int:
    return max(1, int((width - 2 * _MARGIN) // _LEGEND_COLUMN))


def _legend_height(sheet: WallSheet, width: float) -> float:
    return 24 + 42 * -(-len(sheet.legend) // _in_a_line(width))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
