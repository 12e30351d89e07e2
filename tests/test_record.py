"""Records mean what frozen data classes mean."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptlint.record import as_table, field, lazy, record, replace


@record
class Point:
    """A place."""

    x: int
    y: int = 2
    marks: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    x: int
    y: int = 2
    marks: tuple[str, ...] = ()


@record(order=True)
class Version:
    major: int
    minor: int = 0


@record(eq=False)
class Thing:
    name: str


@record
class Word:
    text: str

    @lazy
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@record
class Counted:
    of: int
    known: dict[str, int] = field(default_factory=dict, init=False)


@record
class Nothing:
    """No fields."""


def test_fields_are_given_by_place_by_name_or_by_default() -> None:
    assert Point(1) == Point(x=1, y=2) == Point(1, 2, (), [5])
    assert Point(1).seen is not Point(1).seen
    assert Counted(3).known == {}


@pytest.mark.parametrize(
    ("args", "named"), [((), {}), ((1, 2, (), [], 5), {}), ((1,), {"x": 1}), ((1,), {"z": 1})]
)
def test_wrong_fields_are_refused(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    for _ in range(2):  # the first value of a class and every later one
        with pytest.raises(TypeError):
            Point(*args, **named)


@pytest.mark.parametrize("value", [Point(1), Word("Arm"), Nothing(), Thing("a")])
def test_no_value_can_be_changed(value: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        value.x = 3
    with pytest.raises(FrozenInstanceError):
        del value.x


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
def test_records_compare_as_data_classes_do(a: int, b: int, c: int, d: int) -> None:
    assert (Point(a, b) == Point(c, d)) == (Pattern(a, b) == Pattern(c, d))
    assert (Version(a, b) < Version(c, d)) == ((a, b) < (c, d))
    assert (Version(a, b) >= Version(c, d)) == ((a, b) >= (c, d))
    if Point(a, b) == Point(c, d):
        assert hash(Point(a, b)) == hash(Point(c, d))


def test_values_of_other_classes_are_never_equal() -> None:
    pattern: object = Pattern(1)
    assert Point(1) != pattern
    assert Thing("a") != Thing("a")
    assert len({Thing("a"), Thing("a"), Nothing(), Nothing()}) == 3
    with pytest.raises(TypeError):
        _ = Version(1) < (1, 0)  # type: ignore[operator]


def test_a_value_shows_its_fields() -> None:
    assert repr(Point(1, 3)) == "Point(x=1, y=3, marks=())"
    assert Point.__doc__ == "A place."
    assert Point.__name__ == Point.__qualname__ == "Point"


def test_a_lazy_value_is_worked_out_once() -> None:
    word = Word("Arm")
    assert word.lower is word.lower
    assert word == Word("Arm")


@pytest.mark.parametrize("value", [Point(1, 5, ("a",)), Word("Arm"), Version(2), Counted(1)])
def test_a_value_survives_pickling_and_copying(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == copy.copy(value) == value


def test_replacing_fields() -> None:
    assert replace(Point(1, 5), x=2) == Point(2, 5)
    assert replace(Counted(1), of=2) == Counted(2)
    with pytest.raises(TypeError):
        replace(Point(1), z=2)


def test_a_record_as_a_table() -> None:
    nested = Point(1, marks=("a",), seen=[2])
    assert as_table((nested, {"at": Version(1)})) == (
        {"x": 1, "y": 2, "marks": ("a",), "seen": [2]},
        {"at": {"major": 1, "minor": 0}},
    )


def test_values_match_by_place() -> None:
    match Version(3, 4):
        case Version(3, minor):
            assert minor == 4
        case _:
            pytest.fail("a version is matched by its fields")


@record
class Plain:
    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainToo:
    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        ((1,), {}),
        ((1, "x", (2,)), {}),
        ((1, "x", (2,), 3), {}),
        ((), {"first": 1, "third": (4,)}),
        ((1,), {"first": 2}),
        ((1,), {"fourth": 2}),
        ((), {"second": "x"}),
    ],
)
def test_making_takes_and_refuses_what_a_data_class_does(
    given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    try:
        expected = PlainToo(*given, **named)
    except TypeError as refused:
        with pytest.raises(TypeError) as told:
            Plain(*given, **named)
        assert str(told.value) == str(refused).replace("PlainToo.", "")
        return
    made = Plain(*given, **named)
    assert (made.first, made.second, made.third) == (
        expected.first,
        expected.second,
        expected.third,
    )
