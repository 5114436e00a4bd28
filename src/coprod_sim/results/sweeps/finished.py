"""Keeps what is already played in a folder, whole files only, so that a stopped sweep can go on."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.files import Content, cannot_write, json_in, write_whole
from coprod_sim.results.experiments.loaded import Loaded
from coprod_sim.results.sweeps.points import PointResults

KEPT = "What is finished is kept: make room there and type the same command again"
"""What to do when a disk is full."""


class Finished:
    """The folder of one sweep: a file for every stretch of points played, and marks of those begun."""

    def __init__(self, out: Path, loaded: Loaded) -> None:
        self.folder = out / loaded.key
        self._about = {"experiment": loaded.experiment.model_dump(mode="json"), "code": loaded.code}
        self._open()

    def _open(self) -> None:
        """Make the folder, say in it what it belongs to, and sweep away unfinished files.

        Raises:
            InputError: the folder cannot be written to.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for left in self.folder.glob("*.part"):
                left.unlink(missing_ok=True)
        except OSError as problem:
            raise InputError(_trouble(self.folder, problem)) from None
        text = json.dumps(self._about, indent=1, ensure_ascii=False)
        self._put("sweep.json", text)

    def read(self) -> PointResults:
        """Read everything already played; a file that cannot be read is played again."""
        found = PointResults()
        for file in sorted(self.folder.glob("points-*.npz")):
            try:
                found.add(_read(file))
            except (OSError, ValueError, KeyError, EOFError, BadZipFile):
                file.unlink(missing_ok=True)
        for number in found.arrays.keys() & found.failed.keys():
            del found.failed[number]  # a later try went well
        return found

    def keep(self, numbers: Sequence[int], found: PointResults) -> None:
        """Write what a stretch of points gave, and take its mark away."""
        self._put(f"points-{_span(numbers)}.npz", partial(_fill, found=found))
        self.unmark(numbers)

    def mark(self, numbers: Sequence[int]) -> None:
        """Note that a stretch is being played, in case it takes this process down with it."""
        self._put(f"begun-{_span(numbers)}.json", json.dumps(list(numbers)))

    def unmark(self, numbers: Sequence[int]) -> None:
        """Take the mark of a stretch away."""
        (self.folder / f"begun-{_span(numbers)}.json").unlink(missing_ok=True)

    def marked(self) -> list[list[int]]:
        """List the stretches that were being played when a process ended without a word."""
        return list(self._marked())

    def _marked(self) -> Iterator[list[int]]:
        for file in sorted(self.folder.glob("begun-*.json")):
            try:
                yield json_in(file)
            except ValueError:
                file.unlink(missing_ok=True)

    def _put(self, name: str, content: Content) -> None:
        try:
            write_whole(self.folder / name, content)
        except OSError as problem:
            raise InputError(_trouble(self.folder, problem)) from None


def _span(numbers: Sequence[int]) -> str:
    return f"{numbers[0]:08d}-{numbers[-1]:08d}"


def _trouble(folder: Path, problem: OSError) -> str:
    """Say why a file could not be written, and what to do."""
    return f"{cannot_write(folder, problem)}. {KEPT}"


def _fill(file: BinaryIO, found: PointResults) -> None:
    numbers = sorted(found.arrays)
    failed = sorted(found.failed)
    values = np.stack([found.arrays[n] for n in numbers]) if numbers else np.empty(0)
    np.savez(
        file,
        numbers=np.array(numbers, dtype=np.int64),
        values=values,
        failed=np.array(failed, dtype=np.int64),
        why=np.array([found.failed[n] for n in failed], dtype=np.str_),
    )


def _read(file: Path) -> PointResults:
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        values, numbers = stored["values"], stored["numbers"].tolist()
        why = dict(zip(stored["failed"].tolist(), stored["why"].tolist(), strict=True))
        return PointResults(arrays=dict(zip(numbers, values, strict=bool(numbers))), failed=why)
