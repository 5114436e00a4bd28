"""Sessions forked from one process that has imported everything: they begin at once and share its memory."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import IO, Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

NAME = "coprod-forked"
"""What Jupyter knows this way of beginning sessions by, declared in `pyproject.toml`."""
LONGEST_FOLDER = 103 - len("/pymp-01234567/listener-01234567")
"""The longest path of a temporary folder in which the forking process can have its socket [bytes]."""
KERNEL = "ipykernel_launcher"
PRELOADED = ["coprod_sim.apps.serving.before_imports", "coprod_sim.apps.serving.preloaded"]
BEGINS = 180.0
"""How long a fork may take, the first of which waits until all is imported; then sessions begin by
themselves. Longer than `before_imports.LONGEST`, after which the process that imports ends [seconds]."""
ENDS = 10.0
"""How long a session that has ended is waited for [seconds]."""
SLOW = (
    "A session could not be forked and begins by itself, which takes longer and more memory (%s)."
)


def _leave_ctrl_c_to_the_kit() -> None:
    """Hold Ctrl-C back: the process that forks is begun in this thread, and would be hit as it starts."""
    resource_tracker.ensure_running()  # first, as it lets Ctrl-C through again once it has begun
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


_one_at_a_time = ThreadPoolExecutor(
    1, thread_name_prefix="forks", initializer=_leave_ctrl_c_to_the_kit
)
"""Where forks are asked for: a thread of their own, so that nothing else in the kit waits behind them."""
_ending = threading.Event()
"""Set once the kit ends: then a fork that fails is no fault."""


class ForkedSession(LocalProvisioner):
    """Begins a session as a fork of a process that has imported what pages need."""

    async def launch_kernel(self, cmd: list[str], **kw: Any) -> Any:
        """Fork a session, or begin it by itself where the fork fails or takes too long.

        Args:
            cmd: the command of an ordinary session.
            **kw: what `subprocess.Popen` would take; a fork uses `env`, `cwd` and `stderr`.

        Returns:
            How the session is reached.
        """
        told = cmd[cmd.index(KERNEL) :]
        where = str(kw.get("cwd") or Path.cwd())
        env = {_plain(name): _plain(value) for name, value in kw["env"].items()}
        process = context().Process(
            target=_run, args=(told, env, where, _named(kw["stderr"])), daemon=True
        )
        begun = _one_at_a_time.submit(process.start)
        try:
            await asyncio.wait_for(asyncio.wrap_future(begun), BEGINS)
        except (OSError, EOFError) as problem:  # a wait that is over is one of the first
            if _ending.is_set():
                raise asyncio.CancelledError from None
            begun.add_done_callback(lambda _: _end(process))
            self.log.warning(SLOW, repr(problem))
            return await super().launch_kernel(cmd, **kw)
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
        self.forked.join(ENDS)
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
    forking.set_forkserver_preload(PRELOADED)
    return forking


def end_all() -> None:
    """End all forked sessions at once, also those that are just being begun and that no list knows.

    The process that forks ends, too: while it imports, nobody could make it hear, and a session that it
    forked afterwards would write into a folder that is gone.
    """
    _ending.set()
    _one_at_a_time.shutdown(wait=False, cancel_futures=True)
    for one in multiprocessing.active_children():
        one.kill()
    forks = getattr(forkserver._forkserver, "_forkserver_pid", None)
    if forks is not None:
        with suppress(ProcessLookupError):
            os.kill(forks, signal.SIGKILL)


def _end(process: ForkServerProcess) -> None:
    """End a session that came too late."""
    if process.pid:
        process.kill()


def _plain(text: str) -> str:
    """Give text that is of no other kind: Voila's names are, and would have sessions import Voila."""
    return os.fsdecode(os.fsencode(text))


def _named(stream: int | IO[bytes]) -> str:
    """Name the file a session writes to, from the root on: the session works in another folder."""
    named = os.devnull if stream == subprocess.DEVNULL else stream.name  # type: ignore[union-attr]
    return str(Path(named).absolute())


def _run(told: list[str], env: dict[str, str], where: str, log: str) -> None:
    """Become the session, in the process that was forked."""
    os.setsid()
    threading.Thread(target=_end_with_the_kit, daemon=True).start()
    os.chdir(where)
    os.environ.clear()
    os.environ.update(env)
    if not Path(env.get("JUPYTER_RUNTIME_DIR", where)).is_dir():
        os._exit(1)  # the kit has ended in the meantime, and its folder would be made again
    _write_to(log)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # if that dies, so does this; from the environment it would have been read before the fork
    sys.argv = [*told, f"--IPKernelApp.parent_handle={os.getppid()}"]
    import numpy as np  # noqa: PLC0415 - it is there already
    from ipykernel.kernelapp import launch_new_instance  # noqa: PLC0415

    np.random.seed()  # noqa: NPY002 - else every session would have the luck of the one process
    launch_new_instance()


def _end_with_the_kit() -> None:
    """End when the kit has ended, if only by a crash.

    Nothing else would: the process that forks lives as long as any of its sessions does.
    """
    kit = multiprocessing.parent_process()
    if kit is not None:
        kit.join()
    os._exit(1)


def _write_to(log: str) -> None:
    written = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for here, there in ((nothing, 0), (written, 1), (written, 2)):
        os.dup2(here, there)
