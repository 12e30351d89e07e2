from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def ptlint(tmp_path: Path) -> Run:
    """Runs the program in a folder of its own, as a user's shell would."""

    def run(*words: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("GIT_", "GITHUB_", "COV_", "NO_COLOR", "COLUMNS"))
        }
        environment.update(more.pop("env", {}))
        command = [sys.executable, "-m", "ptlint", *map(str, words)]
        options = {"cwd": tmp_path, "capture_output": True, "timeout": 120, **more}
        return subprocess.run(command, env=environment, check=False, **options)

    return run
