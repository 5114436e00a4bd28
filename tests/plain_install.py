"""Lays the kit out as a wheel does: the package with its own copies of the folders, no clone around it."""

import runpy
import shutil
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[1]
INCLUDED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"][
    "build"
]["targets"]["wheel"]
"""What pyproject.toml says goes into the wheel."""
PROGRAM = "hatchling.builders.hooks.plugin.interface"
"""What the hook of the build asks for; the program that builds is not needed to run it."""


def packed_by_the_build(version: str) -> dict[str, bytes]:
    """Run the hook of the build; gives what it adds to the wheel."""
    kept = sys.modules.get(PROGRAM)
    sys.modules[PROGRAM] = SimpleNamespace(BuildHookInterface=object)  # type: ignore[assignment]
    try:
        hook = runpy.run_path(str(ROOT / "hatch_build.py"))["PackAnswers"]()
    finally:
        sys.modules.pop(PROGRAM)
        if kept is not None:
            sys.modules[PROGRAM] = kept
    hook.root, hook.target_name, data = str(ROOT), "wheel", {"force_include": {}}
    hook.initialize(version, data)
    made = {inside: Path(file).read_bytes() for file, inside in data["force_include"].items()}
    hook.finalize(version, data, "")
    return made


def lay_out(place: Path) -> Path:
    """Put every file of the wheel where an installation would have it, and nothing else.

    Args:
        place: a new folder, to be put on Python's path.
    """
    left_out = {found for pattern in INCLUDED["exclude"] for found in ROOT.glob(pattern)}

    def ignored(folder: str, names: list[str]) -> set[str]:
        return {n for n in names if n == "__pycache__" or Path(folder, n) in left_out}

    for source, inside in INCLUDED["sources"].items():
        shutil.copytree(ROOT / source, place / inside, ignore=ignored, dirs_exist_ok=True)
    for inside, packed in packed_by_the_build("standard").items():
        (place / inside).write_bytes(packed)
    return place
