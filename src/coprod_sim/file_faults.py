"""Says in sentences what is wrong with a table that does not fit its declaration."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from coprod_sim.errors import did_you_mean
from coprod_sim.quantities import declared, in_digits
from coprod_sim.toml_text import toml_of

NAME_ITSELF = "[key]"
"""What pydantic ends a place with when a name in a table is wrong, not its value."""
MOST = 20
"""More faults of one file than this are not said."""


def faults_of(kind: type[BaseModel], problem: ValidationError, name: str) -> str:
    """Say each fault of a table in a line of its own, with what is allowed and the nearest right name.

    Args:
        kind: the declaration that the table does not fit.
        problem: what was found.
        name: what the file or the value is called.

    Returns:
        Lines; at most `MOST`.
    """
    return "\n".join(f"{name}: {_sentence(kind, dict(e))}" for e in problem.errors()[:MOST])


def shown(word: Any) -> str:
    """Give a value as it would be written, no longer than a message bears."""
    try:
        text = repr(word)
    except ValueError:  # a whole number with thousands of digits
        return "a number with too many digits"
    return text if len(text) <= 62 else text[:58] + "...'"


def shortened(problem: Exception) -> str:
    """Give what an error says, in one line no longer than a message bears."""
    text = " ".join(str(problem).split())
    return text if len(text) <= 200 else text[:197] + "..."


def _place(location: Iterable[str | int]) -> str:
    parts: list[str] = []
    for part in location:
        if part == NAME_ITSELF:
            continue
        word = part if isinstance(part, str) and part.isidentifier() else shown(part)
        parts.append(f"[{part}]" if isinstance(part, int) else ("." if parts else "") + word)
    return "".join(parts)[:160] or "the file"


def _sentence(kind: type[BaseModel], error: dict[str, Any]) -> str:
    given, context = shown(error.get("input")), error.get("ctx", {})
    place = _place((*error["loc"], *_chooser(context)))
    owner = owner_of(kind, error["loc"])
    match error["type"]:
        case "extra_forbidden":
            words = _unknown(owner, str(error["loc"][-1]), error.get("input"))
        case "missing" | "union_tag_not_found":
            words = " is missing"
        case "greater_than_equal" | "less_than_equal":
            words = f" must be {_limits(owner, error['loc'], context)}, but is {given}"
        case "finite_number":
            words = f" must be an ordinary number{_between(owner, error['loc'])}, but is {given}"
        case "float_type" | "int_type" | "tuple_type" | "string_type" | "dict_type":
            words = f" must be {_KINDS[error['type']]}{_in_brackets(error) or f', but is {given}'}"
        case "literal_error" | "union_tag_invalid":
            allowed = context.get("expected") or context["expected_tags"]
            words = _one_of(allowed, context.get("tag", error.get("input")))
        case "value_error" | "assertion_error":
            words = f": {shortened(context['error'])}"
        case _:
            words = f": {error['msg'][0].lower()}{error['msg'][1:]}, but is {given}"
    return f"{place}{words}"


def _unknown(owner: type[BaseModel], name: str, given: Any) -> str:
    """Say that there is no such setting, and what to write instead."""
    instead = getattr(owner, "instead", {}).get(name)
    if instead:
        return f" is not a known setting any more; {instead.format(given=toml_of(given)[:200])}"
    return f" is not a known setting{did_you_mean(name, owner.model_fields)}"


def _in_brackets(error: dict[str, Any]) -> str:
    """Show a lone value as the list it should have been; nothing where no list is asked for."""
    given = error.get("input")
    if error["type"] != "tuple_type" or not isinstance(given, str | int | float):
        return ""
    return f": write {error['loc'][-1]} = [{toml_of(given)[:200]}]"


def _one_of(expected: str, given: object) -> str:
    """Say which words are allowed, which one was given, and the nearest."""
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    return f" must be {expected}, but is {shown(given)}{did_you_mean(str(given), allowed)}"


def _chooser(context: dict[str, Any]) -> tuple[str, ...]:
    """Give the setting that should have chosen among declarations, where that is what failed."""
    return (context["discriminator"].strip("'"),) if "discriminator" in context else ()


_KINDS = {
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list in square brackets",
    "string_type": "a text",
    "dict_type": "a table of names and values",
}


def _limits(
    owner: type[BaseModel], location: tuple[str | int, ...], context: dict[str, Any]
) -> str:
    """Give the allowed range of a declared quantity, or the one limit that was crossed."""
    if "ge" in context:
        return _between(owner, location).strip() or f"at least {in_digits(context['ge'])}"
    return _between(owner, location).strip() or f"at most {in_digits(context['le'])}"


def _between(owner: type[BaseModel], location: tuple[str | int, ...]) -> str:
    """Give the allowed range of a declared quantity, nothing for anything else."""
    quantity = dict(declared(owner)).get(str(location[-1]))
    ends = quantity and f"{in_digits(quantity.low)} and {in_digits(quantity.high)}"
    return f" between {ends}" if ends else ""


def owner_of(kind: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """Find the declaration that holds the setting at a place."""
    among: list[type[BaseModel]] = []
    for part in location[:-1]:
        field = kind.model_fields.get(str(part))
        if field is None:  # the place in a list, or the kind that chooses among declarations
            kind = next((one for one in among if _chosen_by(one, part)), kind)
        else:
            among = list(_declarations(field.annotation))
            kind = among[0] if len(among) == 1 else kind
    return kind


def _declarations(hint: Any) -> Iterator[type[BaseModel]]:
    """List the declarations a field may hold, also inside lists, unions and names for types."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for inner in (getattr(hint, "__value__", None), *get_args(hint)):
        if inner is not None:
            yield from _declarations(inner)


def _chosen_by(kind: type[BaseModel], word: str | int) -> bool:
    return "kind" in kind.model_fields and word in get_args(kind.model_fields["kind"].annotation)
