"""Retry with exponential backoff."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def retry(
    action: Callable[[], T],
    attempts: int = 5,
    first_delay: float = 0.1,
    longest_delay: float = 10,
    retry_on: tuple[type[Exception], ...] = (Exception,),
) -> T:
    """Return what the action returns, trying again when it raises one of `retry_on`.

    The pause before a further attempt is a random part of a limit that doubles each
    time ("full jitter"), so that many callers do not come back at the same moment.
    The error of the last attempt is raised.
    """
    for attempt in range(1, attempts + 1):
        try:
            return action()
        except retry_on:
            if attempt == attempts:
                raise
            time.sleep(random.uniform(0, min(longest_delay, first_delay * 2 ** (attempt - 1))))
    raise ValueError(f"attempts must be at least 1, not {attempts}")


def main() -> None:
    calls = 0

    def unreliable() -> str:
        nonlocal calls
        calls += 1
        print(f"attempt {calls}")
        if calls < 3:
            raise ConnectionError("not yet")
        return "done"

    print(retry(unreliable, first_delay=0.01, retry_on=(ConnectionError,)))


if __name__ == "__main__":
    main()
