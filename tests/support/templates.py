"""Compiled templates, shared by all builds of a run: compiling the theme is most of a small site's build."""

from __future__ import annotations

import marshal
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates:
    """What templates were compiled to, by name and text: in memory, and in a folder for the run's other processes."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._known: dict[str, CodeType] = {}

    def get(self, key: str) -> CodeType | None:
        """Return the code of a template; None when nobody has compiled it."""
        if key not in self._known:
            with suppress(FileNotFoundError):
                self._known[key] = marshal.loads((self._folder / key).read_bytes())
        return self._known.get(key)

    def put(self, key: str, code: CodeType) -> None:
        """Keep the code of a template."""
        self._known[key] = code
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(marshal.dumps(code))
        os.replace(file.name, self._folder / key)

    def cache(self, directory: str, pattern: str) -> FileSystemBytecodeCache:
        """Make the cache of one build: its own folder first, as in the program, then what is shared."""
        return _SharedBytecode(directory, pattern, self)


class _SharedBytecode(FileSystemBytecodeCache):
    def __init__(self, directory: str, pattern: str, shared: CompiledTemplates) -> None:
        super().__init__(directory, pattern)
        self._shared = shared
        self._keys: dict[str, str] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        bucket = super().get_bucket(environment, name, filename, source)
        key = self._keys[bucket.key] = f"{name.replace('/', '-')}-{bucket.checksum}"
        if bucket.code is None:
            bucket.code = self._shared.get(key)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        super().set_bucket(bucket)
        if bucket.code is not None:
            self._shared.put(self._keys[bucket.key], bucket.code)
