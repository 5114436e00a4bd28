"""A port for a server that is started only to be measured or tried."""

from coprod_sim.live.places import port_is_free


def free_port() -> int:
    """Find a free port below those that programs are lent, so that a restart finds it free again."""
    return next(port for port in range(8900, 9000) if port_is_free(port))
