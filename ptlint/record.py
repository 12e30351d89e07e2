"""Frozen, slotted data classes whose making costs next to nothing.

A run of one page imports about 130 of them. ``dataclasses.dataclass(frozen=True, slots=True)``
writes and compiles seven functions for each, 0.45 ms a class: 60 ms of CPU at every start, a
quarter of what a commit hook may cost (``benchmarks/cold_start.py``). ``record`` means the same
for readers and type checkers, but compiles one function, ``__init__``, and only when the first
value of the class is made; what compares, hashes and shows values is shared by all classes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from functools import cache
from operator import attrgetter, eq, ge, gt, le, lt
from types import CodeType, FunctionType
from typing import Any, Generic, TypeVar, cast, dataclass_transform, overload

__all__ = ["as_table", "field", "lazy", "record", "replace"]

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, eq: bool = True, order: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[T] | None = None, /, *, eq: bool = True, order: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """A class of values that cannot be changed, from its annotated fields.

    Args:
        eq: values are equal when their fields are, not only when they are the same object.
        order: values compare as the tuples of their fields.

    Fields may have defaults, also ``dataclasses.field`` with ``default``, ``default_factory``,
    ``init``, ``repr`` and ``compare``. A class with a ``lazy`` value keeps a ``__dict__``.
    """
    if cls is None:
        return lambda made: _recorded(made, eq, order)
    return _recorded(cls, eq, order)


class lazy(Generic[T]):  # noqa: N801 - used as ``property`` is
    """A value worked out when it is first asked for, and kept.

    It is ``functools.cached_property`` without the lock that the latter takes until Python 3.12,
    at every first question: a run asks tens of thousands. Two threads may both work it out.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, value: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, value: object, owner: type) -> T: ...
    def __get__(self, value: object | None, owner: type) -> lazy[T] | T:
        if value is None:
            return self
        # What stands in the value's own table is found there before this is asked again.
        found = value.__dict__[self._name] = self._work_out(value)
        return found


def replace(value: T, **changes: Any) -> T:
    """A copy of a record with some fields changed.

    Raises:
        TypeError: a change names no field of the record.
    """
    given = {each.name: getattr(value, each.name) for each in _fields(value) if each.init}
    return type(value)(**{**given, **changes})


def as_table(value: object) -> Any:
    """A record as a dictionary, the records inside it too, as JSON wants them."""
    if hasattr(type(value), "__record_defaults__"):
        return {each.name: as_table(getattr(value, each.name)) for each in _fields(value)}
    if isinstance(value, list | tuple):
        return type(value)(as_table(each) for each in value)
    if isinstance(value, dict):
        return {key: as_table(each) for key, each in value.items()}
    return value


def _recorded(cls: type[T], by_fields: bool, order: bool) -> type[T]:
    names = tuple(cls.__annotations__)
    own = dict(vars(cls))
    defaults = {name: own.pop(name) for name in names if name in own}
    space = {**_SHARED, "__record_defaults__": defaults, "__match_args__": names}
    space["__init__"] = _first_init(names, defaults)
    if by_fields:
        space |= _comparing(tuple(name for name in names if _is_compared(defaults, name)), order)
    space |= {key: value for key, value in own.items() if key not in _LEFT_OUT}
    if not any(isinstance(each, lazy) for each in own.values()):
        space["__slots__"] = names
    made: type[T] = type(cls)(cls.__name__, cls.__bases__, space)  # type: ignore[misc]
    made.__qualname__ = cls.__qualname__
    return made


_LEFT_OUT = frozenset({"__dict__", "__weakref__"})


def _is_compared(defaults: dict[str, Any], name: str) -> bool:
    default = defaults.get(name)
    return default.compare if isinstance(default, Field) else True


def _fields(value: object) -> tuple[Field[Any], ...]:
    cls: Any = type(value)
    return _fields_of(cls)


@cache
def _fields_of(cls: Any) -> tuple[Field[Any], ...]:
    """What there is to know of each field; few classes are ever asked."""
    return tuple(_field(name, cls.__record_defaults__) for name in cls.__match_args__)


def _field(name: str, defaults: dict[str, Any]) -> Field[Any]:
    default = defaults.get(name, MISSING)
    described = default if isinstance(default, Field) else field(default=default)
    described.name = name
    return described


