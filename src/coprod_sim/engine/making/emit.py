"""Turns the offered functions into an object file for WebAssembly: numba's own code, for another machine.

Pointers stay 64 bit at first, because numba's are; what only the processor of this computer knows goes.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llvmlite.binding as llvm
from numba import njit, types

from coprod_sim.compiled import teach
from coprod_sim.engine.making.doors import door_of, parameters_of
from coprod_sim.engine.offered import OFFERED

TRIPLE = "wasm64-unknown-unknown"
LAYOUT = "e-m:e-p:64:64-p10:8:8-p20:8:8-i64:64-i128:128-n32:64-S128-ni:1:10:20"
FEATURES = "+simd128,+bulk-memory,+nontrapping-fptoint,+sign-ext,+mutable-globals"
COUNTDOWN = "llvm.x86.atomic.sub.cc.i64"
"""How numba counts references down on x86; nothing is counted here, since memory goes in one piece."""

MESSAGE = re.compile(r"^(@\.const\.pickledata\S* = internal constant \[\d+ x i8\]) c\".*\"", re.M)
"""What an error of Python would say, which nobody here can read; it names folders of this computer."""


def emit(path: Path) -> None:
    """Write the object file.

    Compiling takes minutes, in a process of its own, which is told the processor before numba is read in.

    Args:
        path: where the object file is to be.
    """
    texts = []
    for function in OFFERED:
        text, name = intermediate_code(function)
        texts += [text, door_of(function, name)]
    path.write_bytes(
        object_code([retargeted(text) for text in texts], [f.__name__ for f in OFFERED])
    )


def intermediate_code(function: Callable[..., Any]) -> tuple[str, str]:
    """Compile a function for a processor without anything particular.

    Args:
        function: an offered function.

    Returns:
        LLVM's text of it and all it calls, and the name it has there.
    """
    kinds = {"number": types.float64, "numbers": types.float64[::1]}
    teach(function)
    fast: Any = njit(error_model="numpy")(function)
    fast.compile(tuple(kinds[kind] for kind in parameters_of(function)))
    compiled = next(iter(fast.overloads.values()))
    return compiled.library.get_llvm_str(), compiled.fndesc.llvm_func_name


def retargeted(text: str) -> str:
    """Rewrite LLVM's text for the other machine."""
    text = re.sub(r"^target triple.*$", f'target triple = "{TRIPLE}"', text, flags=re.M)
    text = re.sub(r"^target datalayout.*$", f'target datalayout = "{LAYOUT}"', text, flags=re.M)
    text = text.replace(COUNTDOWN, "countdown")
    if "declare double @llvm.sqrt.f64(" in text:
        text = re.sub(r"^declare .*@sqrt\(.*$", "", text, flags=re.M)
    text = text.replace("@sqrt(", "@llvm.sqrt.f64(")
    text = MESSAGE.sub(r"\1 zeroinitializer", text)
    text = re.sub(r"attributes (#\d+) = \{[^}]*\}", r"attributes \1 = { nounwind }", text)
    return re.sub(r"= (dso_local )?common (local_unnamed_addr )?global", "= internal global", text)


def object_code(texts: list[str], names: list[str]) -> bytes:
    """Put texts together, keep what the offered functions need, and make machine code of it.

    Args:
        texts: LLVM's texts.
        names: the functions that stay visible.

    Returns:
        The object file.
    """
    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    module, *others = (llvm.parse_assembly(text) for text in texts)
    for other in others:
        module.link_in(other)
    for function in module.functions:
        if function.name not in names and not function.is_declaration:
            function.linkage = "internal"
    machine = llvm.Target.from_triple(TRIPLE).create_target_machine(
        cpu="generic", features=FEATURES, opt=3, reloc="static", codemodel="default"
    )
    passes = llvm.create_new_module_pass_manager()
    passes.add_global_dead_code_eliminate_pass()
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    passes.run(module, llvm.create_pass_builder(machine, options))
    return machine.emit_object(module)
