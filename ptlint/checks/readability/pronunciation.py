"""Hard terms in titles without help to say them (WCAG 2.2 SC 3.1.6)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.page.passages import passages
from ptlint.pattern import later

_HARD = later(
    r"\b[A-Za-z]{3,20}(?:plasty|listhesis|lysis|opathy|itis|osis|algia|trophy|plegia|ectomy|otomy"
    r"|oscopy)\b"
)
#: "KY-foh-plas-tee": syllables between hyphens, one of them in capitals; or "pronounced".
_SOUND = later(r"\((?:say:? )?[a-zA-Z]{1,8}(?:-[a-zA-Z]{1,8}){1,8}\)|\bpronounced\b|\bsay it\b")
#: Words that everybody has heard.
_HEARD = frozenset({"arthritis", "bursitis", "tendinitis", "tendonitis", "osteoporosis"})


def missing_help(page: Page, options: Options) -> Iterator[Observation]:
    """The hard term of the title, where the page never says how it sounds."""
    if page.title is None:
        return
    term = next(
        (each for each in _HARD.finditer(page.title.text) if each.group().casefold() not in _HEARD),
        None,
    )
    if term is None or any(_SOUND.search(each.text.text) for each in passages(page)):
        return
    yield Observation(
        page.title.span(*term.span()),
        f"'{term.group()}' is hard to say. Put its sound after it at first use, for example "
        "'kyphoplasty (KY-foh-plas-tee)'.",
    )
