"""Every file that says what the kit needs says the same thing."""

import re
import shutil
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import coprod_sim

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
PYTHON = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
REGISTRY_HOSTS = (
    "pythonhosted" + ".org",
    "pypi" + ".org",
    "anaconda" + ".org",
    "anaconda" + ".com",
    "npmjs" + ".org",
    "debian" + ".org",
)


def needs(lines: list[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """Return what each line asks for: name -> (specifier, extras)."""
    wanted = [Requirement(line) for line in lines]
    return {
        canonicalize_name(one.name): (str(one.specifier), frozenset(one.extras)) for one in wanted
    }


def pinned() -> dict[str, str]:
    return dict(line.split("==") for line in PINS)


def in_conda() -> tuple[list[str], list[str]]:
    """Return the lines of environment.yml: those for conda and those for pip."""
    lines = CONDA["dependencies"]
    plain = [line for line in lines if isinstance(line, str)]
    nested = [line for entry in lines if isinstance(entry, dict) for line in entry["pip"]]
    return plain, nested


def tracked_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: no telling which files are part of the project")
    command = [git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_conda_and_pip_users_get_the_same_dependencies():
    plain, nested = in_conda()
    not_packages = {"pip", f"python={PYTHON}", "-e ."}
    from_conda = needs([line for line in plain + nested if line not in not_packages])
    assert from_conda == needs(PROJECT["dependencies"])


def test_conda_installs_the_kit_itself_last_and_mesa_through_pip():
    plain, nested = in_conda()
    assert "pip" in plain
    assert nested[0].startswith("mesa[network]")
    assert nested[-1] == "-e ."
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]


def test_the_python_version_is_one_the_package_allows_everywhere():
    assert PYTHON in SpecifierSet(PROJECT["requires-python"])
    assert f"python={PYTHON}" in CONDA["dependencies"]


def test_constraints_are_sorted_pins_without_addresses():
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.!+]+", line) for line in PINS)
    assert list(pinned()) == sorted({line.split("==")[0] for line in PINS})


def test_constraints_pin_and_satisfy_every_dependency():
    extras = PROJECT["optional-dependencies"].values()
    for line in PROJECT["dependencies"] + [line for extra in extras for line in extra]:
        wanted = Requirement(line)
        name = canonicalize_name(wanted.name)
        assert name in pinned(), f"constraints.txt does not pin {name}"
        assert pinned()[name] in wanted.specifier, f"the pin of {name} does not satisfy {line}"


def test_constraints_pin_what_the_dependencies_need_in_turn():
    extras = PROJECT["optional-dependencies"]
    ours = PROJECT["dependencies"] + extras["dev"] + extras["docs"]
    waiting, seen, against = [Requirement(line) for line in ours], set(), set()
    while waiting:
        wanted = waiting.pop()
        name, asked = canonicalize_name(wanted.name), tuple(sorted(wanted.extras))
        if name in pinned() and not wanted.specifier.contains(pinned()[name], prereleases=True):
            against.add(f"{name}=={pinned()[name]}, and {wanted} is asked for")
        if (name, asked) in seen:
            continue
        seen.add((name, asked))
        try:
            further = [Requirement(line) for line in metadata.requires(name) or ()]
        except metadata.PackageNotFoundError:
            continue  # not installed here; whether it is pinned is asked below all the same
        for one in further:
            on_linux = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
            settings = [{**on_linux, "extra": extra} for extra in ("", *asked)]
            if one.marker is None or any(one.marker.evaluate(each) for each in settings):
                waiting.append(one)
    assert {name for name, _ in seen} <= pinned().keys()
    assert not against


def test_the_citation_names_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == coprod_sim.__version__


def test_nothing_large_that_a_run_left_behind_is_part_of_the_project():
    large = [str(one.relative_to(ROOT)) for one in tracked_files() if one.stat().st_size > 500_000]
    assert not large


def test_no_file_names_a_package_registry():
    found = [
        f"{path.relative_to(ROOT)} names {host}"
        for path in tracked_files()
        for host in REGISTRY_HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert not found
