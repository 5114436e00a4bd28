"""Sessions forked from one process: they begin with everything imported, and are sessions like any other."""

import asyncio
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

import psutil
import pytest
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from traitlets.config import Config

from benchmarks.opened_kit import STOPS, Kit
from coprod_sim.apps.serving import forked
from coprod_sim.apps.serving.forked import LONGEST_FOLDER, NAME, ForkedSession, can_fork

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="sessions are forked on Linux alone"),
]
PATIENCE = 120
NUMBER = itertools.count(1)


@asynccontextmanager
async def session(
    where: Path, log: int | IO[bytes] = subprocess.DEVNULL, **env: str
) -> AsyncIterator[tuple[Any, AsyncKernelClient]]:
    KernelProvisionerFactory.clear_instance()
    config = Config({"KernelProvisionerFactory": {"default_provisioner_name": NAME}})
    KernelProvisionerFactory.instance(config=config)
    manager = AsyncKernelManager(transport="ipc", ip=str(where / f"ipc-{next(NUMBER)}"))
    await manager.start_kernel(cwd=str(where), env=os.environ | env, stdout=log, stderr=log)
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=PATIENCE)
        yield manager, client
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)
        KernelProvisionerFactory.clear_instance()


async def said(client: AsyncKernelClient, code: str) -> str:
    """Run code in a session and give what it printed, or the name of its error."""
    printed: list[str] = []

    def heard(message: dict[str, Any]) -> None:
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    reply = await client.execute_interactive(code, output_hook=heard, timeout=PATIENCE)
    return reply["content"].get("ename") or "".join(printed).strip()


def tried(story: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 4 * PATIENCE))


def test_a_session_begins_with_what_pages_need_and_in_surroundings_of_its_own(tmp_path):
    async def story() -> None:
        async with session(tmp_path, OF_ITS_OWN="yes") as (manager, client):
            assert isinstance(manager.provisioner, ForkedSession)
            there = await said(
                client, "import sys; print('coprod_sim.apps.learner' in sys.modules)"
            )
            assert there == "True"
            assert await said(client, "print('voila' in sys.modules)") == "False"
            assert await said(client, "import os; print(os.getcwd())") == str(tmp_path)
            assert await said(client, "print(os.environ['OF_ITS_OWN'])") == "yes"

    tried(story)


def test_two_sessions_have_luck_of_their_own(tmp_path):
    draw = "import numpy, random; print(numpy.random.random(), random.random())"

    async def story() -> None:
        async with session(tmp_path) as (_, one), session(tmp_path) as (_, other):
            first, second = (await said(one, draw)).split(), (await said(other, draw)).split()
            assert first[0] != second[0]
            assert first[1] != second[1]

    tried(story)


def test_a_session_can_be_interrupted_and_one_that_dies_is_noticed(tmp_path):
    async def story() -> None:
        async with session(tmp_path) as (manager, client):
            waiting = asyncio.create_task(said(client, "import time; time.sleep(300)"))
            await asyncio.sleep(1)
            await manager.interrupt_kernel()
            assert await waiting == "KeyboardInterrupt"
            os.kill(manager.provisioner.pid, signal.SIGKILL)
            while await manager.is_alive():
                await asyncio.sleep(0.05)

    tried(story)


def test_what_a_session_writes_into_the_log_is_its_faults_and_no_advice_for_who_starts_one_by_hand(
    tmp_path,
):
    async def story(log: IO[bytes]) -> None:
        async with session(tmp_path, log) as (_, client):
            await said(client, "import os; os.write(2, b'The disk is full')")

    with (tmp_path / "kit.log").open("wb") as log:
        tried(lambda: story(log))
    assert (tmp_path / "kit.log").read_text() == "The disk is full"


def test_a_session_that_begins_after_its_kit_has_ended_makes_no_folder_anew(tmp_path):
    gone = tmp_path / "coprod_gone"

    async def story() -> None:
        with pytest.raises(RuntimeError, match="Kernel died"):
            async with session(tmp_path, JUPYTER_RUNTIME_DIR=str(gone)):
                pass

    tried(story)
    assert not gone.exists()


def test_ctrl_c_does_not_reach_the_process_that_forks_as_it_starts():
    blocked = forked._one_at_a_time.submit(signal.pthread_sigmask, signal.SIG_BLOCK, [])
    assert signal.SIGINT in blocked.result(PATIENCE)


def test_where_a_fork_takes_too_long_the_session_begins_by_itself(tmp_path, monkeypatch):
    async def story() -> None:
        async with session(tmp_path) as (manager, client):
            assert isinstance(manager.provisioner.process, subprocess.Popen)
            assert await said(client, "print(6 * 7)") == "42"

    monkeypatch.setattr(forked, "BEGINS", 0.0)
    tried(story)
    forked._one_at_a_time.submit(int).result(PATIENCE)  # the fork that came too late is there
    until = time.monotonic() + PATIENCE
    while multiprocessing.active_children():
        assert time.monotonic() < until
        time.sleep(0.1)


def began(kit: Kit) -> list[psutil.Process]:
    """Wait until a kit has warm sessions, and list all that it began."""
    begun: list[psutil.Process] = []
    until = time.monotonic() + PATIENCE
    while not any(one.ppid() != kit.process.pid for one in begun):
        assert time.monotonic() < until
        time.sleep(0.1)
        begun = psutil.Process(kit.process.pid).children(recursive=True)
    return begun


@pytest.mark.parametrize("end", [Kit.kill, Kit.stop])
def test_when_the_kit_ends_by_a_crash_or_as_asked_nothing_it_began_goes_on(end):
    kit = Kit("--no-token")
    begun = began(kit)
    end(kit)
    assert psutil.wait_procs(begun, STOPS)[1] == []


def test_of_a_kit_that_does_not_open_it_is_told_why():
    with pytest.raises(RuntimeError, match="--most must be between 0 and 1000, but is -1"):
        Kit("--most", "-1")


def imported(more: str, folder: Path) -> list[str]:
    """Import what is imported once, with modules of a folder before others; give what is said of it."""
    code = f"import os, signal, sys, {', '.join(forked.PRELOADED)}\nprint({more}, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=PATIENCE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), *sys.path])},
    )  # fmt: skip
    assert done.stdout == ""
    return done.stderr.split()


def test_the_process_they_are_forked_from_has_one_thread_and_leaves_ctrl_c_to_the_kit(tmp_path):
    found = (
        "len(os.listdir('/proc/self/task')), signal.getsignal(signal.SIGINT).name, signal.alarm(0)"
    )
    assert imported(found, tmp_path) == ["1", "SIG_IGN", "0"]


def test_the_process_they_are_forked_from_ends_where_an_import_never_does(tmp_path):
    (tmp_path / "anywidget.py").write_text(
        "import os, signal, sys\nprint(0 < signal.alarm(0), file=sys.stderr)\nos._exit(0)\n"
    )
    assert imported("'all is imported'", tmp_path) == ["True"]


def test_what_sessions_say_goes_into_the_file_that_was_named_where_the_kit_was_begun(
    monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    with Path("kit.log").open("ab") as file:
        assert forked._named(file) == str(tmp_path / "kit.log")
    assert forked._named(subprocess.DEVNULL) == os.devnull


def test_where_the_path_of_the_socket_would_be_too_long_sessions_begin_as_ever(monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/tmp/" + "x" * (LONGEST_FOLDER - 5))  # noqa: S108
    assert can_fork()
    monkeypatch.setattr("tempfile.tempdir", "/tmp/" + "x" * (LONGEST_FOLDER - 4))  # noqa: S108
    assert not can_fork()
