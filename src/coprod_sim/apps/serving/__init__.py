"""Opens the kit in the browser: our own small Voila, our own frame around every page."""
