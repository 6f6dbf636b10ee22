"""Talking to a language model behind one protocol."""