def _first_init(names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """An ``__init__`` that writes the real one when the first value is made."""

    def first(self: object, *args: object, **named: object) -> None:
        written = _shaped_init(type(self), names, defaults) or _init(type(self))
        type.__setattr__(type(self), "__init__", written)
        written(self, *args, **named)

    return first


def _shaped_init(
    cls: type, names: tuple[str, ...], defaults: dict[str, Any]
) -> Callable[..., None] | None:
    """An ``__init__`` like that of any other class of so many slots, if the fields are plain.

    Compiling one for each class costs ten times as much: 8 ms of CPU at every start.
    """
    fields = [each for each in defaults.values() if isinstance(each, Field)]
    plain = all(each.init and each.default_factory is MISSING for each in fields)
    known = {
        name: each.default if isinstance(each, Field) else each for name, each in defaults.items()
    }
    given = {name: each for name, each in known.items() if each is not MISSING}
    ordered = tuple(given) == names[len(names) - len(given) :]
    if not (plain and ordered and "__slots__" in vars(cls)):
        return None
    code = _shape(len(names)).replace(co_varnames=("self", *names))
    setters = {f"_set_{place}": getattr(cls, name).__set__ for place, name in enumerate(names)}
    return FunctionType(code, setters, "__init__", tuple(given.values()))


@cache
def _shape(count: int) -> CodeType:
    """The code of an ``__init__`` with so many fields, which stand there as numbers."""
    takes = "".join(f", value_{place}" for place in range(count))
    does = [f"_set_{place}(self, value_{place})" for place in range(count)]
    known: dict[str, FunctionType] = {}
    exec(f"def __init__(self{takes}):\n " + "\n ".join(does or ["pass"]), known)
    return known["__init__"].__code__


def _init(cls: Any) -> Callable[..., None]:
    known: dict[str, Any] = {"MISSING": MISSING}
    takes, does = [], []
    for each in _fields_of(cls):
        name = each.name
        known[f"_default_{name}"], known[f"_make_{name}"] = each.default, each.default_factory
        made = each.default_factory is not MISSING
        optional = f"=_default_{name}" if made or each.default is not MISSING else ""
        if each.init:
            takes.append(f"{name}{optional}")
        elif not made:
            does.append(f"{name} = _default_{name}")
        if made:
            does.append(f"{name} = _make_{name}()" if not each.init else _or_made(name))
        slot = getattr(cls, name, None)
        known[f"_set_{name}"] = getattr(slot, "__set__", None)
        # Past the refusal to change a value: through its slot, or where there is none, its table.
        does.append(f"_set_{name}(self, {name})" if slot else f"self.__dict__[{name!r}] = {name}")
    exec(f"def __init__(self, {', '.join(takes)}):\n " + "\n ".join(does or ["pass"]), known)
    return cast("Callable[..., None]", known["__init__"])


def _or_made(name: str) -> str:
    return f"{name} = _make_{name}() if {name} is MISSING else {name}"


def _refuse(self: object, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"{name!r} of a {type(self).__name__} cannot be changed")


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    given = [each.name for each in _fields(self) if each.init]
    return type(self), tuple(getattr(self, name) for name in given)


def _shown(self: object) -> str:
    names = [each.name for each in _fields(self) if each.repr]
    shown = [f"{name}={getattr(self, name)!r}" for name in names]
    return f"{type(self).__qualname__}({', '.join(shown)})"


_SHARED: dict[str, Any] = {
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
}


def _comparing(names: tuple[str, ...], order: bool) -> dict[str, Any]:
    """Equality, hash and order by the fields of these names."""
    values = attrgetter(*names) if names else lambda _: ()
    orders = (eq, lt, le, gt, ge) if order else (eq,)
    compared = {f"__{each.__name__}__": _compared(values, each) for each in orders}
    return {**compared, "__hash__": lambda self: hash(values(self))}


def _compared(
    values: Callable[[object], Any], by: Callable[[Any, Any], bool]
) -> Callable[[object, object], Any]:
    def compared(self: object, other: object) -> Any:
        same_kind = self.__class__ is other.__class__
        return by(values(self), values(other)) if same_kind else NotImplemented

    return compared
