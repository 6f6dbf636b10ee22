"""The command line: text becomes one typed call, its result becomes words or JSON."""

from __future__ import annotations


def main() -> None:
    """Run the command line with the process's own arguments and leave with its exit code."""
    import sys

    from sharpened_cli.cli.boundary import run

    sys.exit(run(sys.argv[1:]))
