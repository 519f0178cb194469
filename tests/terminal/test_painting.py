"""The difference that is sent: right in every case, and short in those that happen all day."""

import random

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.terminal.painter import Painter
from planner.terminal.screen_model import ScreenModel
from planner.terminal.styles import PLAIN, Style, StyleTable
from tests.terminal.harness import cells

STYLES = [
    "",
    "1",
    "38;2;1;2;3",
    "48;2;9;9;9",
    "1;38;2;200;100;0;48;2;30;30;30",
    "4",
    "7",
    "9;38;5;12;48;5;3",
    "31",
    "3;44",
    "2;97;103",
    "48;2;30;30;30",
]
PIECES = ["a", "b", " ", "                 ", "●", "─", "é", "膝", "👍", "e\u0301", "\u3042\u3042"]


class Pair:
    """An emulator that reads what was written, and one that reads what is sent instead."""

    def __init__(self, width: int, height: int, *, background_erase: bool) -> None:
        self.screens = [pyte.Screen(width, height), pyte.Screen(width, height)]
        for screen in self.screens:
            screen.reset_mode(7, private=True)
        self.streams = [pyte.Stream(screen) for screen in self.screens]
        self.model = ScreenModel(width, height)
        self.painter = Painter(background_erase=background_erase)

    def write(self, data: str) -> str:
        self.streams[0].feed(data)
        self.model.feed(data)
        sent = self.painter.frame(self.model)
        self.streams[1].feed(sent)
        return sent

    def same(self) -> bool:
        return cells(self.screens[0]) == cells(self.screens[1])


def random_text(chance: random.Random, width: int, column: int) -> str:
    """Styled text from `column` to the right edge at most, cut as Textual cuts: never through a character."""
    data = ""
    for _ in range(chance.randint(1, 4)):
        text = ""
        for piece in chance.choices(PIECES, k=chance.randint(1, 8)):
            cells = len(piece) * 2 if piece[0] in "膝👍\u3042" else 1 if "\u0301" in piece else len(piece)
            if column + cells > width:
                break
            text += piece
            column += cells
        style = chance.choice(STYLES)
        data += f"\x1b[{style}m{text}\x1b[0m" if style else text
    return data


def random_frame(chance: random.Random, width: int, height: int) -> str:
    """Whole rows, so that no half of a wide character is left: emulators differ in what they do then."""
    data = ""
    for _ in range(chance.randint(1, 6)):
        row = chance.randrange(height)
        data += f"\x1b[{row + 1};1H{' ' * width}\x1b[{row + 1};1H{random_text(chance, width, 0)}"
    return f"{data}\x1b[{chance.randrange(height) + 1};{chance.randrange(width) + 1}H"


@pytest.mark.parametrize("background_erase", [True, False])
@pytest.mark.parametrize("seed", range(40))
def test_random_frames_show_the_same(seed: int, background_erase: bool) -> None:
    chance = random.Random(seed)
    width, height = chance.choice([(40, 8), (13, 5), (80, 24), (2, 2), (1, 1)])
    pair = Pair(width, height, background_erase=background_erase)
    for _ in range(30):
        if chance.random() < 0.1:
            pair.painter.forget()
        if chance.random() < 0.1:
            pair.model.forget_styles()
            pair.painter.forget()
        sent = pair.write(random_frame(chance, width, height))
        assert pair.same(), repr(sent)
        theirs, ours = (screen.cursor for screen in pair.screens)
        assert (ours.y, ours.x) == (theirs.y, min(theirs.x, width - 1))


@pytest.mark.parametrize("seed", range(20))
def test_text_over_half_of_a_wide_character_leaves_a_space(seed: int) -> None:
    chance = random.Random(seed)
    model, painter = ScreenModel(20, 2), Painter()
    screen = pyte.Screen(20, 2)
    stream = pyte.Stream(screen)
    model.feed("\x1b[1;1H" + "膝" * 10)
    stream.feed(painter.frame(model))
    start = chance.randrange(20)
    length = chance.randint(1, 20 - start)
    model.feed(f"\x1b[1;{start + 1}H{'x' * length}")
    stream.feed(painter.frame(model))
    found = "".join(screen.buffer[0][column].data or "" for column in range(20))
    left, right = start // 2, (20 - start - length) // 2
    assert found == "膝" * left + " " * (start % 2) + "x" * length + " " * ((start + length) % 2) + "膝" * right


