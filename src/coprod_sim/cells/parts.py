"""Any other value of the kit in a cell: its parts by the names under which one asks for them."""

from dataclasses import fields, is_dataclass

from markupsafe import Markup
from pydantic import BaseModel

from coprod_sim.display import ShowsItself
from coprod_sim.markup import element, joined, table
from coprod_sim.results.in_short import short
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(value: ShowsItself) -> Markup:
    """Set a value that nothing else draws; nothing for one without parts."""
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
    else:
        names = [*type(value).model_fields] if isinstance(value, BaseModel) else []
    kind = type(value).__name__
    heads = (t("cells-found-what"), t("cells-found-value"))
    rows = [(name, _said(getattr(value, name))) for name in names]
    return joined(element("h3", kind), table(heads, rows, kind)) if names else Markup("")


def _said(part: object) -> str:
    texts = [*part] if isinstance(part, tuple) else [part]
    said = [text for text in texts if isinstance(text, str)]
    return " ".join(said) if said == texts != [] else short(part).strip("<>")


DRAWN = {ShowsItself: draw}
