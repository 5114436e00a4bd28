"""The printed pack of a session: every card, form and sheet, in black and white, large enough to read."""
