"""A coach in the terminal: plan, log, adjust and reassess, on one local SQLite file."""

__version__ = "0.1.0"
