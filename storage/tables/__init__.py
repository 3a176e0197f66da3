"""Every table of the record; importing this module registers them all."""

from __future__ import annotations

from storage.tables import people

__all__ = ["people"]
