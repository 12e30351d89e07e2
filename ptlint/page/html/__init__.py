"""The HTML reader and the markup it reads from."""

from ptlint.page.html.markup import NUMBER, Attribute, Markup, StartTag
from ptlint.page.html.parse import parse
from ptlint.page.html.read import read

__all__ = ["NUMBER", "Attribute", "Markup", "StartTag", "parse", "read"]
