"""The one open question that the bot has asked somebody in private, and whose typed answer it waits for.

Kept by Telegram id, because a joiner who has not consented is no person of the record yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

#: What somebody who has not consented told us is forgotten after this, and a half-typed answer too.
VALID = timedelta(hours=72)


class Asking(StrEnum):
    """What is asked; the step that reads the answer stands in use_cases/answering.py."""

    MANAGER_LANGUAGE = "manager_language"
    MANAGER_NAME = "manager_name"
    ORGANISATION = "organisation"
    GROUP_NAME = "group_name"
    MENTOR_NAMES = "mentor_names"
    MENTEE_NAMES = "mentee_names"
    JOINER_LANGUAGE = "joiner_language"
    WHICH_NAME = "which_name"
    OWN_NAME = "own_name"
    LET_IN = "let_in"
    AGE = "age"
    GUARDIAN = "guardian"
    CONSENT = "consent"
    DECLINED = "declined"
    SUBMISSION = "submission"
    DRAFT = "draft"
    SCAN = "scan"
    WORDS_FOR = "words_for"
    SESSION_PLAN = "session_plan"
    MINUTES_TEXT = "minutes_text"
    SESSION_TASK = "session_task"
    TASK_CHANGE = "task_change"
    SESSION_PLACE = "session_place"
    PLAN_FIELD = "plan_field"
    WHY_NOT = "why_not"
    PLAN_CELL = "plan_cell"
    PLAN_DRAFT = "plan_draft"
    DIARY = "diary"
    DEED = "deed"
    GROUP_DEED = "group_deed"
    INTERVIEW = "interview"
    MONITORING_PLAN = "monitoring_plan"
    CONCERN = "concern"
    QUESTION = "question"
    PRIVATE_ANSWER = "private_answer"
    PAPER_NAMES = "paper_names"
    ZONE = "zone"
    QUIET_HOURS = "quiet_hours"
    COLLEAGUE_LANGUAGE = "colleague_language"
    COLLEAGUE_NAME = "colleague_name"
    RELINK = "relink"
    RELINK_MERGE = "relink_merge"
    GOING_AWAY = "going_away"
    PROGRAMME_LINE = "programme_line"
    PROGRAMME_TOPICS = "programme_topics"
    REPLACING = "replacing"
    SUCCESSOR_NAME = "successor_name"
    HANDOVER_NOTE = "handover_note"
    ERASURE_REASON = "erasure_reason"
    UPLOAD_TITLE = "upload_title"
    UPLOAD_REASON = "upload_reason"
    FILES_SEARCH = "files_search"
    FILING_DEED = "filing_deed"
    WAIVING = "waiving"
    DOCUMENT_TITLE = "document_title"
    OWN_TEMPLATE = "own_template"


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """`draft` is what was answered so far, as a flat JSON object; a reader that misses a key closes the prompt."""

    telegram_id: int
    asking: Asking
    draft: Mapping[str, str | int]
    expires_at: datetime

    def number(self, key: str) -> int:
        return int(self.draft.get(key, 0))

    def words(self, key: str) -> str:
        return str(self.draft.get(key, ""))
