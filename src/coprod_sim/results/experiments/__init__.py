"""An experiment is one question put to the model: what is varied, what is measured, in a file."""
