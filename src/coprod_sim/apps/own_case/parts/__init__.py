"""The parts of the worksheet, one a file, each with `part(desk)`."""
