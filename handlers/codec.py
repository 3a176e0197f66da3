"""Buttons as typed values in at most 64 bytes of callback data; a press is authorised again by the use case."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import ClassVar, NoReturn, TypeVar, get_type_hints

from mentoring.acts import Act

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
#: Telegram's limit on callback data.
LIMIT_BYTES = 64
#: Of a document.
_CODE = re.compile(r"[A-Z]\d\d", re.ASCII)
#: No database holds a larger number.
_LARGEST = 2**63 - 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """Fields may be int, bool, date, a StrEnum, or the code of a document."""

    prefix: ClassVar[str]
    act: ClassVar[Act]


ButtonT = TypeVar("ButtonT", bound=Button)


def pack(button: Button) -> str:
    """Raises ValueError when the data would be too long for Telegram."""
    names = _field_names(type(button))  # type: ignore[arg-type]  # as below
    data = ":".join([button.prefix, *(_written(getattr(button, name)) for name in names)])
    if len(data.encode()) > LIMIT_BYTES:
        raise ValueError(f"{type(button).__name__} needs {len(data.encode())} bytes")
    return data


def unpack(kind: type[ButtonT], data: str) -> ButtonT | None:
    """None for anything that `pack` did not write for this kind: forged, cut or from an older version."""
    if not data.startswith(kind.prefix):  # every press is asked of every kind
        return None
    prefix, *parts = data.split(":")
    types = _field_types(kind)  # type: ignore[arg-type]  # a class is hashable; mypy asks its instances
    if prefix != kind.prefix or len(parts) != len(types):
        return None
    try:
        values = {name: _read(part, of) for (name, of), part in zip(types, parts, strict=True)}
    except ValueError:
        return None
    button = kind(**values)
    return button if pack(button) == data else None


@cache
def _field_names(kind: type[object]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))  # type: ignore[arg-type]


@cache
def _field_types(kind: type[object]) -> tuple[tuple[str, type], ...]:
    hints, names = get_type_hints(kind), [field.name for field in dataclasses.fields(kind)]  # type: ignore[arg-type]
    return tuple((name, getattr(hints[name], "__supertype__", hints[name])) for name in names)


def _written(value: object) -> str:
    match value:
        case bool():
            return "1" if value else "0"
        case int():
            return _base36(value)
        case date():
            return value.strftime("%Y%m%d")
        case StrEnum():
            return value.value
        case str() if _CODE.fullmatch(value):
            return value
        case _:
            raise TypeError(f"a button cannot carry {type(value).__name__}")


def _read(part: str, of: type) -> object:
    if of is bool:
        return {"0": False, "1": True}[part] if part in {"0", "1"} else _refuse(part)
    if of is int:
        return _number(part)
    if of is date:
        return date.fromisoformat(part)
    if issubclass(of, StrEnum):
        return of(part)
    if of is str:
        return part if _CODE.fullmatch(part) else _refuse(part)
    raise TypeError(f"a button cannot carry {of.__name__}")


def _number(part: str) -> int:
    number = int(part, 36)
    if abs(number) > _LARGEST:
        raise ValueError(part)
    return number


def _refuse(part: str) -> NoReturn:
    raise ValueError(part)


def _base36(number: int) -> str:
    sign, rest, digits = ("-" if number < 0 else ""), abs(number), ""
    while True:
        rest, digit = divmod(rest, 36)
        digits = _DIGITS[digit] + digits
        if not rest:
            return sign + digits
