"""What checks the model and its tests from outside; none of it is installed."""
