"""Prints how fast online checks ask, and that their memory stays flat: python benchmarks/online.py

A server on 127.0.0.1, in a process of its own, answers each request after 50 ms in the form of the
handle system, doiRA and Crossref. Nothing else is asked. Options: --dois 1000 --connections 20
--latency 50.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ptlint.online.answers import Kind, Question, Verdict  # noqa: E402
from ptlint.online.pace import Limits  # noqa: E402
from ptlint.online.plan import Plan  # noqa: E402
from ptlint.online.services import Service, Services  # noqa: E402
from ptlint.online.session import ask  # noqa: E402


def reply(path: str) -> object:
    """What the services say of a DOI, as far as it is read."""
    path = unquote(urlsplit(path).path)
    if path.startswith("/doiRA/"):
        return [{"DOI": doi, "RA": "Crossref"} for doi in path[7:].split(",")]
    if path.startswith("/v1/works/"):
        work = {"DOI": path[10:], "title": ["A made-up work"], "author": [{"family": "Brand"}]}
        return {"status": "ok", "message-type": "work", "message": work}
    return {"responseCode": 1, "handle": path.removeprefix("/api/handles/"), "values": []}


def serve(latency: float, where: Connection) -> None:
    """Answers until the process is ended; sends its port first."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            await asyncio.sleep(latency)
            body = json.dumps(reply(line.split()[1].decode())).encode()
            head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            writer.write(f"{head}{len(body)}\r\n\r\n".encode() + body)
            await writer.drain()

    async def run() -> None:
        server = await asyncio.start_server(speak, "127.0.0.1", 0)
        where.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def resident() -> float:
    """Megabytes of memory this process holds now (Linux; 0 elsewhere)."""
    try:
        text = Path("/proc/self/statm").read_text("ascii")
    except OSError:
        return 0.0
    return int(text.split()[1]) * 4096 / 1e6


def measure(what: str, questions: set[Question], plan: Plan, dois: int) -> None:
    """Asks everything twice, the second time from the store, and prints both."""
    for run in ("asked", "from the store"):
        before, start = resident(), time.perf_counter()
        told = ask(questions, plan)
        seconds = time.perf_counter() - start
        fine = sum(each.verdict is Verdict.OK for each in told.answers.known.values())
        print(
            f"{what}, {run}: {dois} DOIs in {seconds:.2f} s = {dois / seconds:.0f} DOIs/s, "
            f"{told.asked} questions sent = {told.asked / seconds:.0f}/s, "
            f"{fine} of {len(questions)} answered ok, "
            f"memory {before:.0f} -> {resident():.0f} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dois", type=int, default=1000)
    parser.add_argument("--connections", type=int, default=20)
    parser.add_argument("--latency", type=float, default=50, help="milliseconds")
    wanted = parser.parse_args()
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(wanted.latency / 1000, there), daemon=True)
    server.start()
    base = f"http://127.0.0.1:{here.recv()}"
    local = Service(base, Limits(wanted.connections, 0))
    services = Services(local, local, local, local, local, local.limits)
    try:
        for times in (1, 5):
            count = wanted.dois * times
            with tempfile.TemporaryDirectory() as folder:
                plan = Plan(
                    connections=wanted.connections, store=Path(folder) / "online.sqlite3",
                    services=services, allowed=lambda address: address == "127.0.0.1",
                )  # fmt: skip
                names = [f"10.5555/bench.{number}" for number in range(count)]
                measure("exists", {Question(Kind.DOI, doi) for doi in names}, plan, count)
        with tempfile.TemporaryDirectory() as folder:
            plan = Plan(
                connections=wanted.connections, store=Path(folder) / "online.sqlite3",
                services=services, allowed=lambda address: address == "127.0.0.1",
            )  # fmt: skip
            names = names[: wanted.dois]
            both = {Question(kind, doi) for doi in names for kind in (Kind.DOI, Kind.WORK)}
            measure("exists, agency and record", both, plan, wanted.dois)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
