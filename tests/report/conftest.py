from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where axe-core, puppeteer-core and the SARIF validator are installed.

    PTLINT_NODE_MODULES names the folder; otherwise it is node_modules of the repository.
    """
    folder = Path(os.environ.get("PTLINT_NODE_MODULES") or ROOT / "node_modules")
    if shutil.which("node") is None:
        pytest.skip("Node.js is not installed")
    if not folder.is_dir():
        pytest.skip(f"no npm packages in {folder} (PTLINT_NODE_MODULES names another folder)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    program = os.environ.get("PTLINT_CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("Debian's Chromium is not installed")
    return program
