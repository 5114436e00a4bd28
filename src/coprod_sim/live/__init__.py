"""The live room: people join on their phones, answer, and see what the whole room said."""
