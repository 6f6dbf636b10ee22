"""The use cases: open one transaction, read, ask the domain, write, return a result."""
