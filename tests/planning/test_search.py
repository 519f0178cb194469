"""What someone who types into the search box finds, and in which order."""

import unicodedata
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.model import Action, Exercise, Library, Sides, StartingPosition, Variant
from planner.planning import ranking
from planner.planning.filters import Choice
from planner.planning.folding import fold_letters, highlight
from planner.planning.ranking import FIELD_END
from planner.planning.search import (
    NOTHING_NEEDED,
    Closeness,
    Filters,
    SearchIndex,
    Where,
    entry_of,
    fold,
    index_of,
    search,
)
from planner.planning.word_places import flags
from tests.planning.sample import LIBRARY

INDEX = index_of(LIBRARY)


def found(query: str, filters: Filters | None = None, index: SearchIndex = INDEX) -> list[str]:
    return [hit.exercise for hit in search(index, query, filters or Filters())]


def index_with(*names: str) -> SearchIndex:
    variant = Variant("v", "", Action.HOLD, Sides.NONE)
    exercises = (Exercise(name, name, StartingPosition.PRONE, (variant,)) for name in names)
    return index_of(Library("", tuple(exercises)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élévation  latérale", "elevation laterale"),
        ("E\u0301le\u0301vation", "elevation"),
        ("Four-point kneeling", "four point kneeling"),
        ("Child's pose", "childs pose"),
        ("Child’s pose", "childs pose"),
        ("GROẞ und groß", "gross und gross"),
        ("Smørbrød, œuvre, Łódź", "smorbrod oeuvre lodz"),
        ("ﬁnger 90°", "finger 90"),
        (" \t—", ""),
    ],
)
def test_case_accents_and_punctuation_are_folded_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "M"])))
def test_folding_goes_letter_by_letter_so_that_highlights_find_their_way_back(text: str) -> None:
    assert fold_letters(text) == "".join(fold_letters(character) for character in text)


def test_an_empty_query_lists_all_by_starting_position_and_then_as_in_the_library() -> None:
    order = ["back-extension-standing", "walking", "neck-turn", "single-knee-hug", "double-knee-hug", "knee-roll"]
    assert found("") == order
    assert found(" - ") == order


def test_the_start_of_a_name_ranks_above_the_start_of_a_word_and_that_above_the_middle() -> None:
    index = index_with("Sidebend", "Low bend", "Bend, low", "Unbending", "Bend")
    assert found("bend", index=index) == ["Bend", "Bend, low", "Low bend", "Sidebend", "Unbending"]
    hits = search(index, "bend")
    assert [hit.closeness for hit in hits] == [
        Closeness.WHOLE,
        Closeness.START,
        Closeness.WORD_START,
        Closeness.INSIDE,
        Closeness.INSIDE,
    ]


def test_words_side_by_side_rank_above_the_same_words_apart() -> None:
    index = index_with("Hug the knee", "Single knee hug", "Kneehug", "Knee hug")
    assert found("knee hug", index=index) == ["Knee hug", "Single knee hug", "Hug the knee", "Kneehug"]


