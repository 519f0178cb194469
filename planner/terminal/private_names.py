"""What of Textual 8.2.8 and Rich is relied on beyond their documentation. A test pins each name.

Nothing is replaced inside Textual: these are read, called or overridden in subclasses of ours.
"""

from typing import Final

PRIVATE_NAMES: Final = (
    ("textual._parser", "ParseError", "what the parser of the input raises"),
    ("textual._xterm_parser", "XTermParser", "the parser of the input: `feed`, `tick`"),
    ("textual._xterm_parser", "XTermParser._parse_extended_key", "overridden: impossible keys are dropped"),
    ("textual.constants", "ESCAPE_DELAY", "after so much silence an ESC is the escape key"),
    ("textual.driver", "Driver.process_message", "how a driver hands on what was typed"),
    ("textual.driver", "Driver.send_message", "overridden: events go to the application without a detour"),
    ("textual.driver", "Driver.SignalResume", "says that a stopped process goes on"),
    ("textual.app", "App._handle_exception", "overridden: where every fault in a handler or a widget ends"),
    ("textual.app", "App._fatal_error", "overridden: no traceback on the screen"),
    ("textual.app", "App.panic", "overridden: no rendered error on the screen"),
    ("textual.app", "App._close_messages_no_wait", "ends the application after a fault"),
    ("textual.app", "App.get_line_filters", "overridden: the control filter is the last of them"),
    ("textual.screen", "Screen._on_timer_update", "draws what has changed, without waiting for the next tick"),
    ("rich.cells", "split_graphemes", "how many cells text takes, as Textual counts them"),
    ("rich.cells", "get_character_cell_size", "the same for one character"),
)
"""Module, name in it, and what it is needed for."""

PRIVATE_ATTRIBUTES: Final = (
    ("driver", "_app", "the application"),
    ("driver", "_loop", "its event loop"),
    ("driver", "_mouse", "whether the mouse is wanted"),
    ("driver", "_size", "the size that the application starts with"),
    ("app", "_exception", "the first fault, which Textual's test driver raises again"),
    ("app", "_exception_event", "set with it"),
    ("app", "_return_code", "the exit status"),
    ("app", "_driver", "the driver in use"),
    ("app", "_loop", "the event loop that it runs in"),
    ("parser", "mouse_pixels", "whether mouse positions are taken for pixels"),
)
"""Whose attribute, its name, and what it is."""
