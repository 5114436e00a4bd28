"""Makes the WebAssembly module from the compiled functions themselves: no rule is written a second time."""
