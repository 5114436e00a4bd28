"""What goes with the end of the kit: it is not disturbed by a second Ctrl-C."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hear no Ctrl-C while all is put away: what is left half done would stay on the disk.

    Yields:
        Nothing. Only the first thread of a program can be disturbed so, and any other goes on as it is.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
