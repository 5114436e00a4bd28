"""Make data that ships with the kit anew: the atlas, or the assumptions the findings do not rule out."""

import argparse
import sys
from pathlib import Path

import coprod_sim
from coprod_sim.errors import InputError, did_you_mean

PAGE = Path(coprod_sim.__file__).resolve().parents[2] / "docs" / "uncertainty.md"
"""The page that speaks of the sets, where the kit lies in its project."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `rebuild`."""
    parser.add_argument("what", metavar="WHAT", help=" or ".join(WORK))
    parser.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("coprod_sim_results/rebuild"),
        help="where unfinished work is kept, so that it can be resumed",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Make the data anew and put it in its place inside the package."""
    what = arguments.what
    if what not in WORK:
        known = " or ".join(WORK)
        raise InputError(f"{what[:60]!r} is not made anew{did_you_mean(what, WORK)} (give {known})")
    path = WORK[what](arguments.out)
    sys.stdout.write(f"Written: {path} ({path.stat().st_size / 1000:.0f} kB)\n")
    return 0


def _atlas(_folder: Path) -> Path:
    from coprod_sim.results.analysis import atlas  # noqa: PLC0415 - only when it is asked for

    atlas.save(atlas.rebuild(tell=lambda done, all_: _tell("cases", done, all_)))
    return atlas.FILE


def _not_ruled_out(folder: Path) -> Path:
    from coprod_sim.report import uncertainty  # noqa: PLC0415 - only when it is asked for
    from coprod_sim.results.calibration import shipped  # noqa: PLC0415

    shipped.save(shipped.rebuild(folder, _tell))
    if PAGE.exists():
        uncertainty.write_page(PAGE)
    return shipped.FILE


def _tell(what: str, done: int, all_: int) -> None:
    sys.stderr.write(f"{what}: {done} of {all_}\n")


WORK = {"atlas": _atlas, "not_ruled_out": _not_ruled_out}
"""What can be made anew, by name."""
