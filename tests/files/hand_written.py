"""Plan files as different people write them: the same kind of plan in many hands, with comments everywhere."""

import random
from collections.abc import Callable, Mapping

from attrs import frozen

EXERCISES = ("knee-roll", "single-knee-hug", "back-extension", "walking", "sphinx")
DAYS = (
    '"daily"',
    '"Every day"',
    '"weekdays"',
    '"mon-fri"',
    '"Mon, Wed & Fri"',
    "'sat sun'",
    '"weekend"',
    '"never"',
    '["mon", "thu"]',
    '[ "tue-thu", "sun" ]',
    '"fri to mon"',
    '"tue"',
)
AMOUNTS = ("30", "3", "10", "+5", "1_0", '"5-10"', '"5 to 10"', '"at least 30"', '"30+"', "'as comfortable'", "0x0a")
NOTES = ('"Pillow under the head"', "'#1 of \"two\"'", '"""\nSlowly, # and\n\n[calmly]\n"""', '"tab\\tand \\u00e9"')
TIMES = {"morning": ("08:00:00", "08:00", '"8:00"'), "noon": ("12:30", "12:30:00"), "evening": ("20:00:00", '"20:15"')}


@frozen
class Hand:
    """How one person writes: what is fixed for a whole file."""

    chance: random.Random
    newline: str
    final_newline: bool
    sign: str
    quoted_keys: bool
    shuffled: bool
    blank_lines: int
    margin: str
    comments: float
    """How likely a comment is at each place where one may stand."""
    items: str
    """The key of the prescriptions, bare or quoted."""
    array: str
    """`tables`, or one array: `lines` (a member to a line), `hugging` (the same, within the brackets) or `line`."""

    @classmethod
    def of(cls, chance: random.Random) -> "Hand":
        return cls(
            chance=chance,
            newline=chance.choice(["\n", "\n", "\r\n"]),
            final_newline=chance.random() < 0.8,
            sign=chance.choice([" = ", " = ", "=", "  =  ", "\t= "]),
            quoted_keys=chance.random() < 0.2,
            shuffled=chance.random() < 0.5,
            blank_lines=chance.choice([0, 1, 1, 2]),
            margin=chance.choice(["", "", "  ", "\t"]),
            comments=chance.choice([0.0, 0.15, 0.5]),
            items=chance.choice(["prescription", "prescription", '"prescription"', "'prescription'"]),
            array=chance.choice(["tables", "tables", "tables", "tables", "lines", "hugging", "line"]),
        )


