"""Which reminders somebody wants."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices.settings import OnTheMenu


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindersQuestion(OnTheMenu):
    """Hours before a session. `own` is None while the programme's hold; `woken`: the last may come in quiet hours."""

    usual: tuple[int, ...]
    own: tuple[int, ...] | None
    woken: bool

    @property
    def hours(self) -> tuple[int, ...]:
        return self.usual if self.own is None else self.own
