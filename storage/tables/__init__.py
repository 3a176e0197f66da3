"""Every table of the record; importing this module registers them all."""

from __future__ import annotations

from storage.tables import documents, inbox, life, meetings, outbox, people, schedule, sessions, submissions

__all__ = ["documents", "inbox", "life", "meetings", "outbox", "people", "schedule", "sessions", "submissions"]
