"""The built site on 127.0.0.1, as a static host would serve it; its own origin in the files leads back here."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from audit.folder import Folder

_TEXT = {".html", ".xml", ".css", ".js", ".json", ".txt", ".webmanifest"}


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, folder: Folder, **more: Any) -> None:
        self.folder = folder
        super().__init__(*args, directory=str(folder.root), **more)

    def do_GET(self) -> None:
        """Answer with the file, whole."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the head only, as link checkers ask."""
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        path = urlsplit(self.path).path
        status = 200
        file = self.folder.root / "404.html"
        if path.startswith(self.folder.base + "/"):
            self.path = path.removeprefix(self.folder.base)
            file = type(file)(self.translate_path(self.path))
            if file.is_dir() and path.endswith("/"):
                file /= "index.html"
        if path == self.folder.base or not file.is_file() or not path.startswith(self.folder.base + "/"):
            status, file = 404, self.folder.root / "404.html"
        body = file.read_bytes() if file.is_file() else b"not found"
        if file.suffix in _TEXT:
            here = f"http://{self.headers.get('Host')}"
            body = body.replace(self.folder.origin().encode() or b"\0", here.encode())
        self.send_response(status)
        kind = self.guess_type(str(file))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if file.suffix in _TEXT else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a validator hangs up early."""


@contextlib.contextmanager
def served(folder: Folder) -> Iterator[str]:
    """Serve the folder while the block runs; gives the address of its root, without a final slash."""

    def handler(*args: Any) -> _Handler:
        return _Handler(*args, folder=folder)

    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{folder.base}"
    finally:
        server.shutdown()
        server.server_close()
