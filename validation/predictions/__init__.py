"""Predicts the results of studies nobody here had used, writes them down, and only then looks."""
