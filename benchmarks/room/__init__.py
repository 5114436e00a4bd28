"""The live room under load: a thousand phones, a busy model, and a server that is killed."""