class Writer:
    """Writes one plan file in one hand. Every comment says what it belongs to."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.hand = Hand.of(chance)
        self.lines: list[str] = []
        self.number = 0

    def comment(self, owner: str) -> str:
        """A comment that no other is equal to."""
        self.number += 1
        return f'# {owner}: remark {self.number}, "mon" = [1]'

    def remark(self, owner: str, margin: str = "") -> None:
        """Perhaps a line of comment."""
        if self.chance.random() < self.hand.comments:
            self.lines.append(margin + self.comment(owner))

    def trailing(self, owner: str) -> str:
        """Perhaps a comment behind a statement."""
        return f"  {self.comment(owner)}" if self.chance.random() < self.hand.comments else ""

    def key(self, name: str) -> str:
        quote = self.chance.choice("'\"") if self.hand.quoted_keys and self.chance.random() < 0.5 else ""
        return f"{quote}{name}{quote}"

    def order(self, table: Mapping[str, str]) -> list[str]:
        names = list(table)
        if self.hand.shuffled:
            self.chance.shuffle(names)
        return names

    def statements(self, table: Mapping[str, str], owner: str, prefix: str = "", margin: str = "") -> None:
        for name in self.order(table):
            self.remark(owner, margin)
            tail = self.trailing(owner)
            self.lines.append(f"{margin}{prefix}{self.key(name)}{self.hand.sign}{table[name]}{tail}")

    def blank(self) -> None:
        self.lines += [""] * self.hand.blank_lines

    def divider(self) -> None:
        """Perhaps a comment that belongs to nothing, between blank lines."""
        if self.chance.random() < self.hand.comments / 2:
            self.lines += ["", self.comment("divider"), ""]

    def inline(self, table: Mapping[str, str]) -> str:
        sign = self.chance.choice([" = ", "="])
        members = ", ".join(f"{self.key(name)}{sign}{table[name]}" for name in self.order(table))
        space = self.chance.choice([" ", ""])
        return f"{{{space}{members}{space}}}"

    def slots(self, table: Mapping[str, str]) -> None:
        """The slots under a header of their own."""
        self.blank()
        self.remark("slots")
        self.lines.append(f"[{self.key('slots')}]{self.trailing('slots')}")
        self.statements(table, "slots", margin=self.hand.margin)

    def item(self, top: dict[str, str], dose: Mapping[str, str], when: Mapping[str, str], owner: str) -> None:
        """One prescription as a table."""
        header: list[tuple[str, Mapping[str, str]]] = []
        later: list[Callable[[], None]] = []
        for name, table in (("dose", dose), ("when", when)):
            way = self.chance.choice(["header", "header", "inline", "dotted", "several lines"])
            if way == "header" and (table or self.chance.random() < 0.3):
                header.append((name, table))
            elif way == "dotted":
                prefix = f"{self.key(name)}{self.chance.choice(['.', ' . '])}"
                later.append(lambda prefix=prefix, table=table: self.statements(table, owner, prefix))  # type: ignore[misc]
            elif way == "several lines" and table:
                top = {**top, name: self.several_lines(table, owner)}
            elif table:
                top = {**top, name: self.inline(table)}
        self.remark(owner)
        self.lines.append(f"[[{self.hand.items}]]{self.trailing(owner)}")
        self.statements(top, owner)
        for write in later:
            write()
        for name, table in header:
            self.lines += [""] * self.chance.choice([0, min(1, self.hand.blank_lines)])
            self.remark(owner, self.hand.margin)
            self.lines.append(f"{self.hand.margin}[{self.hand.items}.{self.key(name)}]{self.trailing(owner)}")
            self.statements(table, owner, margin=self.hand.margin)
        self.others(owner)
        if self.chance.random() < self.hand.comments / 3:
            self.lines += [self.comment(owner), ""]

    def others(self, owner: str) -> None:
        """Perhaps tables of other programs within a prescription, and between its tables."""
        way = self.chance.randrange(12)
        if way == 0:
            self.lines += ["", f"[{self.hand.items}.box]", f"shelf = 1{self.trailing(owner)}"]
        elif way == 1:
            for day in (1, 2):
                self.remark(owner)
                self.lines += [f"[[{self.hand.items}.visit]]", f"day = {day}{self.trailing(owner)}"]
        elif way == 2:
            self.number += 1
            self.lines += ["", f"[other-{self.number}]", "kept = 1", "", f"[{self.hand.items}.box]", "shelf = 1"]

    def several_lines(self, table: Mapping[str, str], owner: str) -> str:
        """An inline table over several lines, as TOML 1.1 allows."""
        names = self.order(table)
        comma = self.chance.choice([",", ""])
        lines = [
            f"  {self.key(name)} = {table[name]}{',' if name != names[-1] else comma}{self.trailing(owner)}"
            for name in names
        ]
        return "\n".join(["{", *lines, "}"])

    def members(self, items: list[tuple[str, str]]) -> None:
        """All prescriptions as one array."""
        between = {"line": ", ", "hugging": ",\n" + self.hand.margin}.get(self.hand.array)
        if between is not None:
            inside = between.join(text for _, text in items)
            self.lines.append(f"{self.hand.items} = [{inside}]{self.trailing('array')}")
            return
        self.lines.append(f"{self.hand.items} = [{self.trailing('array')}")
        for number, (owner, text) in enumerate(items):
            self.divider()
            self.remark(owner, self.hand.margin)
            comma = "," if number < len(items) - 1 or self.chance.random() < 0.5 else ""
            self.lines.append(f"{self.hand.margin}{text}{comma}{self.trailing(owner)}")
        self.lines.append("]")

    def text(self) -> str:
        text = "\n".join(self.lines).strip("\n")
        return (text + ("\n" if self.hand.final_newline else "")).replace("\n", self.hand.newline)


def hand_written_plan(chance: random.Random) -> str:
    """A valid plan file, different each time: same order of chance, same file."""
    writer = Writer(chance)
    slots = {name: chance.choice(TIMES[name]) for name in chance.sample(list(TIMES), chance.randint(1, 3))}
    if chance.random() < 0.4:
        writer.lines += [writer.comment("file"), ""]
    writer.statements(_top(chance), "plan")
    way = chance.choice(["header", "header", "header", "inline", "dotted"])
    if way == "inline":
        writer.lines.append(f"slots = {writer.inline(slots)}{writer.trailing('slots')}")
    elif way == "dotted":
        writer.statements(slots, "slots", "slots.")
    items = [_item(chance, number, list(slots)) for number in range(chance.randint(0, 6))]
    if writer.hand.array == "tables" or not items:
        _tables(writer, slots if way == "header" else {}, items)
    else:
        _array(writer, slots if way == "header" else {}, items)
    if chance.random() < 0.3:
        writer.lines += ["", writer.comment("end")]
    return writer.text()


def _top(chance: random.Random) -> dict[str, str]:
    optional = {
        "id": '"0b6e6f0e-0000-4000-8000-000000000001"',
        "start": "2026-11-23",
        "weeks": chance.choice(["6", "1_2"]),
        "painful-side": "'left'",
        "safety-checked": "2026-11-20",
        "note": chance.choice(NOTES),
        "therapist": '{ name = "A. B.", days = [1, 2] }',
        "version-control": "true",
    }
    return {"format": "1", "title": '"Low back"', **{k: v for k, v in optional.items() if chance.random() < 0.5}}


Item = tuple[dict[str, str], dict[str, str], dict[str, str]]


def _item(chance: random.Random, number: int, slots: list[str]) -> Item:
    exercise = chance.choice(EXERCISES)
    optional = {
        "id": f'"row-{number}"',
        "guidance": '"camden-msk"',
        "side": chance.choice(['"left"', "'right'"]),
        "note": chance.choice(NOTES),
        "colour": '"blue"',
    }
    top = {"exercise": f'"{exercise}"', "variant": '"hold"'}
    top |= {key: value for key, value in optional.items() if chance.random() < (0.8 if key == "id" else 0.4)}
    numbers = chance.sample(["sets", "reps", "hold", "duration", "rest"], chance.randint(0, 4))
    dose = {name: chance.choice(AMOUNTS) for name in numbers}
    if chance.random() < 0.2:
        dose |= {"count": '"alternating"', "band": "{ colour = 'red' }"}
    when = {slot: chance.choice(DAYS) for slot in chance.sample(slots, chance.randint(0, len(slots)))}
    return top, dose, when


def _tables(writer: Writer, slots: dict[str, str], items: list[Item]) -> None:
    late = writer.chance.random() < 0.2
    other_at = writer.chance.randrange(12)
    if slots and not late:
        writer.slots(slots)
    for number, (top, dose, when) in enumerate(items):
        writer.blank()
        writer.divider()
        if number == other_at:
            writer.remark("other")
            writer.lines += ["[other]", "kept = 1", ""]
        writer.item(top, dose, when, _owner(top, number))
    if slots and late:
        writer.slots(slots)


def _array(writer: Writer, slots: dict[str, str], items: list[Item]) -> None:
    members = []
    for number, (top, dose, when) in enumerate(items):
        tables = {"dose": dose, "when": when}
        top |= {name: writer.inline(table) for name, table in tables.items() if table}
        members.append((_owner(top, number), writer.inline(top)))
    writer.members(members)
    if slots:
        writer.slots(slots)


def _owner(top: Mapping[str, str], number: int) -> str:
    return top.get("id", f"no id {number}").strip('"')
