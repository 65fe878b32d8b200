"""Run the command line: `python -m reportedly`."""

from reportedly.cli.main import main

main()
