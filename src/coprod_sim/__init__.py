"""Simulate how public bodies and citizens decide together, and see what each way of asking does."""

__version__ = "0.3.0"
