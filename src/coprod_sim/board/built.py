"""Where the pages lie that are built of `web/`; a module of its own, so that a form loads no board for it."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
