"""Installs the kit with the lowest versions it declares, and uses it: what `>=` promises is true.

Run by `.ci/run`; alone: `.venv/bin/python .ci/lowest.py [PYTHON]`. Needs the extra `dev`.
"""

import os
import signal
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from outside import LONGEST, ROOT, build, run
from packaging.requirements import Requirement

USED = """
from coprod_sim import CivicModel, compare, load, load_scenario, save

case = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 2})
found = compare(case, ["tickbox", "co_production"], runs=8, draws=2)
town = CivicModel(case, "co_production", run=3)
while town.running:
    town.step()
ends = found.frame.set_index(["engagement", "draw", "run", "decision", "group"])["acceptance"]
assert town.measured("acceptance") == ends["co_production", 0, 3, 2, "all"]
assert "<svg" in found._repr_html_()
assert load(save(found.frame, "kept")[0]).attrs["hash"] == found.origin["hash"]
print("all held", flush=True)
"""
"""What is done there: a comparison, the same town in Mesa to the last bit, a table kept and read."""
ENGINES = ("module", "compiled")
"""Both ways in which towns are played: by wasmtime, and by numba."""


def main() -> None:
    """Build, install the lowest, use."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve()
        pins = place / "lowest.txt"
        pins.write_text("\n".join(lowest()) + "\n", encoding="utf-8")
        made_with = sys.argv[1] if len(sys.argv) > 1 else sys.executable
        run([made_with, "-m", "venv", place / "env"], place)
        python = place / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
        wheel = build(place / "dist")
        run(
            [python, "-m", "pip", "install", "-q", "--only-binary", ":all:", "-c", pins, wheel],
            place,
        )
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COPROD"))}
        for engine in ENGINES:
            home = {"XDG_CACHE_HOME": str(place / "cache"), "COPROD_SIM_ENGINE": engine}
            use(python, place, kept | home)


def use(python: Path, place: Path, settings: dict[str, str]) -> None:
    """Do what is done there; everything must hold.

    Once in a few runs a library this old aborts while Python ends, with nothing left to do.
    """
    done = subprocess.run(
        [python, "-c", USED],
        check=False,
        cwd=place,
        env=settings,
        stdout=subprocess.PIPE,
        text=True,
        timeout=LONGEST,
    )
    print(done.stdout, end="", flush=True)
    if "all held" not in done.stdout or done.returncode not in {0, -signal.SIGABRT}:
        sys.exit(f"it ended with {done.returncode}")


def lowest() -> list[str]:
    """Pin each dependency to the lowest version that is declared for it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    return [f"{one.name}=={_least(one)}" for one in wanted]


def _least(one: Requirement) -> str:
    (least,) = (s.version for s in one.specifier if s.operator in {">=", "=="})
    return least


if __name__ == "__main__":
    main()
