"""While only so many pages are served at a time: who moves on keeps their place, who waits has an order."""

import pytest

from coprod_sim.apps.serving.turns import KEPT, MOMENT, PATIENCE, Turns, is_ticket, new_ticket


class Crowd:
    """Browsers that open pages; each page gets a session of its own."""

    def __init__(self, most: int) -> None:
        self.now, self.living, self._number = 100.0, set(), 0
        self.turns = Turns(most, lambda: self.now)

    def asks(self, who: str, *, known: bool = True) -> str | None:
        """Ask for a page; gives its session, or None when it has to wait."""
        self.turns.look(self.living)
        lost = self.turns.enter(who, known=known)
        if lost is None:
            return None
        self.living.discard(lost)
        self._number += 1
        session = f"s{self._number}"
        self.living.add(session)
        self.turns.has(who, session)
        self.turns.line(session, stands=True)
        return session

    def closes(self, session: str) -> None:
        self.turns.ended(session)
        self.living.discard(session)

    def goes_on(self, who: str, session: str) -> str | None:
        """Ask for a page in the tab of another, which ends once there is an answer, and ask again."""
        assert self.asks(who) is None
        assert self.turns.goes_on(who)
        self.closes(session)
        self.now += 1
        return self.asks(who)


def test_whoever_reloads_or_goes_on_keeps_the_place_before_all_who_wait():
    crowd = Crowd(2)
    lesson, other = crowd.asks("ann"), crowd.asks("bob")
    assert crowd.asks("cem") is None
    assert not crowd.turns.goes_on("cem")
    assert not crowd.turns.has_another("cem")
    for _ in range(3):
        lesson = crowd.goes_on("ann", lesson)
        assert crowd.living == {lesson, other}
        assert crowd.asks("cem") is None
    crowd.closes(other)
    crowd.now += KEPT
    assert crowd.asks("cem")


def test_a_second_tab_waits_its_turn_and_never_ends_the_first():
    crowd = Crowd(2)
    first, other = crowd.asks("ann"), crowd.asks("bob")
    for _ in range(30):
        assert crowd.asks("ann") is None
        assert crowd.living == {first, other}
        crowd.now += 1
    assert not crowd.turns.goes_on("ann")
    assert crowd.turns.has_another("ann")
    assert crowd.asks("cem") is None
    crowd.closes(other)
    crowd.now += KEPT
    assert crowd.asks("cem") is None  # ann has asked before
    assert crowd.asks("ann")
    assert first in crowd.living


def test_whoever_closes_one_tab_for_another_that_waits_keeps_the_place_for_it():
    crowd = Crowd(2)
    first, second = crowd.asks("ann"), crowd.asks("ann")
    assert crowd.asks("cem") is None
    assert crowd.asks("ann") is None
    crowd.closes(second)
    assert crowd.asks("cem") is None
    third = crowd.asks("ann")
    assert crowd.living == {first, third}
    crowd.closes(third)  # with another page there, and none that waits, nothing is kept
    assert crowd.asks("cem")


def test_a_page_whose_tab_has_died_gives_its_place_to_the_next_of_its_browser():
    crowd = Crowd(1)
    dead = crowd.asks("ann")
    crowd.turns.line(dead, stands=False)
    assert crowd.asks("ann") is None  # a line that broke may stand again
    crowd.turns.line(dead, stands=True)
    crowd.now += MOMENT
    assert crowd.asks("ann") is None
    crowd.turns.line(dead, stands=False)
    crowd.now += MOMENT
    assert crowd.asks("bob") is None
    again = crowd.asks("ann")
    assert crowd.living == {again}


def test_a_place_is_kept_a_moment_for_who_has_gone_by_a_page_without_a_session():
    crowd = Crowd(1)
    crowd.closes(crowd.asks("ann"))
    crowd.now += KEPT - 1
    assert crowd.asks("cem") is None
    again = crowd.asks("ann")
    assert again
    crowd.closes(again)
    crowd.now += KEPT
    assert crowd.asks("ann", known=True) is None  # who waits has come first
    assert crowd.asks("cem")


def test_whoever_waits_comes_in_by_the_order_of_asking_unless_they_have_gone():
    crowd = Crowd(1)
    there = crowd.asks("ann")
    assert [crowd.asks(who) for who in ("bob", "cem", "dan")] == [None] * 3
    crowd.closes(there)
    crowd.now += KEPT
    assert crowd.asks("dan") is None
    assert crowd.asks("cem") is None
    crowd.now += PATIENCE - KEPT  # bob has asked no more
    assert crowd.asks("dan") is None
    assert crowd.asks("cem")


def test_who_keeps_no_cookie_does_not_stand_in_line_many_times_and_gets_in():
    crowd = Crowd(1)
    there = crowd.asks("ann")
    for k in range(5):
        assert crowd.asks(f"new{k}", known=False) is None
    crowd.closes(there)
    crowd.now += KEPT
    assert crowd.asks("new5", known=False)


def test_sessions_that_ended_by_themselves_free_their_places_at_once():
    crowd = Crowd(1)
    crowd.living.discard(crowd.asks("ann"))
    assert crowd.asks("cem")


def test_a_page_that_comes_to_nothing_takes_no_place():
    crowd = Crowd(1)
    assert crowd.turns.enter("ann", known=True) == ""
    crowd.turns.came_to_nothing("ann")
    assert crowd.asks("cem")


@pytest.mark.parametrize("given", [None, "", "x", "x" * 23, "../../../etc/passwd..."])
def test_only_what_can_be_a_ticket_is_taken_for_one(given):
    assert not is_ticket(given)
    assert is_ticket(new_ticket())
