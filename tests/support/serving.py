"""A folder on the web, as a static host serves it: 127.0.0.1, index.html of folders, the site's own 404 page."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from tests.support.header_rules import Rules, header_rules, headers_for


class _Handler(SimpleHTTPRequestHandler):
    rules: ClassVar[Rules] = []
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".json": "application/json",
        ".ics": "text/calendar",
        ".avif": "image/avif",
        ".webp": "image/webp",
    }

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test's output is its own."""

    def end_headers(self) -> None:
        """Add what the site's own list of headers says of this address, where the test wants a host that reads it."""
        for name, value in headers_for(urlsplit(self.path).path, self.rules).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address with the site's 404 page, when it has one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder: Path, *, with_headers: bool = False) -> Iterator[str]:
    """Serve the folder while the block runs; gives the address without a final slash.

    ``with_headers``: as a host that sends what the site's ``_headers`` says.
    """
    kind = type("Handler", (_Handler,), {"rules": header_rules(folder) if with_headers else []})

    def handler(*args: Any) -> _Handler:
        made: _Handler = kind(*args, directory=str(folder))
        return made

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
