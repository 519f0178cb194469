"""Valid plans, spoilt at random: what a slip of the hand, a bad merge or a broken disk makes of a file."""

import random
from collections.abc import Callable, Iterator

_SIGNS = ('"', "'", '"""', "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r", "\r\n", "\t", " ", "\\", "-")
_ODD = ("\\u001b", "\\ud800", "\x00", "\x1b", "\x9b", "\u202e", "\u2028", "\ufeff", "é", "膝", "\ud83d")
_NUMBERS = ("0", "-1", "3.7", "1e400", "inf", "nan", "true", "99999999999999999999", "9" * 30)
_TIMES = ("2026-13-01", "2026-11-23", "08:00", "25:00", "mon", "daily")
_TABLES = ("[prescription]", "[[prescription]]", "[slots]", "[prescription.dose]", "a.b.c = 1\n", "x = {a = [")
_WORDS = ("format = 0\n", "format = 2\n", "id = ", "dose", "when", "side")
_PIECES = (*_SIGNS, *_ODD, *_NUMBERS, *_TIMES, *_TABLES, *_WORDS)


def _delete(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text) + 1)
    return text[:start] + text[start + dice.choice((1, 1, 1, 2, 5, 20, 100)) :]


def _insert(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(_PIECES) + text[at:]


def _replace(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(_PIECES) + text[at + 1 :]


def _copy(text: str, dice: random.Random) -> str:
    start, at = dice.randrange(len(text) + 1), dice.randrange(len(text) + 1)
    return text[:at] + text[start : start + dice.choice((1, 5, 20, 100))] + text[at:]


def _swap_lines(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def _drop_line(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    del lines[dice.randrange(len(lines))]
    return "\n".join(lines)


def _new_value(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    key, sign, _ = lines[at].partition("=")
    if sign:
        lines[at] = f"{key}= {dice.choice(_PIECES)}"
    return "\n".join(lines)


def _truncate(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text) + 1)]


_SPOILERS: tuple[Callable[[str, random.Random], str], ...] = (
    _delete,
    _insert,
    _replace,
    _copy,
    _swap_lines,
    _drop_line,
    _new_value,
    _new_value,
    _truncate,
)


def mutants(texts: tuple[str, ...], count: int, seed: int) -> Iterator[bytes]:
    """So many spoilt files, always the same for the same seed; one in ten is spoilt as bytes, too."""
    dice = random.Random(seed)
    for number in range(count):
        text = dice.choice(texts)
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            text = dice.choice(_SPOILERS)(text, dice)
        data = text.encode("utf-8", "surrogatepass")
        if number % 10 == 0 and data:
            at = dice.randrange(len(data))
            data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
        yield data
