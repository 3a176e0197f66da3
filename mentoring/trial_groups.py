"""Groups for trying things out, with sample names that nobody takes for people; wiped as if they never were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mentoring.people import Language, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mentoring.groups import Group
    from mentoring.ids import GroupId

#: Every one of them says so, wherever its name stands.
MARK = "🧪"
NAMES: Mapping[Language, str] = {Language.EN: f"{MARK} Test group", Language.BG: f"{MARK} Пробна група"}
SAMPLES: Mapping[Language, Mapping[Role, Sequence[str]]] = {
    Language.EN: {
        Role.MENTOR: ("Anna (sample)",),
        Role.MENTEE: ("Boris (sample)", "Clara (sample)", "Dara (sample)", "Emil (sample)"),
    },
    Language.BG: {
        Role.MENTOR: ("Анна (пример)",),
        Role.MENTEE: ("Борис (пример)", "Вяра (пример)", "Дара (пример)", "Емил (пример)"),
    },
}


class TrialGroups(Protocol):
    """`is_trial` is what it was made as; a real group that somebody calls a test is none."""

    def is_trial(self, group_id: GroupId) -> bool: ...

    def sent(self, group_id: GroupId) -> int:
        """How many submissions would go."""

    def wipe(self, group: Group) -> None:
        """Every row of it, and of the people who are nowhere else. Their files go with the next sweep."""


def free_name(language: Language, taken: Collection[str]) -> str:
    name, number = NAMES[language], 2
    while name in taken:
        name, number = f"{NAMES[language]} {number}", number + 1
    return name
