"""The lessons as pages that need no Python: what they ask, what they play, and their prose, step by step."""

from coprod_sim.site.lessons.handed_work import work_handed
from coprod_sim.site.lessons.lesson_folder import lesson_files, lessons_listed

__all__ = ["lesson_files", "lessons_listed", "work_handed"]
