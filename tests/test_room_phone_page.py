"""What stands where on a phone: the ends of a guess in words, and its own idea below what is on."""

import html
import re

from room_visitor import Visitor

from coprod_sim.live.control import RoomServer
from coprod_sim.live.moves import ending, saying
from coprod_sim.live.part_script import script_of
from coprod_sim.live.plans import load_plan
from coprod_sim.live.steps import CloseActivity, OpenActivity, Reveal, TellPart
from coprod_sim.words import words_in


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


def heads_of(phone: Visitor) -> list[str]:
    return [html.unescape(h) for h in re.findall(r"<h[12][^>]*>([^<]+)</h[12]>", phone.text)]


def test_a_phone_names_what_is_on_the_big_screen_and_not_that_the_last_round_is_closed(
    server: RoomServer,
):
    room = server.create(load_plan("b").room)
    phone = Visitor(server.port)
    phone.join(room.code)
    room.do(OpenActivity(activity="guess_effect"), CloseActivity())
    phone.ask("GET", f"/{room.code}")
    assert "Answers are closed" in phone.text
    room.do(*saying("Two minutes of silence"))
    phone.ask("GET", f"/{room.code}")
    assert heads_of(phone)[0] == "Two minutes of silence"
    assert "This is on the big screen now. Look up." in phone.text
    assert "Answers are closed" not in phone.text


def test_where_people_look_what_became_of_their_idea_it_comes_first_and_says_when_there_is_no_answer(
    server: RoomServer,
):
    plan, t = load_plan("b"), words_in("en")
    room = server.create(plan.room)
    phone, other = Visitor(server.port), Visitor(server.port)
    phone.join(room.code)
    other.join(room.code)
    room.do(OpenActivity(activity="idea"))
    phone.ask("GET", f"/{room.code}")
    assert phone.send(f"/{room.code}/answer", q_idea="A bench") == 200
    room.do(CloseActivity(), OpenActivity(activity="which_step"), CloseActivity())
    at = next(k for k, part in enumerate(plan.part) if part.title == "What became of your idea")
    before = room.state()["version"]
    room.do(TellPart(script=script_of(plan, at, t)))
    assert room.state()["version"] > before  # so that phones ask again by themselves
    phone.ask("GET", f"/{room.code}")
    assert heads_of(phone) == ["What became of your idea"]
    assert "A bench" in phone.text
    assert "It has no answer yet." in phone.text
    other.ask("GET", f"/{room.code}")
    assert "What became of your idea" not in heads_of(other)


def test_before_a_room_is_deleted_phones_and_wall_say_calmly_that_the_session_has_ended(
    server: RoomServer,
):
    room = server.create(load_plan("b").room)
    phone, wall = Visitor(server.port), Visitor(server.port)
    phone.join(room.code)
    room.do(OpenActivity(activity="guess_effect"), *ending(words_in("en")))
    phone.ask("GET", f"/{room.code}")
    wall.ask("GET", f"/{room.code}/screen")
    for page in (phone, wall):
        assert heads_of(page) == ["The session has ended"]
        assert "all answers in it are deleted" in page.text
        assert 'data-away=""' in page.text
    assert "Join with your phone" not in wall.text
    assert "code to come back" not in phone.text
