"""What can't be done, as a closed family: a use case raises before it has written anything."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """Each member has one text in each language; the handlers add the next step."""

    NOT_ALLOWED = "not_allowed"
    ONLY_IN_PRIVATE = "only_in_private"
    GONE = "gone"
    ALREADY_DONE = "already_done"
    TOO_LATE = "too_late"
    SESSION_BEGUN = "session_begun"
    TOO_EARLY = "too_early"
    ANOTHER_RUNS = "another_runs"
    INVITATION_UNKNOWN = "invitation_unknown"
    INVITATION_EXPIRED = "invitation_expired"
    INVITATION_USED = "invitation_used"
    TOO_MANY_TRIES = "too_many_tries"
    FOR_SOMEBODY_ELSE = "for_somebody_else"
    NAME_TAKEN = "name_taken"
    CHAT_TAKEN = "chat_taken"
    LAST_MENTOR = "last_mentor"
    GROUP_CLOSED = "group_closed"
    NOBODY_PICKED = "nobody_picked"
    MENTOR_AND_MENTEE = "mentor_and_mentee"
    CONSENT_FIRST = "consent_first"
    TAKEN_BY_ANOTHER = "taken_by_another"
    LAST_MANAGER = "last_manager"
    LANGUAGE_IN_USE = "language_in_use"
    LAST_LANGUAGE = "last_language"
    BEING_CHECKED = "being_checked"
    HOLDS_A_VIRUS = "holds_a_virus"
    HELD_BACK = "held_back"
    NOT_UNDERSTOOD = "not_understood"


class Refusal(Exception):
    """Nothing was written; the person is told why and what to do instead."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
