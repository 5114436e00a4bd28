"""Makes the door to each offered function: plain 32-bit places, lengths and numbers in, one number out.

Behind it numba's own calling convention: an array is seven numbers, the result and the fault are places.
A fault stops the module.
"""

from collections.abc import Callable
from inspect import signature
from typing import Any

import numpy as np

KINDS = {float: "number", np.ndarray: "numbers"}
DOOR = """
declare i32 @"{inner}"({inner_types})
declare void @llvm.trap()
define {result} @{name}({outer}) {{
  %found = alloca {found}
  %fault = alloca ptr
{lines}
  %status = call i32 @"{inner}"({given})
  %bad = icmp ne i32 %status, 0
  br i1 %bad, label %stop, label %fine
stop:
  call void @llvm.trap()
  unreachable
fine:
  {end}
}}
"""
WIDEN = """  %wide_{k} = zext i32 %at_{k} to i64
  %place_{k} = inttoptr i64 %wide_{k} to ptr
  %length_{k} = zext i32 %size_{k} to i64"""


def parameters_of(function: Callable[..., Any]) -> list[str]:
    """Say what each parameter is: a `number`, or `numbers`, which are a place and a length.

    Args:
        function: an offered function.

    Returns:
        One word for each parameter.

    Raises:
        TypeError: when a parameter is declared as anything else.
    """
    given = signature(function).parameters.values()
    for one in given:
        if one.annotation not in KINDS:
            raise TypeError(
                f"{function.__name__}: {one.name} must be declared as float or np.ndarray"
            )
    return [KINDS[one.annotation] for one in given]


def door_of(function: Callable[..., Any], inner: str) -> str:
    """Write the door in LLVM's language.

    Args:
        function: the offered function.
        inner: what numba calls it.

    Returns:
        A module with one function, named as `function`.
    """
    outer, given, lines = [], ["ptr %found", "ptr %fault"], []
    for k, kind in enumerate(parameters_of(function)):
        if kind == "number":
            outer.append(f"double %x_{k}")
            given.append(f"double %x_{k}")
        else:
            outer += [f"i32 %at_{k}", f"i32 %size_{k}"]
            lines.append(WIDEN.format(k=k))
            given += [
                "ptr null", "ptr null", f"i64 %length_{k}", "i64 8", f"ptr %place_{k}",
                f"i64 %length_{k}", "i64 8",
            ]  # fmt: skip
    gives = signature(function).return_annotation is float
    return DOOR.format(
        inner=inner,
        name=function.__name__,
        result="double" if gives else "void",
        found="double" if gives else "ptr",
        inner_types=", ".join(one.split(" ", maxsplit=1)[0] for one in given),
        outer=", ".join(outer),
        lines="\n".join(lines),
        given=", ".join(given),
        end="%value = load double, ptr %found\n  ret double %value" if gives else "ret void",
    )
