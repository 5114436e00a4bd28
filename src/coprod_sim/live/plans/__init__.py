"""Session plans: what a trainer says, does and shows, minute by minute, and what the phones are asked."""

from coprod_sim.live.plans.plan import (
    AgendaPart,
    SessionPlan,
    Turn,
    load_plan,
    plan_names,
    read_plan,
)

__all__ = ["AgendaPart", "SessionPlan", "Turn", "load_plan", "plan_names", "read_plan"]
