"""Every table of the record; importing this module registers them all."""

from __future__ import annotations

from storage.tables import inbox, life, outbox, people, schedule, sessions, submissions

__all__ = ["inbox", "life", "outbox", "people", "schedule", "sessions", "submissions"]
