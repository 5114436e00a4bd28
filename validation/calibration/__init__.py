"""Which assumptions the published findings do not rule out: history matching, then rejection ABC."""
