"""Where files from outside are worked on: in processes apart, which may starve, crash or be ended without harm."""

from __future__ import annotations

import asyncio
import os
import pickle  # only written here  # nosec B403
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING

import msgspec

from bot import workbench
from bot.workbench import DONE, LENGTH, TOO_MUCH, Order

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from bot.jobs import Answer, Arguments, Job

_START_SECONDS = 30.0
_ENDING_SECONDS = 2.0
_LONGEST_ANSWER = 16 * 2**20
_WORN_AFTER = 100
#: No token, no password of a database: a file that takes over the process finds nothing there.
_HANDED_DOWN = ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE", "LANG", "LC_ALL", "TMPDIR")
#: The threads of these libraries would each reserve memory, and would fight the event loop for the processor.
_ALONE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class WorkFailed(Exception):
    """Nothing came of it. Unless the job itself raised, the process is gone, and the next order gets another."""


class TooLong(WorkFailed):
    pass


class TooMuchMemory(WorkFailed):
    pass


class Broken(WorkFailed):
    """The job raised an error of the class `fault`, or the process ended in the way that `fault` names."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """`seconds` of the processor: how long that takes on the wall says more about the machine than about the file.

    `memory` in bytes of private memory. With what the libraries map, the process then stays below 512 MB.
    """

    seconds: float = 5.0
    on_the_wall: float = 60.0
    memory: int = 440 * 2**20


HOSTILE = Limits()
#: Five photographs of twelve megapixels, or a hundred pages, on a slow machine.
LONG = Limits(seconds=60.0, on_the_wall=300.0)


class Workshop:
    def __init__(self, *, benches: int = 1, idle_seconds: float = 180.0) -> None:
        self._places = asyncio.Semaphore(benches)
        self._free: list[_Bench] = []
        self._idle_seconds = idle_seconds
        self._closing: asyncio.TimerHandle | None = None

    async def run(self, job: Job[Answer, *Arguments], *args: *Arguments, limits: Limits = HOSTILE) -> Answer:
        """Raises WorkFailed. Hand over paths, not contents: the loop is held for as long as it takes to copy them."""
        order = Order(
            module=job.module,
            name=job.name,
            args=args,
            seconds=limits.seconds,
            on_the_wall=limits.on_the_wall,
            memory=limits.memory,
        )
        async with self._places:
            answer = await self._ordered(order)
        return _read(answer, job.answer)

    async def stop(self) -> None:
        self._stay_open()
        benches, self._free = self._free, []
        for bench in benches:
            await bench.close()

    async def _ordered(self, order: Order) -> bytes:
        self._stay_open()
        bench = await self._bench()
        try:
            answer = await bench.work(order)
        except BaseException:
            await bench.end()
            raise
        await self._put_back(bench)
        if answer[:1] != DONE:
            raise Broken(answer[1:].decode(errors="replace"))
        return answer[1:]

    async def _bench(self) -> _Bench:
        while self._free:
            bench = self._free.pop()
            if bench.is_fit():
                return bench
            await bench.end()
        return await _Bench.start()

    async def _put_back(self, bench: _Bench) -> None:
        if bench.is_worn():
            await bench.close()
            return
        self._free.append(bench)
        self._closing = asyncio.get_running_loop().call_later(self._idle_seconds, self._close_idle)

    def _stay_open(self) -> None:
        if self._closing is not None:
            self._closing.cancel()

    def _close_idle(self) -> None:
        benches, self._free = self._free, []
        for bench in benches:
            bench.send_home()


class _Bench:
    """One worker process."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._done = 0

    @classmethod
    async def start(cls) -> _Bench:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", workbench.__name__, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_surroundings()
        )
        bench = cls(process)
        try:
            await bench._answer(_START_SECONDS)
        except BaseException:
            await bench.end()
            raise
        return bench

    def is_fit(self) -> bool:
        return self._process.returncode is None

    def is_worn(self) -> bool:
        return self._done >= _WORN_AFTER

    async def work(self, order: Order) -> bytes:
        frame, to_bench = pickle.dumps(order), self._process.stdin
        if to_bench is None:
            raise Broken("closed")
        to_bench.write(LENGTH.pack(len(frame)) + frame)
        self._done += 1
        answer = await self._answer(order.on_the_wall)
        if answer[:1] == TOO_MUCH:
            raise TooMuchMemory
        return answer

    async def _answer(self, seconds: float) -> bytes:
        try:
            async with asyncio.timeout(seconds):
                return await self._frame()
        except TimeoutError:
            raise TooLong from None
        except (asyncio.IncompleteReadError, ConnectionError):
            raise await self._last_words() from None

    async def _frame(self) -> bytes:
        from_bench = self._process.stdout
        if from_bench is None:
            raise Broken("closed")
        (length,) = LENGTH.unpack(await from_bench.readexactly(LENGTH.size))
        if length > _LONGEST_ANSWER:
            raise Broken("too long an answer")
        return await from_bench.readexactly(length)

    async def _last_words(self) -> WorkFailed:
        """The kernel ends a process that uses up its seconds by a signal.

        To kill what is already ending would take its last words away from whoever waits for them.
        """
        try:
            async with asyncio.timeout(_ENDING_SECONDS):
                code = await self._process.wait()
        except TimeoutError:
            return Broken("silent")
        return TooLong() if -code in workbench.OUT_OF_TIME else Broken(f"ended with {code}")

    def send_home(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()

    async def close(self) -> None:
        self.send_home()
        await self._process.wait()

    async def end(self) -> None:
        self._kill()
        await self._process.wait()

    def _kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()


def _surroundings() -> dict[str, str]:
    return {name: os.environ[name] for name in _HANDED_DOWN if name in os.environ} | _ALONE


def _read(answer: bytes, kind: type[Answer]) -> Answer:
    """A hijacked process can say what it likes, but only in the form of an answer."""
    try:
        return msgspec.msgpack.decode(answer, type=kind, dec_hook=_from_text)
    except msgspec.DecodeError as error:
        raise Broken(type(error).__name__) from None


def _from_text(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(kind.__name__)
