"""Write everything a trainer prints for a session: script, cards, papers, forms, tally sheet."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `pack`."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's letter or name, or a .toml file")
    parser.add_argument("--out", metavar="DIR", type=Path, help="where to write it")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--pdf", action="store_true", help="insist on the PDF (needs the pdf extra)")
    kind.add_argument("--no-pdf", action="store_true", help="write HTML alone")


def run(args: argparse.Namespace) -> int:
    """Write the pack and say where it is."""
    from coprod_sim.live.pack.writing import write_pack  # noqa: PLC0415 - other commands need none of it
    from coprod_sim.live.plans import load_plan  # noqa: PLC0415
    from coprod_sim.report.tagged_pdf import MISSING  # noqa: PLC0415

    plan = load_plan(args.plan)
    pdf = True if args.pdf else False if args.no_pdf else None
    files = write_pack(plan, args.out or Path(f"pack_{plan.name}"), pdf=pdf)
    folder, made = files[0].parent, files[-1].name == "pack.pdf"
    sys.stdout.write(
        f"Plan {plan.letter}. {plan.title}: {len(files)} files in {folder}\n"
        f"Print {folder / ('pack.pdf' if made else 'pack.html')}\n"
    )
    if not (made or args.no_pdf):
        sys.stdout.write(f"{InputError(MISSING).sentence}\n")
    return 0
