"""A running ``serve``, as a test waits for what it shows."""

from __future__ import annotations

import contextlib
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from partnership.serving.preview import Preview, for_preview
from partnership.serving.server import PreviewServer
from partnership.serving.watch import watch
from partnership.settings import Settings
from tests.support.patience import PATIENCE_SECONDS


class Answering:
    """Something that serves on a port of this machine: its addresses and what it said."""

    port: int
    said: list[str]

    def address(self, path: str = "/") -> str:
        """Return the address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path: str) -> tuple[int, str]:
        """Return status and text of an address."""
        try:
            with urllib.request.urlopen(self.address(path)) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def wait_for(self, path: str, told: Callable[[int, str], bool]) -> None:
        """Wait until an address answers as told; what never does fails by the limit of a test."""
        while not told(*self.get(path)):
            time.sleep(0.1)


class Serving(Answering):
    """A running ``serve``, as a process of its own."""

    def __init__(
        self,
        options: Sequence[str],
        environment: Mapping[str, str],
        cwd: Path | None = None,
        before: Callable[[], object] | None = None,
    ) -> None:
        """Start it on a free port and wait until it says that it serves; ``before`` runs in the process at first."""
        self.port = free_port()
        self.said = []
        call = ["serve", "--port", str(self.port), *options]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "partnership", *call],
            cwd=cwd, env={**environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=before,
        )  # fmt: skip
        assert self.process.stdout is not None and self.process.stderr is not None
        threading.Thread(target=self._listen, args=(self.process.stderr,), daemon=True).start()
        line = self.process.stdout.readline()
        assert line == f"Serving http://127.0.0.1:{self.port}/\n", (line, self.said)

    def _listen(self, stream: IO[str]) -> None:
        self.said.extend(stream)

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """Interrupt as Ctrl+C does, or ask to end, and return the exit status."""
        self.process.send_signal(how)
        return self.process.wait(timeout=PATIENCE_SECONDS)


class Inside(Answering):
    """The preview in threads of this process, where coverage sees it; ``stop`` ends it."""

    def __init__(self, settings: Settings) -> None:
        """Build, serve and watch."""
        self.port = free_port()
        self.said = []
        self.preview = Preview(for_preview(settings, self.port, None if not settings.base_path else settings.site_url))
        self._server = PreviewServer(self.port, self.preview)
        self._stop = threading.Event()
        self.preview.rebuild(self.said.append)
        self._threads = [
            threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True),
            threading.Thread(target=watch, args=(self.preview, self.said.append, self._stop), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End watching and serving."""
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join(timeout=PATIENCE_SECONDS)
            assert not thread.is_alive()


def free_port() -> int:
    """Return a port on which nobody listens.

    It is below those that the system gives to connections of its own accord, to other tests that run just now for one.
    """
    while True:
        port = random.SystemRandom().randrange(10_000, 32_000)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
