"""What the use cases need of the record, in narrow capabilities; storage/ provides them inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mentoring.document_ports import KitRecord
from mentoring.meeting_ports import MeetingRecord

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.absence_ports import Absences
    from mentoring.concern_ports import Concerns
    from mentoring.consent_ports import Consents, Held
    from mentoring.erasing_ports import Erasing
    from mentoring.groups import Group, Invitation, InvitationKind, Programme
    from mentoring.ids import GroupId, InvitationId, MembershipId, PersonId, ProgrammeId
    from mentoring.life_ports import Happenings, Silences
    from mentoring.notices import Address, Delivery, Notice
    from mentoring.own_data_ports import OwnData
    from mentoring.own_ports import Bundles, Menus
    from mentoring.people import Language, Membership, Person, Role
    from mentoring.prompt_ports import Prompts, WrongTries
    from mentoring.question_ports import Questions
    from mentoring.rules import Rules
    from mentoring.session_ports import Digests, OwnAppointments, Schedule
    from mentoring.submission_ports import Albums, Attachments, Submissions, Tallies
    from mentoring.trial_groups import TrialGroups


class People(Protocol):
    def by_telegram_id(self, telegram_id: int) -> Person | None: ...

    def by_id(self, person_id: PersonId) -> Person: ...

    def add(self, *, telegram_id: int | None, name: str, language: Language, zone: str, now: datetime) -> Person: ...

    def save(self, person: Person) -> None: ...

    def count_missed(self, person_id: PersonId) -> None:
        """One more thing that we could not tell them."""

    def merge(self, duplicate: PersonId, *, into: PersonId) -> None:
        """Everything of the duplicate belongs to the other from now on, and it is no more."""


class Managers(Protocol):
    """Who answers for which programme."""

    def manages(self, person_id: PersonId, *, group_id: GroupId | None) -> bool:
        """Whether this person manages that group's programme, or any where no group is meant."""

    def add(self, person_id: PersonId, programme_id: ProgrammeId, now: datetime) -> None: ...

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[Person]:
        """Whoever answers for it now: deputies in the place of those who are away."""

    def appointed(self, programme_id: ProgrammeId) -> Sequence[Person]:
        """Also those who are away, and no deputies."""

    def everywhere(self) -> Sequence[Person]:
        """Appointed in any programme, whoever has been there the longest first."""

    def leave(self, person_id: PersonId, programme_id: ProgrammeId) -> bool:
        """One guarded DELETE: False for the last one, who stays."""


class Programmes(Protocol):
    def by_id(self, programme_id: ProgrammeId) -> Programme: ...

    def managed_by(self, person_id: PersonId) -> Sequence[Programme]: ...

    def add(self, *, name: str, organisation: str, language: Language, zone: str, now: datetime) -> Programme: ...

    def save(self, programme: Programme) -> None: ...

    def first(self) -> Programme | None: ...


class Groups(Protocol):
    def by_id(self, group_id: GroupId) -> Group: ...

    def by_chat(self, chat_id: int) -> Group | None: ...

    def by_code(self, code: str) -> Group | None:
        """`code` as `group_codes.as_typed` reads it."""

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[Group]: ...

    def add(self, *, programme_id: ProgrammeId, name: str, language: Language, now: datetime) -> Group:
        """With a code of its own."""

    def give_code(self, group: Group) -> Group:
        """To a group that is older than codes; any other keeps its own."""

    def save(self, group: Group) -> None: ...

    def move(self, old: int, new: int) -> None:
        """The chat became a supergroup: whatever is bound to its old number is bound to the new one."""


class Memberships(Protocol):
    def by_id(self, membership_id: MembershipId) -> Membership | None: ...

    def of_person(self, person_id: PersonId) -> Sequence[Membership]: ...

    def of_group(self, group_id: GroupId, role: Role | None = None) -> Sequence[Membership]: ...

    def expect(self, *, group_id: GroupId, role: Role, name: str, now: datetime) -> Membership: ...

    def save(self, membership: Membership) -> None: ...

    def claim(self, membership_id: MembershipId, person_id: PersonId) -> bool:
        """One guarded UPDATE: False when somebody has taken this name, so that exactly one ever does."""


