"""Every message is there once, is asked for, and is given what it needs."""

import re
from collections import Counter

import numpy as np
import pytest
from fluent.syntax import ast
from ftl_texts import WORDS, entries, messages, places
from said_in_code import calls, patterns

from coprod_sim.words import ENGLISH, languages, words_in
from coprod_sim.words.messages import Messages

BY_PART = ("against", "cannot", "country", "currency", "language")
"""Lists: the code takes whatever stands in them."""


@pytest.mark.parametrize("language", languages())
def test_the_files_of_a_language_can_be_read_and_say_nothing_twice(language):
    junk = [
        (name, one.content)
        for name, body in entries(language).items()
        for one in body
        if isinstance(one, ast.Junk)
    ]
    assert junk == [], "these lines are not Fluent"
    every = [
        one.id.name
        for body in entries(language).values()
        for one in body
        if isinstance(one, ast.Message)
    ]
    assert [key for key, times in Counter(every).items() if times > 1] == []
    assert list(Messages(language, WORDS / language)) == every


def test_every_message_the_code_asks_for_is_there():
    keys = set(messages(ENGLISH))
    missing = [(one.where, one.pattern) for one in calls() if not one.fits(keys)]
    assert missing == []
    assert len(calls()) > 600


def test_every_message_is_asked_for_somewhere():
    known = [re.compile(p) for p in patterns()]
    unused = [
        key
        for key in messages(ENGLISH)
        if key.split("-")[0] not in BY_PART and not any(p.fullmatch(key) for p in known)
    ]
    assert unused == []


def test_every_message_is_given_each_value_it_needs():
    asked, keys = places(ENGLISH), set(messages(ENGLISH))
    short = [
        (one.where, one.pattern)
        for one in calls()
        if one.values is not None and not any(asked[key] <= one.values for key in one.fits(keys))
    ]
    assert short == [], "give these calls every value of their message"


def test_no_message_is_given_a_value_it_does_not_show():
    asked, keys = places(ENGLISH), set(messages(ENGLISH))
    shown: dict[str, set[str]] = {}
    for one in calls():
        shown.setdefault(one.where, set()).update(*(asked[key] for key in one.fits(keys)))
    idle = [
        (one.where, left) for one in calls() if (left := (one.values or set()) - shown[one.where])
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("chart-dots", {"count": 1}, "After the decision, measure by measure"),
        ("chart-dots", {"count": 3}, "After decision 3, measure by measure"),
        ("learner-result-points", {"all": 6, "count": 1, "what": "Trust, everybody"},
         "Trust, everybody, after decision 1"),
        ("learner-catalogue-done", {"done": np.int64(2), "all": 1234}, "You have done 2 of 1,234."),
        ("preflight-port_free", {"port": "8080"}, "Port 8080 is free."),
        ("learner-ledger-yes", {}, "yes"),
    ],
)  # fmt: skip
def test_numbers_plurals_and_text_are_written_as_people_write_them(key, values, said):
    assert words_in(ENGLISH)(key, **values) == said


def test_text_of_any_length_and_with_any_sign_goes_in_as_it_is():
    long = "{ $x } \u2068é <b> " * 500
    said = words_in(ENGLISH)("own-promise-sentence", we=long, you="{we}", if_not="")
    assert said == f"We will {long}, you will {{we}}, if not we will ."


def test_what_a_language_lacks_is_said_in_english():
    assert words_in("cy")("gate-title") == "A ddylem ofyn i bobl o gwbl?"
    assert words_in("cy")("rubric-title") == "Where we are now"


def test_a_message_that_is_not_there_or_lacks_a_value_is_an_error():
    for key, values in (("gate-tittle", {}), ("gate-left", {"left": 3})):
        with pytest.raises(KeyError, match=key if values else None):
            words_in(ENGLISH)(key, **values)


def test_places_are_left_open_for_a_script():
    assert words_in(ENGLISH).with_places("town-of") == "Decision {count} of {all}"
