"""The preview's web server.

The built site on 127.0.0.1, with a script in every page that listens for the next build.
"""

from __future__ import annotations

import json
import mimetypes
import os
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from partnership.language import _, current_language
from partnership.problems import UserError, shown_path
from partnership.serving.editor import ADDRESS as EDITOR
from partnership.serving.editor import MISSING, editor_file
from partnership.serving.origins import origin_of
from partnership.serving.preview import Preview

OWN: Final = "/__preview/"
"""Addresses of the preview itself; the site has none that begins so."""

_TYPES: Final = {
    ".atom": "application/atom+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".opml": "text/x-opml; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
_SCRIPT: Final = (
    f'<link rel="stylesheet" href="{OWN}preview.css"><script type="module" src="{OWN}preview.js"></script></body>'
)
_BYTES: Final = "application/octet-stream"
_WAIT_SECONDS: Final = 15.0


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview; raises :class:`UserError` when the port is taken."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        # A port on which somebody listens must be refused even where the system would let two share it.
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise UserError(_taken(port))
        try:
            super().__init__(("127.0.0.1", port), _Handler)
        except OSError as error:
            raise UserError(_taken(port)) from error

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a reader that went away; nothing else can go wrong in a handler that the page would not show."""


def _taken(port: int) -> str:
    return _("Port %(port)d is taken; end the other program or choose another with --port", port=port)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file of the site, or with what the preview itself offers."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer like GET, without the body."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests: the terminal is for mistakes."""

    def _answer(self, *, with_body: bool) -> None:
        address = unquote(urlsplit(self.path).path)
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"", with_body)
        elif address == f"{OWN}events":
            self._events()
        elif address.startswith(OWN):
            self._own(address.removeprefix(OWN), with_body)
        else:
            self._file(address, with_body)

    def _is_ours(self) -> bool:
        """Refuse a request that another site's page makes through a name that leads here."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        return host in ("127.0.0.1", "localhost", "[::1]", "")

    def _file(self, address: str, with_body: bool) -> None:
        settings = self.server.preview.settings
        base = settings.base_path
        if base and address in ("", "/"):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", base + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        relative = address.removeprefix(base) if base and address.startswith(base + "/") else address
        if relative.startswith(EDITOR):
            self._editor(relative, with_body)
            return
        path = _inside(settings.output, relative)
        if path is not None and path.is_dir():
            if not address.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", address + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            path /= "index.html"
        status = HTTPStatus.OK
        if path is None or not path.is_file() or (base and relative is address):
            status, path = HTTPStatus.NOT_FOUND, settings.output / "404.html"
        try:
            data = path.read_bytes()
        except OSError:
            data = _waiting_page()
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or _BYTES
        if kind.startswith("text/html"):
            data = data.replace(b"</body>", _SCRIPT.encode(), 1)
        self._send(status, kind, data, with_body)

    def _editor(self, address: str, with_body: bool) -> None:
        """Answer with a file of the browser editor; its page never reloads by itself, or a text would be lost."""
        try:
            found = editor_file(self.server.preview.settings, address)
        except UserError as error:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", str(error).encode(), with_body)
            return
        if found is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"", with_body)
            return
        name, data = found
        status = HTTPStatus.NOT_FOUND if name == MISSING else HTTPStatus.OK
        self._send(status, _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or _BYTES, data, with_body)

    def _own(self, name: str, with_body: bool) -> None:
        preview = self.server.preview
        if name == "state":
            data = json.dumps(preview.state()).encode()
            self._send(HTTPStatus.OK, _TYPES[".json"], data, with_body)
        elif name == "source":
            self._send(HTTPStatus.OK, _TYPES[".json"], json.dumps(self._origin()).encode(), with_body)
        elif name in ("preview.js", "preview-worker.js", "preview.css"):
            data = Path(__file__).with_name(name).read_bytes()
            self._send(HTTPStatus.OK, _TYPES[Path(name).suffix], data, with_body)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"", with_body)

    def _origin(self) -> dict[str, str]:
        """Return where the asked page is edited: the file as the reader sees it and as its editor opens it."""
        preview = self.server.preview
        address = unquote(unquote(urlsplit(self.path).query)).removeprefix(preview.settings.base_path) or "/"
        origin = origin_of(preview.settings, preview.sources.get(address, ""), address)
        if origin is None:
            return {}
        path = str(origin.path)
        return {"place": f"{shown_path(path)}:{origin.line}", "file": f"{path}:{origin.line}"}

    def _events(self) -> None:
        """Send the state whenever it changes, as server-sent events, until the page goes away."""
        preview = self.server.preview
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = -1
        try:
            while True:
                with preview.news:
                    if preview.told == seen:
                        preview.news.wait(_WAIT_SECONDS)
                    changed, seen = preview.told != seen, preview.told
                    message = f"data: {json.dumps(preview.state())}\n\n" if changed else ": still here\n\n"
                self.wfile.write(message.encode())
                self.wfile.flush()
        except OSError:
            return

    def _send(self, status: HTTPStatus, kind: str, data: bytes, with_body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if with_body:
            self.wfile.write(data)


def _inside(root: Path, address: str) -> Path | None:
    """Return the file or folder of an address; None when it would lead out of the site."""
    if "\0" in address or "\\" in address:
        return None
    path = Path(os.path.normpath(f"{root}/{address}"))
    try:
        os.stat(path)
    except FileNotFoundError:
        pass
    except (OSError, ValueError):
        return None  # a name too long, or one that no file can have
    return path if path == root or root in path.parents else None


def _waiting_page() -> bytes:
    """Return the page that stands while there is no site yet: the first build found problems."""
    text = _("The site cannot be built yet; the problems are listed here and in the terminal.")
    return (
        f'<!DOCTYPE html><html lang="{current_language()}"><head><meta charset="utf-8"><title>{text}</title></head>'
        f"<body><main><h1>{text}</h1></main></body></html>"
    ).encode()
