"""Words typed in private: the answer to the open question, or else a reason to show the home card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from mentoring import names
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.permissions import authorise
from mentoring.ports import Record
from mentoring.prompts import Asking, Prompt
from mentoring.use_cases import (
    ages,
    catching,
    changing_tasks,
    colleagues,
    concerns,
    consenting,
    deeds,
    diary_keeping,
    draft_answers,
    erasing,
    filing_deeds,
    finding,
    going_away,
    group_life,
    groups,
    handover_notes,
    home,
    interview_answers,
    joining,
    kit_choices,
    languages,
    managing,
    minutes_editing,
    monitoring_planning,
    on_paper,
    open_questions,
    own_word_files,
    past_sessions,
    plan_filling,
    private_answers,
    private_questions,
    programme_changes,
    programme_topics,
    relinking,
    remarks,
    renewing,
    replacing,
    scanning,
    sent_plans,
    session_changes,
    settings,
    settling,
    talking,
    typed_codes,
    uploads,
    waiving,
)

if TYPE_CHECKING:
    from mentoring.people import Person

#: What reads the words that answer one kind of question.
Step: TypeAlias = Callable[[Record, Acting, str, Prompt, datetime], None]

STEPS: Mapping[Asking, Step] = {
    Asking.MANAGER_LANGUAGE: languages.language_typed,
    Asking.MANAGER_NAME: managing.name_given,
    Asking.ORGANISATION: managing.organisation_given,
    Asking.GROUP_NAME: groups.group_named,
    Asking.MENTOR_NAMES: groups.mentors_named,
    Asking.MENTEE_NAMES: groups.mentees_named,
    Asking.JOINER_LANGUAGE: languages.language_typed,
    Asking.WHICH_NAME: joining.name_typed,
    Asking.OWN_NAME: joining.own_name_given,
    Asking.LET_IN: joining.typed_while_waiting,
    Asking.AGE: ages.age_typed,
    Asking.GUARDIAN: ages.guardian_given,
    Asking.CONSENT: consenting.consent_typed,
    Asking.DECLINED: consenting.declined_typed,
    Asking.WORDS_FOR: talking.words_given,
    Asking.DRAFT: settling.question_typed,
    Asking.SCAN: scanning.words_typed,
    Asking.SESSION_PLAN: past_sessions.words_given,
    Asking.MINUTES_TEXT: minutes_editing.words_given,
    Asking.SESSION_TASK: catching.task_given,
    Asking.TASK_CHANGE: changing_tasks.words_given,
    Asking.SESSION_PLACE: session_changes.place_given,
    Asking.PLAN_FIELD: plan_filling.words_given,
    Asking.WHY_NOT: session_changes.reason_given,
    Asking.PLAN_CELL: sent_plans.words_given,
    Asking.PLAN_DRAFT: draft_answers.words_given,
    Asking.DIARY: diary_keeping.words_given,
    Asking.QUESTION: private_questions.words_typed,
    Asking.PRIVATE_ANSWER: private_answers.words_typed,
    Asking.DEED: deeds.reason_typed,
    Asking.INTERVIEW: interview_answers.words_given,
    Asking.MONITORING_PLAN: monitoring_planning.words_typed,
    Asking.GROUP_DEED: group_life.words_typed,
    Asking.PAPER_NAMES: on_paper.names_typed,
    Asking.COLLEAGUE_LANGUAGE: languages.language_typed,
    Asking.COLLEAGUE_NAME: colleagues.name_given,
    Asking.RELINK: relinking.words_given,
    Asking.ZONE: settings.zone_typed,
    Asking.QUIET_HOURS: settings.hours_typed,
    Asking.GOING_AWAY: going_away.words_given,
    Asking.PROGRAMME_LINE: programme_changes.line_typed,
    Asking.PROGRAMME_TOPICS: programme_topics.topics_typed,
    Asking.REPLACING: replacing.words_given,
    Asking.SUCCESSOR_NAME: replacing.name_given,
    Asking.HANDOVER_NOTE: handover_notes.note_given,
    Asking.ERASURE_REASON: erasing.reason_typed,
    Asking.UPLOAD_TITLE: uploads.title_typed,
    Asking.UPLOAD_REASON: uploads.reason_typed,
    Asking.FILES_SEARCH: finding.searched,
    Asking.FILING_DEED: filing_deeds.reason_typed,
    Asking.WAIVING: waiving.reason_typed,
    Asking.DOCUMENT_TITLE: kit_choices.title_typed,
    Asking.OWN_TEMPLATE: own_word_files.words_instead,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """`replies_to` is the message that was answered with these words, `message_id` the one that brought them.

    Without any words, as after a command that nobody knows, whatever is being asked is asked again.
    """

    by: Acting
    text: str
    message_id: int | None = None
    replies_to: int | None = None


def answer(record: Record, command: Answer, now: datetime) -> None:
    if concerns.take_words(record, command.by, command.text, now) or renewing.typed(
        record, command.by, command.text, now
    ):
        return None
    person = authorise(record, command.by, Act.ANSWER).person
    if person is not None and _is_about_a_submission(record, command, person, now):
        return None
    prompt = record.prompts.of(command.by.telegram_id, now)
    step = STEPS.get(prompt.asking) if prompt is not None else None
    if prompt is None and typed_codes.take(record, command.by, command.text, now):
        return None
    if prompt is None or step is None:
        return home.open_home(record, home.OpenHome(by=command.by), now)
    return step(record, command.by, command.text, prompt, now)


def _is_about_a_submission(record: Record, command: Answer, person: Person, now: datetime) -> bool:
    if not names.cleaned_words(command.text):
        return open_questions.ask_again(record, command.by, person, now)
    said = remarks.Said(by=command.by, text=command.text, message_id=command.message_id, replies_to=command.replies_to)
    return remarks.take(record, said, person, now)
