"""Sessions forked from one process that has imported everything: they begin at once and share its memory."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import IO, Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

NAME = "coprod-forked"
"""What Jupyter knows this way of beginning sessions by, declared in `pyproject.toml`."""
LONGEST_FOLDER = 103 - len("/pymp-01234567/listener-01234567")
"""The longest path of a temporary folder in which the forking process can have its socket [bytes]."""
KERNEL = "ipykernel_launcher"
PRELOADED = "coprod_sim.apps.serving.preloaded"


class ForkedSession(LocalProvisioner):
    """Begins a session as a fork of a process that has imported what pages need."""

    _one_at_a_time = asyncio.Lock()

    async def launch_kernel(self, cmd: list[str], **kw: Any) -> Any:
        """Fork a session; the first waits until everything is imported.

        Args:
            cmd: the command of an ordinary session.
            **kw: what `subprocess.Popen` would take; `env`, `cwd` and `stderr` are used.

        Returns:
            How the session is reached.
        """
        told = cmd[cmd.index(KERNEL) :]
        where = str(kw.get("cwd") or Path.cwd())
        env = {_plain(name): _plain(value) for name, value in kw["env"].items()}
        process = context().Process(
            target=_run, args=(told, env, where, _named(kw["stderr"])), daemon=True
        )
        async with self._one_at_a_time:
            await asyncio.to_thread(process.start)
        self.process = _Process(process)
        self.pid = self.pgid = process.pid
        self.cwd = where
        return self.connection_info


class _Process:
    """A forked process, asked as one of `subprocess` is."""

    stdin = stdout = stderr = None

    def __init__(self, process: ForkServerProcess) -> None:
        self.forked = process
        self.pid = process.pid
        self.poll = lambda: process.exitcode
        self.kill, self.terminate = process.kill, process.terminate

    def wait(self) -> int | None:
        self.forked.join()
        return self.forked.exitcode

    def send_signal(self, number: int) -> None:
        if self.pid and self.poll() is None:
            os.kill(self.pid, number)


def can_fork() -> bool:
    """Say whether sessions are forked here.

    Returns:
        False where a system has no fork, or one that its libraries do not bear, and where the
        temporary folder's path leaves no room for a socket.
    """
    room = len(os.fsencode(tempfile.gettempdir())) <= LONGEST_FOLDER
    return sys.platform == "linux" and room


def context() -> ForkServerContext:
    """Give the process that sessions are forked from, as it was told what to import."""
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload([PRELOADED])
    return forking


def _plain(text: str) -> str:
    """Give text that is of no other kind: Voila's names are, and would have sessions import Voila."""
    return os.fsdecode(os.fsencode(text))


def _named(stream: int | IO[bytes]) -> str:
    return os.devnull if stream == subprocess.DEVNULL else stream.name  # type: ignore[union-attr]


def _run(told: list[str], env: dict[str, str], where: str, log: str) -> None:
    """Become the session, in the process that was forked."""
    os.setsid()
    os.chdir(where)
    os.environ.clear()
    os.environ.update(env | {"JPY_PARENT_PID": str(os.getppid())})  # with it the session ends, too
    _write_to(log)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = told
    import numpy as np  # noqa: PLC0415 - it is there already
    from ipykernel.kernelapp import launch_new_instance  # noqa: PLC0415

    np.random.seed()  # noqa: NPY002 - else every session would have the luck of the one process
    launch_new_instance()


def _write_to(log: str) -> None:
    written = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for here, there in ((nothing, 0), (written, 1), (written, 2)):
        os.dup2(here, there)
