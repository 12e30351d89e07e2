"""Where ptlint keeps what it may keep."""

from __future__ import annotations

import pytest

from ptlint.cache_folder import cache_folder


@pytest.mark.parametrize(
    ("environment", "system", "end"),
    [
        ({"PTLINT_CACHE_DIR": "/c"}, "linux", "/c"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/ptlint"),
        ({}, "linux", "/.cache/ptlint"),
        ({}, "darwin", "/Library/Caches/ptlint"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/ptlint"),
    ],
)
def test_where_it_is(environment: dict[str, str], system: str, end: str) -> None:
    assert cache_folder(environment, system).as_posix().endswith(end)
