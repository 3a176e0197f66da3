"""A concern while it is being written: words and files collected from as many messages as somebody needs."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from mentoring.files import SENDABLE, FileKind, Received
from mentoring.ids import PersonId, ProgrammeId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.prompts import Prompt

#: What one message to a manager holds beside its heading; in UTF-16 units, as Telegram counts.
LONGEST = 3000
MOST_FILES = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernDraft:
    """`about_id` is a manager who shall not hear of it."""

    programme_id: ProgrammeId
    about_id: PersonId | None = None
    words: str = ""
    files: tuple[Received, ...] = ()

    @property
    def says_something(self) -> bool:
        return bool(self.words or self.files)

    def kept(self) -> Mapping[str, str | int]:
        """As a prompt keeps it."""
        files = [{field.name: getattr(file, field.name) for field in fields(Received)} for file in self.files]
        return {
            "programme_id": self.programme_id,
            "about_id": self.about_id or 0,
            "words": self.words,
            "files": json.dumps(files, ensure_ascii=False),
        }


def read(prompt: Prompt) -> ConcernDraft:
    files = json.loads(prompt.words("files") or "[]")
    return ConcernDraft(
        programme_id=ProgrammeId(prompt.number("programme_id")),
        about_id=PersonId(prompt.number("about_id")) or None,
        words=prompt.words("words"),
        files=tuple(Received(**{**file, "kind": FileKind(file["kind"])}) for file in files),
    )


def with_words(draft: ConcernDraft, words: str) -> ConcernDraft | None:
    """None when there is no room for them."""
    together = "\n\n".join(one for one in (draft.words, words.strip()) if one)
    return replace(draft, words=together) if len(together.encode("utf-16-le")) <= LONGEST * 2 else None


def with_file(draft: ConcernDraft, file: Received) -> ConcernDraft | None:
    """None when there is no room for it, or it is of a kind that is not kept."""
    if file.kind not in SENDABLE or len(draft.files) >= MOST_FILES:
        return None
    return with_words(replace(draft, files=(*draft.files, file)), file.caption)
