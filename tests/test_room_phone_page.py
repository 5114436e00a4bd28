"""What stands where on a phone: the ends of a guess in words, and its own idea below what is on."""

import html
import re

from room_visitor import Visitor

from coprod_sim.live.control import RoomServer
from coprod_sim.live.moves import ending, saying
from coprod_sim.live.part_script import script_of
from coprod_sim.live.plans import load_plan
from coprod_sim.live.steps import (
    AnswerIdea,
    CloseActivity,
    DeleteIdea,
    OpenActivity,
    Reveal,
    TellPart,
)
from coprod_sim.words import words_in


def heads_of(phone: Visitor) -> list[str]:
    """Give what stands over the parts of a page, above its foot."""
    page = phone.text.partition("<footer")[0]
    return [html.unescape(h) for h in re.findall(r"<h[12][^>]*>([^<]+)</h[12]>", page)]


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
        heads = heads_of(phone)
        assert heads[0] == "Your guess, before we look"
        assert heads[-2:] == ["Your answer", "What became of your idea"]
    room.do(Reveal(activity="idea"))
    phone.ask("GET", f"/{room.code}")
    heads = heads_of(phone)
    assert heads[:2] == ["Your idea", "What became of your idea"]


def test_about_60_is_asked_for_again_at_a_guess_and_stays_in_its_box(server: RoomServer):
    room = server.create(load_plan("a").room)
    phone = Visitor(server.port)
    phone.join(room.code)
    room.do(OpenActivity(activity="guess_share"))
    phone.ask("GET", f"/{room.code}")
    assert 'type="number"' not in phone.text
    assert phone.send(f"/{room.code}/answer", q_guess="about 60") == 409
    assert "Give a whole number from 0 to 100." in phone.text
    assert 'value="about 60"' in phone.text
    assert phone.send(f"/{room.code}/answer", q_guess="60") == 200


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


def test_a_closing_asks_nobody_to_talk_for_the_others_may_have_the_same_decision_later(
    server: RoomServer,
):
    room = server.create(load_plan("b").room)
    phone = Visitor(server.port)
    phone.join(room.code)
    for part in ("first", "first_scores"):
        room.do(OpenActivity(activity="experiment", round=part), CloseActivity())
        phone.ask("GET", f"/{room.code}")
        assert "Nobody can answer now. Look up." in phone.text
        assert "and talk" not in phone.text
    room.do(OpenActivity(activity="which_step", round="before_talk"), CloseActivity())
    phone.ask("GET", f"/{room.code}")
    assert "Talk to the person next to you." in phone.text


def test_what_a_phone_says_of_its_idea_fits_what_became_of_it(server: RoomServer):
    """One is answered, one deleted, and somebody came only when the ideas were closed."""
    room = server.create(load_plan("b").room)
    phones = [Visitor(server.port) for _ in range(2)]
    room.do(OpenActivity(activity="idea"))
    for k, phone in enumerate(phones):
        phone.ask("GET", f"/{room.code}")
        name = re.search(r'name="name" value="([^"]+)"', phone.text)[1]
        phone.send(f"/{room.code}/join", name=name)
        assert phone.send(f"/{room.code}/answer", q_idea=f"Idea {k}") == 200
    room.do(
        AnswerIdea(activity="idea", idea=0, fate="taken_up", why="It is cheap."),
        DeleteIdea(activity="idea", idea=1),
        CloseActivity(),
    )
    late = Visitor(server.port)
    late.ask("GET", f"/{room.code}")
    late.send(f"/{room.code}/join", name=re.search(r'name="name" value="([^"]+)"', late.text)[1])
    for phone in phones:
        phone.ask("GET", f"/{room.code}")
    said = [html.unescape(phone.text.partition("<main")[2]) for phone in (*phones, late)]
    assert "Taken up." in said[0]
    assert "The trainer has deleted your idea" in said[1]
    assert not any("You will hear what became of it" in one for one in said)
    assert "no answer from you" not in said[0] + said[1]
    assert "There is no answer from you here." in said[2]
