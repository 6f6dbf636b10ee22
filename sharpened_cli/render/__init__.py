"""Words, units, colours and charts for people to read."""
