"""How a run asks: the table ``[online]`` of the configuration, checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ptlint.config.load import ConfigError, nearest
from ptlint.config.settings import Settings
from ptlint.online.guard import is_public
from ptlint.online.services import Services
from ptlint.online.store import default_path
from ptlint.pattern import later
from ptlint.record import field, record

_KEYS: dict[str, type | tuple[type, ...]] = {
    "connections": int, "budget": (int, float), "timeout": (int, float), "skip": list,
    "store": str, "max-age": str,
}  # fmt: skip
_AGE = later(r"(?P<number>\d{1,6})\s?(?P<unit>[smhdw]?)")
_SECONDS = {"": 86_400, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


@record
class Plan:
    """The manner of asking.

    Attributes:
        contact: a mail address or page that servers can turn to.
        connections: requests under way at the same time, over all hosts.
        budget: seconds for all questions of a run together.
        timeout: seconds for one request.
        skip: hosts that are not asked, subdomains included.
        max_age: seconds after which a stored verdict does not count.
        allowed: which IP addresses may be spoken to.
    """

    contact: str | None = None
    connections: int = 20
    budget: float = 300.0
    timeout: float = 20.0
    skip: tuple[str, ...] = ()
    store: Path = field(default_factory=default_path)
    max_age: float = float("inf")
    services: Services = field(default_factory=Services)
    allowed: Callable[[str], bool] = is_public


def plan_of(settings: Settings, max_age: str | None = None) -> Plan:
    """The plan that settings describe.

    Args:
        max_age: the age given on the command line, which goes first.

    Raises:
        ConfigError: a key is unknown or a value cannot be used.
    """
    table = settings.online
    for key, value in table.items():
        if key not in _KEYS:
            raise ConfigError(f"online: unknown key '{key}'{nearest(key, _KEYS)}")
        if not isinstance(value, _KEYS[key]) or isinstance(value, bool):
            raise ConfigError(f"online: '{key}' has the wrong type ({type(value).__name__})")
    age = max_age if max_age is not None else table.get("max-age")
    return Plan(
        contact=settings.contact,
        connections=_between(table, "connections", 20, 1, 50),
        budget=float(_between(table, "budget", 300, 1, 86_400)),
        timeout=float(_between(table, "timeout", 20, 1, 300)),
        skip=tuple(str(each).lower() for each in table.get("skip", ())),
        store=settings.root / table["store"] if "store" in table else default_path(),
        max_age=float("inf") if age is None else seconds(age),
    )


def seconds(age: str) -> float:
    """An age such as "7d", "12h" or "0" in seconds; a bare number counts days.

    Raises:
        ConfigError: it is no age.
    """
    match = _AGE.fullmatch(age.strip().lower())
    if match is None:
        raise ConfigError(f"'{age}' is no age: write a number and s, m, h, d or w, such as 7d")
    return float(int(match["number"]) * _SECONDS[match["unit"]])


def _between(table: Any, key: str, default: int, least: int, most: int) -> Any:
    value = table.get(key, default)
    if not least <= value <= most:
        raise ConfigError(f"online: '{key}' is between {least} and {most}, not {value}")
    return value
