"""Writes down the server's own faults, a few of each kind an hour, so that nobody can fill the disk."""

import logging
import time
from collections import Counter
from collections.abc import Callable

OF_A_KIND, HOUR = 5, 3600.0
"""How many faults of one kind are written down in so long [seconds]."""
MOST_KINDS = 100
"""How many kinds are told apart; what comes on top counts as one kind."""
FURTHER = "more like this are counted, not written down, for the next hour"


class Sparing(logging.Filter):
    """Lets the first few messages of each place in the code through, and says when it stops."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with nothing written down.

        Args:
            clock: gives the time [seconds].
        """
        super().__init__()
        self._clock, self._since = clock, clock()
        self._seen: Counter[tuple[str, int]] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a message is written down.

        Args:
            record: the message.

        Returns:
            Whether it is one of the first of its kind in this hour.
        """
        if self._clock() - self._since > HOUR:
            self._seen.clear()
            self._since = self._clock()
        kind = _kind(record)
        if kind not in self._seen and len(self._seen) >= MOST_KINDS:
            kind = ("", 0)
        self._seen[kind] += 1
        if self._seen[kind] == OF_A_KIND:
            record.msg, record.args = f"{record.getMessage()} ({FURTHER})", None
        return self._seen[kind] <= OF_A_KIND


def _kind(record: logging.LogRecord) -> tuple[str, int]:
    """Name the line of code that failed, or else the one that wrote the message."""
    step = record.exc_info[2] if record.exc_info else None
    if step is None:
        return record.pathname, record.lineno
    while step.tb_next is not None:
        step = step.tb_next
    return step.tb_frame.f_code.co_filename, step.tb_lineno


def keep_sparingly() -> None:
    """Have all messages of this program written to its error output, sparingly; refusals are none."""
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    logging.getLogger("tornado.general").setLevel(logging.ERROR)  # it names addresses
    handler = logging.StreamHandler()
    handler.addFilter(Sparing())
    logging.getLogger().addHandler(handler)
