"""Session plans: what a trainer says, does and shows, minute by minute, and what the phones are asked."""

from coprod_sim.live.plans.plan_library import load_plan, plan_names, plan_text, read_plan

__all__ = ["load_plan", "plan_names", "plan_text", "read_plan"]
