"""The record as one transaction sees it; each subject is opened when a use case first asks for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from storage.absences import SqlAbsences
from storage.bundles import SqlBundles
from storage.concerns import SqlConcerns
from storage.consents import SqlConsents
from storage.digests import SqlDigests
from storage.dispatch import Due
from storage.erasing import SqlErasing
from storage.files import SqlAlbums, SqlAttachments
from storage.filings import SqlFilings
from storage.happenings import SqlHappenings
from storage.held import SqlHeld
from storage.inspections import SqlInspections
from storage.invitations import SqlInvitations
from storage.managers import SqlManagers
from storage.meeting_record import MeetingRecord
from storage.menus import SqlMenus
from storage.notices import SqlNotices
from storage.own_appointments import SqlOwnAppointments
from storage.own_data import SqlOwnData
from storage.own_templates import SqlOwnTemplates
from storage.packs import SqlPacks
from storage.papers import SqlPapers, SqlSigners
from storage.people import SqlGroups, SqlMemberships, SqlPeople, SqlProgrammes
from storage.prompts import SqlPrompts, SqlWrongTries
from storage.questions import SqlQuestions
from storage.scans import SqlScans
from storage.schedule import SqlSchedule
from storage.screenings import SqlScreenings
from storage.silence import SqlSilences
from storage.slots import SqlDocumentChoices, SqlSlots
from storage.submissions import SqlSubmissions
from storage.tallies import SqlTallies
from storage.trial_groups import SqlTrialGroups
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId, ProgrammeId, SubmissionId
    from mentoring.notices import Notice
    from mentoring.rules import Rules


@dataclass(frozen=True, kw_only=True, slots=True)
class Aftermath:
    """What has to be known outside once this is committed. `rebound_chats`: all of them, where a binding changed.

    `told`: all that was added to the outbox, or nothing where the outbox itself must be asked. `untold`: the kinds of
    what nobody could be told of.
    """

    rebound_chats: Sequence[int] | None
    recorded_chats: Collection[int] | None
    told: Sequence[Due]
    new_files: bool
    open_albums: bool
    released: bool
    erased: bool
    forgotten_files: Collection[str]
    to_inspect: bool
    to_join: bool
    packs_wanted: bool
    template_came: bool
    untold: Sequence[str]


class SqlRecord(MeetingRecord):
    """Implements `mentoring.ports.Record`; `now` dates what is told."""

    def __init__(self, connection: Connection, now: datetime, rules: Rules) -> None:
        super().__init__(connection, now)
        self.rules = rules
        self.untold: list[type[Notice]] = []

    @cached_property
    def people(self) -> SqlPeople:
        return SqlPeople(self.connection)

    @cached_property
    def managers(self) -> SqlManagers:
        return SqlManagers(self.connection, self._now)

    @cached_property
    def programmes(self) -> SqlProgrammes:
        return SqlProgrammes(self.connection, self._now)

    @cached_property
    def groups(self) -> SqlGroups:
        return SqlGroups(self.connection)

    @cached_property
    def memberships(self) -> SqlMemberships:
        return SqlMemberships(self.connection)

    @cached_property
    def invitations(self) -> SqlInvitations:
        return SqlInvitations(self.connection)

    @cached_property
    def prompts(self) -> SqlPrompts:
        return SqlPrompts(self.connection, self._now)

    @cached_property
    def wrong_tries(self) -> SqlWrongTries:
        return SqlWrongTries(self.connection)

    @cached_property
    def submissions(self) -> SqlSubmissions:
        return SqlSubmissions(self.connection, self._now)

    @cached_property
    def attachments(self) -> SqlAttachments:
        return SqlAttachments(self.connection, screens=self.rules.screens_files)

    @cached_property
    def albums(self) -> SqlAlbums:
        return SqlAlbums(self.connection)

    @cached_property
    def tallies(self) -> SqlTallies:
        return SqlTallies(self.connection)

    @cached_property
    def schedule(self) -> SqlSchedule:
        return SqlSchedule(self.connection)

    @cached_property
    def menus(self) -> SqlMenus:
        return SqlMenus(self.connection, self._now)

    @cached_property
    def bundles(self) -> SqlBundles:
        return SqlBundles(self.connection)

    @cached_property
    def own_appointments(self) -> SqlOwnAppointments:
        return SqlOwnAppointments(self.connection)

    @cached_property
    def digests(self) -> SqlDigests:
        return SqlDigests(self.connection, self._now)

    @cached_property
    def absences(self) -> SqlAbsences:
        return SqlAbsences(self.connection, self._now)

    @cached_property
    def silences(self) -> SqlSilences:
        return SqlSilences(self.connection)

    @cached_property
    def happenings(self) -> SqlHappenings:
        return SqlHappenings(self.connection)

    @cached_property
    def consents(self) -> SqlConsents:
        return SqlConsents(self.connection)

    @cached_property
    def concerns(self) -> SqlConcerns:
        return SqlConcerns(self.connection, self._now)

    @cached_property
    def questions(self) -> SqlQuestions:
        return SqlQuestions(self.connection)

    @cached_property
    def own_data(self) -> SqlOwnData:
        return SqlOwnData(self.connection)

    @cached_property
    def erasing(self) -> SqlErasing:
        return SqlErasing(self.connection)

    @cached_property
    def held(self) -> SqlHeld:
        return SqlHeld(self.connection)

    @cached_property
    def trial_groups(self) -> SqlTrialGroups:
        return SqlTrialGroups(self.connection)

    @cached_property
    def document_choices(self) -> SqlDocumentChoices:
        return SqlDocumentChoices(self.connection)

    @cached_property
    def inspections(self) -> SqlInspections:
        return SqlInspections(self.connection)

    @cached_property
    def slots(self) -> SqlSlots:
        return SqlSlots(self.connection)

    @cached_property
    def own_templates(self) -> SqlOwnTemplates:
        return SqlOwnTemplates(self.connection)

    @cached_property
    def papers(self) -> SqlPapers:
        return SqlPapers(self.connection)

    @cached_property
    def signers(self) -> SqlSigners:
        return SqlSigners(self.connection)

    @cached_property
    def filings(self) -> SqlFilings:
        return SqlFilings(self.connection)

    @cached_property
    def uploads(self) -> SqlUploads:
        return SqlUploads(self.connection, self.attachments)

    @cached_property
    def packs(self) -> SqlPacks:
        return SqlPacks(self.connection)

    @cached_property
    def scans(self) -> SqlScans:
        return SqlScans(self.connection)

    @cached_property
    def screenings(self) -> SqlScreenings:
        return SqlScreenings(self.connection)

    @cached_property
    def notices(self) -> SqlNotices:
        return SqlNotices(self.connection, self._now)

    def changed_people(self) -> Collection[PersonId]:
        """Whose roles, language or reachability this transaction may have changed."""
        subjects = [vars(self)[name] for name in ("people", "managers", "memberships") if name in vars(self)]
        return {person_id for subject in subjects for person_id in subject.changed}

    def changed_groups(self) -> Collection[GroupId]:
        """Whose people, sessions or diaries this transaction may have changed."""
        subjects = [vars(self)[name] for name in ("groups", "memberships", "sessions") if name in vars(self)]
        written = self.sessions.by_ids([*self.diaries.changed]) if "diaries" in vars(self) else ()
        of_subjects = {group_id for subject in subjects for group_id in subject.changed_groups}
        return of_subjects | {session.group_id for session in written}

    def changed_submissions(self) -> Collection[SubmissionId]:
        """Whose state this transaction may have changed."""
        return self.submissions.changed if "submissions" in vars(self) else ()

    def changed_programmes(self) -> Collection[ProgrammeId]:
        """Whose days, documents or names this transaction may have changed."""
        subjects = [vars(self)[name] for name in ("programmes", "document_choices") if name in vars(self)]
        return {programme_id for subject in subjects for programme_id in subject.changed}

    def aftermath(self) -> Aftermath:
        subjects = (
            "groups",
            "trial_groups",
            "attachments",
            "albums",
            "held",
            "erasing",
            "inspections",
            "minutes",
            "packs",
            "own_templates",
            "scans",
            "sessions",
        )
        touched = {name for name in subjects if name in vars(self) and vars(self)[name].touched}
        return Aftermath(
            rebound_chats=self.groups.heard_chats() if touched & {"groups", "trial_groups"} else None,
            recorded_chats=self.chat_records.recorded_chats() if touched & {"groups", "sessions"} else None,
            told=self.notices.told,
            new_files="attachments" in touched,
            open_albums="albums" in touched,
            released="held" in touched,
            erased="erasing" in touched,
            forgotten_files=self.erasing.forgotten if "erasing" in touched else (),
            to_inspect="inspections" in touched,
            to_join="scans" in touched or "inspections" in vars(self),
            packs_wanted=bool(touched & {"packs", "minutes"}),
            template_came="own_templates" in touched,
            untold=[kind.__name__ for kind in self.untold],
        )
