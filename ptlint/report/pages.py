"""What reports for other programs share: rules by name, names of files, worst findings first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from ptlint.catalogue.rule import Rule
from ptlint.config.load import known_rules
from ptlint.findings.finding import Finding
from ptlint.pattern import later
from ptlint.report import View

#: Signs that XML 1.0 has no way to write.
_NOT_XML = later("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rules_by_name(view: View) -> Mapping[str, Rule]:
    """Every rule of the run, a site's own included."""
    return known_rules(view.settings)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before suggestions; the order of the report within each."""
    return sorted(findings, key=lambda each: -each.severity.weight)


def as_uri(path: str) -> str:
    """A reported path as a relative reference (RFC 3986), byte by byte; absolute ones as file:."""
    uri = quote(os.fsencode(path), safe="/-._~!$&'()*+,;=@")
    return f"file://{uri}" if path.startswith("/") else uri


def readable(text: str) -> str:
    """A text without signs that XML lacks; bytes of odd file names become "�"."""
    return _NOT_XML.sub("\ufffd", text)
