"""From what a check saw to a finding that stands on its own in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ptlint.catalogue.rule import Rule
from ptlint.digest import sha256
from ptlint.findings.finding import Finding, Note, Observation, Place, Related, Severity
from ptlint.record import replace
from ptlint.source.source import Source
from ptlint.source.span import Span

_EXCERPT = 160


def describe(
    seen: Observation, rule: Rule, severity: Severity, source: Source, path: str
) -> Finding:
    """The finding for one observation; ``severity`` is the one that settings decided."""
    written = source.slice(seen.span)
    words = "" if seen.about_page else written
    return Finding(
        rule=rule.name,
        category=rule.category,
        severity=severity,
        path=path,
        place=place_of(seen.span, source),
        message=seen.message,
        excerpt=_shortened(written),
        help=seen.help or rule.advice,
        span=seen.span,
        fingerprint=_fingerprint(rule.name, path, words or seen.message),
        related=tuple(_related(note, source) for note in seen.related) if seen.related else (),
        fix=seen.fix,
    )


def place_of(span: Span, source: Source) -> Place:
    told = source.lines.line_and_column
    return Place(*told(span.start), *told(span.end))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted, without repetitions, and with fingerprints that are unique on the page."""
    once = {(each.rule, each.span.start, each.span.end, each.message): each for each in findings}
    return tuple(_numbered(sorted(once.values(), key=lambda each: each.sort_key)))


def _numbered(findings: list[Finding]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for finding in findings:
        repeat = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        if repeat:
            yield replace(finding, fingerprint=f"{finding.fingerprint}-{repeat + 1}")
        else:
            yield finding


def _related(note: Note, source: Source) -> Related:
    return Related(place_of(note.span, source), note.message)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= _EXCERPT:
        return flat or text[:_EXCERPT]
    half = _EXCERPT // 2 - 2
    return f"{flat[:half]} … {flat[-half:]}"


def _fingerprint(rule: str, path: str, words: str) -> str:
    normalised = " ".join(words.casefold().split())
    key = "\0".join((rule, path.replace("\\", "/"), normalised))
    return sha256(key.encode("utf-8", "surrogateescape")).hex()[:16]
