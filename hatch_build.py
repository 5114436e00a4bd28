"""Puts the exercises into the wheel packed, so that nobody meets an answer in the kit they learn with."""

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILE, PACKED = "exercise.toml", "exercise.packed"


class PackExercises(BuildHookInterface):
    """Packs what says how an exercise is marked; a clone, which is worked in, keeps it open."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the packed files and name where in the wheel each of them goes."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        pack = runpy.run_path(str(root / "src" / "coprod_sim" / "packed_text.py"))["pack"]
        self.place = tempfile.TemporaryDirectory()
        for file in sorted((root / "exercises").glob(f"*/{FILE}")):
            made = Path(self.place.name) / f"{file.parent.name}.packed"
            made.write_bytes(pack(file.read_bytes()))
            inside = f"coprod_sim/kit/exercises/{file.parent.name}/{PACKED}"
            build_data["force_include"][str(made)] = inside

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the packed files away again."""
        if hasattr(self, "place"):
            self.place.cleanup()
