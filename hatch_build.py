"""Puts what tells answers into the wheel packed, so that nobody meets one in the kit they learn with."""

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKED = (
    "exercises/*/exercise.toml",
    "src/coprod_sim/learning/learnt_test.toml",
    "src/coprod_sim/learning/data/model_counts.json",
)
"""The files that tell answers; pyproject.toml leaves them out as they lie open."""


class PackAnswers(BuildHookInterface):
    """Packs what says how answers are marked; a clone, which is worked in, keeps it open."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the packed files and name where in the wheel each of them goes."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        packing = runpy.run_path(str(root / "src" / "coprod_sim" / "packed_text.py"))
        self.place = tempfile.TemporaryDirectory()
        files = [file for pattern in PACKED for file in sorted(root.glob(pattern))]
        for number, file in enumerate(files):
            made = Path(self.place.name) / str(number)
            made.write_bytes(packing["pack"](file.read_bytes()))
            inside = _inside(file.relative_to(root)).with_suffix(packing["ENDING"])
            build_data["force_include"][str(made)] = inside.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the packed files away again."""
        if hasattr(self, "place"):
            self.place.cleanup()


def _inside(path: Path) -> Path:
    """Say where in the wheel a file of the project lies."""
    first, *rest = path.parts
    return Path(*rest) if first == "src" else Path("coprod_sim", "kit", path)
