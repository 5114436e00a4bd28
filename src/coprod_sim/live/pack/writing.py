"""Writes a session's pack to a folder: the whole, each sheet by itself, and a PDF where it can be made."""

from pathlib import Path

from coprod_sim.files import Content, write_folder
from coprod_sim.live.pack.sheets import sheets_of
from coprod_sim.live.pack.sheets_html import html_pack
from coprod_sim.live.pack.sheets_pdf import pdf_pack
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.report.tagged_pdf import can_make_pdf


def write_pack(plan: SessionPlan, folder: Path, *, pdf: bool | None = None) -> list[Path]:
    """Write the pack; `pdf` asks for the PDF or leaves it out, by default it depends on the extra.

    Args:
        plan: the session plan.
        folder: where the pack goes.
        pdf: whether the PDF is wanted; None writes it where it can be made.

    Returns:
        The paths of the files.

    Raises:
        InputError: the folder cannot be written to, or the PDF is wanted and cannot be made.
    """
    sheets, title = sheets_of(plan), f"Plan {plan.letter}. {plan.title}"
    files: dict[str, Content] = {"pack.html": html_pack(title, sheets)}
    for k, sheet in enumerate(sheets, 1):
        files[f"{k:02d}_{sheet.key}.html"] = html_pack(sheet.title, [sheet])
    if pdf or (pdf is None and can_make_pdf()):
        files["pack.pdf"] = pdf_pack(title, sheets)
    return write_folder(folder, files)
