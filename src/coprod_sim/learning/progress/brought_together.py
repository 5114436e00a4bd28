"""Brings two records, or two pages, of one learner together, so that nothing written in either is dropped."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from coprod_sim.learning.progress.progress_record import ProgressRecord, StoredItem
from coprod_sim.learning.progress.what_stands import stands_handed, still

ANOTHER = "journal/another text/"
"""How the names begin under which a text is kept that stood where another one stands now."""
LONGEST_NAME = 200
GONE = object()
"""Stands for what a table does not hold."""
type Way = tuple[str | int, ...]
"""The way from what is kept under a name to a text in it."""
type Prompt = Callable[[str, list[Way], Any], str]
"""What is said over texts that go into the journal: of the name of their item, their ways, and its value."""
WRITTEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("journal/.+", ("text",)),
    ("lesson/.+/predict|exercise/.+/bet", ("because",)),
    ("idea/.+", ("words",)),
    ("exercise/[^/]+", ("answer", "text")),
    ("artefact/.+", ("boxes", ".+")),
    ("artefact/.+", ("said",)),
    ("own_case/case", ("title|place|who_decides|what|by_when",)),
    ("own_case/(promise|note)", (".+",)),
    ("own_case/rounds", (r"\d+", "raters", r"\d+", "because")),
    ("own_case/actions", (r"\d+", "what|who")),
    ("own_case/journal", (r"\d+", "text")),
)
"""Where people write: patterns of the names of items, each with the way from its value to its texts."""


def brought_together(
    mine: ProgressRecord, theirs: ProgressRecord, at: str, prompt: Prompt
) -> tuple[ProgressRecord, int]:
    """Put two records together; the later of two items counts, and no text of the earlier one is dropped.

    An empty text never replaces a written one. Where two different ones stand, the later stays in its
    place and the other goes into the journal. A bet that stands in either stands in both; of two, mine.

    Args:
        mine: what is kept here.
        theirs: what comes in.
        at: the time that texts in the journal are given.
        prompt: gives what is said over a text that goes into the journal.

    Returns:
        The record of both, and how many items have a text in the journal now that stood elsewhere.
    """
    items, left = dict(mine.items), dict[str, list[tuple[Way, str]]]()
    for name, item in theirs.items.items():
        own = items.get(name, item)
        later, earlier = (item, own) if item.at > own.at else (own, item)
        value, over = _of_two(name, later.value, earlier.value)
        value = still(name, own.value, still(name, item.value, value))
        items[name] = StoredItem(value=value, at=later.at)
        if over:
            left[name] = over
    others = sum(_put_aside(items, name, texts, at, prompt) for name, texts in left.items())
    return ProgressRecord(items=items), others


def saved_over(
    kept: ProgressRecord, name: str, seen: Any, mine: StoredItem, prompt: Prompt
) -> tuple[ProgressRecord, bool]:
    """Put what one page saves over what another one has kept; no text that it has not seen is dropped.

    What only one of the two pages has changed is taken from that one. What both have changed stands as it
    was changed last; a text that had to go for that is put into the journal. What is put once stands as it
    is kept.

    Args:
        kept: what is kept by now.
        name: the name of the item that is saved.
        seen: what the page saw of it last.
        mine: what the page saves.
        prompt: gives what is said over a text that goes into the journal.

    Returns:
        The record of both, and whether it has a text in the journal now that stood elsewhere.
    """
    items = dict(kept.items)
    there = items.get(name, StoredItem(value=seen))
    later, earlier = (mine, there) if mine.at >= there.at else (there, mine)
    both = _of_both(seen, later.value, earlier.value)
    both = still(name, there.value, both) if name in items else both
    items[name] = StoredItem(value=both, at=later.at)
    known = [*texts_in(name, items[name].value).values(), *texts_in(name, seen).values()]
    texts = texts_in(name, earlier.value).items()
    over = [(way, text) for way, text in texts if not is_in(text, *known)]
    aside = bool(over) and _put_aside(items, name, over, later.at, prompt)
    return ProgressRecord(items=items), aside


def _of_both(seen: Any, later: Any, earlier: Any) -> Any:
    """Give the later value, and from the earlier one what only that has changed of what was seen."""
    if later == seen:
        return earlier
    if not (isinstance(later, dict) and isinstance(earlier, dict)):
        return later
    before = seen if isinstance(seen, dict) else {}
    steps = list(dict.fromkeys([*later, *earlier]))
    both = {
        k: _of_both(before.get(k, GONE), later.get(k, GONE), earlier.get(k, GONE)) for k in steps
    }
    return {k: value for k, value in both.items() if value is not GONE}


def written_handed() -> dict[str, Any]:
    """Hand over where people write, where another text goes and what stands, for pages without Python."""
    about = {"another": ANOTHER, "longest": LONGEST_NAME, "places": WRITTEN}
    return about | stands_handed()


def _of_two(name: str, later: Any, earlier: Any) -> tuple[Any, list[tuple[Way, str]]]:
    """Give the later value with its gaps filled from the earlier one, and texts for which it has no room."""
    texts, before = texts_in(name, later), texts_in(name, earlier)
    if not _written(texts) and (later is None or isinstance(later, list)):
        return (earlier, []) if _written(before) else (later, [])
    over = []
    for way, text in before.items():
        if is_in(text, *texts.values()):
            continue
        if not texts.get(way, "").strip() and not any(isinstance(step, int) for step in way):
            later = _with(later, way, text)
        else:
            over.append((way, text))
    return later, over


def texts_in(name: str, value: Any) -> dict[Way, str]:
    """Find everything written in an item, by the way from its value to each text."""
    ways = [way for pattern, way in WRITTEN if re.fullmatch(pattern, name)]
    return {at: text for way in ways for at, text in _texts(value, way, ())}


def _texts(value: Any, way: tuple[str, ...], at: Way) -> Iterator[tuple[Way, str]]:
    if not way:
        if isinstance(value, str):
            yield at, value
        return
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value if isinstance(value, list) else ())
    )
    for step, one in inside:
        if re.fullmatch(way[0], str(step)):
            yield from _texts(one, way[1:], (*at, step))


def is_in(text: str, *others: str) -> bool:
    """Say whether every line of a text stands in one of the others."""
    lines = _lines(text)
    return not lines or any(lines <= _lines(other) for other in others)


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()} - {""}


def _written(texts: dict[tuple[str | int, ...], str]) -> bool:
    return any(text.strip() for text in texts.values())


def _with(value: Any, way: Way, text: str) -> Any:
    """Give a copy of a value with a text at the end of a way."""
    if not way:
        return text
    table = value if isinstance(value, dict) else {}
    return {**table, way[0]: _with(table.get(way[0]), way[1:], text)}


def _put_aside(
    items: dict[str, StoredItem],
    name: str,
    texts: list[tuple[Way, str]],
    at: str,
    prompt: Prompt,
) -> bool:
    """Put texts of an item into the journal, unless they stand there; say whether there was one to put."""
    place = (name if name.startswith(ANOTHER) else f"{ANOTHER}{name}")[:LONGEST_NAME]
    kept = items[place].value if place in items else None
    kept = str(kept.get("text") or "") if isinstance(kept, dict) else ""
    new = {way: text for way, text in texts if not is_in(text, kept)}
    if new:
        text = "\n\n".join(filter(None, [kept, *new.values()]))
        ways = (
            [] if kept else list(new)
        )  # with older texts of other boxes before them, no box is named
        said = prompt(name.removeprefix(ANOTHER), ways, items[name].value)
        items[place] = StoredItem(value={"prompt": said, "text": text}, at=at)
    return bool(new)