def test_names_rank_above_other_names_these_above_aims_and_these_above_equipment() -> None:
    variant = Variant("v", "", Action.HOLD, Sides.NONE)
    plain = Exercise("", "Nothing", StartingPosition.PRONE, (variant,))
    exercises = (
        evolve(plain, id="equipment", equipment=("towel",)),
        evolve(plain, id="aim", aim="To use a towel"),
        evolve(plain, id="other", other_names=("with the towel",)),
        evolve(plain, id="name", name="With some towel"),
    )
    index = index_of(Library("", exercises))
    assert found("towel", index=index) == ["name", "other", "aim", "equipment"]
    assert [hit.where for hit in search(index, "towel")] == [
        Where.NAME,
        Where.OTHER_NAME,
        Where.AIM,
        Where.EQUIPMENT,
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ROTACION", "knee-roll"),
        ("knee to chest", "single-knee-hug"),
        ("mckenzie", "back-extension-standing"),
        ("massage", "double-knee-hug"),
        ("pillow", "knee-roll"),
        ("on your back, knees bent", "knee-roll"),
        ("crook-lying", "knee-roll"),
        ("rocking", "double-knee-hug"),
        ("neck leaflet", "neck-turn"),
        ("camden", "back-extension-standing"),
        ("acute lower", "back-extension-standing"),
        ("roll lumbar", "knee-roll"),
        ("hug hip", "single-knee-hug"),
    ],
)
def test_everything_people_call_an_exercise_by_finds_it(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_every_word_has_to_be_there() -> None:
    assert found("knee towel") == ["single-knee-hug", "double-knee-hug"]
    assert found("knee towel pillow") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("extention", "back-extension-standing"),
        ("exension", "back-extension-standing"),
        ("extennsion", "back-extension-standing"),
        ("etxension", "back-extension-standing"),
        ("extenti", "back-extension-standing"),
        ("snigle hug", "single-knee-hug"),
        ("rotatino", "knee-roll"),
    ],
)
def test_one_slip_of_the_pen_is_forgiven_where_nothing_else_is_found(typed: str, meant: str) -> None:
    hits = search(INDEX, typed)
    assert hits[0].exercise == meant
    assert {hit.closeness for hit in hits} == {Closeness.MISSPELT}


def test_scattered_letters_are_a_last_resort() -> None:
    hits = search(INDEX, "knrl")
    assert [hit.exercise for hit in hits] == ["knee-roll"]
    assert hits[0].closeness is Closeness.SCATTERED
    assert not hits[0].closeness.is_exact
    assert "knee-roll" not in found("hug")


def test_what_is_nowhere_is_not_found() -> None:
    assert found("zzz") == []
    assert found("x", index=index_with("Bend")) == []
    assert found("bend", index=index_with()) == []


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("hug", ["hug"]),
        ("hu sing", ["Sing", "hu"]),
        ("knee", ["knee"]),
        ("ngl", ["ngl"]),
        ("towel", []),
        ("snglhg", ["S", "ngl", "h", "g"]),
        ("hgu", ["hug"]),
    ],
)
def test_what_was_found_is_marked_in_the_name(query: str, marked: list[str]) -> None:
    hit = next(hit for hit in search(INDEX, query) if hit.exercise == "single-knee-hug")
    assert [hit.entry.name[start:end] for start, end in hit.spans] == marked


def test_marks_cover_the_letters_as_they_are_written() -> None:
    for name, word, marked in (
        ("Die Größe", "grosse", "Größe"),
        ("le e\u0301le\u0301ment", "ele", "e\u0301le\u0301"),
        ("ﬁnger", "f", "ﬁ"),
        ("Child's pose", "childs", "Child's"),
        ("unbend or bend", "bend", "bend"),
    ):
        spans = highlight(name, (word,))
        assert [name[start:end] for start, end in spans] == [marked]
    assert highlight("unbend or bend", ("bend",)) == ((10, 14),)


@given(st.text(max_size=20), st.lists(st.text(max_size=12), max_size=5))
def test_any_text_can_be_searched_for_in_any_names(query: str, names: list[str]) -> None:
    index = index_with(*dict.fromkeys(names))
    for hit in search(index, query):
        for start, end in hit.spans:
            assert 0 <= start < end <= len(hit.entry.name)
        if hit.closeness.is_exact:
            assert all(word in fold(f"{hit.entry.name} hold held no side on your front prone") for word in hit.words)


few_letters = st.text("abc ", max_size=8)


@given(st.lists(few_letters, max_size=40), st.text("abc", min_size=1, max_size=4))
def test_where_a_part_of_a_word_stands(names: list[str], part: str) -> None:
    index = index_with(*dict.fromkeys(names))
    there = flags(index.words.holding(part), len(index.texts))
    assert [part in text for text in index.texts] == list(map(bool, there[: len(index.texts)]))


