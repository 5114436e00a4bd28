"""Puts boards where people meet them: in one file, on a web space with a strict policy, in notebooks."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from coprod_sim.board.standalone import POLICY


class Strict(SimpleHTTPRequestHandler):
    """Hands files out as a council's web space with a strict policy would."""

    def __init__(self, *args: Any, policy: str, **named: Any) -> None:
        self.policy = policy
        super().__init__(*args, **named)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def web_space(folder: Path, policy: str = POLICY) -> Iterator[str]:
    """Serve a folder on this computer."""
    hands_out = functools.partial(Strict, policy=policy, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), hands_out)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def settled(page: Page, board: int = 0) -> Locator:
    """Wait until a board has worked everything out, and give it."""
    host = page.locator("[data-shade]").nth(board)
    host.locator(".progress.done").wait_for(state="attached")
    return host


def figures(board: Locator) -> list[str]:
    """Give the figures of the large picture, a row each."""
    return [
        text.removesuffix(" in 100") for text in board.locator(".row .figure").all_inner_texts()
    ]


def dial(board: Locator, name: str) -> Locator:
    return board.get_by_role("slider", name=name, exact=True)
