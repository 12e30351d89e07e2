"""SHA-256 without OpenSSL, whose loading takes 3 ms of the first check of a page."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

#: The interpreter's own implementation, which ``hashlib`` falls back to where OpenSSL is missing.
_OWN = "_sha256" if sys.version_info < (3, 12) else "_sha2"


def sha256(data: bytes) -> bytes:
    """The SHA-256 digest (FIPS 180-4) of some bytes."""
    digest: bytes = _implementation()(data).digest()
    return digest


@cache
def _implementation() -> Callable[[bytes], Any]:
    try:
        own: Callable[[bytes], Any] = import_module(_OWN).sha256
    except (ImportError, AttributeError):  # an interpreter may be built without it
        import hashlib

        return hashlib.sha256
    return own
