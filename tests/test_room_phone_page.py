"""What stands where on a phone: the ends of a guess in words, and its own idea below what is on."""

import html
import re

from room_visitor import Visitor

from coprod_sim.live.control import RoomServer
from coprod_sim.live.plans import load_plan
from coprod_sim.live.steps import CloseActivity, OpenActivity, Reveal


def test_both_ends_of_a_guess_say_what_they_mean_and_no_idea_parts_it_from_its_result(
    server: RoomServer,
):
    room = server.create(load_plan("b").room)
    phone = Visitor(server.port)
    phone.join(room.code)
    room.do(OpenActivity(activity="idea"))
    phone.ask("GET", f"/{room.code}")
    assert phone.send(f"/{room.code}/answer", q_idea="A bench") == 200
    room.do(CloseActivity(), OpenActivity(activity="guess_effect"))
    phone.ask("GET", f"/{room.code}")
    assert "<span>-5: 5 points lower</span><span>5: 5 points higher</span>" in phone.text
    assert phone.send(f"/{room.code}/answer", q_guess=2) == 200
    for steps in ((CloseActivity(),), (Reveal(activity="guess_effect"),)):
        room.do(*steps)
        phone.ask("GET", f"/{room.code}")
        heads = [html.unescape(h) for h in re.findall(r"<h[12][^>]*>([^<]+)</h[12]>", phone.text)]
        assert heads[0] == "Your guess, before we look"
        assert heads[-2:] == ["Your answer", "What became of your idea"]
    room.do(Reveal(activity="idea"))
    phone.ask("GET", f"/{room.code}")
    heads = [html.unescape(h) for h in re.findall(r"<h[12][^>]*>([^<]+)</h[12]>", phone.text)]
    assert heads[:2] == ["Your idea", "What became of your idea"]
