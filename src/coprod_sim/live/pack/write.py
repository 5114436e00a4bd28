"""Writes a session's pack to a folder: the whole, each sheet by itself, and a PDF where it can be made."""

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.live.pack.html import html_pack
from coprod_sim.live.pack.pdf import pdf_pack
from coprod_sim.live.pack.sheets import sheets_of
from coprod_sim.live.plans.plan import Plan
from coprod_sim.results.store import put


def write_pack(plan: Plan, folder: Path, *, pdf: bool | None = None) -> list[Path]:
    """Write the pack; `pdf` asks for the PDF or leaves it out, by default it depends on the extra."""
    sheets, title = sheets_of(plan), f"Plan {plan.letter}. {plan.title}"
    files: dict[str, bytes] = {"pack.html": html_pack(title, sheets).encode()}
    for k, sheet in enumerate(sheets, 1):
        files[f"{k:02d}_{sheet.key}.html"] = html_pack(sheet.title, [sheet]).encode()
    if pdf or (pdf is None and find_spec("typst") is not None):
        files["pack.pdf"] = pdf_pack(title, sheets)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            put(folder / name, partial(_fill, data))
    except OSError as problem:
        raise InputError(
            f"{folder}: cannot be written to ({problem.strerror or problem})"
        ) from None
    return [folder / name for name in files]


def _fill(data: bytes, path: Path) -> None:
    path.write_bytes(data)
