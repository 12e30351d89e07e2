"""The tables of WAI-ARIA: which roles and attributes there are and how they go together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from ptlint.pattern import later
from ptlint.record import record

_INTEGER = later(r"[+-]?\d++")
_NUMBER = later(r"[+-]?(?:\d++(?:\.\d++)?|\.\d++)(?:[eE][+-]?\d++)?")
#: Types that any text is of.
FREE_TYPES = frozenset({"ids", "string"})
_FIXED = {
    "true/false": ("true", "false"),
    "true/false/undefined": ("true", "false", "undefined"),
    "tristate": ("true", "false", "mixed", "undefined"),
}


@record
class Role:
    """A role of WAI-ARIA 1.2 or one of its modules.

    Attributes:
        inherits: the roles it is a kind of, abstract ones included.
        properties: the attributes it supports beside the global ones.
        required: the attributes that an author has to give.
        context: the roles one of which must surround it.
        owns: the roles it may, and one of which it must, contain.
        unnamed: authors must not name it.
        named_by_content: its text is its name.
        presentational_children: assistive technology takes its content as plain text.
    """

    inherits: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()
    required: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    owns: tuple[str, ...] = ()
    unnamed: bool = False
    named_by_content: bool = False
    presentational_children: bool = False
    deprecated: bool = False

    @property
    def widget(self) -> bool:
        return "widget" in self.inherits


@record
class Property:
    """An ARIA state or property: the type of its value, and whether every role has it."""

    type: str
    values: tuple[str, ...] = ()
    everywhere: bool = False
    deprecated: bool = False


@cache
def _tables() -> dict[str, Any]:
    path = Path(__file__).parent / "data" / "aria.json"
    tables: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return tables


@cache
def roles() -> dict[str, Role]:
    """Every role that an author may use, by name."""
    return {name: _role(entry) for name, entry in _tables()["roles"].items()}


def _role(entry: dict[str, Any]) -> Role:
    return Role(
        inherits=frozenset(entry.get("inherits", ())),
        properties=frozenset(entry.get("properties", ())),
        required=tuple(entry.get("required", ())),
        context=tuple(entry.get("context", ())),
        owns=tuple(entry.get("owns", ())),
        unnamed="unnamed" in entry,
        named_by_content="named_by_content" in entry,
        presentational_children="presentational_children" in entry,
        deprecated="deprecated" in entry,
    )


@cache
def abstract_roles() -> frozenset[str]:
    """Roles of the taxonomy that no author may use."""
    return frozenset(_tables()["abstract"])


@cache
def properties() -> dict[str, Property]:
    """Every ARIA state and property, by attribute name."""
    return {
        name: Property(
            entry["type"],
            tuple(entry.get("values", ())),
            bool(entry.get("global")),
            bool(entry.get("deprecated")),
        )
        for name, entry in _tables()["attributes"].items()
    }


@cache
def roles_where(flag: str) -> frozenset[str]:
    """The roles with a trait: "widget", "named_by_content", "presentational_children"…"""
    return frozenset(name for name, role in roles().items() if getattr(role, flag))


@cache
def kinds_of(role: str) -> frozenset[str]:
    """The role and every role that is a kind of it."""
    return frozenset({role} | {name for name, each in roles().items() if role in each.inherits})


def is_valid(prop: Property, value: str) -> bool:
    """Whether a value is of the property's type (WAI-ARIA 1.2, section 6.2.4)."""
    value = value.strip()
    if prop.type == "integer":
        return bool(_INTEGER.fullmatch(value))
    if prop.type == "number":
        return bool(_NUMBER.fullmatch(value))
    if prop.type == "id":
        return not re.search(r"\s", value)
    if prop.type in FREE_TYPES:
        return True
    allowed = _FIXED.get(prop.type, prop.values)
    tokens = value.lower().split() if prop.type == "tokens" else [value.lower()]
    return all(token in allowed for token in tokens)


def allowed_values(prop: Property) -> tuple[str, ...]:
    """The values to choose from, empty where any number, text or id will do."""
    return _FIXED.get(prop.type, prop.values)


def first_valid(tokens: Iterable[str]) -> str | None:
    """The role that a ``role`` attribute's tokens give: the first one there is."""
    known = roles()
    return next((token for token in tokens if token in known), None)
