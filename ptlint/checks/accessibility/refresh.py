"""What the head of a page does to its readers: reloading it, and forbidding to zoom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_attribute, is_unknown
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later

#: The shared declarative refresh steps (HTML, 4.2.5.3): a number, then the end or a separator.
_REFRESH = later(r"\s*+(?:(\d++)|(?=\.))[\d.]*+(?:$|[;,\s])")
_TWENTY_HOURS = 72_000
_SETTING = later(r"(?<![a-z-])([a-z-]++)\s*+=\s*+([^\s,;=]*+)", re.IGNORECASE)
_NUMBER = later(r"[+-]?(?:\d++(?:\.\d*+)?|\.\d++)")
_LEAST_ZOOM = 2.0


def reloads(page: Page, options: Options) -> Iterator[Observation]:
    """A page that reloads or moves on after a while, without being asked."""
    for element, seconds in _delay(page):
        if 0 < seconds <= _TWENTY_HOURS:
            yield at_attribute(page, element, "content", _message(seconds))


def reloads_late(page: Page, options: Options) -> Iterator[Observation]:
    """A page that reloads after more than twenty hours (level AAA allows no exception)."""
    for element, seconds in _delay(page):
        if seconds > _TWENTY_HOURS:
            yield at_attribute(page, element, "content", _message(seconds))


def _message(seconds: int) -> str:
    return (
        f"The page reloads or moves on after {seconds:,} seconds, whether its reader has "
        "finished or not. Remove this, or redirect at once on the server."
    )


def _delay(page: Page) -> Iterator[tuple[Element, int]]:
    """The first refresh that browsers obey, with its delay in seconds."""
    for element in access(page).index.having("http-equiv"):
        equals = element.attributes["http-equiv"].strip().lower()
        if element.tag != "meta" or equals != "refresh":
            continue
        obeyed = _REFRESH.match(element.get("content") or "")
        if obeyed:
            yield element, int((obeyed[1] or "0")[:9])
            return


def zoom_blocked(page: Page, options: Options) -> Iterator[Observation]:
    """A viewport that forbids readers to enlarge the page."""
    for element in access(page).index.having("name"):
        content = element.get("content")
        if element.tag != "meta" or content is None:
            continue
        if element.attributes["name"].strip().lower() != "viewport":
            continue
        settings = {key.lower(): value.lower() for key, value in _SETTING.findall(content)}
        for name, blocks in (("user-scalable", _forbids), ("maximum-scale", _limits)):
            value = settings.get(name)
            if value and not is_unknown(value) and blocks(value):
                yield at_attribute(
                    page,
                    element,
                    "content",
                    f'"{name}={value}" keeps readers from enlarging the page on a phone. '
                    f'Remove "{name}" from the viewport.',
                )
                break


def _forbids(value: str) -> bool:
    """CSS Device Adaptation, section 9.4.5: "no", other words, and numbers between -1 and 1."""
    number = _NUMBER.match(value)
    if number:
        return -1 < float(number[0]) < 1
    return value not in ("yes", "device-width", "device-height")


def _limits(value: str) -> bool:
    """Less than twice the size; negative numbers are dropped, words count as at most 1."""
    number = _NUMBER.match(value)
    if number:
        return 0 <= float(number[0]) < _LEAST_ZOOM
    return value not in ("device-width", "device-height")
