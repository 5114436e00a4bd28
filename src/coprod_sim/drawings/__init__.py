"""The drawings of the lessons: a picture of each lesson's situation, and one that explains its step.

Every drawing is a function of `openings` or `step_drawings`, made of the shapes in `figures` and `scenery`;
`style` says how all of them look.
"""

from coprod_sim.drawings.style import Drawing

__all__ = ["Drawing"]
