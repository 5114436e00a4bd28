"""The room server: a small web server of its own that phones, the projector and the trainer's app talk to."""
