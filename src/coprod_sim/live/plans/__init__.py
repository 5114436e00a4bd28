"""Session plans: what a trainer says, does and shows, minute by minute, and what the phones are asked."""

from coprod_sim.live.plans.plan import Part, Plan, Turn, load_plan, plan_names, read_plan

__all__ = ["Part", "Plan", "Turn", "load_plan", "plan_names", "read_plan"]
