"""The parts of the trainer's page, one a file."""
