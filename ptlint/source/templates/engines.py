"""Which template languages a file is written in: by its name, and by the signs in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ptlint.pattern import later

if TYPE_CHECKING:
    from ptlint.source.templates.grammar import Grammar

_PHP_NAMES = (".php", ".phtml", ".inc")
_EJS_NAMES = (".ejs",)
_ERB_NAMES = (".erb", ".rhtml")
_BLADE_NAMES = (".blade.php",)
_JSX_NAMES = (".mdx", ".jsx", ".tsx", ".astro", ".svelte")
#: These take a third of the time that it takes to look for each pair of signs by itself.
_ANGLED = later(r"<[?%]")
_CURLY = later(r"\{[{%#]")


def is_jsx(path: str) -> bool:
    """Whether braces hold JavaScript in this file."""
    return path.lower().endswith(_JSX_NAMES)


def grammars_of(path: str, text: str) -> list[Grammar]:
    """The grammars of the template code that a text may hold; most texts hold none."""
    name = path.lower()
    grammars: list[Grammar] = []
    if _ANGLED.search(text):
        grammars += _angled(name, text)
    if name.endswith(_BLADE_NAMES):
        grammars.extend(_blade())
    if _CURLY.search(text):
        grammars.extend(_curly(text))
    return grammars


def _angled(name: str, text: str) -> Iterator[Grammar]:
    if "<?" in text:
        yield _php(name)
    if "<%" in text:
        yield _erb(name)


def _php(name: str) -> Grammar:
    from ptlint.source.templates.php import PHP, PHP_IN_PAGE

    return PHP if name.endswith(_PHP_NAMES) else PHP_IN_PAGE


def _erb(name: str) -> Grammar:
    from ptlint.source.templates.erb import EJS, ERB

    return EJS if name.endswith(_EJS_NAMES) else ERB


def _blade() -> list[Grammar]:
    from ptlint.source.templates.blade import COMMENT, DIRECTIVE, SHOWN, UNESCAPED

    return [COMMENT, DIRECTIVE, SHOWN, UNESCAPED]


def _curly(text: str) -> list[Grammar]:
    from ptlint.source.templates.expressions import EXPRESSION
    from ptlint.source.templates.jinja import BLOCK, COMMENT

    grammars = [EXPRESSION, BLOCK, COMMENT]
    if "{{<" in text or "{{%" in text:
        from ptlint.source.templates.hugo import ANGLE_SHORTCODE, PERCENT_SHORTCODE

        grammars += [ANGLE_SHORTCODE, PERCENT_SHORTCODE]
    return grammars
