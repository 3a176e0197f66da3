"""A group's code, typed where no link could be opened: it leads where the link leads, and guessing leads nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring import group_codes, invitations, notices
from mentoring.notices.common import Refused
from mentoring.permissions import NOBODY
from mentoring.refusals import Why
from mentoring.use_cases import joining

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.ports import Record

#: A digit, or a last part of three: words that people say to one another are not counted as guesses.
_LIKE_A_CODE = re.compile(r"\d|[\s\W_]\w{3}\W*$")


def take(record: Record, by: Acting, text: str, now: datetime) -> bool:
    """Whether these words were a code, or are answered as a guess too many."""
    code = group_codes.as_typed(text) if _LIKE_A_CODE.search(text.strip()) else None
    if code is None or by.telegram_id in NOBODY:
        return False
    since = now - invitations.TRIES_WITHIN
    if record.wrong_tries.count(by.telegram_id, since=since) >= invitations.WRONG_TRIES:
        notices.answer(record, by, record.people.by_telegram_id(by.telegram_id), Refused(why=Why.TOO_MANY_TRIES))
        return True
    group = record.groups.by_code(code)
    if group is None:
        record.wrong_tries.add(by.telegram_id, since=since, now=now)
        return False
    joining.come_in_without_link(record, by, group, now)
    return True
