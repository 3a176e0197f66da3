"""What goes wrong in a worker process."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    path: Path
    size: int
    names: tuple[str, ...] = ()


def see(path: Path) -> Seen:
    return Seen(path=path, size=path.stat().st_size, names=("one", "two"))


def own_number() -> int:
    return os.getpid()


def surroundings() -> dict[str, str]:
    return dict(os.environ)


def chatter() -> str:
    os.write(1, b"a library prints what it likes")
    print("and so do we")  # noqa: T201
    return "done"


def eat_memory() -> int:
    return len(bytearray(2**30))


def think_forever() -> None:
    while True:
        pass


def wait_forever() -> None:
    threading.Event().wait()


def rest() -> str:
    """Longer than its seconds, and without the processor."""
    threading.Event().wait(0.3)
    return "rested"


def crash() -> None:
    os._exit(3)


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def fail() -> None:
    raise ValueError("with the words of a person")


def lie() -> int:
    return "seven"  # type: ignore[return-value]