class Invitations(Protocol):
    def add(
        self,
        *,
        kind: InvitationKind,
        token_hash: str,
        group_id: GroupId | None,
        created_by: PersonId | None,
        max_uses: int,
        expires_at: datetime,
        now: datetime,
        person_id: PersonId | None = None,
        programme_id: ProgrammeId | None = None,
    ) -> Invitation: ...

    def by_hash(self, token_hash: str) -> Invitation | None: ...

    def by_id(self, invitation_id: InvitationId) -> Invitation | None: ...

    def live_of(self, group_id: GroupId, now: datetime) -> Sequence[Invitation]:
        """The join links of this group that somebody can still use."""

    def has_live_code(self, group_id: GroupId, now: datetime) -> bool:
        """Whether a chat is being bound to this group."""

    def seat(self, group_id: GroupId, kind: InvitationKind, seats: int) -> None:
        """From now on the group's links of this kind can be used that many times more."""

    def revoke(self, group_id: GroupId, kind: InvitationKind, now: datetime) -> None: ...

    def revoke_of(self, person_id: PersonId, kind: InvitationKind, now: datetime) -> None:
        """Those that give this person something."""

    def use(self, invitation_id: InvitationId, now: datetime) -> bool:
        """One guarded UPDATE: False when it is used up or expired, so that exactly `max_uses` ever succeed."""


class Notices(Protocol):
    """The outbox: told in the same transaction as the change."""

    def tell(self, address: Address, notice: Notice, delivery: Delivery) -> None: ...

    def tell_many(self, told: Sequence[tuple[Address, Notice, Delivery]]) -> None:
        """Plain messages, all in one statement. Each needs its own `once`; those told before are left out."""

    def take_back(self, chat_id: int, kind: type[Notice], *, card: str | None = None) -> None:
        """What has not gone out yet of this kind (and card) to this chat is not to be sent any more."""

    def take_back_once(self, begins: str) -> Sequence[str]:
        """What has not gone out yet and has a `once` that begins so, or one that does behind a |; all of these keys."""

    def follow(self, old_chat_id: int, new_chat_id: int) -> None:
        """What waits for a group that became a supergroup goes to its new number."""

    def present_chat(self, chat_id: int) -> int:
        """Where this chat lives now, if it became a supergroup."""

    def hold_until(self, chat_id: int, held: datetime, until: datetime) -> None:
        """What was held back for this person's peace until then comes at another time."""

    def follow_reader(self, old_chat_id: int, new_chat_id: int, *, but_for: Sequence[type[Notice]]) -> None:
        """What waits there goes out here, also what waited for its reader to be back; the cards there are forgotten."""

    def release(self, chat_id: int, held: datetime) -> int:
        """What was held back until then goes out now, after what is told already; how many those are."""

    def has_card(self, chat_id: int, key: str) -> bool:
        """Whether some message there shows this card."""

    def message_of(self, chat_id: int, key: str) -> int | None:
        """The message there that shows this card."""

    def card_at(self, chat_id: int, message_id: int) -> str | None:
        """The key of the card that this message shows."""


class Record(KitRecord, MeetingRecord, Protocol):
    """Everything that is known, as one transaction sees it."""

    @property
    def rules(self) -> Rules: ...

    @property
    def untold(self) -> list[type[Notice]]:
        """What nobody could be told of: it is for the log, without a word of it."""

    @property
    def people(self) -> People: ...

    @property
    def managers(self) -> Managers: ...

    @property
    def programmes(self) -> Programmes: ...

    @property
    def groups(self) -> Groups: ...

    @property
    def memberships(self) -> Memberships: ...

    @property
    def invitations(self) -> Invitations: ...

    @property
    def prompts(self) -> Prompts: ...

    @property
    def wrong_tries(self) -> WrongTries: ...

    @property
    def submissions(self) -> Submissions: ...

    @property
    def attachments(self) -> Attachments: ...

    @property
    def albums(self) -> Albums: ...

    @property
    def tallies(self) -> Tallies: ...

    @property
    def schedule(self) -> Schedule: ...

    @property
    def bundles(self) -> Bundles: ...

    @property
    def menus(self) -> Menus: ...

    @property
    def own_appointments(self) -> OwnAppointments: ...

    @property
    def digests(self) -> Digests: ...

    @property
    def absences(self) -> Absences: ...

    @property
    def silences(self) -> Silences: ...

    @property
    def happenings(self) -> Happenings: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def concerns(self) -> Concerns: ...

    @property
    def questions(self) -> Questions: ...

    @property
    def own_data(self) -> OwnData: ...

    @property
    def erasing(self) -> Erasing: ...

    @property
    def held(self) -> Held: ...

    @property
    def trial_groups(self) -> TrialGroups: ...

    @property
    def notices(self) -> Notices: ...
