"""What a run checks and how strictly: the settings after configuration and command line."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptlint.record import field, record

if TYPE_CHECKING:
    from ptlint.config.active import Plan
    from ptlint.online.answers import Answers

PROFILES = ("default", "strict", "accessibility", "nhs")


@record
class Selection:
    """Which rules are on, and how they are set; the same for a run or for some of its paths.

    Attributes:
        select: only these (names, categories, aliases); empty means the profile's.
        extend_select: these as well.
        ignore: never these.
        severities: rule name to "error", "warning", "suggestion" or "off".
        options: rule name to option name to value.
        page_kind: a `PageKind` ("condition", "other" …) where the paths are known to be that.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    page_kind: str | None = None


@record
class Override:
    """A selection for the paths that match one of ``paths`` (globs below the root)."""

    paths: tuple[str, ...]
    selection: Selection


@record
class Settings:
    """The settings of a run.

    Attributes:
        root: the folder of the configuration file; globs and report paths start there.
        file: the configuration file, if there is one.
        today: the clock for rules about ages and dates.
        max_bytes: files larger than this are not read.
        contact: mail address or URL named to servers that online checks ask.
        online: how online checks ask (``ptlint.online.plan``).
        answers: what they were told; None in a run that asks nothing.
        plans: what ``ptlint.config.active.plan_for`` remembers: overrides that match to a plan.
    """

    selection: Selection = field(default_factory=Selection)
    overrides: tuple[Override, ...] = ()
    root: Path = field(default_factory=Path)
    file: Path | None = None
    paths: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = "error"
    max_warnings: int | None = None
    baseline: str | None = None
    rule_paths: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    today: datetime.date = field(default_factory=datetime.date.today)
    max_bytes: int = 20_000_000
    contact: str | None = None
    online: Mapping[str, Any] = field(default_factory=dict)
    answers: Answers | None = None
    plans: dict[tuple[int, ...], Plan] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
