"""The worker process: does what it is ordered to with files from outside, within limits, and knows no secret.

Started by bot.workshop as `python -m bot.workbench`. An order comes as a frame on standard input; a frame answers it.
"""

from __future__ import annotations

import math
import os
import pickle  # orders of our own parent only  # nosec B403
import resource
import signal
import struct
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = struct.Struct(">I")
READY, DONE, TOO_MUCH, BROKEN = b"R", b"D", b"M", b"B"
#: By which the kernel ends a process that used up its seconds.
OUT_OF_TIME = (signal.SIGXCPU, signal.SIGALRM)
#: As libraries in C say that there was no memory.
_NO_MEMORY = ("memory", "bad_alloc")
_LARGEST_FILE = 256 * 2**20


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """`seconds` of the processor; `memory` in bytes, without the program itself."""

    module: str
    name: str
    args: tuple[object, ...]
    seconds: float
    on_the_wall: float
    memory: int


def main() -> None:
    os.nice(5)
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    with _answering() as answers:
        _put(answers, READY)
        while (frame := _frame(sys.stdin.buffer)) is not None:
            _put(answers, _answer(frame))


def _answer(frame: bytes) -> bytes:
    order = pickle.loads(frame)  # noqa: S301 - from our own parent  # nosec B301
    _limit(order)
    try:
        return DONE + msgspec.msgpack.encode(_job(order)(*order.args), enc_hook=_as_text)
    except MemoryError:
        return TOO_MUCH
    except BaseException as error:  # noqa: BLE001 - whatever a hostile file brings about is told, not raised
        return TOO_MUCH if _is_of_memory(error) else BROKEN + type(error).__name__.encode()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _limit(order: Order) -> None:
    """Not the address space: what OpenCV and matplotlib map and never touch is half a gigabyte by itself."""
    resource.setrlimit(resource.RLIMIT_DATA, (order.memory, resource.RLIM_INFINITY))
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used + order.seconds) + 1, resource.RLIM_INFINITY))
    # The parent ends what takes too long; this ends it when there is no parent any more.
    signal.setitimer(signal.ITIMER_REAL, order.on_the_wall + 1)


def _job(order: Order) -> Callable[..., object]:
    job = getattr(import_module(order.module), order.name)
    if not callable(job):
        raise TypeError
    return job  # type: ignore[no-any-return] # whatever it answers, the parent checks it


def _is_of_memory(error: BaseException) -> bool:
    said = str(error).lower()
    return any(word in said for word in _NO_MEMORY)


def _as_text(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)


def _answering() -> BinaryIO:
    """Standard output for us alone: what a library prints there goes nowhere."""
    ours = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return os.fdopen(ours, "wb")


def _put(answers: BinaryIO, answer: bytes) -> None:
    answers.write(LENGTH.pack(len(answer)) + answer)
    answers.flush()


def _frame(orders: BinaryIO) -> bytes | None:
    head = orders.read(LENGTH.size)
    return orders.read(*LENGTH.unpack(head)) if len(head) == LENGTH.size else None


if __name__ == "__main__":
    main()
