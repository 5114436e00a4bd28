"""Whatever code page a terminal, a pipe or a file has, a command says all it has to say."""

import io
import os
import subprocess
import sys

import pytest

from coprod_sim.cli import main
from coprod_sim.cli.command_line import COMMANDS
from coprod_sim.cli.plain_signs import can_write, write_plainly
from coprod_sim.engagement import engagement_names
from coprod_sim.scenarios import scenario_names

PAGES = ["ascii", "cp437", "cp1252", "cp1250", "cp932"]
"""Of a bare terminal, a window in the United States, in western and eastern Europe, and in Japan."""
TWO = ["--engagement", "tickbox", "--engagement", "co_production", "--runs", "8", "--draws", "2"]


@pytest.fixture
def said_in(monkeypatch: pytest.MonkeyPatch):
    """Run a command whose output goes into a file of a code page; gives what the file then says."""

    def run(page: str, *words: str) -> str:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=page) for _ in range(2))
        with monkeypatch.context() as place:
            place.setattr(sys, "stdout", out)
            place.setattr(sys, "stderr", err)
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code
            out.flush()
            err.flush()
        assert code in (0, None), err.buffer.getvalue()
        return out.buffer.getvalue().decode(page)

    return run


@pytest.mark.parametrize("page", PAGES)
def test_every_command_explains_itself_and_every_story_is_told(said_in, page: str):
    for command in COMMANDS:
        assert f"usage: coprod-sim {command}" in said_in(page, command, "--help")
    assert "west_dulwich" in said_in(page, "list")
    told = "".join(said_in(page, "show", name) for name in (*scenario_names(), *engagement_names()))
    assert "West Dulwich" in told
    assert told.count("?") < 200


def test_what_a_comparison_costs_is_told_in_letters_too(said_in, tmp_path):
    asked = ("compare", "reference", *TWO, "--citizens", "60", "--out", str(tmp_path))
    full, told = said_in("utf-8", *asked), said_in("ascii", *asked)
    assert "\xa335 an hour" in full
    assert told == full.replace("\xa3", "GBP ")


def test_a_sign_that_a_code_page_lacks_is_written_in_letters_that_it_has():
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    write_plainly(out)
    out.write("caf\xe9 \u2212\xa35 \u201cyes\u201d \u2026 \u2603")
    out.flush()
    assert out.buffer.getvalue() == b'cafe -GBP 5 "yes" ... ?'


def test_the_code_of_a_room_is_drawn_only_where_its_blocks_can_be(monkeypatch):
    for page, can in (("utf-8", True), ("cp437", True), ("cp1252", False), ("ascii", False)):
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=page))
        assert can_write("\u2580\u2584\u2588") is can, page


@pytest.mark.slow
@pytest.mark.parametrize(
    "place", [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_into_a_real_pipe_too(place: dict[str, str]):
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO"))}
    done = subprocess.run(
        [sys.executable, "-m", "coprod_sim", "show", "ireland_eighth"], capture_output=True,
        env=bare | place, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Ireland" in done.stdout
