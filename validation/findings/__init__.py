"""What published studies found, and the summary statistic of a run that answers to each finding."""
