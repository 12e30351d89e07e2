"""A rule as its page in ``rules/`` describes it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ptlint.findings.finding import Severity
from ptlint.record import field, record


class RulePageError(ValueError):
    """A rule page that cannot be used; the message names the page and what is missing."""


class Scope(StrEnum):
    """Which pages a rule is about."""

    ANY = "any"
    CONDITION = "condition"
    HEALTH = "health"
    WHOLE = "whole"


@record
class Option:
    """A setting of a rule: its default, and what it means, for the writer."""

    name: str
    default: Any
    doc: str


@record
class Rule:
    """Everything known of a rule without reading its page's body.

    Attributes:
        name: kebab-case, says what is wrong, never changes its meaning.
        title: the fault in one line.
        check: ``module:function`` below ``ptlint.checks``.
        fix: "safe", "unsafe" or "none".
        formats: the formats it can judge.
        english: it judges English prose and stays silent on other languages.
        elements: it judges elements alone, so a Markdown page without tags has nothing for it.
        scope: any page, condition pages only, all that advise on health, or whole documents only.
        profiles: the profiles in which it is on.
        summary: the first paragraph of the page's body.
        advice: the text under "How to fix".
        aliases: further names that select it (groups share one).
    """

    name: str
    category: str
    title: str
    severity: Severity
    check: str
    summary: str = ""
    advice: str = ""
    fix: str = "none"
    formats: tuple[str, ...] = ("html", "markdown", "text")
    scope: Scope = Scope.ANY
    english: bool = True
    elements: bool = False
    profiles: tuple[str, ...] = ("default", "strict", "nhs")
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    axe: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    profile_options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""

    @property
    def online(self) -> bool:
        """Does it read what servers said? Such rules are silent without ``--online``."""
        return self.check.startswith("online.")

    def answers_to(self, selector: str) -> bool:
        """Is the rule meant by a name, a category, an alias or "all"?"""
        return selector in (self.name, self.category, "all") or selector in self.aliases
