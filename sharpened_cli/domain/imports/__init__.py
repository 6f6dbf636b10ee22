"""Files of other tools, read into this program's own values; what cannot be read is told row by row."""
