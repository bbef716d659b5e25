"""`python -m lif`: the same program where the command is not on the path."""

from lif.cli.app import main

main()
