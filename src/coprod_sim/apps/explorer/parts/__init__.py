"""The parts of the leaders' page, one a file; each is built from the desk alone."""
