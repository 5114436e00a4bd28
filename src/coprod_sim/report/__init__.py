"""What is handed over: the page for leaders, and the tables of the model's description."""
