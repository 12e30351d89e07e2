"""What a check saw, and what the report says of it."""

from __future__ import annotations

from enum import StrEnum

from ptlint.record import record
from ptlint.source.span import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def weight(self) -> int:
        """Higher is worse."""
        return {"error": 3, "warning": 2, "suggestion": 1}[self.value]


@record(order=True)
class Edit:
    """Replace the source characters ``start`` to ``end`` with ``text``."""

    start: int
    end: int
    text: str


@record
class Fix:
    """Edits that belong together.

    Attributes:
        title: what the fix does, for the writer ("Use one resolver").
        safe: it changes no meaning and may be applied unseen.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool


@record
class Note:
    """A further place that belongs to a finding (one entry an item of a grouped finding)."""

    span: Span
    message: str


@record
class Observation:
    """What a check yields: a place and what is to be said of it.

    Attributes:
        span: the words concerned, in source offsets.
        message: for the writer: what is wrong, the words, what to do.
        related: further places.
        fix: edits that mend it, if there are any.
        severity: when this case is graver or milder than the rule's own severity.
        about_page: the observation is about the whole page (something is missing); its span
            is only where a reader would look for it.
        help: how to fix it, where the rule page's own advice is too general.
    """

    span: Span
    message: str
    related: tuple[Note, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    about_page: bool = False
    help: str | None = None


@record
class Place:
    """Where something stands: 1-based lines and columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@record
class Related:
    place: Place
    message: str


@record
class Finding:
    """A reported finding, complete in itself.

    Attributes:
        excerpt: the source text at the place (shortened in the middle when long).
        span: the place in source offsets.
        fingerprint: the same as long as rule, path and the words concerned are the same,
            wherever they move on the page.
    """

    rule: str
    category: str
    severity: Severity
    path: str
    place: Place
    message: str
    excerpt: str
    help: str
    span: Span
    fingerprint: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.place.line, self.place.column, self.rule, self.message)


@record
class Problem:
    """A file that could not be checked, and why; the run goes on without it.

    Attributes:
        checked: the page was checked all the same; only what the message says failed.
    """

    path: str
    message: str
    checked: bool = False

    @property
    def title(self) -> str:
        """What reports head it with."""
        return "problem" if self.checked else "not checked"
