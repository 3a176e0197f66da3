"""What sessions can be about, as a programme's definition lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from annotated_types import Len
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints

Language = Literal["en", "bg"]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"^[^\r\n]*$")]
Kind = Literal["employability", "entrepreneurship", "any"]


def _in_words(name: object) -> object:
    """Whoever writes one name means it for everybody."""
    return {"en": name, "bg": name} if isinstance(name, str) else name


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicDefinition:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Annotated[dict[Language, Line], BeforeValidator(_in_words), Len(1)]
    kind: Kind = "any"


def _once(topics: tuple[TopicDefinition, ...]) -> tuple[TopicDefinition, ...]:
    names = [word.casefold() for topic in topics for word in {*topic.name.values()}]
    if len({*names}) < len(names):
        raise ValueError("the same topic stands here twice")
    return topics


Topics = Annotated[tuple[TopicDefinition, ...], Len(0, 100), AfterValidator(_once)]
