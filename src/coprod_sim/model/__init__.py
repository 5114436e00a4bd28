"""The model: rules, luck and the order of events, followed by three drivers that give equal numbers."""
