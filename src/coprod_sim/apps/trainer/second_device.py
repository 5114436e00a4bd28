"""Invite a second device to lead, such as a co-trainer's phone, and withdraw it."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.credentials import new_code
from coprod_sim.live.server.projector import qr
from coprod_sim.live.steps import InviteLeader, WithdrawLeader
from coprod_sim.markup import element, joined
from coprod_sim.words import Words

WITHDRAW = "withdraw__"
"""How the ids of buttons begin that withdraw a device."""


def second_device(desk: Desk) -> ipywidgets.Widget:
    """Make the list of second devices, with a button to invite one and one each to withdraw it."""
    t, trainer = desk.t, desk.state
    form, shown = Form([]), show(class_="joined")
    invited: list[str] = []
    trainer.observe(lambda _change: invited.clear(), "code")

    def press(name: str) -> None:
        if name == "invite":
            invitation = new_code(hosted=True)
            trainer.do(InviteLeader(invitation=invitation))
            invited[:] = [invitation]
        else:
            trainer.do(WithdrawLeader(number=int(name.removeprefix(WITHDRAW))))
        draw()

    def draw() -> None:
        if not any(not one["here"] for one in trainer.status.get("leaders", ())):
            invited.clear()
        form.parts = [_group(trainer, t)] if trainer.session else []
        html = _invitation(trainer, invited[0], t) if invited else joined()
        if shown.value != html:
            shown.value = html

    form.on_click = desk.afresh(form, press)
    desk.keep("room", draw, "session", "status")
    return ipywidgets.VBox([form, shown])


def _group(trainer: Trainer, t: Words) -> Group:
    withdraw = tuple(
        Field(
            id=f"{WITHDRAW}{one['number']}",
            kind="button",
            label=t(
                f"trainer-room-second_{'here' if one['here'] else 'open'}", number=one["number"]
            ),
        )
        for one in trainer.status.get("leaders", ())
    )
    invite = Field(id="invite", kind="button", label=t("trainer-room-second_invite"))
    return Group(
        legend=t("trainer-room-second"), help=t("trainer-room-second_help"), folded=True,
        fields=(invite, *withdraw),
    )  # fmt: skip


def _invitation(trainer: Trainer, invitation: str, t: Words) -> Markup:
    page = f"{trainer.status.get('join', '')}/lead"
    address = page.removeprefix("http://").removeprefix("https://")
    code = qr(f"{page}?by={invitation}", t("trainer-room-second_qr"))
    large = element("strong", invitation, class_="large")
    lines = element(
        "div",
        element("p", t("trainer-room-second_go"), element("br"), element("strong", address)),
        element("p", t("trainer-room-code"), element("br"), large),
        element("p", t("trainer-room-second_once")),
    )
    return element("div", element("div", code, class_="square"), lines, class_="join")
