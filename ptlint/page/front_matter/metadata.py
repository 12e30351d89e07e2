"""What front matter says of the page, in the page model's terms."""

from __future__ import annotations

from collections.abc import Iterable

from ptlint.page.front_matter.model import FrontMatter
from ptlint.page.mapped import MappedText
from ptlint.page.model import Metadata

#: The names site generators use for the same thing, the commonest first.
_TITLE = ("title",)
_DESCRIPTION = ("description", "meta_description", "metaDescription", "seo.description")
_LANGUAGE = ("lang", "language", "locale", "languageCode")
_CANONICAL = ("canonical", "canonical_url", "canonicalUrl", "canonicalURL", "seo.canonical")


def metadata_of(front: FrontMatter | None) -> Metadata:
    """The metadata of a page with this front matter."""
    if front is None:
        return Metadata()
    language, canonical = _first(front, _LANGUAGE), _first(front, _CANONICAL)
    return Metadata(
        title=_first(front, _TITLE),
        description=_first(front, _DESCRIPTION),
        language=language.text if language else None,
        canonical=canonical.text if canonical else None,
        front_matter=front.data,
        front_matter_spans=front.values,
        front_matter_span=front.span,
        front_matter_error=front.error,
    )


def _first(front: FrontMatter, names: Iterable[str]) -> MappedText | None:
    return next((front.texts[name] for name in names if front.texts.get(name)), None)
