"""Sessions forked from one process: they begin with everything imported, and are sessions like any other."""

import asyncio
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from traitlets.config import Config

from coprod_sim.apps.serving.forked import LONGEST_FOLDER, NAME, ForkedSession, can_fork

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="sessions are forked on Linux alone"),
]
PATIENCE = 120
NUMBER = itertools.count(1)


@asynccontextmanager
async def session(where: Path, **env: str) -> AsyncIterator[tuple[Any, AsyncKernelClient]]:
    KernelProvisionerFactory.clear_instance()
    config = Config({"KernelProvisionerFactory": {"default_provisioner_name": NAME}})
    KernelProvisionerFactory.instance(config=config)
    manager = AsyncKernelManager(transport="ipc", ip=str(where / f"ipc-{next(NUMBER)}"))
    await manager.start_kernel(
        cwd=str(where), env=os.environ | env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
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


def test_the_process_they_are_forked_from_has_one_thread():
    code = "import os, coprod_sim.apps.serving.preloaded; print(len(os.listdir('/proc/self/task')))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "1"


def test_where_the_path_of_the_socket_would_be_too_long_sessions_begin_as_ever(monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/tmp/" + "x" * (LONGEST_FOLDER - 5))  # noqa: S108
    assert can_fork()
    monkeypatch.setattr("tempfile.tempdir", "/tmp/" + "x" * (LONGEST_FOLDER - 4))  # noqa: S108
    assert not can_fork()
