"""The pages people use in the browser: the only part that knows widgets."""
