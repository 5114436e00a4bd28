"""The command that opens the kit: one address, plain refusals, nothing reached from outside."""

import asyncio
import json
import socket
from pathlib import Path
from types import SimpleNamespace

import voila
from jupyter_client import MultiKernelManager
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application
from voila.voila_kernel_manager import voila_kernel_manager_factory

from coprod_sim.apps.serving.handlers import DOORS, StartPage
from coprod_sim.apps.serving.launcher import EXPLORER, HERE, POOLS, Launcher
from coprod_sim.cli import main
from coprod_sim.cli.open_command import find_notebooks

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


class TestStartPage(AsyncHTTPTestCase):
    def get_app(self) -> Application:
        return Application([(r"/", StartPage, {"notebooks": NOTEBOOKS})])

    def test_the_start_page_has_a_door_for_everybody_and_hides_none_that_is_missing(self):
        page = self.fetch("/").body.decode()
        for name, file in DOORS.items():
            there = (NOTEBOOKS / file).exists()
            assert (f"/voila/render/{file}" in page) == there, name
        assert page.count("Not built yet.") == sum(
            not (NOTEBOOKS / f).exists() for f in DOORS.values()
        )
        assert "not a forecast" in page
        assert "<script" not in page
        assert len(page) < 20_000

    def test_another_name_for_this_computer_is_refused(self):
        assert self.fetch("/", headers={"Host": "evil.example"}).code == 421

    def test_an_unknown_language_falls_back_to_english(self):
        assert '<html lang="en">' in self.fetch("/?lang=tlh").body.decode()


def test_the_hooks_of_voila_that_we_lean_on_are_still_there():
    assert voila.__version__ == "0.5.13"
    for name in ("init_settings", "init_handlers", "listen"):
        assert hasattr(super(Launcher, Launcher), name)


def test_no_session_is_kept_warm_but_the_explorers():
    manager = voila_kernel_manager_factory(MultiKernelManager, True, 0)
    parent = SimpleNamespace(base_url="/", server_url="/", port=1)
    known = SimpleNamespace(kernel_pools_config=POOLS, fill_delay=0.0, _pools={}, parent=parent)

    async def fill() -> None:
        manager.fill_if_needed(known, 0.0, "1_awareness.ipynb")

    asyncio.run(fill())
    assert known._pools == {"1_awareness.ipynb": []}
    assert POOLS[EXPLORER]["pool_size"] == 2


def test_a_port_that_is_taken_or_impossible_gets_a_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["open", "--no-browser", "--port", str(port)]) == 2
        assert f"--port {port} is taken" in capsys.readouterr().err
    assert main(["open", "--no-browser", "--port", "80"]) == 2
    assert "between 1024 and 65535" in capsys.readouterr().err


def test_the_pages_are_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_notebooks() == NOTEBOOKS.resolve()


def test_no_page_of_ours_asks_for_anything_from_outside():
    files = [path for path in (HERE / "share").rglob("*") if path.is_file()]
    assert {"index.html.j2", "coprod.css", "page.js"} < {path.name for path in files}
    for path in files:
        assert "http" not in path.read_text(encoding="utf-8").replace("http-equiv", ""), path.name


def test_the_notebooks_of_the_apps_are_thin():
    paths = list((NOTEBOOKS / "apps").glob("*.ipynb"))
    assert len(paths) >= 4
    for path in paths:
        code = [c for c in json.loads(path.read_text())["cells"] if c["cell_type"] == "code"]
        assert len(code) == 1
        assert len(code[0]["source"]) <= 5
