"""The kit, opened by its own command for as long as something is measured."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from benchmarks.ports import free_port

PATIENCE = 120
"""How long the kit may take to answer for the first time [seconds]."""
WARM = 20
"""How long its warm sessions take, which whoever reads the start page first finds ready [seconds]."""


@contextmanager
def opened_kit(settings: Mapping[str, str] | None = None) -> Iterator[tuple[str, int]]:
    """Open the kit, wait until it answers and its sessions are warm, and stop it in the end.

    Args:
        settings: environment variables of its own, beside those there are.

    Yields:
        The address of the start page, which ends with a slash, and the number of the process.

    Raises:
        RuntimeError: it does not answer.
    """
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "coprod_sim",
        "open",
        "--no-browser",
        "--no-token",
        "--port",
        str(port),
    ]
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        env=os.environ | (settings or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait(address)
            yield address, server.pid
        finally:
            server.send_signal(signal.SIGINT)


def _wait(address: str) -> None:
    for _ in range(PATIENCE * 4):
        try:
            urllib.request.urlopen(address, timeout=PATIENCE).close()  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.25)
        else:
            time.sleep(WARM)
            return
    raise RuntimeError(f"nothing answers at {address}")
