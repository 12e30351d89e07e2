"""How lists are made: what leads into them, how items begin and end, what they explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from ptlint.catalogue.options import Options
from ptlint.checks.structure.promises import promises
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.kinds import Style
from ptlint.page.model import Item, List, Page
from ptlint.pattern import later, small_letters

_STEM = later(r"\b[a-z]++(?<=[a-z]ing)\b")
_INFINITIVE = later(r"to [a-z]+\b")
_SENTENCE = later(
    r"(?:you|your \w+|it|this|they|we|he|she|i|there|people|the \w+) (?:\w+ ){0,2}?"
    r"(?:is|are|can|may|will|should|must|have|has|feel|need|might|was|were|could)\b"
)
_FULL_STOP = later(r"[.!?](?:\s|$)")
_STOPS = ".;,!?:"


def not_parallel(page: Page, options: Options) -> Iterator[Observation]:
    """Items of one list that begin in clearly different forms."""
    for listed in _lists(page):
        forms = list(takewhile(bool, map(_form, listed.items)))
        known = list(zip(forms, listed.items, strict=False))
        counts = Counter(forms)
        if len(known) < 3 or len(known) < len(listed.items) or len(counts) != 2:
            continue
        usual = counts.most_common(1)[0][0]
        odd = [item for form, item in known if form != usual]
        if len(odd) * 3 > len(known):
            continue
        yield Observation(
            odd[0].text.span(),
            f"The items of this list begin alike ({usual}), but '{_start(odd[0])}' begins "
            "differently. Begin all items in the same form.",
            related=tuple(Note(item.text.span(), "another form") for item in odd),
        )


def _form(item: Item) -> str:
    text = small_letters(item.text.text.strip())
    if _INFINITIVE.match(text):
        return "'to' and a verb"
    if _SENTENCE.match(text):
        return "a whole sentence"
    if _STEM.match(text) and not text.startswith(("swelling", "bruising", "bleeding")):
        return "a verb with -ing"
    return ""


def _start(item: Item) -> str:
    return " ".join(item.text.text.split()[:5])


def end_punctuation(page: Page, options: Options) -> Iterator[Observation]:
    """Some items of a list end in a stop and others do not."""
    for listed in _lists(page):
        texts = [item.text.text.rstrip() for item in listed.items]
        if len(texts) < 3 or any(not text for text in texts):
            continue
        ended = [item for item, text in zip(listed.items, texts, strict=True) if text[-1] in _STOPS]
        if not ended or len(ended) == len(texts):
            continue
        if _runs_on(listed) or any(_is_long(text) for text in texts):
            continue
        yield _uneven(listed, ended)


def _runs_on(listed: List) -> bool:
    """ "a, b and c." written as a list: only the last item ends, or all but the last."""
    stops = [item.text.text.rstrip()[-1] in _STOPS for item in listed.items]
    return not any(stops[:-1]) or (stops[-1] and all(stops[:-2]))


def _is_long(text: str) -> bool:
    return len(_FULL_STOP.findall(text)) > 1


def _uneven(listed: List, ended: list[Item]) -> Observation:
    bare = [item for item in listed.items if item not in ended]
    fewer = min(ended, bare, key=len)
    what = "ends" if fewer is ended else "does not end"
    return Observation(
        fewer[0].text.span(),
        f"{len(ended)} of {len(listed.items)} items of this list end in a stop; "
        f"'{_start(fewer[0])} …' {what} in one. End all items alike.",
        related=tuple(Note(item.text.span(), "ends differently") for item in fewer),
        fix=_alike(ended) if fewer is ended else None,
    )


def _alike(ended: list[Item]) -> Fix | None:
    edits = []
    for item in ended:
        text = item.text.text.rstrip()
        if text[-1] in "?!:" or item.text.text != text:
            return None
        span = item.text.span(len(text) - 1, len(text))
        edits.append(Edit(span.start, span.end, ""))
    return Fix("Take the stops off the items", tuple(edits), safe=False)


def treatments_unexplained(page: Page, options: Options) -> Iterator[Observation]:
    """A list of treatments whose items are nothing but names."""
    for promise in page.once(promises):
        if not promise.roles & {"treatment", "pt-help"}:
            continue
        for listed in (block for block in promise.blocks if isinstance(block, List)):
            texts = [item.text.text.strip() for item in listed.items]
            linked = any(i.style is Style.LINK for item in listed.items for i in item.inlines)
            if len(texts) < 3 or linked or any(item.children for item in listed.items):
                continue
            if all(len(text.split()) <= options.whole("words") for text in texts):
                yield Observation(
                    listed.items[0].text.span(),
                    f"This list only names treatments ('{texts[0]}', '{texts[1]}', …). Say of each "
                    "what is done, how long it takes and what to expect.",
                    related=tuple(Note(item.text.span(), "only named") for item in listed.items),
                )


def _lists(page: Page) -> Iterator[List]:
    for block in page.article():
        if isinstance(block, List) and not block.definitions and len(block.items) > 1:
            yield block
