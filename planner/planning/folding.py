"""Text as a search compares it: case, accents and punctuation folded away, with the way back to the original."""

import re
import unicodedata
from collections.abc import Iterable

Span = tuple[int, int]
"""A piece of a text, as the index of its first character and of the one after its last."""

_APOSTROPHES = "'’‘ʼ`´"
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, ""),
        # Letters that Unicode does not take apart into a plain letter and a mark.
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        **dict(zip("øłđðħŧı", "olddhti", strict=True)),
    }
)
_ASCII = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum()} | dict.fromkeys(_APOSTROPHES[:1] + "`", "")
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """The text in small letters without accents, every run of spaces and punctuation as one space.

    `Élévation  latérale` and `elevation-laterale` are the same folded. Folding twice changes nothing more.
    """
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """The same letter by letter, spaces not yet joined: the whole is what its characters give one after the other."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    # Some capitals have a plain form only after they are taken apart, some marks come up only in small letters.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
    return _NOT_ASCII.sub(_fold_other, plain.translate(_ASCII))


def _fold_other(match: re.Match[str]) -> str:
    character = match.group()
    if character.isalnum():
        return character
    # Accents and invisible characters vanish; every other sign parts words.
    return "" if unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} else " "


def highlight(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where folded words stand in a text: at the start of a word where they can, each at its first place.

    Overlapping places are joined, and accents written as characters of their own belong to the letter before.
    """
    folded, owners = _with_owners(text)
    spans: list[Span] = []
    for word in words:
        match = re.search(rf"(?<!\w){re.escape(word)}", folded) or re.search(re.escape(word), folded)
        if match and word:
            spans.append((owners[match.start()], owners[match.end() - 1] + 1))
    return _joined(text, spans)


def highlight_scattered(text: str, letters: str) -> tuple[Span, ...]:
    """Where the letters stand that `scattered` finds, in their order; nothing where they do not all stand there."""
    folded, owners = _with_owners(text)
    places = scattered(folded, letters)
    return _joined(text, [(owners[place], owners[place] + 1) for place in places])


def scattered(folded: str, letters: str) -> tuple[int, ...]:
    """The places of these letters in this order, however far apart; empty where they are not all there.

    Of the places that end soonest, those that lie closest together.
    """
    end = -1
    for letter in letters:
        end = folded.find(letter, end + 1)
        if end < 0:
            return ()
    places: list[int] = []
    end += 1
    for letter in reversed(letters):
        end = folded.rfind(letter, 0, end)
        places.append(end)
    return tuple(reversed(places))


def _with_owners(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index of the character that it comes from."""
    folded: list[str] = []
    owners: list[int] = []
    for index, character in enumerate(text):
        piece = fold_letters(character)
        folded.append(piece)
        owners.extend([index] * len(piece))
    return "".join(folded), owners


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, stop in sorted(spans):
        end = stop
        while end < len(text) and unicodedata.category(text[end]).startswith("M"):
            end += 1
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
