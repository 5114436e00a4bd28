"""The kit behind other people's servers, by the lines in the docs: Jupyter, nginx with a log-in, rooms."""

import getpass
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener, urlopen

import pytest
from conftest import ROOT, chromium, launched, wait_for
from playwright.sync_api import Browser, Page, expect

from benchmarks.opened_kit import STOPS
from benchmarks.ports import free_port
from coprod_sim.apps.serving.proxied import ICON
from coprod_sim.apps.serving.surroundings import own_surroundings
from coprod_sim.live import preflight
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.steps import OpenActivity

DOCS = (ROOT / "docs" / "howto" / "host-the-kit.md").read_text()
LOGIN, ROOMS = (
    block.partition("```")[0] for block in DOCS.partition("```nginx\n")[2].split("```nginx\n")
)
"""The lines for nginx: the kit behind a password, and rooms behind https."""
TRAINER = "voila/render/apps/run_a_session.ipynb"
VOTE = {
    "kind": "vote",
    "key": "vote",
    "title": "Vote",
    "question": "Which?",
    "options": ["Bus", "Library"],
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Drive the whole browser, as people have it on their own computers."""
    with launched(chromium(whole=True)) as found:
        yield found


@contextmanager
def running(*command: str, **how) -> Iterator[None]:
    """Run a program until it is not needed any more."""
    process = subprocess.Popen(command, **how)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOPS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


@contextmanager
def nginx(folder: Path, server: str) -> Iterator[None]:
    """Run nginx with a server, and with all it writes in a folder."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(program).exists():
        pytest.skip("no nginx on this machine")
    (folder / "nginx.conf").write_text(
        f"user {getpass.getuser()}; pid {folder}/pid; error_log {folder}/error.log;\n"
        "events {} daemon off;\n"
        f"http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;\n"
        f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
        f"{server} }}\n"
    )
    with running(program, "-c", str(folder / "nginx.conf"), stderr=subprocess.DEVNULL):
        yield


def test_behind_a_jupyter_server_the_kit_opens_below_its_prefix_for_whoever_is_logged_in(
    browser, kept, tmp_path
):
    assert ICON.is_file()
    port, key = free_port(), "0123456789abcdef"
    home = f"http://127.0.0.1:{port}/user/ann/"
    with running(
        sys.executable, "-m", "jupyter", "server", "--no-browser", "--allow-root", f"--port={port}",
        "--ServerApp.port_retries=0", "--ServerApp.base_url=/user/ann/", f"--IdentityProvider.token={key}",
        cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | kept,
    ):  # fmt: skip
        wait_for(f"{home}login")
        page = browser.new_page()
        page.set_default_timeout(90_000)
        page.goto(f"{home}coprod-sim/")
        expect(page.get_by_role("link", name="I train")).to_have_count(0)
        page.goto(f"{home}coprod-sim/?token={key}")
        page.get_by_role("link", name="I train").click()
        expect(page.locator(".coprod-parts")).to_be_visible()  # so its sockets go through as well
        assert page.url.startswith(f"{home}coprod-sim/{TRAINER}")
        page.close()


def test_the_lines_for_nginx_in_the_docs_let_in_whoever_has_the_password(browser, kept, tmp_path):
    command = re.search(r"^coprod-sim (open .*--base-url .*--most .*)$", DOCS, re.MULTILINE)[
        1
    ].split()
    outside, inside = free_port(), free_port()
    command[command.index("8866")] = str(inside)
    command[command.index("kit.example.org")] = "kit.localhost"
    passwords = tmp_path / "passwords"
    passwords.write_text("ann:{PLAIN}secret\n")
    lines = LOGIN.replace("8866", str(inside)).replace("/etc/nginx/kit.passwords", str(passwords))
    with (
        nginx(tmp_path, f"server {{ listen 127.0.0.1:{outside};\n{lines} }}"),
        running(
            sys.executable, "-m", "coprod_sim", *command, cwd=tmp_path, env=os.environ | kept,
            stdout=subprocess.DEVNULL,
        ),
    ):  # fmt: skip
        wait_for(f"http://127.0.0.1:{inside}/kit/")
        with pytest.raises(HTTPError, match="401"):
            urlopen(f"http://127.0.0.1:{outside}/kit/", timeout=90)
        page = browser.new_page(http_credentials={"username": "ann", "password": "secret"})
        page.set_default_timeout(90_000)
        page.goto(f"http://kit.localhost:{outside}/kit/")
        page.get_by_role("link", name="I train").click()
        expect(page.locator(".coprod-parts")).to_be_visible()
        page.close()
        assert "is not trusted" not in (tmp_path / "kit.log").read_text()


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a certificate for a name that we sign ourselves, with its key."""
    openssl = shutil.which("openssl") or pytest.skip("no openssl on this machine")
    made, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}",
         "-addext", f"subjectAltName=IP:{name}", "-keyout", str(key), "-out", str(made)],
        check=True, capture_output=True, timeout=STOPS,
    )  # fmt: skip
    return made, key


@pytest.fixture
def rooms(kept: dict[str, str], tmp_path: Path, monkeypatch) -> Iterator[tuple[RoomServer, str]]:
    """Open rooms as a hosted kit does, behind nginx with the lines in the docs; gives their address, too."""
    outside, inside, name = free_port(), free_port(), "127.0.0.1"
    made, key = certificate(tmp_path, name)
    for variable, value in (kept | {"SSL_CERT_FILE": str(made)}).items():
        monkeypatch.setenv(variable, value)
    trusting = build_opener(
        ProxyHandler({})
    )  # what the kit asks with, had it begun with our certificate
    monkeypatch.setattr(preflight, "_direct", trusting)
    lines = (
        ROOMS.replace("8844", str(inside)).replace("listen 443", f"listen 127.0.0.1:{outside}")
        .replace("rooms.example.org", name).replace("/etc/ssl/rooms.pem", str(made))
        .replace("/etc/ssl/rooms.key", str(key))
    )  # fmt: skip
    public = f"https://{name}:{outside}"
    with nginx(tmp_path, lines), own_surroundings(hosted=True, rooms=public):
        server = RoomServer.start(str(tmp_path / "rooms.sqlite"), port=inside)
        try:
            yield server, public
        finally:
            server.stop()


def join(page: Page, address: str, control: RoomControl) -> None:
    page.goto(address)
    page.get_by_label("The code on the screen").fill(control.code)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="You are in")).to_be_visible()


def test_the_lines_for_nginx_in_the_docs_bring_phones_into_a_room_without_a_password(
    browser, rooms
):
    server, public = rooms
    assert server.address == public
    (about, *_) = preflight.look(server.store, server.port, server)
    assert (about.fine, about.sentence) == (True, f"The room answers at {public}.")
    control = server.create(RoomPlan.model_validate({"title": "A room", "activities": [VOTE]}))
    phones = [
        browser.new_context(ignore_https_errors=True, viewport={"width": 360, "height": 700})
        for _ in range(2)
    ]
    pages = [phone.new_page() for phone in phones]
    for page in pages:
        join(page, public, control)
    assert len(control.people()) == 2
    control.do(OpenActivity(activity="vote"))
    for page in pages:  # the question comes by itself
        page.get_by_label("Library").check()
        page.get_by_role("button", name="Send my answer").click()
        expect(page.get_by_text("Your answer is saved")).to_be_visible()
    assert control.state()["activities"][0]["answered"] == {"answer": 2}
    assert {one["secure"] for one in phones[0].cookies()} == {True}
    for phone in phones:
        phone.close()
