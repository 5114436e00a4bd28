"""The command that opens the kit: one address, plain refusals, nothing reached from outside."""

import asyncio
import http.client
import json
import logging
import re
import signal
import socket
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
import voila
from jupyter_client import MultiKernelManager
from jupyter_server.base.websocket import WebSocketMixin
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application, RequestHandler
from voila.voila_kernel_manager import voila_kernel_manager_factory
from widget_tree import texts

from benchmarks.opened_kit import Kit
from coprod_sim.apps.frame import desk_for
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.progress_view import progress_part
from coprod_sim.apps.own_case.worksheet_page import worksheet_of
from coprod_sim.apps.own_case.worksheet_state import Worksheet
from coprod_sim.apps.serving.around import around_pages
from coprod_sim.apps.serving.handlers import LogIn, StartPage
from coprod_sim.apps.serving.launcher import (
    ASKING,
    LEADERS,
    POOLS,
    Launcher,
    Serving,
    _config,
    _keep_warnings,
)
from coprod_sim.apps.serving.plain_pages import DOORS, start_page, waiting_page
from coprod_sim.apps.serving.stopping import undisturbed
from coprod_sim.apps.serving.surroundings import SHARE, own_surroundings
from coprod_sim.apps.serving.turns import kept_for
from coprod_sim.apps.survey.survey_fields import file_field
from coprod_sim.cli import main
from coprod_sim.cli.open_command import find_notebooks
from coprod_sim.kit_place import kit_place
from coprod_sim.learning.own_case.storage import InProgress
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.words import words_in

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

    def test_another_name_for_this_computer_is_refused_on_a_page_and_noted_once(self):
        with self.assertLogs("coprod_sim.kit", "WARNING") as noted:
            for name in ("evil.example", "evil.example:8866", "Evil.Example.", "other.example"):
                answer = self.fetch("/", headers={"Host": name})
                assert answer.code == 421
                assert "The kit does not answer to this name" in answer.body.decode()
        assert [line.split("'")[1] for line in noted.output] == ["evil.example", "other.example"]

    def test_names_beyond_number_do_not_fill_the_log(self):
        with self.assertLogs("coprod_sim.kit", "WARNING") as noted:
            for number in range(25):
                self.fetch("/", headers={"Host": f"n{number}.example"})
        assert len(noted.output) == 20

    def test_what_cannot_be_read_is_refused_on_a_page(self):
        answer = self.fetch("/?lang=%ff")
        assert answer.code == 400
        assert "The kit refuses this" in answer.body.decode()

    def test_an_unknown_language_falls_back_to_english(self):
        assert '<html lang="en">' in self.fetch("/?lang=tlh").body.decode()


class TestTheKey(AsyncHTTPTestCase):
    KEY = "0123456789abcdef"

    def get_app(self) -> Application:
        def known(handler: RequestHandler) -> str | None:
            return handler.get_cookie("known")

        def know(handler: RequestHandler, _user: object) -> None:
            handler.set_cookie("known", "yes")

        provider = SimpleNamespace(token=self.KEY, get_user_cookie=known, set_login_cookie=know)
        ours = [(r"/kit/", StartPage, {"notebooks": NOTEBOOKS}), (r"/kit/login", LogIn)]
        return Application(ours, base_url="/kit/", identity_provider=provider)

    def asked(self, **query: str):
        return self.fetch(f"/kit/login?{urlencode(query)}", follow_redirects=False)

    def test_who_comes_without_the_key_is_asked_for_it_in_plain_words(self):
        for page in (self.fetch("/kit/"), self.asked(next="/kit/voila/render/1_awareness.ipynb")):
            said = page.body.decode()
            assert page.code == 403
            assert "The kit was started again" in said
            assert 'action="/kit/login"' in said
            assert "Jupyter" not in said
            assert 'role="alert"' not in said

    def test_whoever_gives_the_key_or_the_whole_address_gets_to_the_page_they_asked_for(self):
        lesson = "/kit/voila/render/1_awareness.ipynb?lang=en"
        for given in (
            self.KEY,
            f" http://127.0.0.1:8866/kit/?token={self.KEY}",
            f"?token={self.KEY}&lang=cy",
        ):
            let_in = self.asked(next=lesson, token=given)
            assert (let_in.code, let_in.headers["Location"]) == (302, lesson)
            assert let_in.headers["Set-Cookie"].startswith("known=yes")

    def test_the_key_does_not_stay_in_the_address_where_a_room_could_read_it(self):
        come = self.fetch(f"/kit/?lang=cy&token={self.KEY}", follow_redirects=False)
        assert (come.code, come.headers["Location"]) == (302, "/kit/?lang=cy")
        assert come.headers["Set-Cookie"].startswith("known=yes")
        there = self.fetch("/kit/?lang=cy", headers={"Cookie": "known=yes"}, follow_redirects=False)
        assert there.code == 200
        assert self.fetch("/kit/?token=wrong", follow_redirects=False).code == 403

    def test_a_wrong_key_is_refused_at_the_box_and_the_page_is_still_known(self):
        said = self.asked(next="/kit/voila/x", token="0" * 16)
        assert said.code == 403
        assert "This is not the key" in said.body.decode()
        assert 'name="next" value="/kit/voila/x"' in said.body.decode()

    def test_the_way_in_leads_nowhere_else(self):
        for next_ in (
            "//evil.example/kit/",
            "https://evil.example/kit/",
            "/other/",
            "/kit/\\evil",
            "/kit/\t//x",
        ):
            assert self.asked(next=next_, token=self.KEY).headers["Location"] == "/kit/", next_


