"""What is done about each kind of thing that is due; all that is done in the same way at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from mentoring.ports import Record
from mentoring.schedule import Due, DueKind
from mentoring.use_cases import (
    begin_questions,
    chat_members,
    date_polls,
    digesting,
    document_reminders,
    farewells,
    half_time,
    holding,
    monitoring_near,
    places,
    presence,
    print_packs,
    programme_people,
    reminding,
    scan_making,
    session_gaps,
    silence,
    standing_in,
)

Doing: TypeAlias = Callable[[Record, Sequence[Due], datetime], None]

DOINGS: Mapping[DueKind, Doing] = {
    DueKind.SESSION_REMINDER: reminding.tell_people,
    DueKind.SNOOZED_REMINDER: reminding.tell_people,
    DueKind.HOMEWORK_EVENING: reminding.tell_people,
    DueKind.SESSION_START: presence.tell_that_it_is_time,
    DueKind.STILL_WAITING: presence.ask_who_waits,
    DueKind.AUTO_END: holding.end_by_itself,
    DueKind.SESSION_END: reminding.refresh_ended_cards,
    DueKind.DIARY_PROMPT: reminding.tell_people,
    DueKind.OUTCOME_QUESTION: reminding.ask_for_outcomes,
    DueKind.DIGEST: digesting.send_digests,
    DueKind.PAUSE_END: places.end_pauses,
    DueKind.STILL_OUT_OF_CHAT: chat_members.tell_who_is_still_out,
    DueKind.STILL_SILENT: silence.ask_again,
    DueKind.ABSENCE_BEGIN: standing_in.begin_absences,
    DueKind.ABSENCE_END: standing_in.end_absences,
    DueKind.PROGRAMME_END: programme_people.tell_of_ends,
    DueKind.MONITORING_NEAR: monitoring_near.tell_managers,
    DueKind.DOCUMENTS_DUE: document_reminders.remind,
    DueKind.FAREWELL: farewells.forget,
    DueKind.PLAN_AGAIN: session_gaps.ask_again,
    DueKind.DATES_OVER: date_polls.let_pass,
    DueKind.QUESTION_STALE: begin_questions.let_go_stale,
    DueKind.HALF_TIME: half_time.hint,
    DueKind.SCAN_LEFT: scan_making.look_after,
    DueKind.PRINT_PACK: print_packs.give_up,
}


def do_what_is_due(record: Record, claimed: Sequence[Due], now: datetime) -> None:
    for do in dict.fromkeys(DOINGS.values()):
        dues = [due for due in claimed if DOINGS[due.kind] is do]
        if dues:
            do(record, dues, now)
