"""Run the command line with ``python -m sharpened_cli``."""

from sharpened_cli.cli import main

if __name__ == "__main__":
    main()
