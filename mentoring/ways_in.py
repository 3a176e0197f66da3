"""What somebody on the way in has told so far: kept with their open question, and forgotten with it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, InvitationId, MembershipId, PersonId
from mentoring.people import Language, Role
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """From the first question to the group. `invitation_id` is the live link whose seat will be taken, if any.

    `handle` tells namesakes apart for the manager. `let_in_by` is the manager who let them in, which needs neither a
    link nor a free name; `back_id` is the place that they left or lost before. `adult` is None until they were asked.
    `at_door`: they have asked Telegram to let them into the group's chat. `relink_id` is the code of somebody known on
    paper, whose place waits for them.
    """

    group_id: GroupId
    role: Role
    language: Language
    invitation_id: InvitationId | None = None
    membership_id: MembershipId | None = None
    name: str = ""
    handle: str = ""
    adult: bool | None = None
    guardian: str = ""
    quotes: bool = False
    agreed: bool = False
    at_door: bool = False
    let_in_by: PersonId | None = None
    back_id: MembershipId | None = None
    relink_id: InvitationId | None = None


def as_draft(way: Way) -> Mapping[str, str | int]:
    """Flat, without what is not known yet."""
    values = {field.name: getattr(way, field.name) for field in fields(way)}
    return {name: _flat(value) for name, value in values.items() if value not in (None, "")}


def of_draft(draft: Mapping[str, str | int]) -> Way:
    """Raises Refusal where the question is not one of somebody on the way in."""
    try:
        return Way(
            group_id=GroupId(int(draft["group_id"])),
            role=Role(str(draft["role"])),
            language=Language(str(draft["language"])),
            invitation_id=InvitationId(int(draft["invitation_id"])) if "invitation_id" in draft else None,
            membership_id=MembershipId(int(draft["membership_id"])) if "membership_id" in draft else None,
            name=str(draft.get("name", "")),
            handle=str(draft.get("handle", "")),
            adult=bool(draft["adult"]) if "adult" in draft else None,
            guardian=str(draft.get("guardian", "")),
            quotes=bool(draft.get("quotes", False)),
            agreed=bool(draft.get("agreed", False)),
            at_door=bool(draft.get("at_door", False)),
            let_in_by=PersonId(int(draft["let_in_by"])) if "let_in_by" in draft else None,
            back_id=MembershipId(int(draft["back_id"])) if "back_id" in draft else None,
            relink_id=InvitationId(int(draft["relink_id"])) if "relink_id" in draft else None,
        )
    except (KeyError, ValueError) as error:
        raise Refusal(Why.GONE) from error


def _flat(value: str | int) -> str | int:
    """A bool would come back from JSON as one, and is no number to a reader of drafts."""
    return int(value) if isinstance(value, bool) else value
