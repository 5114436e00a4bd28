"""The model and its tests held to account: against findings, against flips; and shipped data made anew."""
