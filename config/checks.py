"""How a wrong setting is told to the operator: one plain line each, which names the setting and never its value."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import AfterValidator, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DURATION = re.compile(r"(?P<number>\d{1,4}) ?(?P<unit>min|h|d)")
UNITS = {"min": "minutes", "h": "hours", "d": "days"}


class ConfigurationError(Exception):
    """The installation cannot start as it is set up; the message is for the operator, one line for each mistake."""


def duration(text: object) -> timedelta:
    match = DURATION.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError('write a number and a unit, such as "15 min", "24 h" or "3 d"')
    return timedelta(**{UNITS[match["unit"]]: int(match["number"])})


def shaped(shape: re.Pattern[str], complaint: str) -> AfterValidator:
    def check(text: str) -> str:
        if not shape.fullmatch(text):
            raise ValueError(complaint)
        return text

    return AfterValidator(check)


def read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not valid TOML: {error}.") from error


def complaints(error: ValidationError, called: Callable[[str], str]) -> ConfigurationError:
    """Turn pydantic's report into our sentences. `called` says what the operator calls a field."""
    return ConfigurationError("\n".join(_lines(error, called)))


def _lines(error: ValidationError, called: Callable[[str], str]) -> Iterator[str]:
    for mistake in error.errors(include_input=False, include_url=False):
        if mistake["type"] == "default_factory_not_called":
            continue  # follows from another mistake, which is told
        field = ".".join(str(part) for part in mistake["loc"])
        sentence = _sentence(mistake["type"], mistake["msg"])
        yield f"{called(field)}: {sentence[:1].lower()}{sentence[1:]}" if field else sentence


def _sentence(kind: str, message: str) -> str:
    match kind:
        case "extra_forbidden" | "unexpected_keyword_argument":
            return "There is no such setting."
        case "missing" | "missing_argument":
            return "This is missing."
        case _:
            return message.removeprefix("Value error, ").rstrip(".") + "."