def drawn(*frames: str, background_erase: bool = True) -> str:
    """What is sent for the last of the frames, the others being on the screen already."""
    pair = Pair(80, 24, background_erase=background_erase)
    sent = ""
    for frame in frames:
        sent = pair.write(frame)
        assert pair.same()
    return sent


ROW = "\x1b[{row};1H\x1b[38;2;200;200;200;48;2;30;30;30m{text:<79}\x1b[0m"
LIT = "\x1b[{row};1H\x1b[1;38;2;255;255;255;48;2;0;90;180m{text:<79}\x1b[0m"
NAMES = [f"Exercise {number}, held" for number in range(20)]
LIST = "\n".join(ROW.format(row=number + 2, text=name) for number, name in enumerate(NAMES))


def test_nothing_changed_is_nothing_sent() -> None:
    assert drawn(LIST, LIST) == ""


def test_one_letter_is_a_position_and_a_letter() -> None:
    before = ROW.format(row=5, text="knee rol")
    after = ROW.format(row=5, text="knee roll")
    # The style is already set, the cursor stands elsewhere.
    assert drawn(before + "\x1b[1;1H", after + "\x1b[1;1H") == "\x1b[5;9Hl\x1b[H"


def test_a_cursor_bar_that_moves_by_a_row_takes_few_bytes() -> None:
    first = LIST + LIT.format(row=2, text=NAMES[0])
    second = ROW.format(row=2, text=NAMES[0]) + "\n" + LIT.format(row=3, text=NAMES[1])
    assert len(drawn(first, second)) <= 150
    assert len(drawn(first, second, background_erase=False)) <= 270


def test_cells_that_changed_apart_are_joined_only_when_that_is_shorter() -> None:
    before = ROW.format(row=5, text="3 × 30 s, 2 sets")
    near = ROW.format(row=5, text="3 × 40 s. 2 sets")
    far = ROW.format(row=5, text="4 × 30 s, 2 bets")
    assert drawn(before + "\x1b[5;1H", near + "\x1b[5;1H") == "\x1b[5G40 s.\r"
    assert drawn(before + "\x1b[5;1H", far + "\x1b[5;1H") == "4\x1b[13Gb\r"


def test_a_long_blank_end_is_erased_where_that_is_right() -> None:
    before = ROW.format(row=5, text="x" * 70)
    after = ROW.format(row=5, text="")
    assert "\x1b[70X" in drawn(before, after)
    plain = "\x1b[5;1H" + "x" * 80, "\x1b[5;1H" + " " * 80
    assert drawn(*plain, background_erase=False) == "\r\x1b[K\x1b[80G"
    assert "\x1b[K" not in drawn(before, after, background_erase=False)


def test_a_long_frame_is_shown_at_once_by_terminals_that_can() -> None:
    model, painter = ScreenModel(80, 24), Painter()
    model.feed("\x1b[?2026h" + "\n".join(f"\x1b[{row + 1};1H" + "ab" * 40 for row in range(24)) + "\x1b[?2026l")
    sent = painter.frame(model)
    assert sent.startswith("\x1b[?2026h")
    assert sent.endswith("\x1b[?2026l")
    model.feed("\x1b[?2026h\x1b[1;1Hx\x1b[?2026l")
    assert "2026" not in painter.frame(model)


def test_half_an_update_is_known_to_be_half() -> None:
    model = ScreenModel(80, 24)
    model.feed("\x1b[?2026h\x1b[1;1Hx")
    assert model.synchronised
    model.feed("\x1b[?2026l")
    assert not model.synchronised


