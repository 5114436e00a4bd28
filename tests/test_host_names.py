"""The address a kit is told it has: name and path are read in any usual way, or refused in a sentence."""

import pytest

from coprod_sim.apps.serving.host_names import host_name, name_in
from coprod_sim.cli import main
from coprod_sim.cli.open_command import base_url
from coprod_sim.errors import InputError


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("kit.example.org", "kit.example.org"), ("Kit.Example.ORG.", "kit.example.org"),
        ("b\u00fccher.example", "xn--bcher-kva.example"), ("kit", "kit"), ("192.0.2.7", "192.0.2.7"),
        ("[2001:DB8::1]", "2001:db8::1"),
    ],
)  # fmt: skip
def test_a_name_may_be_written_in_any_usual_way(given, taken):
    assert host_name(given) == taken
    assert name_in(f"[{taken}]:8866" if ":" in taken else f"{taken}:8866") == taken


@pytest.mark.parametrize(
    "given", ["https://kit.example.org", "kit.example.org:8443", "kit.example.org/kit/"]
)
def test_more_than_a_name_is_refused_with_the_name_to_give(given, capsys):
    assert main(["open", "--no-browser", "--name", given]) == 2
    assert "must be a name alone" in (said := capsys.readouterr().err)
    assert said.endswith("; give --name kit.example.org\n")


@pytest.mark.parametrize("given", ["", "*.example.org", "my kit", "http://[x", "a,b", "-x"])
def test_what_no_name_can_be_is_refused_in_a_sentence(given):
    with pytest.raises(InputError, match="--name must be a name alone, such as "):
        host_name(given)


def test_an_address_of_rooms_whose_bracket_is_open_is_refused_in_a_sentence(capsys):
    assert main(["open", "--no-browser", "--rooms", "https://[x"]) == 2
    assert "--rooms must look like https://rooms.example.org" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "taken"),
    [("/", "/"), ("", "/"), ("kit", "/kit/"), ("/kit", "/kit/"), ("/u/ann%40x/kit/", "/u/ann%40x/kit/")],
)  # fmt: skip
def test_what_stands_before_every_address_may_be_written_in_any_usual_way(given, taken):
    assert base_url(given) == taken


@pytest.mark.parametrize("given", ["http://example.org/kit", "a//b", "kit?x", "my kit", "/ü/"])
def test_what_no_path_can_be_is_refused_in_a_sentence(given):
    with pytest.raises(InputError, match="--base-url must be a path such as /kit/, but is "):
        base_url(given)
