"""The tokens of ``autocomplete`` (HTML, 4.10.18.7.1, Autofill)."""

from __future__ import annotations

from ptlint.access.html import html_tables


def fault_of(value: str) -> str:
    """What is wrong with a value, as a sentence; "" when nothing is."""
    tokens = value.lower().split()
    if tokens in (["on"], ["off"]):
        return ""
    left = _after_prefixes(tokens)
    if not left:
        return f'"{value.strip()}" does not say what is asked.'
    field, *rest = left
    table = html_tables()["autocomplete"]
    if field not in table["normal"] and field not in table["contact"]:
        return f'"{field}" is no value of autocomplete.'
    place = next((token for token in tokens if token in table["places"]), None)
    if place and field in table["normal"]:
        return f'"{place}" goes with phone numbers and addresses for messages, not with "{field}".'
    if rest not in ([], ["webauthn"]):
        return f'"{rest[0]}" cannot follow "{field}".'
    return ""


def _after_prefixes(tokens: list[str]) -> list[str]:
    """The tokens after section, kind of address and place, each at most once, in this order."""
    table, left = html_tables()["autocomplete"], tokens
    if left and left[0].startswith("section-"):
        left = left[1:]
    if left and left[0] in table["addresses"]:
        left = left[1:]
    if left and left[0] in table["places"]:
        left = left[1:]
    return left
