"""A Git host on this computer: the part of Forgejo's and Gitea's interface that the editor asks, over real git.

Answers have the shape, the status and the words of Forgejo 13 and Gitea 1.24 (``routers/api/v1``,
``services/repository/files``), and of their sign-in by OAuth with PKCE (``routers/web/auth/oauth.go``).
"""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from tests.support.bare_repository import BRANCH, BareRepository, Change
from tests.support.git_host_sign_in import SignIn

OWNER, NAME = "urzad", "serwis"
REPOSITORY: Final = f"{OWNER}/{NAME}"
ROOT: Final = f"/repos/{REPOSITORY}"
FORGEJO: Final = "13.0.3+gitea-1.22.0"
GITEA: Final = "1.24.6"
TREE_PAGE: Final = 1000
BLOBS_AT_ONCE: Final = 30
BEGINNING: Final = 65536
"""Bytes of a body that are taken before the host looks whether it reads."""


class Refusal(Exception):
    """An answer that is none: its status and what it says."""

    def __init__(self, status: int, message: str) -> None:
        """Refuse with an HTTP status and a sentence."""
        super().__init__(message)
        self.status = status


@dataclass
class GitHost:
    """A host with one repository and what a test may do to it.

    ``before_commit`` is called when a commit arrives, before the host looks at the branch; ``may_write`` says whether
    people who sign in may; ``requests`` lists method and path of all that was asked; ``gone`` is set when a browser
    went away in the middle of a request; while ``reads`` is not, no more than the beginning of what they send is taken,
    and ``begun`` is set once it is there.
    """

    repository: BareRepository
    sign_in: SignIn
    version: str = FORGEJO
    address: str = ""
    may_write: bool = True
    before_commit: Callable[[], None] | None = None
    requests: list[tuple[str, str]] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)
    reads: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        """Return the answer of the interface below ``/api/v1``; raises :class:`Refusal`."""
        if path == "/version":
            return {"version": self.version}
        if path == "/settings/api":
            return {
                "max_response_items": 50, "default_paging_num": BLOBS_AT_ONCE,
                "default_git_trees_per_page": TREE_PAGE, "default_max_blob_size": 10485760,
            }  # fmt: skip
        if path == "/user":
            return self.sign_in.user(self.address)
        if not path.startswith(ROOT):
            raise Refusal(404, "The target couldn't be found.")
        found = self._repository(method, path.removeprefix(ROOT), query, body)
        if found is None:
            raise Refusal(404, "The target couldn't be found.")
        return found

    def _repository(self, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        here = self.repository
        if path == "":
            rights = {"admin": False, "push": self.may_write, "pull": True}
            return {"id": 1, "name": NAME, "full_name": REPOSITORY, "default_branch": BRANCH, "permissions": rights}
        if path == f"/branches/{BRANCH}":
            sha = here.head()
            return {"name": BRANCH, "commit": {"id": sha, "message": here.log()[0] + "\n"}, "protected": False}
        if path.startswith("/git/trees/"):
            return self._tree(path.rpartition("/")[2], int(query.get("page", "1")))
        if path == "/git/blobs" and self.version == FORGEJO:
            return [self._blob(sha) for sha in query["shas"].split(",")]
        if path == "/file-contents" and method == "POST" and self.version == GITEA:
            return [self._contents(one) for one in body["files"]]
        if path.startswith(("/raw/", f"/media/{BRANCH}/")):
            name = path.removeprefix("/raw/").removeprefix(f"/media/{BRANCH}/")
            asset = here.sha_of(unquote(name))
            return None if asset is None else here.read(asset)
        if path == "/commits":
            return self._commits(query.get("path", ""))
        if path == "/contents" and method == "POST":
            return self._change_files(body)
        return None

    def _tree(self, commit: str, page: int) -> dict[str, Any]:
        entries = [
            {"path": one.path, "mode": "100644", "type": "blob", "size": one.size, "sha": one.sha}
            for one in self.repository.blobs(commit)
        ]
        shown = entries[(page - 1) * TREE_PAGE : page * TREE_PAGE]
        more = page * TREE_PAGE < len(entries)
        return {"sha": commit, "tree": shown, "truncated": more, "page": page, "total_count": len(entries)}

    def _blob(self, sha: str) -> dict[str, Any]:
        data = self.repository.read(sha)
        return {"content": base64.b64encode(data).decode(), "encoding": "base64", "sha": sha, "size": len(data)}

    def _contents(self, path: str) -> dict[str, Any] | None:
        sha = self.repository.sha_of(path)
        return None if sha is None else {"path": path, "type": "file", **self._blob(sha)}

    def _commits(self, path: str) -> list[dict[str, Any]]:
        listed = (line.split("\t") for line in self.repository.log(path, "%H%x09%an%x09%ae%x09%aI%x09%s"))
        return [
            {
                "sha": sha, "created": day, "author": None,
                "commit": {"message": subject, "author": {"name": name, "email": email, "date": day}},
            }
            for sha, name, email, day, subject in listed
        ]  # fmt: skip

    def _change_files(self, body: Any) -> dict[str, Any]:
        """Make one commit of all files or none, as ``ChangeRepoFiles`` does."""
        if not self.may_write:
            raise Refusal(403, "user should have permission to write to this branch")
        if self.before_commit is not None:
            self.before_commit()
        with self.lock:
            changes: list[Change] = []
            for one in body["files"]:
                changes += self._change(one)
            who = (body["author"]["name"], body["author"]["email"])
            sha = self.repository.commit(changes, body["message"], who=who, when=body["dates"]["author"])
        files = []
        for one in body["files"]:
            gone = one["operation"] == "delete"
            files.append(None if gone else {"path": one["path"], "sha": self.repository.sha_of(one["path"])})
        return {"files": files, "commit": {"sha": sha, "created": body["dates"]["committer"]}, "verification": None}

    def _change(self, one: dict[str, Any]) -> list[Change]:
        """Return what becomes of a file, after the checks of ``handleCheckErrors``."""
        path, before = one["path"], one.get("from_path") or one["path"]
        if one["operation"] in ("update", "delete"):
            standing = self.repository.sha_of(before)
            if standing is None:
                raise Refusal(
                    404 if one["operation"] == "delete" else 500, f"object does not exist [rel_path: {before}]"
                )
            if not one.get("sha"):
                raise Refusal(422, "a SHA or commit ID must be proved when updating a file")
            if one["sha"] != standing:
                raise Refusal(409, f"sha does not match [given: {one['sha']}, expected: {standing}]")
        if one["operation"] == "delete":
            return [Change(path, None)]
        taken = self.repository.sha_of(path) is not None
        if taken and (one["operation"] == "create" or before != path):
            raise Refusal(422, f"repository file already exists [path: {path}]")
        moved = [Change(before, None)] if before != path else []
        return [*moved, Change(path, base64.b64decode(one["content"]))]


class _Handler(BaseHTTPRequestHandler):
    host: GitHost
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test's output is its own."""

    def do_OPTIONS(self) -> None:
        """Answer a browser that asks whether it may ask."""
        self._send(200, b"", "text/plain")

    def do_GET(self) -> None:
        """Answer a question."""
        self._answer()

    def do_POST(self) -> None:
        """Answer a question with a body."""
        self._answer()

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        self.host.requests.append((self.command, parts.path))
        length = int(self.headers.get("Content-Length", "0"))
        try:
            body = self._body(length)
        except ConnectionError:
            body = b""
        if len(body) < length:
            self.host.gone.set()
            self.close_connection = True
            return  # nobody is there to be answered, and half of a request is none
        if parts.path.startswith("/login/oauth/"):
            status, data, kind, headers = self.host.sign_in.answer(self.command, parts.path, query, body)
            self._send(status, data, kind, headers)
            return
        try:
            if not self.host.sign_in.knows(self.headers.get("Authorization", "")):
                raise Refusal(401, "invalid username, password or token")
            path = unquote(parts.path).removeprefix("/api/v1")
            found = self.host.answer(self.command, path, query, json.loads(body) if body else None)
        except Refusal as refusal:
            said = {"message": str(refusal), "url": f"{self.host.address}/api/swagger"}
            self._send(refusal.status, json.dumps(said).encode(), "application/json")
            return
        if isinstance(found, bytes):
            self._send(200, found, "application/octet-stream")
        else:
            made = self.command == "POST" and parts.path.endswith("/contents")
            self._send(201 if made else 200, json.dumps(found).encode(), "application/json;charset=utf-8")

    def _body(self, length: int) -> bytes:
        """Return what was sent; held back after its beginning while the host does not read."""
        beginning = self.rfile.read(min(length, BEGINNING))
        if length and not self.host.reads.is_set():
            self.host.begun.set()
            self.host.reads.wait()
        return beginning + self.rfile.read(length - len(beginning))

    def _send(self, status: int, data: bytes, kind: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        # What an administrator sets under [cors] of app.ini.
        self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", "*"))
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(data)


@contextlib.contextmanager
def git_host(repository: BareRepository) -> Iterator[GitHost]:
    """Serve a host on 127.0.0.1 while the block runs."""
    host = GitHost(repository, SignIn())
    host.reads.set()
    handler = type("Handler", (_Handler,), {"host": host})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)  # what is not read stays with the sender
    host.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
