"""`planner completions`: what makes a shell complete the commands, their options and the ids of plans."""

import argparse
from importlib import import_module

from planner.headless.exits import Exit
from planner.headless.output import print_text
from planner.headless.parsing import Parser

SHELLS = ("bash", "zsh", "fish")
EPILOG = """\
To have them in every session, put this into the start-up file of the shell:
  bash  source <(planner completions bash)     in ~/.bashrc
  zsh   source <(planner completions zsh)      in ~/.zshrc, after compinit
  fish  planner completions fish | source      in ~/.config/fish/config.fish
"""


def arguments(parser: Parser) -> None:
    """Declare the shell."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    parser.epilog = EPILOG


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    from planner.headless.shells.arguments import command_lines

    text: str = import_module(f"planner.headless.shells.{options.shell}").script(command_lines())
    print_text(text)
    return Exit.OK
