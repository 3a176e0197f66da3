"""How long to wait before trying again: quickly once, then longer and longer, never all at the same moment."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Seconds."""

    first: float = 0.2
    base: float = 1.0
    longest: float = 60.0

    def delay(self, failures: int) -> float:
        """After the first failure short; then between half of and the whole of a doubling wait."""
        if failures <= 1:
            return self.first
        whole = min(self.longest, self.base * 2.0 ** min(failures - 2, 16))
        return whole * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