def test_pages_of_a_hosted_kit_do_not_call_the_server_this_computer(monkeypatch, tmp_path):
    hosted = ({"base_url": "/kit/"}, {"most": 20}, {"names": ("kit.example.org",)}, {"socket": "x"})
    assert [Serving(**one).hosted for one in hosted] == [True] * 4
    assert not Serving(port=8866, token=True).hosted
    learner, t = Learner(ProgressStore(tmp_path / "coprod_progress.json")), words_in("en")
    for offered in (False, True):
        with own_surroundings(hosted=offered):
            around = around_pages()
            pages = {
                "start": start_page(t, NOTEBOOKS, "/"), "survey": file_field(t).help,
                "foot": around["words"]["en"][f"foot_{around['place']}"],
                "worksheet": texts(worksheet_of(Worksheet(InProgress(learner.store)))),
                "progress": texts(progress_part(desk_for(learner, (), "start"), "start")),
            }  # fmt: skip
        assert [page for page, said in pages.items() if ("this computer" in said) == offered] == []
        assert [page for page, said in pages.items() if ("server" in said) != offered] == []
    assert kit_place() == "here"
    monkeypatch.setenv("JUPYTERHUB_USER", "ann")
    assert kit_place() == "server"


def test_the_hooks_of_voila_that_we_lean_on_are_still_there():
    assert voila.__version__ == "0.5.13"
    for name in ("init_settings", "init_handlers", "listen"):
        assert hasattr(super(Launcher, Launcher), name)


def test_no_session_is_kept_warm_but_the_leaders_pages():
    manager = voila_kernel_manager_factory(MultiKernelManager, True, 0)
    parent = SimpleNamespace(base_url="/", server_url="/", port=1)
    known = SimpleNamespace(kernel_pools_config=POOLS, fill_delay=0.0, _pools={}, parent=parent)

    async def fill() -> None:
        manager.fill_if_needed(known, 0.0, "1_awareness.ipynb")

    asyncio.run(fill())
    assert known._pools == {"1_awareness.ipynb": []}
    assert POOLS[LEADERS]["pool_size"] == 2


def test_a_port_that_is_taken_or_impossible_gets_a_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["open", "--no-browser", "--port", str(port)]) == 2
        assert f"--port {port} is taken" in capsys.readouterr().err
    assert main(["open", "--no-browser", "--port", "80"]) == 2
    assert "between 1024 and 65535" in capsys.readouterr().err


def test_no_negative_number_of_sessions_is_served(capsys):
    assert main(["open", "--no-browser", "--most", "-1"]) == 2
    assert "--most must be between 0 and 1000, but is -1" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_is_told_before_anything_opens(tmp_path, capsys):
    assert main(["open", "--no-browser", "--log", str(tmp_path / "no" / "log.txt")]) == 2
    assert "cannot be written to (No such file or directory)" in capsys.readouterr().err


def test_nothing_is_left_half_done_where_ctrl_c_is_pressed_again():
    with undisturbed():
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_the_log_keeps_warnings_but_not_the_one_that_comes_with_each_page(tmp_path):
    file, speaks = tmp_path / "log.txt", logging.getLogger(Launcher.__name__)
    before = [(one, list(one.handlers)) for one in (logging.getLogger(), speaks)]
    try:
        _keep_warnings(file)
        speaks.warning("Notebook %s is not trusted", "1_awareness.ipynb")
        speaks.warning("The disk is full")
    finally:
        logging.captureWarnings(capture=False)
        for logger, handlers in before:
            for added in {*logger.handlers} - {*handlers}:
                added.close()
            logger.handlers = handlers
    kept = [line.partition(": ")[2] for line in file.read_text().splitlines()]
    assert {*kept} == {"The disk is full"}


