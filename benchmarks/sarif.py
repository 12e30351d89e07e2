"""The SARIF report of real pages in the hands of its validator, and its size against limits.

    PTLINT_NODE_MODULES=… python benchmarks/sarif.py [FOLDER]

Needs the npm package @microsoft/sarif-multitool in node_modules (or the folder named above).
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT.parent / "shared" / "bench" / "pages"


def main(words: list[str]) -> int:
    folder = Path(words[0]) if words else PAGES
    modules = Path(os.environ.get("PTLINT_NODE_MODULES") or ROOT / "node_modules")
    program = next(modules.glob("@microsoft/sarif-multitool-*/Sarif.Multitool"), None)
    if program is None or not folder.is_dir():
        print(f"Needs pages in {folder} and @microsoft/sarif-multitool in {modules}.")
        return 2
    with tempfile.TemporaryDirectory() as home:
        given, said = Path(home) / "given.sarif", Path(home) / "said.sarif"
        check = [sys.executable, "-m", "ptlint", "check", "--no-config", "-j", "0"]
        subprocess.run([*check, "--format", "sarif", "-o", given, "."], cwd=folder, check=False)
        command = [program, "validate", given, "--rule-kind", "Sarif;Ghas", "--output", said]
        subprocess.run([*command, "--log", "ForceOverwrite"], check=False, capture_output=True)
        results = json.loads(said.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
        levels = Counter(each.get("level", "warning") for each in results)
        data = given.read_bytes()
        count = len(json.loads(data)["runs"][0]["results"])
    size = len(gzip.compress(data))
    print(f"{count} results (25,000 allowed), {size} bytes gzip (10 MB allowed)")
    print(f"validator: {levels['error']} errors, {levels['warning']} warnings")
    return 1 if levels["error"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
