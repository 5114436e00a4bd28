"""The extra page a trainer may put on the projector: plain words and one drawing, checked for harm."""

from functools import lru_cache
from typing import Annotated
from xml.etree import ElementTree

from pydantic import Field

from coprod_sim.errors import InputError
from coprod_sim.files import json_of
from coprod_sim.library_files import FileValue
from coprod_sim.live.questions import Label, Line

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = "path rect circle ellipse line polyline polygon"
HARMLESS = frozenset(f"svg g defs title desc text tspan {SHAPES}".split())
NEVER = ("on", "href", "style", "src", "{")
"""How the names of attributes begin that could run, load or restyle something."""
LARGEST = 120_000
"""The largest drawing [characters]."""
DEEPEST = 40
"""How deep the shapes of a drawing may lie inside each other."""


class Screen(FileValue):
    """A title, paragraphs, and a drawing; on phones too if the trainer says so."""

    title: Label
    large: str = Field(default="", max_length=300)
    """A few words as large as the wall takes, such as one idea."""
    signs: bool = False
    """Whether what is large are signs to be copied one by one, such as those of a seal."""
    paragraphs: Annotated[tuple[Line, ...], Field(strict=False, max_length=20)] = ()
    svg: str = Field(default="", max_length=LARGEST)
    phones: bool = False
    idea: str = Field(default="", max_length=60)
    """The name of the idea that is shown, so that whoever leads can go on to the next."""


def drawn_safely(screen: Screen) -> Screen:
    """Give an extra page back with a drawing that can do no harm.

    Raises:
        InputError: the drawing could do harm.
    """
    drawing = clean_svg(screen.svg) if screen.svg else ""
    return screen.model_copy(update={"svg": drawing})


@lru_cache(maxsize=64)
def stored_screen(text: str) -> Screen | None:
    """Read a stored extra page; one that is damaged is not shown."""
    try:
        return Screen.model_validate(json_of(text)) if text else None
    except ValueError:
        return None


def clean_svg(text: str) -> str:
    """Give the drawing back without styles; refuse whatever could run or load something.

    Raises:
        InputError: the drawing is no SVG, or holds something that could run or load something.
    """
    if "<!" in text.replace("<!--", ""):
        raise InputError("the drawing must not define anything of its own (<!...)")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - no entities: refused above
    except ElementTree.ParseError:
        raise InputError("the drawing is not SVG") from None
    _check_depth(root)
    for element in root.iter():
        _check_element(element)
    ElementTree.register_namespace("", SVG[1:-1])
    return ElementTree.tostring(root, encoding="unicode")


def _check_depth(root: ElementTree.Element) -> None:
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise InputError(f"the drawing is nested deeper than {DEEPEST}, which is not allowed")


def _check_element(element: ElementTree.Element) -> None:
    name = str(element.tag).removeprefix(SVG)
    if name not in HARMLESS:
        raise InputError(f"the drawing holds <{name[:30]}>, which is not allowed")
    for attribute in list(element.attrib):
        if attribute == "style":
            del element.attrib[attribute]
        elif attribute.lower().startswith(NEVER) or "url(" in element.attrib[attribute].lower():
            raise InputError(f"the drawing holds {attribute[:30]!r}, which is not allowed")
