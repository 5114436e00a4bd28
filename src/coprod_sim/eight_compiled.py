"""Tells numba what eight numbers side by side are: a vector of LLVM, with instructions of its own.

Left to itself the compiler makes vectors of eight sums in one loop and not in another.
"""

import operator
from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic, models, overload, register_model

from coprod_sim import eight

NUMBER, PLACE = ir.DoubleType(), ir.IntType(32)
REGISTER = ir.VectorType(NUMBER, eight.RUNS)
FIRST = ir.Constant(PLACE, 0)
ALL_FIRST = ir.Constant(ir.VectorType(PLACE, eight.RUNS), [0] * eight.RUNS)
NOTHING = ir.Constant(REGISTER, ir.Undefined)
ALIGNED = 8
"""A row of numbers begins at a multiple of this, not of a whole vector [bytes]."""


class Eight(types.Type):
    """The type of eight numbers side by side."""


EIGHT = Eight("Eight")


@register_model(Eight)
class EightModel(models.PrimitiveModel):
    """Holds eight numbers as one vector."""

    def __init__(self, manager: Any, of: Any) -> None:
        """Take the vector for every use."""
        super().__init__(manager, of, REGISTER)


def _vector_at(context: Any, builder: Any, kind: Any, row: Any, first: Any) -> Any:
    """Point at the vector that begins at a place of a row."""
    begin = context.make_array(kind)(context, builder, row).data
    return builder.bitcast(builder.gep(begin, [first]), REGISTER.as_pointer())


@intrinsic
def _load(_typing: Any, numbers: Any, first: Any) -> Any:
    def emit(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.load(_vector_at(context, builder, signature.args[0], *given), align=ALIGNED)

    return EIGHT(numbers, first), emit


@intrinsic
def _store(_typing: Any, numbers: Any, first: Any, values: Any) -> Any:
    def emit(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        row, place, vector = given
        pointer = _vector_at(context, builder, signature.args[0], row, place)
        builder.store(vector, pointer, align=ALIGNED)
        return context.get_dummy_value()

    return types.void(numbers, first, values), emit


@overload(eight.load)
def _meaning_of_load(numbers, first):  # noqa: ARG001 - numba compares bare signatures
    return lambda numbers, first: _load(numbers, first)  # noqa: PLW0108  # pyright: ignore[reportCallIssue]


@overload(eight.store)
def _meaning_of_store(numbers, first, values):  # noqa: ARG001
    return lambda numbers, first, values: _store(numbers, first, values)  # noqa: PLW0108  # pyright: ignore[reportCallIssue]


def _spread(builder: Any, value: Any) -> Any:
    """Repeat a single number eight times."""
    if value.type == REGISTER:
        return value
    return builder.shuffle_vector(builder.insert_element(NOTHING, value, FIRST), NOTHING, ALL_FIRST)


def _teach(word: Any, instruction: str) -> None:
    @intrinsic
    def both(_typing: Any, a: Any, b: Any) -> Any:
        def emit(_context: Any, builder: Any, _signature: Any, given: Any) -> Any:
            return getattr(builder, instruction)(*(_spread(builder, one) for one in given))

        return EIGHT(a, b), emit

    @overload(word)
    def meaning(a, b):  # pyright: ignore[reportUnusedFunction]
        if EIGHT in (a, b) and {a, b} <= {EIGHT, types.float64}:
            return lambda a, b: both(a, b)  # noqa: PLW0108  # pyright: ignore[reportCallIssue]
        return None


_teach(operator.add, "fadd")
_teach(operator.mul, "fmul")
