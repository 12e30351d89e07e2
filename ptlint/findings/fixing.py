"""Fixing a page in passes until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ptlint.findings.edits import apply_edits, together
from ptlint.findings.finding import Finding
from ptlint.record import record
from ptlint.source.source import Source, read
from ptlint.source.unreadable import UnreadableFile

#: More passes than this mean that fixes feed on each other.
MOST_PASSES = 10

Look = Callable[[Source], Sequence[Finding]]


class CannotFix(ValueError):  # noqa: N818 - it says what happened
    """The page cannot be written back as it was read; the message says why."""


@record
class Fixed:
    """What fixing made of a page.

    Attributes:
        source: the page as it is now; its bytes are ``source.encode(source.text)``.
        applied: the findings that were fixed, in the order of the passes.
        circle: the rules whose fixes undo each other, if some do; the page is as it was
            before they began.
    """

    source: Source
    applied: tuple[Finding, ...] = ()
    circle: tuple[str, ...] = ()


def fix_source(source: Source, look: Look, unsafe: bool = False) -> Fixed:
    """Applies fixes, looks again, and so on until no fix is left.

    The result does not change when it is fixed again: where fixes undo each other the page
    goes back to the first text that came up twice.

    Args:
        look: the findings of a page that may be fixed.
        unsafe: apply fixes that need a look afterwards as well.

    Raises:
        CannotFix: the page's encoding cannot hold the result.
    """
    texts, steps = [source], [()]  # type: list[Source], list[tuple[Finding, ...]]
    for _ in range(MOST_PASSES):
        chosen = together(look(source), source.text, source.masked, unsafe)
        if not chosen:
            return Fixed(source, _all(steps))
        source = _edited(source, chosen)
        steps.append(chosen)
        known = [each.text for each in texts]
        if source.text in known:
            first = known.index(source.text)
            return Fixed(texts[first], _all(steps[: first + 1]), _rules(steps[first + 1 :]))
        texts.append(source)
    return Fixed(texts[0], (), _rules(steps[-2:]))


def _edited(source: Source, chosen: tuple[Finding, ...]) -> Source:
    """The page after one pass, read anew from the bytes it will have."""
    edits = [edit for finding in chosen if finding.fix for edit in finding.fix.edits]
    text = apply_edits(source.text, edits)
    try:
        again = read(source.path, source.encode(text), source.format)
    except UnicodeEncodeError as error:
        sign = error.object[error.start]
        raise CannotFix(
            f"cannot be fixed: its encoding, {source.encoding}, has no sign '{sign}'. "
            "Save the file as UTF-8 first."
        ) from error
    except UnreadableFile as error:
        raise CannotFix(f"cannot be fixed: the result {error.reason}") from error
    if (again.encoding, again.bom) != (source.encoding, source.bom):
        raise CannotFix(
            f"cannot be fixed: it is read as {source.encoding} now, and would be read as "
            f"{again.encoding} afterwards. Save the file as UTF-8 first."
        )
    return again


def _all(steps: Sequence[tuple[Finding, ...]]) -> tuple[Finding, ...]:
    return tuple(finding for step in steps for finding in step)


def _rules(steps: Sequence[tuple[Finding, ...]]) -> tuple[str, ...]:
    return tuple(sorted({finding.rule for finding in _all(steps)}))
