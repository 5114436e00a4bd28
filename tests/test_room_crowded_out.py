"""Those who flood, guess or fill a room: only they are slowed down, and nobody else is shut out."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from room_stage import LINUX
from room_visitor import Visitor

from coprod_sim.live.control import RoomControl
from coprod_sim.live.server.limits import OUR_SECONDS, OUR_TRIES, Limiter, sender
from coprod_sim.live.steps import LetManyIn

ADDRESS_TRIES = 10
"""How many wrong codes one address may try in a row."""


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
def test_forged_posts_shut_out_nobody_and_slow_down_their_sender_alone(
    control: RoomControl, address: str
):
    port, code = control.server.port, control.code
    sender, screen = Visitor(port, address), Visitor(port, f"{address[:-1]}9")
    assert screen.ask("GET", f"/{code}/screen") == 200

    def forge(_k: int) -> tuple[int, float]:
        began = time.monotonic()
        status = Visitor(port, address).ask("POST", f"/{code}/answer", "vote=1")
        return status, time.monotonic() - began

    with ThreadPoolExecutor(50) as many:
        flood = list(many.map(forge, range(150)))
    assert {status for status, _ in flood} == {403}
    assert sum(took > 0.9 for _, took in flood) > 100
    for newcomer in (Visitor(port, "127.0.3.1"), Visitor(port, address), Visitor(port)):
        newcomer.join(code)  # also from the sender's own network
    for path in ("/screen", "/numbers"):
        assert screen.ask("GET", f"/{code}{path}") == 200
    assert control.state()["here"] == 3
    assert sender.ask("GET", f"/{code}") == 200


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
def test_wrong_codes_do_not_take_the_projector_away_from_whoever_has_it(
    control: RoomControl, address: str
):
    screen = Visitor(control.server.port, address)
    assert screen.ask("GET", f"/{control.code}/screen") == 200
    guesser = Visitor(control.server.port, address)
    for _ in range(ADDRESS_TRIES + 5):
        guesser.ask("GET", "/ZZZZZZ")
    assert guesser.ask("GET", f"/{control.code}/screen") == 429
    for path in ("/screen", "/numbers", "/news?after=0"):
        assert screen.ask("GET", f"/{control.code}{path}") == 200
    forged = Visitor(control.server.port, address, cookies={"screen": "f" * 64})
    assert forged.ask("GET", f"/{control.code}/screen") == 429
    own = Visitor(control.server.port)
    for _ in range(ADDRESS_TRIES + 5):
        own.ask("GET", "/ZZZZZZ")
    assert own.ask("GET", f"/{control.code}/screen") == 200  # this computer never waits


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
def test_one_device_cannot_fill_a_room_and_a_class_behind_one_address_still_joins(
    control: RoomControl, address: str
):
    port, code = control.server.port, control.code
    for _ in range(8):
        Visitor(port, address).join(code)
    ninth = Visitor(port, address)
    assert try_to_join(ninth, code) == 429
    assert "ask the trainer to let more in" in ninth.text
    Visitor(port, "127.0.3.2").join(code)
    assert control.state()["seats"] == {"most": 8, "refused": 1, "many": False}
    assert control.do(LetManyIn(allowed=True))["seats"]["many"] is True
    for _ in range(20):
        Visitor(port, address).join(code)
    control.do(LetManyIn(allowed=False))
    assert try_to_join(ninth, code) == 429
    assert control.state()["here"] == 29


def try_to_join(visitor: Visitor, code: str) -> int:
    visitor.ask("GET", f"/{code}")
    name = re.search(r'name="name" value="([^"]+)"', visitor.text)
    assert name
    return visitor.send(f"/{code}/join", name=name[1])


def test_guessing_codes_is_slowed_down_and_does_not_disturb_the_room(
    control: RoomControl, address: str
):
    seated = Visitor(control.server.port, address)
    seated.join(control.code)
    guesser = Visitor(control.server.port, address)
    statuses = [
        guesser.ask("GET", f"/{'ABCDEFGH'[k % 8]}{k:05d}".replace("0", "Z").replace("1", "Y"))
        for k in range(30)
    ]
    assert statuses[:ADDRESS_TRIES] == [404] * ADDRESS_TRIES
    assert statuses[ADDRESS_TRIES + 2 :].count(429) >= 17
    assert guesser.ask("GET", f"/{control.code}") == 429  # even the right one
    assert guesser.ask("GET", f"/{control.code}", Cookie="seat=" + "f" * 32) == 429
    assert seated.ask("GET", f"/{control.code}") == 200  # whoever sits in the room stays in
    assert control.state()["here"] == 1


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
def test_a_hundred_codes_to_come_back_sent_at_once_are_a_hundred_tries_of_their_sender_alone(
    control: RoomControl, address: str
):
    port, code = control.server.port, control.code
    seated = Visitor(port, "127.0.3.8")
    seated.join(code)
    back = re.search(r"Your code to come back: (\w{7})", seated.text)
    assert back
    thief = Visitor(port, address)
    assert thief.ask("GET", f"/{code}") == 200
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', thief.text))

    def guess(k: int) -> int:
        one = Visitor(port, address, cookies=dict(thief.cookies))
        return one.ask("POST", f"/{code}/back", urlencode(hidden | {"back": f"ZZ{k:03d}"}))

    with ThreadPoolExecutor(100) as many:
        statuses = list(many.map(guess, range(2, 102)))
    assert statuses.count(404) <= 12  # ten at once, and one more every six seconds
    assert set(statuses) == {404, 429}
    assert guess(2) == 429
    owner = Visitor(port, "127.0.3.7")
    assert owner.ask("GET", f"/{code}") == 200
    assert owner.send(f"/{code}/back", back=back[1]) == 200
    assert "You are in" in owner.text


def test_a_household_with_long_addresses_is_one_sender_however_many_it_draws():
    now = [0.0]
    limiter = Limiter(lambda: now[0])
    for k in range(10):
        limiter.guessed_wrong(sender(f"2001:db8:1:2:{k}::{k}"))
    assert not limiter.may_guess(sender("2001:db8:1:2:ffff::1"))
    assert limiter.may_guess(sender("2001:db8:1:3::1"))
    assert sender("::ffff:10.0.0.7") == "10.0.0.7"
    assert sender("192.168.1.9") == "192.168.1.9"


def test_wrong_codes_are_counted_by_address_and_forgotten_in_time():
    now = [0.0]
    limiter = Limiter(lambda: now[0], ours=("127.0.0.1",))
    for address in ("10.0.0.1", "127.0.0.1"):
        for _ in range(ADDRESS_TRIES):
            assert limiter.may_guess(address)
            limiter.guessed_wrong(address)
    assert not limiter.may_guess("10.0.0.1")
    assert limiter.may_guess("10.0.0.2")
    assert limiter.may_guess("127.0.0.1")
    now[0] -= 5000  # a clock that runs backwards gives nothing away
    assert not limiter.may_guess("10.0.0.1")
    now[0] += 5007
    assert limiter.may_guess("10.0.0.1")
    for k in range(200):
        limiter.guessed_wrong(f"10.0.1.{k}")
    assert limiter.may_guess("10.0.0.3")  # in a room nobody waits for what others do


def test_where_the_internet_can_guess_all_wrong_codes_count_together():
    now = [0.0]
    limiter = Limiter(lambda: now[0], hosted=True)
    for k in range(200):
        limiter.guessed_wrong(f"10.0.1.{k}")
    assert not limiter.may_guess("10.0.0.3")
    now[0] += 6000
    assert limiter.may_guess("10.0.0.3")


def test_whoever_guesses_at_this_computer_is_slowed_down_as_well():
    clock = [0.0]
    limiter = Limiter(lambda: clock[0], ours=("127.0.0.1",))
    tries = 0
    while limiter.may_guess("127.0.0.1"):
        limiter.guessed_wrong("127.0.0.1")
        tries += 1
    assert tries == OUR_TRIES
    clock[0] += OUR_SECONDS
    assert limiter.may_guess("127.0.0.1")


def test_many_addresses_that_guess_codes_to_come_back_are_stopped_and_nobody_else_is():
    clock = [0.0]
    limiter = Limiter(lambda: clock[0])
    tries = 0
    for minute in range(60):
        clock[0] = 60.0 * minute
        for address in (f"10.0.0.{k}" for k in range(250)):
            while limiter.may_guess(address, "AAAAAA"):
                limiter.guessed_wrong(address, "AAAAAA")
                tries += 1
    assert tries < 60 * 60  # of 150,000 that the addresses alone would let pass
    assert limiter.may_guess("10.0.1.1", "AAAAAA")  # who was not wrong before
    clock[0] += 60
    assert limiter.may_guess("10.0.0.1", "BBBBBB")  # and who was, in another room
