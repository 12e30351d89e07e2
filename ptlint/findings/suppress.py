"""Suppression comments: ``ptlint-disable-next RULE -- reason`` and disable … enable regions.

They stand in whatever kind of comment the file has (HTML, MDX, Jinja, Blade, PHP …), so the
directive itself is looked for, not the comment's signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ptlint.findings.finding import Finding, Observation
from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.source import Source
from ptlint.source.span import Span

_DIRECTIVE = later(
    r"ptlint-(?P<verb>disable-next|disable|enable)\b"
    r"(?P<rules>(?:[ \t,]++(?!--)[a-z0-9]++(?:-[a-z0-9]++)*+)*+)"
)
_COMMENT_OPENING = later(r"<!--|\{#|\{\{--|\{/\*|/\*|<%#|<%--|<\?php|\{\{!|\{%|//")
_BETWEEN_NAMES = later(r"[,\s]+")
_REACH = 4000


@record
class Suppression:
    """A region in which the named rules are not reported (all rules if none is named).

    Attributes:
        directive: the span of the directive itself.
        region: where findings must begin to be suppressed.
    """

    directive: Span
    verb: str
    rules: tuple[str, ...]
    region: Span

    def covers(self, finding: Finding, about_page: bool) -> bool:
        if self.rules and not (finding.rule in self.rules or finding.category in self.rules):
            return False
        if about_page and self.verb == "disable" and self.rules:
            return True
        return self.region.start <= finding.span.start < self.region.end


def suppressions(source: Source, shown: Sequence[Span] = ()) -> tuple[Suppression, ...]:
    """Every suppression of a page with the region it holds for.

    Args:
        shown: code that the page shows to its readers; a comment there is only an example.
    """
    if "ptlint-" not in source.text:
        return ()
    directives = [
        (match, _names(match.group("rules")))
        for match in _DIRECTIVE.finditer(source.text)
        if _in_comment(source.text, match.start())
        and not any(span.contains(match.start()) for span in shown)
    ]
    return tuple(_regions(directives, source))


def apply(
    findings: Iterable[tuple[Finding, bool]], marks: tuple[Suppression, ...]
) -> tuple[list[Finding], int, list[Suppression]]:
    """The findings that stay, how many were suppressed, and the suppressions never needed."""
    kept: list[Finding] = []
    suppressed, used = 0, set()
    for finding, about_page in findings:
        covering = [mark for mark in marks if mark.covers(finding, about_page)]
        used.update(covering)
        suppressed += bool(covering)
        if not covering:
            kept.append(finding)
    return kept, suppressed, [mark for mark in marks if mark not in used]


def unused(
    marks: Iterable[Suppression], known: Mapping[str, object], ran: frozenset[str]
) -> Iterator[Observation]:
    """One observation for each suppression that suppresses nothing.

    Args:
        known: every rule and category name.
        ran: the names that were checked in this run; what did not run cannot be judged.
    """
    for mark in marks:
        strange = [name for name in mark.rules if name not in known]
        if strange:
            yield Observation(
                mark.directive,
                f"This comment names '{strange[0]}', which is no rule of ptlint, "
                "so it suppresses nothing. Correct the name or remove the comment.",
            )
        elif not mark.rules or any(name in ran for name in mark.rules):
            what = ", ".join(f"'{name}'" for name in mark.rules) or "any rule"
            yield Observation(
                mark.directive,
                f"This comment suppresses {what}, but nothing is reported there any more. "
                "Remove the comment.",
            )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _BETWEEN_NAMES.split(text) if name)


def _in_comment(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rsplit("\n", 1)[-1]
    return _COMMENT_OPENING.search(before) is not None


def _regions(
    directives: list[tuple[re.Match[str], tuple[str, ...]]], source: Source
) -> Iterator[Suppression]:
    for index, (match, names) in enumerate(directives):
        span, verb = Span(match.start(), match.end("rules")), match.group("verb")
        if verb == "disable-next":
            yield Suppression(span, verb, names, _next_line(match.end(), source))
        elif verb == "disable":
            end = _enabled_at(directives[index + 1 :], names, len(source.text) + 1)
            yield Suppression(span, verb, names, Span(match.start(), end))


def _next_line(offset: int, source: Source) -> Span:
    line = source.position(offset).line
    rest = source.lines.line_span(line)
    last = line + 1
    while last < source.lines.count and not source.slice(source.lines.line_span(last)).strip():
        last += 1
    end = source.lines.line_span(min(last, source.lines.count)).end
    return Span(offset, max(end, rest.end) + 1)


def _enabled_at(
    later: list[tuple[re.Match[str], tuple[str, ...]]], names: tuple[str, ...], end: int
) -> int:
    for match, enabled in later:
        if match.group("verb") == "enable" and (not enabled or set(enabled) & set(names)):
            return match.start()
    return end
