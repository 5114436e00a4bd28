"""Keeps a site that was opened once at hand, so that it works without a connection from then on."""

import json
from importlib import resources


def offline_script(files: list[str], stamp: str) -> bytes:
    """Write the script that a browser runs beside the site (a service worker).

    Args:
        files: addresses of all files, inside the site.
        stamp: changes with anything in them, so that a newer site takes the place of what is kept.

    Returns:
        JavaScript.
    """
    text = (resources.files(__package__) / "offline-worker.js").read_text(encoding="utf-8")
    named = text.replace("__STAMP__", stamp)
    return named.replace('["__FILES__"]', json.dumps(sorted(["", *files]))).encode()
