"""The sheet of all figures in the README: the same picture, byte for byte, as long as no figure changes."""

from syrupy.assertion import SnapshotAssertion

from planner.figures.contact_sheet import Entry, contact_sheet
from planner.planning.naming import variant_title
from tests.conftest import ScreenshotExtension
from tests.figures.shipped import WAYS, figure_of
from tests.figures.xml_text import parse

ENTRIES = [Entry(variant_title(exercise, variant, None), figure_of(variant)) for exercise, variant in WAYS]


def test_the_sheet_of_the_readme(snapshot: SnapshotAssertion) -> None:
    assert contact_sheet(ENTRIES) == snapshot.use_extension(ScreenshotExtension)(name="figures")


def test_every_variant_has_a_card_with_its_words() -> None:
    root = parse(contact_sheet(ENTRIES))
    svg = "{http://www.w3.org/2000/svg}"
    titles = [card.findtext(f"{svg}text") for card in root.iter(f"{svg}g") if card.find(f"{svg}text") is not None]
    assert titles == [entry.title for entry in ENTRIES]
    assert [title.text for title in root.iter(f"{svg}title")] == [entry.figure.words() for entry in ENTRIES]
