"""Reading one rule page: TOML front matter, then Markdown with reported and accepted examples."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ptlint.catalogue.rule import Option, Rule, RulePageError, Scope
from ptlint.findings.finding import Severity
from ptlint.pattern import later
from ptlint.record import record

#: In an example, what stands between these signs is what the finding must point at.
OPENING, CLOSING = "⟦", "⟧"

_FENCE = later(
    r"^(?P<fence>`{3,}+)(?P<info>[^`\n]*+)\n(?P<body>.*?)^(?P=fence)[ \t]*+$", re.M | re.S
)
_SECTION = later(r"^## +(.+?) *+$", re.M)
_KINDS = ("words", "patterns", "measure")
#: Categories whose rules read markup and references, not prose.
_ANY_LANGUAGE = ("accessibility", "references", "structured-data", "site", "suppression")
_KNOWN = {
    "title", "severity", "check", "kind", "fix", "formats", "scope", "profiles", "wcag", "act",
    "axe", "standards", "english", "elements", "aliases", "options", "profile-options", "data",
}  # fmt: skip


@record
class Example:
    """An example of a rule page.

    Attributes:
        reported: the rule must speak, at exactly the ``marked`` places (anywhere if none).
        format: "html", "markdown" or "text".
        marked: offsets of the words that must be reported, in ``text``.
        settings: words after the format, such as ``limit=12`` or ``path=a/b.md``.
    """

    reported: bool
    format: str
    text: str
    marked: tuple[tuple[int, int], ...]
    settings: Mapping[str, str]


@record
class RulePage:
    """A rule with the body of its page and its examples."""

    rule: Rule
    body: str
    examples: tuple[Example, ...]


def read_page(path: Path) -> RulePage:
    """Reads and validates one rule page.

    Raises:
        RulePageError: front matter or examples are missing or wrong.
    """
    text = path.read_text(encoding="utf-8")
    if not text.startswith("+++\n") or "\n+++\n" not in text[4:]:
        raise RulePageError(f"{path}: a rule page starts with TOML between +++ lines")
    head, body = text[4:].split("\n+++\n", 1)
    try:
        data = tomllib.loads(head + "\n")
    except tomllib.TOMLDecodeError as error:
        raise RulePageError(f"{path}: {error}") from error
    examples = tuple(_examples(body))
    _require_examples(path, examples)
    return RulePage(_rule(path, data, body), body.strip() + "\n", examples)


def _rule(path: Path, data: Mapping[str, Any], body: str) -> Rule:
    unknown = set(data) - _KNOWN
    if unknown:
        raise RulePageError(f"{path}: unknown keys {', '.join(sorted(unknown))}")
    missing = {"title", "severity"} - set(data)
    if missing or not ("check" in data or "kind" in data):
        needed = sorted(missing) or ["check or kind"]
        raise RulePageError(f"{path}: the front matter lacks {', '.join(needed)}")
    category = path.parent.name
    try:
        severity, scope = Severity(data["severity"]), Scope(data.get("scope", "any"))
    except ValueError as error:
        raise RulePageError(f"{path}: {error}") from error
    return Rule(
        name=path.stem,
        category=category,
        title=data["title"],
        severity=severity,
        check=_check(path, data),
        summary=_summary(body),
        advice=_section(body, "How to fix"),
        fix=data.get("fix", "none"),
        formats=tuple(data.get("formats", ("html", "markdown", "text"))),
        scope=scope,
        english=data.get("english", category not in _ANY_LANGUAGE),
        elements=data.get("elements", False),
        profiles=_profiles(category, data),
        options=tuple(_options(path, data.get("options", {}))),
        profile_options=data.get("profile-options", {}),
        data=data.get("data", {}),
        path=f"{category}/{path.name}",
        **{key: tuple(data.get(key, ())) for key in ("wcag", "act", "axe", "standards", "aliases")},
    )


def _check(path: Path, data: Mapping[str, Any]) -> str:
    if "check" in data:
        return str(data["check"])
    if data["kind"] not in _KINDS:
        raise RulePageError(f"{path}: kind must be one of {', '.join(_KINDS)}")
    return f"kinds.{data['kind']}:check"


def _profiles(category: str, data: Mapping[str, Any]) -> tuple[str, ...]:
    named = tuple(data.get("profiles", ("default", "strict", "nhs")))
    concerns_access = category == "accessibility" or "wcag" in data
    return named + (("accessibility",) if concerns_access and "default" in named else ())


def _options(path: Path, table: Mapping[str, Any]) -> list[Option]:
    for name, entry in table.items():
        if not isinstance(entry, dict) or set(entry) != {"default", "doc"}:
            raise RulePageError(f"{path}: option {name} needs exactly 'default' and 'doc'")
    return [Option(name, entry["default"], entry["doc"]) for name, entry in table.items()]


def _summary(body: str) -> str:
    first = next((part for part in body.strip().split("\n\n") if not part.startswith("#")), "")
    return " ".join(first.split())


def _section(body: str, title: str) -> str:
    heads = list(_SECTION.finditer(body))
    for index, head in enumerate(heads):
        if head.group(1).lower() == title.lower():
            end = heads[index + 1].start() if index + 1 < len(heads) else len(body)
            return body[head.end() : end].strip()
    return ""


def _examples(body: str) -> list[Example]:
    found = []
    for fence in _FENCE.finditer(body):
        words = fence.group("info").split()
        if len(words) >= 2 and words[1] in ("reported", "accepted"):
            settings = dict(word.split("=", 1) for word in words[2:])
            text, marked = unmark(fence.group("body"))
            found.append(Example(words[1] == "reported", words[0], text, marked, settings))
    return found


def unmark(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """An example without its ⟦ ⟧ signs, and the offsets of what stood between them."""
    clean, marked, start, at = [], [], 0, 0
    for piece in re.split(f"([{OPENING}{CLOSING}])", text):
        if piece == OPENING:
            start = at
        elif piece == CLOSING:
            marked.append((start, at))
        else:
            clean.append(piece)
            at += len(piece)
    return "".join(clean), tuple(marked)


def _require_examples(path: Path, examples: tuple[Example, ...]) -> None:
    for kind, wanted in (("reported", True), ("accepted", False)):
        if not any(example.reported is wanted for example in examples):
            raise RulePageError(f"{path}: no example marked '{kind}'")
