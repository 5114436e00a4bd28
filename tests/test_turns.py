"""While only so many pages are served at a time: who moves on keeps their place, who waits has an order."""

import pytest

from coprod_sim.apps.serving.turns import KEPT, PATIENCE, Turns, is_ticket, new_ticket


class Crowd:
    """Browsers that open pages; each page gets a session of its own."""

    def __init__(self, most: int) -> None:
        self.now, self.living, self._number = 100.0, set(), 0
        self.turns = Turns(most, lambda: self.now)

    def asks(
        self, who: str, path: str = "/1", *, from_: str = "", known: bool = True
    ) -> str | None:
        """Ask for a page; gives its session, or None when it has to wait."""
        self.turns.look(self.living)
        left = self.turns.enter(who, path, from_, known=known)
        if left is None:
            return None
        self._number += 1
        session = f"s{self._number}"
        self.living.add(session)
        self.turns.has(who, session, path)
        if left:
            self.closes(left)
        return session

    def closes(self, session: str) -> None:
        self.turns.ended(session)
        self.living.discard(session)


def test_whoever_reloads_or_goes_on_keeps_the_place_before_all_who_wait():
    crowd = Crowd(2)
    lesson, other = crowd.asks("ann"), crowd.asks("bob")
    assert crowd.asks("cem") is None
    for path, from_ in (("/1", ""), ("/2", "/1"), ("/3", "/2")):
        lesson = crowd.asks("ann", path, from_=from_)
        assert crowd.living == {lesson, other}
        assert crowd.asks("cem") is None
    crowd.closes(other)
    crowd.now += KEPT
    assert crowd.asks("cem")


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


def test_of_two_pages_of_a_browser_the_one_that_is_gone_on_from_gives_its_place():
    crowd = Crowd(2)
    first, second = crowd.asks("ann", "/1"), crowd.asks("ann", "/2")
    third = crowd.asks("ann", "/3", from_="/2")
    assert crowd.living == {first, third}
    assert second not in crowd.living
    crowd.closes(third)  # and with another page there, nothing is kept
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
    assert crowd.turns.enter("ann", "/none", "", known=True) == ""
    crowd.turns.came_to_nothing("ann")
    assert crowd.asks("cem")


@pytest.mark.parametrize("given", [None, "", "x", "x" * 23, "../../../etc/passwd..."])
def test_only_what_can_be_a_ticket_is_taken_for_one(given):
    assert not is_ticket(given)
    assert is_ticket(new_ticket())
