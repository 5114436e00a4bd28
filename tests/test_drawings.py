"""The drawings of the lessons: there for every lesson, legible, told in words, and of one look."""

import re
from xml.etree import ElementTree

import pytest

from coprod_sim.charts.labels import text_width
from coprod_sim.charts.theme import contrast
from coprod_sim.drawings import style
from coprod_sim.drawings.figures import person
from coprod_sim.drawings.openings import OPENINGS
from coprod_sim.drawings.step_drawings import STEPS
from coprod_sim.learning.lesson import lesson_names

SVG = "{http://www.w3.org/2000/svg}"
EVERY = [*OPENINGS.values(), *STEPS.values()]
each = pytest.mark.parametrize("draw", EVERY, ids=lambda draw: draw.__name__)
NUMBER = r"-?\d+(?:\.\d+)?"


def colours_of(svg: str) -> set[str]:
    return set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', svg))


def night_of(svg: str) -> dict[str, str]:
    return dict(re.findall(r'\[fill="(#[0-9a-f]{6})"\]\{fill:(#[0-9a-f]{6})\}', svg))


def test_every_lesson_opens_with_a_picture_and_explains_its_step_with_another():
    assert list(OPENINGS) == list(STEPS) == lesson_names()


@each
def test_a_drawing_is_whole_and_says_in_words_what_it_shows(draw):
    one = draw()
    root = ElementTree.fromstring(one.svg)  # noqa: S314 - our own
    assert root.find(f"{SVG}title").text == one.title
    assert root.find(f"{SVG}desc").text == one.said
    assert one.said.count(".") >= 2 or len(one.said) > 60
    assert "href" not in one.svg
    assert len(one.svg) < 16_000


@each
def test_every_word_in_a_drawing_lies_inside_it(draw):
    root = ElementTree.fromstring(draw().svg)  # noqa: S314 - our own
    outside = []

    def walk(node, x0: float) -> None:
        move = re.match(rf"translate\(({NUMBER}) ", node.get("transform", ""))
        x0 += float(move[1]) if move else 0
        if node.tag == f"{SVG}text":
            wide = text_width(node.text, bold=node.get("font-weight") == "600")
            share = {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor", "start"), 0.0)
            left = x0 + float(node.get("x")) - share * wide
            if left < 4 or left + wide > 316:
                outside.append((node.text, round(left), round(left + wide)))
        for child in node:
            walk(child, x0)

    walk(root, 0)
    assert outside == []


@each
def test_every_colour_has_its_like_on_a_dark_screen_and_lines_stand_out_on_both(draw):
    svg = draw().svg
    night = night_of(svg)
    assert colours_of(svg) <= set(night)
    for ground in ("#eef2f6", "#f6d5c6", "#cfe2f2", "#ffffff"):
        assert contrast("#1b2430", ground) > 7
        assert contrast(night["#1b2430"], night[ground]) > 4.5
    for mark in ("#b8401a", "#0a5c9e"):
        assert contrast(mark, "#eef2f6") > 4.5
        assert contrast(night[mark], night["#eef2f6"]) > 4.5


def test_who_is_missing_is_an_outline_and_staff_wear_a_badge_so_that_print_tells_them_apart():
    assert 'stroke-dasharray="4 4"' in person(0, 0, missing=True)
    assert person(0, 0, staff=True).count("<rect") == 1
    assert person(0, 0).count("<rect") == 0


def test_the_look_is_declared_once():
    assert (style.PEOPLE, style.BODY, style.GROUND) == ("#f6d5c6", "#cfe2f2", "#eef2f6")