@given(st.lists(few_letters, max_size=40), st.text("abcx ", max_size=8).filter(str.strip))
def test_a_search_finds_what_going_through_all_texts_finds(names: list[str], query: str) -> None:
    index = index_with(*dict.fromkeys(names))
    words = tuple(dict.fromkeys(query.split()))
    meanings = [ranking.meanings(word, index.words.vocabulary) for word in words]
    wanted = gone_through(index, [(word,) for word in words]) or gone_through(index, meanings)
    hits = [hit for hit in search(index, query) if hit.closeness is not Closeness.SCATTERED]
    assert {hit.exercise: (hit.words, hit.where) for hit in hits} == wanted


def gone_through(index: SearchIndex, meanings: Sequence[Sequence[str]]) -> dict[str, tuple[tuple[str, ...], int]]:
    """The exercises that hold a meaning of every word: the first that is there, and the furthest field of them all."""
    found = {}
    for entry, text in zip(index.grouped, index.texts, strict=True):
        if all(any(word in text for word in each) for each in meanings):
            words = tuple(next(word for word in each if word in text) for each in meanings)
            found[entry.id] = words, max(text.count(FIELD_END, 0, text.find(word)) for word in words)
    return found


@given(st.sampled_from([exercise.name for exercise in LIBRARY.exercises]), st.integers(1, 8))
def test_what_is_typed_of_a_name_always_finds_it(name: str, letters: int) -> None:
    assert name in [hit.entry.name for hit in search(INDEX, name[:letters])]


def test_filters_hold_for_one_way_of_an_exercise_at_a_time() -> None:
    assert found("", Filters(action=Action.ROCK)) == ["double-knee-hug"]
    assert found("", Filters(action=Action.ROCK, source="stretches")) == ["double-knee-hug"]
    # Camden speaks of the double knee hug, but of its held way only.
    assert found("", Filters(action=Action.ROCK, source="camden")) == []
    assert found("", Filters(position=StartingPosition.SUPINE, sides=Sides.BOTH)) == ["single-knee-hug"]
    assert found("hug", Filters(position=StartingPosition.STANDING)) == []
    assert found("knee", Filters(sides=Sides.ONE)) == ["knee-roll"]


def test_equipment_is_filtered_with_no_equipment_as_a_choice() -> None:
    assert found("", Filters(equipment="pillow")) == ["knee-roll"]
    assert "double-knee-hug" not in found("", Filters(equipment=NOTHING_NEEDED))
    assert "knee-roll" in found("", Filters(equipment=NOTHING_NEEDED))


def test_choices_say_how_many_exercises_they_would_leave() -> None:
    choices = INDEX.choices()
    assert choices.action == (
        Choice("hold", "held", 4),
        Choice("repeat", "repeated", 3),
        Choice("rock", "rocking", 1),
        Choice("activity", "activity", 1),
    )
    assert [choice.label for choice in choices.position] == [
        "standing",
        "sitting",
        "on your back",
        "on your back, knees bent",
    ]
    assert [choice.label for choice in choices.sides] == ["no side", "one side", "both sides"]
    assert choices.source[1] == Choice("stretches", "Lower Back Stretches", 4)
    assert choices.equipment[0] == Choice(NOTHING_NEEDED, "no equipment", 4)


def test_choices_count_with_the_other_filters_as_they_are() -> None:
    filters = Filters(action=Action.ROCK)
    choices = INDEX.choices(filters)
    assert choices.action == INDEX.choices().action
    assert choices.source == (
        Choice("camden", "Camden MSK", 0),
        Choice("stretches", "Lower Back Stretches", 1),
        Choice("neck", "Neck leaflet", 0),
    )
    for choice in choices.source:
        assert choice.count == len(search(INDEX, "", evolve(filters, source=choice.value)))
    for choice in choices.equipment:
        assert choice.count == len(search(INDEX, "", evolve(filters, equipment=choice.value)))
    for choice in choices.sides:
        assert choice.count == len(search(INDEX, "", evolve(filters, sides=Sides(choice.value))))


def test_an_index_of_light_entries_finds_what_the_whole_library_finds() -> None:
    light = SearchIndex(tuple(entry_of(exercise) for exercise in LIBRARY.exercises))
    assert found("knee towel", index=light) == found("knee towel")
    assert light.choices().source[0].label == "camden"
