"""A server on this machine that says what a test tells it to, and a plan that may ask it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ptlint.online.pace import Limits
from ptlint.online.plan import Plan
from ptlint.online.services import Service, Services


@dataclass
class Said:
    """One answer: status, headers and body; ``do`` takes the handler itself instead."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    do: Callable[[BaseHTTPRequestHandler], None] | None = None


class LocalServer:
    """Answers by path; the last of several answers stands for all later requests."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Said]] = {}
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def says(self, path: str, *answers: Said) -> str:
        self.answers[path] = list(answers)
        return self.base + path

    def asked(self, path: str) -> list[str]:
        """The methods by which a path was asked, in order."""
        return [method for method, asked, _ in self.requests if asked == path]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        world = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                world.requests.append((self.command, self.path, dict(self.headers)))
                listed = world.answers.get(self.path) or world.answers.get("*") or [Said(404)]
                said = listed.pop(0) if len(listed) > 1 else listed[0]
                if said.do:
                    said.do(self)
                    return
                self.send_response(said.status)
                for name, value in said.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(said.body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(said.body)

            do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

            def log_message(self, *args: object) -> None:
                """Tests read ``requests``."""

        return Handler


@pytest.fixture
def server() -> Iterator[LocalServer]:
    local = LocalServer()
    yield local
    local.close()


@pytest.fixture
def said() -> type[Said]:
    return Said


@pytest.fixture
def plan(server: LocalServer, tmp_path: Path) -> Plan:
    """Every service is the local server, asked as fast as it answers."""
    local = Service(server.base, Limits(8, 0))
    return Plan(
        store=tmp_path / "online.sqlite3",
        services=Services(local, local, local, local, local, Limits(8, 0)),
        timeout=2.0,
        budget=20.0,
        allowed=lambda address: address == "127.0.0.1",
    )
