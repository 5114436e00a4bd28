"""Which values of the assumptions the published findings leave standing, and what follows from them."""
