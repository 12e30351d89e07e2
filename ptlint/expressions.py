"""Expressions that stay compiled between runs, as the interpreter keeps its modules.

The first check of a page compiles some 250 of them, 40 ms of 190; kept, they are there in 2 ms. The
interpreter has no public way to keep one. What is used of its own machinery here is compared with
what ``re.compile`` gives before anything is kept, belongs to one build of the interpreter, and is
done without wherever it is missing, refuses or answers otherwise.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from binascii import crc32
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from ptlint.cache_folder import cache_folder, keep_file
from ptlint.possessive import RIGHT, parsed

#: What is written, and how: ``re.compile``'s arguments.
_Asked = tuple[str, int]
#: What that became: all flags, the code, the number of groups, and the places of named ones.
_Code = tuple[int, bytes, int, dict[str, int]]
#: Many times what ptlint has, so that old ones do not pile up: a run that finds more starts anew.
_MOST = 4_000


class Expressions:
    """The expressions of one run.

    Args:
        kept: the code of those that earlier runs kept.
    """

    def __init__(self, kept: dict[_Asked, _Code]) -> None:
        self._kept = kept
        self._made: dict[_Asked, re.Pattern[str]] = {}

    def compiled(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """``re.compile(source, flags)``, or what that gave an earlier run."""
        asked = source, int(flags)
        made = self._made.get(asked)
        if made is None:
            made = self._made[asked] = self._as_kept(asked) or _compiled(asked)
        return made

    def _as_kept(self, asked: _Asked) -> re.Pattern[str] | None:
        if asked not in self._kept:
            return None
        try:
            return _made(asked[0], self._kept[asked])
        except Exception:  # what another interpreter makes of it is its own affair
            return None

    def compiled_anew(self) -> dict[_Asked, re.Pattern[str]]:
        """Those that no earlier run had kept."""
        return {asked: made for asked, made in self._made.items() if asked not in self._kept}

    def to_keep(self) -> dict[_Asked, _Code]:
        """The code of all, empty when this run has compiled none that can be kept."""
        coded = ((asked, _code(asked, made)) for asked, made in self.compiled_anew().items())
        new = {asked: code for asked, code in coded if code}
        full = len(self._kept) + len(new) > _MOST
        return new if full or not new else {**self._kept, **new}


@cache
def expressions() -> Expressions:
    """Those of this process."""
    return Expressions(_read())


def keep_expressions() -> None:
    """Keeps what this process has compiled for later ones."""
    kept = expressions().to_keep()
    if kept:
        data = marshal.dumps(kept)
        with suppress(OSError, RuntimeError):
            keep_file(_file(), _seal(data) + b"\n" + data)


def _read() -> dict[_Asked, _Code]:
    """What was kept; nothing if it was cut off, or kept by another build of the interpreter."""
    try:
        written = _file().read_bytes()
    except (OSError, RuntimeError):
        return {}
    seal, _, data = written.partition(b"\n")
    if seal != _seal(data):
        return {}
    return cast("dict[_Asked, _Code]", marshal.loads(data))


def _file() -> Path:
    # Programs of several environments run in turn; each build has its own.
    return cache_folder() / f"expressions-{sys.implementation.cache_tag}-{sys.hexversion:x}"


def _seal(data: bytes) -> bytes:
    """Which build wrote the data, and whether they are whole."""
    build = " ".join(f"{sys.implementation.name} {sys.version} {sys.byteorder}".split())
    return f"{build} {crc32(data):08x}".encode()


def _compiled(asked: _Asked) -> re.Pattern[str]:
    # An expression that is wrong raises here what re.compile says of it.
    made = re.compile(*asked)
    if not RIGHT:
        with suppress(Exception):
            made = _made(asked[0], _code_of(asked, made))
    return made


def _code_of(asked: _Asked, expression: re.Pattern[str]) -> _Code:
    compiler: Any = import_module("re._compiler")
    signs = array("I", compiler._code(parsed(*asked), asked[1]))
    return expression.flags, signs.tobytes(), expression.groups, dict(expression.groupindex)


def _code(asked: _Asked, expression: re.Pattern[str]) -> _Code | None:
    """What would be kept of an expression, if the same comes of that again."""
    try:
        code = _code_of(asked, expression)
        again = _made(asked[0], code)
    except Exception:  # another interpreter may fail in any way
        return None
    # Expressions are equal when their flags, their text and their code are.
    return code if again == expression and again.groupindex == expression.groupindex else None


def _made(source: str, code: _Code) -> re.Pattern[str]:
    """The expression that a code stands for, which the interpreter looks through first."""
    flags, signs, groups, names = code
    numbered: list[str | None] = [None] * (groups + 1)
    for name, place in names.items():
        numbered[place] = name
    listed = array("I", signs).tolist()
    make: Any = import_module("_sre").compile
    return cast("re.Pattern[str]", make(source, flags, listed, groups, names, tuple(numbered)))
