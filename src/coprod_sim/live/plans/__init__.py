"""Session plans: what a trainer says, does and shows, minute by minute, and what the phones are asked."""

from coprod_sim.live.plans.plan_editing import (
    add_part,
    change_part,
    drop_part,
    move_part,
    plan_of_own,
    text_of,
)
from coprod_sim.live.plans.plan_library import load_plan, plan_names, plan_text, read_plan

__all__ = [
    "add_part",
    "change_part",
    "drop_part",
    "load_plan",
    "move_part",
    "plan_names",
    "plan_of_own",
    "plan_text",
    "read_plan",
    "text_of",
]
