"""The user's folder for what ptlint may keep between runs, and anyone may delete."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def cache_folder(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """PTLINT_CACHE_DIR, or the folder ``ptlint`` where the system keeps caches.

    Raises:
        RuntimeError: the user has no home folder.
    """
    own = environment.get("PTLINT_CACHE_DIR")
    if own:
        return Path(own)
    if system == "win32":
        base = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif system == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "ptlint"


def keep_file(path: Path, data: bytes) -> None:
    """Writes what a later run may read, whole or not at all, in place of what was there.

    Raises:
        OSError: it cannot be written; nothing of it is left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        new.write_bytes(data)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
