"""SVG as a tree, for tests."""

import xml.etree.ElementTree as ET


def parse(text: str) -> ET.Element:
    """The root of a document that the program wrote itself."""
    return ET.fromstring(text)
