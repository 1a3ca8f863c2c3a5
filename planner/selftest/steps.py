"""The steps of the self-test: each is named and timed, and says what did not come out as it must."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from types import TracebackType


class SelfTestError(Exception):
    """Something did not come out as it must."""


def must(holds: bool, otherwise: str) -> None:
    """Go on only if it holds."""
    if not holds:
        raise SelfTestError(otherwise)


@contextmanager
def step(name: str) -> Iterator[Callable[[str], None]]:
    """Time one step; whoever takes it may add a few words. Whatever goes wrong fails the step, with its traceback."""
    added: list[str] = []
    unheard = _Unheard()
    since = perf_counter()
    with unheard:
        try:
            yield added.append
        except SelfTestError as failed:
            raise SelfTestError(f"{name}: {failed}") from failed
        except Exception as failed:
            traceback.print_exc(file=sys.stdout)
            raise SelfTestError(f"{name}: {failed!r}") from failed
    if unheard.raised:
        raise SelfTestError(f"{name}: {unheard.raised[0]!r}") from unheard.raised[0]
    print(f"ok  {name:48}{(perf_counter() - since) * 1000:6.0f} ms  {' '.join(added)}".rstrip(), flush=True)


class _Unheard:
    """What is raised inside Qt comes to nobody but Python's hook."""

    def __init__(self) -> None:
        self.raised: list[BaseException] = []

    def __enter__(self) -> None:
        self._before = sys.excepthook
        sys.excepthook = self._hear

    def __exit__(self, *_of_the_block: object) -> None:
        sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], raised: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, raised, trace, file=sys.stdout)
        self.raised.append(raised)
