"""What a page loads before anybody has seen it: the first screen must not wait for the model."""

import subprocess
import sys

import pytest

OPENED = """
import asyncio, sys
from coprod_sim.apps.{package} import {opener}

async def visit():
    {opener}()

asyncio.run(visit())
print(*(name for name in ("numba", "scipy", "pandas", "mesa") if name in sys.modules))
"""


@pytest.mark.slow
def test_opening_the_trainers_page_does_not_load_the_model(tmp_path, monkeypatch):
    """Once the browser has the page, the model and the later parts are loaded beside it."""
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path))
    script = OPENED.format(package="trainer", opener="open_trainer")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.split() == []
