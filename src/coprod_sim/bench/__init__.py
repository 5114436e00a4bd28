"""Yardsticks: the same model written again, plainly, in other tools."""
