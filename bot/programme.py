"""The programme's definition as the rules that use cases go by; values are handed down, nobody else reads config."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from holidays import country_holidays

from config.programme import DEFAULT_FILE, load_programme
from mentoring.groups import OptionalTool
from mentoring.kit import Anchor, Code, Document, DueRule, Per, Phase, Toolbar, Visibility
from mentoring.people import Language, Role
from mentoring.rules import Rules
from mentoring.sessions import SessionKind
from mentoring.topics import TOPICS, Topic, TopicKind

if TYPE_CHECKING:
    from config.documents import DocumentDefinition
    from config.programme import ProgrammeDefinition
    from config.settings import Settings
    from config.topics import TopicDefinition


def rules_for(settings: Settings) -> Rules:
    """The definition file, with the installation's own language and zone where the settings name them."""
    definition = load_programme(settings.programme or DEFAULT_FILE)
    if settings.language is not None:
        definition = definition.speaking_first(settings.language)
    if settings.timezone is not None:
        definition = definition.living_in(settings.timezone)
    return replace(
        rules_of(definition),
        makes_pdfs=settings.pdf_converter is not None,
        screens_files=settings.clamd is not None,
    )


def rules_of(definition: ProgrammeDefinition) -> Rules:
    return Rules(
        programme_names={Language(one): name for one, name in definition.name.items()},
        organisation=definition.organisation,
        languages=tuple(Language(one) for one in definition.languages),
        zone=definition.timezone.key,
        begins_on=definition.period.begins,
        ends_on=definition.period.ends,
        months=definition.period.months,
        sessions_planned=definition.sessions.planned,
        work_from=definition.working_hours.begin,
        work_until=definition.working_hours.end,
        adult_age=definition.adult_age,
        optional_tools=tuple(OptionalTool(one) for one in definition.optional_tools),
        contacts=definition.contacts,
        quiet_from=definition.quiet_hours.begin,
        quiet_until=definition.quiet_hours.end,
        session_reminders=definition.sessions.reminders,
        diary_prompts=definition.diary.prompts,
        review_nudges=definition.reviews.nudges,
        manager_alert=definition.reviews.manager_alert,
        digest_weekday=definition.digest.weekday,
        digest_at=definition.digest.at,
        undo=definition.submissions.undo,
        files_a_day=definition.submissions.files_a_day,
        bytes_a_day=definition.submissions.megabytes_a_day * 1024 * 1024,
        invitations_valid=definition.invitations.valid,
        days_off=country_holidays(definition.holidays) if definition.holidays else frozenset(),
        documents=tuple(_document(one) for one in definition.documents),
        topics=tuple(_topic(one) for one in definition.topics) or TOPICS,
    )


def _topic(definition: TopicDefinition) -> Topic:
    return Topic(
        kind=TopicKind(definition.kind), words={Language(one): words for one, words in definition.name.items()}
    )


def _document(definition: DocumentDefinition) -> Document:
    due = definition.due
    return Document(
        code=Code(definition.code),
        titles={Language.EN: definition.title.en, Language.BG: definition.title.bg},
        phase=Phase(definition.phase),
        per=Per(definition.per),
        mandatory=definition.mandatory,
        filled_by=frozenset(Role(one) for one in definition.filled_by),
        signed_by=frozenset(Role(one) for one in definition.signed_by),
        filed_by=frozenset(Role(one) for one in definition.filed_by),
        toolbar=None if definition.toolbar is None else Toolbar(definition.toolbar),
        visibility=Visibility(definition.visible_to),
        due=None if due is None else DueRule(anchor=Anchor(due.anchor), after=due.after),
        sessions=frozenset(SessionKind(one) for one in definition.sessions),
    )
