"""Reads what the kit has saved as JSON with a format's number, and says in a sentence what else a file is."""

from typing import Any, NamedTuple

from coprod_sim.errors import InputError
from coprod_sim.files import json_of


class Saved(NamedTuple):
    """A kind of file that the kit saves: its name for people, its ending, its format, its limit in bytes."""

    called: str
    ending: str
    format: int
    most: int

    def read(self, data: bytes, name: str) -> dict[str, Any]:
        """Read what a file of this kind holds.

        Args:
            data: what the file holds.
            name: what messages call it.

        Returns:
            The table, of this format.

        Raises:
            InputError: for what is too large, no JSON, nothing of this kit's or of another format.
        """
        if len(data) > self.most:
            limit = f"limit {self.most // 1000} kB"
            raise InputError(f"{name}: is too large for a saved {self.called} ({limit})")
        try:
            table = json_of(data)
        except ValueError:
            raise InputError(
                f"{name}: is not a saved {self.called}; a saved {self.called} is a file that ends in "
                f"{self.ending}"
            ) from None
        return self.of_this_format(table, name)

    def of_this_format(self, table: Any, name: str) -> dict[str, Any]:
        """Give a table that is of this kind and format; raises `InputError` for any other."""
        if not isinstance(table, dict) or "format" not in table:
            raise InputError(f"{name}: is not a saved {self.called} of this kit")
        if table["format"] != self.format:
            raise InputError(
                f"{name}: was saved in format {str(table['format'])[:20]}, this version of the kit "
                f"reads format {self.format}; open it with the version that saved it"
            )
        return table
