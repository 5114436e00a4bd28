"""How fast the kit is: against the same model written plainly in other tools, and against itself."""
