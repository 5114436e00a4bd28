"""A plain browser without JavaScript that visits a room, as people and as hostile visitors do."""

import http.client
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from coprod_sim.live.control import RoomControl
from coprod_sim.live.steps import InviteLeader

INVITED = "ABCD2345"
"""An invitation to lead, as the trainer's page makes them."""


@dataclass
class Visitor:
    """A plain browser without JavaScript: it follows redirects and keeps cookies."""

    port: int
    source: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)
    text: str = ""
    loaded: int = 0

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> int:
        link = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=20, source_address=(self.source, 0)
        )
        said = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **headers}
        if body is not None:
            said.setdefault("Content-Type", "application/x-www-form-urlencoded")
        link.request(method, path, body, said)
        reply = link.getresponse()
        self.headers = {name.lower(): value for name, value in reply.getheaders()}
        for line in reply.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        raw = reply.read()
        self.text, self.loaded = raw.decode(errors="replace"), self.loaded + len(raw)
        link.close()
        if reply.status in {301, 302, 303}:
            return self.ask("GET", self.headers["location"])
        return reply.status

    def send(self, path: str, **fields: object) -> int:
        """Fill in the form of the page that is shown and send it."""
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', self.text))
        return self.ask("POST", path, urlencode(hidden | fields))

    def join(self, code: str) -> None:
        assert self.ask("GET", f"/{code}") == 200
        name = re.search(r'name="name" value="([^"]+)"', self.text)
        assert name
        assert self.send(f"/{code}/join", name=name[1]) == 200
        assert "You are in" in self.text


def invited(control: RoomControl, invitation: str = INVITED) -> Visitor:
    control.do(InviteLeader(invitation=invitation))
    device = Visitor(control.server.port)
    assert device.ask("GET", f"/{control.code}/lead?by={invitation}") == 200
    assert f'value="{invitation}"' in device.text
    assert (
        device.send(
            f"/{control.code}/lead", invitation=f"{invitation[:4].lower()} {invitation[4:]}"
        )
        == 200
    )
    assert "You lead this room" in device.text
    return device


def press(device: Visitor, control: RoomControl, what: str, **typed: str) -> int:
    return device.send(f"/{control.code}/lead/do", do=what, **typed)
