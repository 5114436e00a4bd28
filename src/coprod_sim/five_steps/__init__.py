"""The five steps of involving people well, and the conditions they stand on: words, dial, rule, cost."""
