"""The dial board: the live part of the kit, which plays the model in the browser itself."""
