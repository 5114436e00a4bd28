"""The exercises as pages that need no Python, as far as their declarations hold what there is to say."""

from coprod_sim.site.exercises.exercise_folder import exercise_files

__all__ = ["exercise_files"]
