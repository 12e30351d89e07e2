"""Reading sources: encodings and template code met with, megabytes a second.

    python benchmarks/source_reading.py [FOLDER]

FOLDER holds real pages (default: ../shared/bench/pages beside the repository). Times are CPU
times of decoding and masking bytes that are in memory already, the best of five runs.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ptlint.source.load import read_bytes
from ptlint.source.source import Source, read
from ptlint.source.unreadable import UnreadableFile

DEFAULT = Path(__file__).parents[2] / "shared" / "bench" / "pages"
RUNS = 5


def sources(folder: Path) -> list[tuple[str, bytes, Source]]:
    """Read every file below a folder; say which are refused."""
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        try:
            data = read_bytes(str(path))
            found.append((path.name, data, read(path.name, data)))
        except UnreadableFile as refused:
            print(f"refused: {refused}")
    return found


def ending(name: str) -> str:
    """What the name says of the format; names without a usual ending are one kind."""
    last = ".".join(name.lower().split(".")[1:])
    return last if last in ("html", "md", "mdx", "njk", "php", "blade.php", "txt") else "other"


def speed(files: Iterable[tuple[str, bytes]]) -> float:
    """Give the megabytes of CPU time a second of reading the files again."""
    listed = list(files)
    size = sum(len(data) for _, data in listed)
    best = min(_seconds(listed) for _ in range(RUNS))
    return size / best / 1e6


def _seconds(files: Iterable[tuple[str, bytes]]) -> float:
    start = time.process_time()
    for name, data in files:
        read(name, data)
    return time.process_time() - start


def main() -> None:
    """Print what was met with, and the speeds."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if not folder.is_dir():
        sys.exit(f"There are no pages to read: {folder} is missing.")
    found = sources(folder)
    again = sum(source.encode(source.text) == data for _, data, source in found)
    aligned = sum(len(source.clean) == len(source.text) for _, _, source in found)
    print(f"{len(found)} files; {again} give the same bytes again; {aligned} keep their length")
    print("encodings:", dict(Counter(_encoding(source) for *_, source in found)))
    print("formats:", dict(Counter(str(source.format) for *_, source in found)))
    masked = Counter(ending(name) for name, _, source in found if source.masked)
    print("with template code:", dict(masked))
    plain = [(n, d) for n, d, s in found if not s.masked and ending(n) == "html"]
    code = [(n, d) for n, d, s in found if s.masked]
    print(f"HTML without template code: {len(plain)} files, {speed(plain):.0f} MB/s")
    print(f"files with template code: {len(code)} files, {speed(code):.0f} MB/s")
    print(f"all: {speed((n, d) for n, d, _ in found):.0f} MB/s")


def _encoding(source: Source) -> str:
    return source.encoding + (" with BOM" if source.bom else "")


if __name__ == "__main__":
    main()
