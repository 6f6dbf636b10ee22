"""Tools of the chat and of batch input: validated arguments, one service call, JSON."""
