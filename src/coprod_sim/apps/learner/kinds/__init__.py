"""How each kind of exercise takes its answer: one module a kind, with `panel(desk, state)`."""
