"""The kit, opened by its own command for as long as something is measured or tried."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from benchmarks.ports import free_port

WARM = 20
"""How long its warm sessions take, which whoever reads the start page first finds ready [seconds]."""
OPENS = 180
"""How long the kit may take to say its address on a busy computer [seconds]."""
STOPS = 90
"""How long the kit, and all that it has begun, may take to end [seconds]."""
TOLD = 2_000
"""How much of its errors is told when it does not open [signs]."""


class Kit:
    """The kit, started by its own command; it has said its address and takes requests.

    Attributes:
        process: the command.
        port: the port it answers at.
        said: the line that tells people where it is open.
        address: the address in it, with the key if it asks for one.
    """

    def __init__(
        self,
        *options: str,
        port: int | None = None,
        settings: Mapping[str, str] | None = None,
        folder: Path | None = None,
        errors: int | IO[str] | None = None,
    ) -> None:
        """Start it.

        Args:
            options: what is typed behind `coprod-sim open`, beside the port.
            port: the port; None takes one that is free.
            settings: environment variables of its own, beside those there are.
            folder: the folder in which the command is typed; None takes the one we are in.
            errors: where it writes what is not for standard output; None keeps it to be told if
                the kit does not open.

        Raises:
            RuntimeError: it did not say its address in time, or ended before.
        """
        self.port = port or free_port()
        command = [sys.executable, "-m", "coprod_sim", "open", "--no-browser", *options]
        with tempfile.TemporaryFile("w+", errors="replace") as kept:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                [*command, "--port", str(self.port)], cwd=folder, env=os.environ | (settings or {}),
                stdout=subprocess.PIPE, stderr=kept if errors is None else errors, text=True,
            )  # fmt: skip
            self.said = self._first_line()
            found = re.search(r"http://\S+", self.said)
            if found is None:
                self.kill()
                kept.seek(0)
                told = kept.read()[-TOLD:]
                raise RuntimeError(f"{' '.join(command)} did not open: {self.said!r} {told}")
        self.address = found[0]

    def _first_line(self) -> str:
        """Read what it says first; one that says nothing in time is ended, and that ends the line."""
        over = threading.Timer(OPENS, self.process.kill)
        over.start()
        try:
            return self.process.stdout.readline() if self.process.stdout else ""
        finally:
            over.cancel()

    def stop(self) -> str:
        """Stop it as people do, with Ctrl-C.

        Returns:
            What it said from the first line to the end.

        Raises:
            RuntimeError: it did not end in time, or not cleanly.
        """
        self.process.send_signal(signal.SIGINT)
        rest = self._rest()
        if self.process.returncode:
            raise RuntimeError(f"the kit ended with {self.process.returncode}: {rest}")
        return self.said + rest

    def kill(self) -> None:
        """Let it die as in a crash: without a word."""
        self.process.kill()
        self._rest()

    def _rest(self) -> str:
        """Read what it still says, until it and all that could speak for it have ended."""
        try:
            return self.process.communicate(timeout=STOPS)[0]
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise RuntimeError(
                f"the kit, or what it began, had not ended {STOPS} s after it was told to"
            ) from None


@contextmanager
def opened_kit(*options: str, settings: Mapping[str, str] | None = None) -> Iterator[Kit]:
    """Open the kit, without a key, and stop it in the end.

    Args:
        options: what is typed behind `coprod-sim open`, beside the port.
        settings: environment variables of its own, beside those there are.

    Yields:
        The kit; its address ends with a slash.
    """
    kit = Kit("--no-token", *options, settings=settings)
    try:
        yield kit
    finally:
        kit.stop()


@contextmanager
def warm_kit(settings: Mapping[str, str] | None = None) -> Iterator[Kit]:
    """Open the kit, and begin when its warm sessions are ready.

    Args:
        settings: environment variables of its own, beside those there are.

    Yields:
        The kit.
    """
    with opened_kit(settings=settings) as kit:
        time.sleep(WARM)
        yield kit
