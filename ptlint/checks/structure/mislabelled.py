"""Items and sentences that stand under a heading of another role.

Risk factors listed as symptoms mislead patients: older age is nothing one can feel. What the
heading promises and what an item says is decided in ``ptlint.sections``; here the verdicts of
a page's stretches become findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.structure.moving import move_fix
from ptlint.checks.structure.naming import names_something_else
from ptlint.checks.structure.promises import Promise, promised_roles, promises
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.mapped import MappedText
from ptlint.page.model import Item, Page
from ptlint.prose.segmentation import sentences
from ptlint.record import record
from ptlint.sections.groups import judge_group
from ptlint.sections.prose import judge_paragraph, may_be_surgical
from ptlint.sections.verdicts import GroupVerdict, ItemCue
from ptlint.vocabulary import load

_SHOWN, _SHOWN_WORDS = 3, 60


@record
class _Statement:
    """An item or a sentence that is judged."""

    text: MappedText
    item: Item | None = None


def mislabelled(page: Page, options: Options) -> Iterator[Observation]:
    """One observation for each stretch of the article and each role that does not belong there.

    On a page that is named after something else than a condition, a test or a tube, "symptoms"
    may mean another thing: what is found there is suggested only.
    """
    for promise in page.once(promises):
        if not promise.roles or _is_title(promise, page):
            continue
        suggests = options.flag("suggestions")
        for statements, verdicts in _judged(promise, page, suggests):
            for verdict in verdicts:
                if verdict.level != "suggestion" or suggests:
                    yield _observation(page, promise, statements, verdict)


def _judged(
    promise: Promise, page: Page, suggests: bool
) -> Iterator[tuple[Sequence[_Statement], list[GroupVerdict]]]:
    """The items of a stretch as one group, and each of its paragraphs sentence by sentence."""
    items = [item for item in promise.items if item.text]
    verdicts = judge_group(promise.said, [item.text.text for item in items], page.condition)
    if verdicts:
        yield [_Statement(item.text, item) for item in items], verdicts
    # All that paragraphs can be told for sure is that they speak of operations.
    if not (suggests or may_be_surgical(promise.said)):
        return
    title = page.title.text if page.title else None
    for paragraph in promise.paragraphs:
        told = [
            _Statement(paragraph.text.slice(each.start, each.end))
            for each in sentences(paragraph.text.text)
        ]
        yield told, judge_paragraph(promise.said, _texts(told), page.condition, title)


def _texts(statements: Sequence[_Statement]) -> list[str]:
    return [each.text.text for each in statements]


def _is_title(promise: Promise, page: Page) -> bool:
    """The page's title announces the whole page, not what stands right below it."""
    return (
        promise.heading is not None
        and promise.lead_in is None
        and promise.label is None
        and (promise.heading.text == page.title)
    )


def _observation(
    page: Page, promise: Promise, statements: Sequence[_Statement], verdict: GroupVerdict
) -> Observation:
    told = [statements[number] for number in verdict.items]
    names = _names(verdict)
    exists = bool(set(names["sections"]) & page.once(promised_roles))
    return Observation(
        told[0].text.span(),
        _message(promise, statements, told, names, exists),
        related=tuple(
            Note(each.text.span(), _note(each, cue, names["plural"]))
            for each, cue in zip(told, verdict.cues, strict=True)
        ),
        severity=Severity.SUGGESTION
        if page.once(names_something_else)
        else Severity(verdict.level),
        fix=move_fix(page, promise, [each.item for each in told], names),
    )


def _names(verdict: GroupVerdict) -> dict[str, Any]:
    table = load("role-names")
    names: dict[str, Any] = table.get(verdict.topic) or table[verdict.role]
    return names


def _message(
    promise: Promise,
    statements: Sequence[_Statement],
    told: Sequence[_Statement],
    names: dict[str, Any],
    exists: bool,
) -> str:
    what = "items" if told[0].item else "sentences"
    count = (
        f"{len(told)} of {len(statements)} {what}"
        if len(statements) > 1
        else ("The only item" if told[0].item else "The text")
    )
    reads = "reads" if len(told) == 1 else "read"
    them = "it" if len(told) == 1 else "them"
    where = (
        f"Move {them} to the section that is about that."
        if exists
        else f"The page has no section for {names['plural']}: add '{names['heading']}' and move "
        f"{them} there."
    )
    return f"{count} under '{promise.name}' {reads} as {names['plural']} ({_quoted(told)}). {where}"


def _quoted(told: Sequence[_Statement]) -> str:
    shown = [f"'{_shortened(each.text.text)}'" for each in told[:_SHOWN]]
    return ", ".join(shown) + (", …" if len(told) > _SHOWN else "")


def _shortened(text: str) -> str:
    text = text.strip().rstrip(".;,")
    if len(text) <= _SHOWN_WORDS:
        return text
    return text[:_SHOWN_WORDS].rsplit(" ", 1)[0] + " …"


def _note(statement: _Statement, cue: ItemCue, plural: str) -> str:
    quoted = cue.quoted(statement.text.text) if cue.spans else ""
    return f"speaks of {plural}" + (f" ({quoted})" if quoted else "")