def test_the_pages_are_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_notebooks() == NOTEBOOKS.resolve()


def test_no_page_of_ours_asks_for_anything_from_outside():
    files = [path for path in SHARE.rglob("*") if path.is_file()]
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


@pytest.mark.slow
def test_where_a_token_is_asked_for_no_page_opens_without_it_and_all_do_with_it():
    kit = Kit("--token")
    address = re.search(rf"http://127\.0\.0\.1:{kit.port}/\?token=([0-9a-f]{{32}})", kit.said)
    try:
        assert address, kit.said
        assert status(kit.port, "/") == (403, None)
        assert status(kit.port, "/?token=" + "0" * 32) == (403, None)
        nothing = "/voila/render/apps/nothing.ipynb"
        assert status(kit.port, nothing)[0] == 302  # to where a token is typed
        found, cookie = status(kit.port, f"/?token={address[1]}")
        assert found == 302  # to the address without the key, which others may see
        assert status(kit.port, "/", cookie)[0] == 200
        assert status(kit.port, nothing, cookie)[0] == 404
    finally:
        kit.stop()


SOCKET = {
    "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip
NO_SESSION = "4909aa23-f304-4b10-b555-78e69f017453"


@pytest.mark.slow
def test_what_a_kit_refuses_takes_a_line_of_its_log_and_it_stops_with_a_word(tmp_path):
    log, errors = tmp_path / "kit.log", tmp_path / "errors.txt"
    with errors.open("w") as said:
        kit = Kit("--no-token", "--log", str(log), errors=said)
        try:
            woken = f"/api/kernels/{NO_SESSION}"  # as a browser asks that has slept too long
            assert status(kit.port, f"{woken}/channels?session_id=x", **SOCKET)[0] == 404
            assert status(kit.port, woken)[0] == 404
            for nothing in ("/nothing", "/logout", "/voila/labextensions/nothing"):
                assert status(kit.port, nothing)[0] == 404
            for page in ("/", "/voila/render/0_start_here.ipynb", f"{woken}/channels"):
                assert status(kit.port, page, Host="kit.example.org")[0] == 421
        finally:
            kit.stop()
    kept = log.read_text()
    assert "Traceback" not in kept
    assert "ERROR" not in kept
    assert "NOTE" not in kept
    assert kept.count("under the name 'kit.example.org', which the kit refuses (421)") == 1
    assert errors.read_text() == "coprod-sim: Stopped.\n"


def status(
    port: int, path: str, cookie: str | None = None, **headers: str
) -> tuple[int, str | None]:
    """Ask without following anything; gives the status and the cookie that was set."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    link.request("GET", path, headers=headers | ({"Cookie": cookie} if cookie else {}))
    reply = link.getresponse()
    reply.read()
    link.close()
    given = reply.getheader("Set-Cookie")
    return reply.status, given.partition(";")[0] if given and "username" in given else None


def test_whoever_waits_for_a_place_reads_how_long_a_lost_browser_keeps_one():
    for most in (1, 20):
        said = waiting_page(words_in("en"), most, 5, 10)
        assert "lost counts for up to 11 minutes" in said
        assert "for up to 3 minutes." in waiting_page(words_in("en"), most, 5, 1)


def test_a_lost_browser_is_noticed_and_its_session_ended_at_the_times_the_waiting_page_counts_with(
    tmp_path,
):
    class Line(WebSocketMixin):
        settings = ASKING

    kit = _config(tmp_path, Serving(idle=3), 8866, "", tmp_path).MappingKernelManager
    assert (Line().ping_interval, Line().ping_timeout) == (30_000, 90_000)
    assert (kit.cull_idle_timeout, kit.cull_interval) == (180, 60)
    # noticed after 120 s at most, idle after 60, 180 or 600 s, looked for each 60 s
    assert [kept_for(idle) for idle in (1, 2, 3, 10)] == [3, 3, 4, 11]


def test_work_that_no_file_takes_is_nowhere_said_to_be_in_one(tmp_path):
    learner = Learner(ProgressStore(tmp_path / "coprod_progress.json"))
    part = progress_part(desk_for(learner, (), "start"), "start")
    assert f"in the folder {tmp_path.name}" in texts(part)
    learner.unsaved = "/: cannot be written to (Permission denied)."
    assert "kept only while this page is open" in texts(part)
    assert "in the folder" not in texts(part)
    at_the_top = Learner(ProgressStore(Path("/coprod_progress.json")))
    at_the_top.unsaved = ""
    assert "in the folder / on" in texts(progress_part(desk_for(at_the_top, (), "start"), "start"))