SEQUENCES = [
    "\x1b]52;c;aGk=\x07",
    "\x1b]0;title\x1b\\",
    "\x1b]8;id=1;http://example.org\x1b\\",
    "\x1b[2J",
    "\x1b[6n",
    "\x1bc",
    "\x1bP+q544e\x1b\\",
    "\x1b[?1049l",
    "\x1b[>25u",
    "\x1b(0",
    "\x9b2J",
    "\x07",
    "\x05",
]


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_a_command_in_a_text_is_dropped_and_the_rest_is_shown(sequence: str) -> None:
    model = ScreenModel(20, 2)
    model.feed(f"\x1b[1;1Hab{sequence}cd")
    sent = Painter().frame(model)
    assert "ab" in model.rows[0]
    assert sequence not in sent or sequence == "\x1b[2J"
    assert "\x07" not in sent
    assert "\x1b]" not in sent
    assert "1049" not in sent


@given(st.text(max_size=200))
def test_no_text_at_all_can_break_the_model(data: str) -> None:
    model, painter = ScreenModel(11, 3), Painter()
    model.feed(data)
    assert [len(row) for row in model.rows] == [11, 11, 11]
    assert [len(look) for look in model.looks] == [11, 11, 11]
    painter.frame(model).encode("utf-8")


@given(st.lists(st.sampled_from([*SEQUENCES, *PIECES, "\x1b", "[", "38;2;1;2;3m", "\n", "\x1b[3;5H", "H", "m"])))
def test_no_sequence_at_all_can_break_the_model(pieces: list[str]) -> None:
    test_no_text_at_all_can_break_the_model.hypothesis.inner_test("".join(pieces))  # type: ignore[attr-defined]


def test_a_smaller_screen_cuts_no_wide_character_in_half() -> None:
    model = ScreenModel(6, 2)
    model.feed("\x1b[1;1H膝膝膝")
    model.resize(5, 1)
    assert model.rows == ["膝\x00膝\x00 "]
    model.resize(7, 2)
    assert model.rows == ["膝\x00膝\x00   ", " " * 7]


def test_plain_letters_where_there_is_no_utf8() -> None:
    model = ScreenModel(20, 1, ascii_only=True)
    model.feed("\x1b[1;1H●○ ─ é 膝 e\u0301")
    assert model.rows[0] == "*o - e ?  e         "


parameters = st.lists(
    st.sampled_from(
        [
            "1",
            "2",
            "3",
            "4",
            "7",
            "9",
            "22",
            "24",
            "27",
            "31",
            "97",
            "44",
            "38;5;9",
            "48;2;1;2;3",
            "39",
            "49",
            "0",
            "53",
        ]
    ),
    max_size=5,
).map(";".join)


@given(parameters, parameters)
def test_the_change_between_two_styles_leads_from_one_to_the_other(first: str, second: str) -> None:
    table = StyleTable()
    before, after = table.applied(PLAIN, first), table.applied(PLAIN, second)
    change = table.change(before, after)
    assert (change == "") == (before == after)
    if change:
        assert table.applied(before, change[2:-1]) == after
        assert len(change) <= len(f"\x1b[0;{second}m")


def test_a_style_is_read_as_a_terminal_reads_it() -> None:
    table = StyleTable()
    assert table[table.applied(PLAIN, "1;38;2;1;2;3;48;5;7;4")] == Style(frozenset("14"), "38;2;1;2;3", "48;5;7")
    assert table[table.applied(PLAIN, "1;2;22")] == Style()
    assert table[table.applied(PLAIN, "01;031")] == Style(frozenset("1"), "31", "")
    assert table.applied(table.applied(PLAIN, "7;44"), "") == PLAIN
    assert table[table.applied(PLAIN, "38")] == Style(frozenset(), "38", "")


def test_styles_that_are_not_on_the_screen_any_more_are_forgotten() -> None:
    model, painter = ScreenModel(10, 1), Painter()
    for colour in range(200):
        model.feed(f"\x1b[1;1H\x1b[38;2;{colour};0;0mknee\x1b[0m")
    model.forget_styles()
    painter.forget()
    assert len(model.styles) <= 3
    assert "38;2;199;0;0" in painter.frame(model)
