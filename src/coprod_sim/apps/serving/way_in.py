"""Opens a browser at an address with a key in it, without the key standing among this computer's programs."""

import secrets
import tempfile
import threading
from pathlib import Path

from coprod_sim.files import write_whole
from coprod_sim.markup import element, joined
from coprod_sim.own_places import home_of_person

NEEDED = 120.0
"""How long a browser may take to start before the page that leads on goes again [seconds]."""


class WayIn:
    """A page on disk that only its owner can read and that leads on to the address.

    Whoever has an account on a computer can list its programs with all they were started with: an address
    with a key would be read there. The page lies in the person's own folder and has a plain name, as browsers
    that are shut in (snaps) see neither hidden nor temporary files.
    """

    def __init__(self) -> None:
        self._page: Path | None = None

    def to(self, address: str) -> str:
        """Write the page.

        Args:
            address: where it leads.

        Returns:
            The page's own address, to be given to a browser.
        """
        refresh = {"http-equiv": "refresh", "content": f"0; url={address}"}
        link = element("a", "coprod-sim", href=address)
        text = f"<!doctype html>{joined(element('meta', **refresh), link)}"
        for place in (home_of_person, tempfile.gettempdir):
            try:
                page = Path(place()) / f"coprod_sim_opens_{secrets.token_hex(4)}.html"
                write_whole(page, text, private=True)
            except OSError:
                continue
            self._page = page
            forget = threading.Timer(NEEDED, self.close)
            forget.daemon = True
            forget.start()
            return page.as_uri()
        return address

    def close(self) -> None:
        """Take the page away."""
        if self._page is not None:
            self._page.unlink(missing_ok=True)
