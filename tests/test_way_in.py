"""The key of the kit is seen by its owner alone."""

import argparse
import stat
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from coprod_sim.apps.serving import way_in
from coprod_sim.cli import open_command
from coprod_sim.errors import InputError
from coprod_sim.live import control
from coprod_sim.live.schema import open_engine, without_password

ADDRESS = "http://127.0.0.1:8866/?token=0123456789abcdef"


def test_the_browser_is_given_no_key_and_the_page_that_leads_on_is_its_owners_alone(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    way = way_in.WayIn()
    given = way.to(ADDRESS)
    assert "token" not in given
    page = Path(url2pathname(urlsplit(given).path))
    assert ADDRESS in page.read_text()
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    way.close()
    assert not page.exists()


@pytest.mark.parametrize(
    ("given", "asked"),
    [([], True), (["--no-token"], False), (["--socket", "x"], False), (["--token", "--socket", "x"], True),
     (["--name", "kit.example.org"], False)],
)  # fmt: skip
def test_a_key_is_asked_for_before_there_is_a_second_account(monkeypatch, given, asked):
    monkeypatch.setattr(open_command, "several_accounts", lambda: False)
    parser = argparse.ArgumentParser()
    open_command.fill(parser)
    assert open_command._needs_key(parser.parse_args(given)) is asked


STORE = "postgresql://ann:very-secret@127.0.0.1:1/rooms"


def test_a_password_of_the_store_is_in_no_sentence():
    for store in (STORE, STORE.replace("postgresql", "mysql"), STORE.replace(":1/", ":x/")):
        with pytest.raises(InputError) as caught:
            open_engine(store)
        assert "very-secret" not in str(caught.value)


def test_the_room_server_that_the_trainers_page_starts_has_no_password_in_its_command(
    tmp_path, monkeypatch
):
    begun = {}

    def note(command, **how):
        begun.update(command=command, env=how["env"])
        raise OSError("not started")

    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path))
    monkeypatch.setattr(control.subprocess, "Popen", note)
    with pytest.raises(OSError, match="not started"):
        control._launch(STORE, 9999, lan=False)
    assert "very-secret" not in " ".join(begun["command"])
    assert "ann@127.0.0.1:1/rooms" in " ".join(begun["command"])
    assert begun["env"]["PGPASSWORD"] == "very-secret"


@pytest.mark.parametrize("where", ["/a/b.sqlite", "postgresql://ann@h/rooms"])
def test_an_address_without_a_password_stays(where):
    assert without_password(where) == (where, "")
