"""Work in several processes: batches go out, results come back, and a process that dies takes one file with it.

A process that dies says nothing of why. The files of its batch are then given out one by one: the one at which a
process dies again is the one that is to blame, and what was killed by accident is made up for.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from statuslens.errors import StatuslensError, UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Died:
    """The end of a process, in place of the result of the item that it was at work on."""

    reason: str
    """What ended it: ``was ended by SIGSEGV``."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    batch: list[int] = field(default_factory=list)
    """The numbers of the items that it is at work on."""


def work_in_processes(
    work: Callable[[Item], Result], items: Mapping[int, Item], batches: Sequence[list[int]], count: int
) -> Iterator[tuple[int, Result | Died]]:
    """Do work on items in some processes, and yield each item's number with the result, as they come.

    ``work``, the items and the results are sent between processes. Raises UsageError where ``work`` raises an error
    that is meant for the user. All processes have ended when the iterator is closed or at its end.
    """
    waiting = deque(batches)
    workers: list[_Worker] = []
    try:
        workers = [_start(work) for _ in range(min(count, len(waiting)))]
        while waiting or any(worker.batch for worker in workers):
            for worker in workers:
                if waiting and not worker.batch:
                    worker.batch = waiting.popleft()
                    _send(worker, [items[number] for number in worker.batch])
            for connection in wait([worker.connection for worker in workers if worker.batch]):
                worker = next(worker for worker in workers if worker.connection is connection)
                results = _receive(worker)
                if results is not None:
                    yield from zip(worker.batch, results, strict=True)
                    worker.batch = []
                    continue
                workers[workers.index(worker)] = _start(work)
                if len(worker.batch) == 1:
                    yield worker.batch[0], Died(_end_of(worker))
                else:
                    waiting.extendleft([number] for number in reversed(worker.batch))
    finally:
        _stop(workers)


def _start(work: Callable[[Item], Result]) -> _Worker:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context().Process(target=_serve, args=(work, theirs), daemon=True)
    with _interrupts_held():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back until a new process can leave it to its parent."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[Item], Result], connection: Connection) -> None:
    """Answer batches, in a process of its own, until its parent has no more, or is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    ends: list[Connection | int] = [connection] if parent is None else [connection, parent.sentinel]
    while connection in wait(ends):
        try:
            items = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: list[Result] | str = [work(item) for item in items]
        except StatuslensError as error:
            answer = str(error)
        try:
            connection.send(answer)
        except OSError:
            return


def _send(worker: _Worker, items: list[Item]) -> None:
    try:
        worker.connection.send(items)
    except OSError:
        return  # it is no more, which shows when its answer is asked for


def _receive(worker: _Worker) -> list[Any] | None:
    """Return the results of a worker, None where it has died."""
    try:
        answer: list[Any] | str = worker.connection.recv()
    except (EOFError, OSError):
        return None
    if isinstance(answer, str):
        raise UsageError(answer)
    return answer


def _end_of(worker: _Worker) -> str:
    worker.process.join()
    code = worker.process.exitcode or 0
    if code >= 0:
        return f"ended with status {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"


def _stop(workers: Sequence[_Worker]) -> None:
    for worker in workers:
        worker.process.kill()
    for worker in workers:
        worker.process.join()
        worker.connection.close()
