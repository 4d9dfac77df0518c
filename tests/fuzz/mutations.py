"""Damage as it happens to files: slips of the keyboard, programs that save wrongly, pasted rubbish, malice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

Mutation = Callable[[bytes, Random], bytes]

RUBBISH: Final = (
          "0201", "~", "no", "[", "{", "}", "]", "&a", "*a", "!!python/object/apply:os.system [ls]",
    "<script>alert(1)</script>", "javascript:alert(1)", "{{ 7*7 }}", "{% for %}", "\x00", "\x1b[31m", "…",
    "a" * 5000, "9" * 400, "1e999", "-0", ".inf", ".nan", "2026-02-30", "9999-12-31", "0001-01-01",
    "../../../etc/passwd", "„", "|", ">", "?", "- - - - - -", "%s%(x)s%n", "%", "\u2028", "\u202e", "\ufeff",
    "true", "''", '""', "null", "12.5", "2026-01-01T25:00", "[[[[[[[[", "((((((((", "![](", "](javascript:x)",
    "---", "...", "# ", "- ", ": ", "\t", "\r", "<<: *a", "data:text/html,x", "//evil.example", "\\", "/",
    "<svg onload=x>", "[^1]", "&#x00;", "ﷺ", "é" * 300, "\u0301", "🏳️‍🌈", "x: y: z", "http://[::1",
    "http://a:99999999/", "region", "1201", '"1201"', "[1201]", "posrednictwo", "pup-bochnia",
)  # fmt: skip


def flip_bytes(data: bytes, random: Random) -> bytes:
    """Change a few bytes."""
    changed = bytearray(data)
    for _number in range(random.randint(1, 5)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut_out(data: bytes, random: Random) -> bytes:
    """Lose a stretch."""
    start = random.randrange(len(data) + 1)
    return data[:start] + data[start + random.randint(1, 80) :]


def truncate(data: bytes, random: Random) -> bytes:
    """Lose the end."""
    return data[: random.randrange(len(data) + 1)]


def paste(data: bytes, random: Random) -> bytes:
    """Insert rubbish somewhere."""
    start = random.randrange(len(data) + 1)
    return data[:start] + random.choice(RUBBISH).encode() + data[start:]


def in_lines(change: Callable[[list[str], Random], None]) -> Mutation:
    """Return a mutation of the lines of a text."""

    def mutate(data: bytes, random: Random) -> bytes:
        lines = data.decode("utf-8", "replace").split("\n")
        change(lines, random)
        return "\n".join(lines).encode()

    mutate.__name__ = change.__name__
    return mutate


@in_lines
def replace_value(lines: list[str], random: Random) -> None:
    """Write rubbish after a colon or a hyphen."""
    places = [number for number, line in enumerate(lines) if ": " in line or line.lstrip().startswith("- ")]
    if places:
        number = random.choice(places)
        mark = ": " if ": " in lines[number] else "- "
        lines[number] = lines[number].partition(mark)[0] + mark + random.choice(RUBBISH)


@in_lines
def misspell_key(lines: list[str], random: Random) -> None:
    """Drop a letter of a key."""
    places = [number for number, line in enumerate(lines) if ":" in line[1:]]
    if places:
        number = random.choice(places)
        at = random.randrange(max(1, lines[number].index(":", 1)))
        lines[number] = lines[number][:at] + lines[number][at + 1 :]


@in_lines
def delete_line(lines: list[str], random: Random) -> None:
    """Lose a line."""
    del lines[random.randrange(len(lines))]


@in_lines
def repeat_line(lines: list[str], random: Random) -> None:
    """Paste a line twice."""
    number = random.randrange(len(lines))
    lines.insert(number, lines[number])


@in_lines
def swap_lines(lines: list[str], random: Random) -> None:
    """Exchange two lines."""
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


@in_lines
def shift_line(lines: list[str], random: Random) -> None:
    """Indent a line."""
    number = random.randrange(len(lines))
    lines[number] = random.choice(("  ", " ", "\t", "    ")) + lines[number]


def save_wrongly(data: bytes, random: Random) -> bytes:
    """Save in another encoding or with other line ends."""
    text = data.decode("utf-8", "replace")
    encoding = random.choice(("cp1250", "utf-16", "latin-1", "utf-8-sig", "crlf"))
    if encoding == "crlf":
        return data.replace(b"\n", b"\r\n")
    return text.encode(encoding, "replace")


def become_rubbish(data: bytes, random: Random) -> bytes:
    """Hold nothing but rubbish, deep nesting or an alias bomb."""
    return random.choice(
        (
            b"",
            b"\x00" * 100,
            b"[" * 20000,
            b"- " * 20000,
            ("> " * 5000).encode(),
            b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a, *a, *a]\n" % (n, n) for n in range(50)),
            b"---\ntitle: x\ndate: 2026-01-01\n---\n" + b"[" * 50000,
            b"---\ntitle: x\ndate: 2026-01-01\n---\n" + b"*_`" * 20000,
            bytes(random.randrange(256) for _number in range(500)),
        )
    )


MUTATIONS: Final[tuple[Mutation, ...]] = (
    flip_bytes, cut_out, truncate, paste, paste, replace_value, replace_value, replace_value, misspell_key, delete_line,
    repeat_line, swap_lines, shift_line, save_wrongly, become_rubbish,
)  # fmt: skip


def damage(folder: Path, random: Random) -> str:
    """Damage one or two files below ``folder`` and return what was done, for the message of a failing test."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    done = []
    for _number in range(random.choice((1, 1, 1, 2))):
        path = random.choice(files)
        name = path.relative_to(folder)
        chance = random.random()
        if chance < 0.03:
            path.unlink(missing_ok=True)
            done.append(f"delete {name}")
        elif chance < 0.06 and path.exists():
            target = path.with_name(random.choice(("a b.md", "ą.yaml", "x.yml", ".ukryty.md", "1201.yaml", "X.MD")))
            path.replace(target)
            done.append(f"rename {name} to {target.name}")
        elif chance < 0.08 and path.exists():
            path.unlink()
            path.mkdir()
            done.append(f"make a folder of {name}")
        elif path.is_file():
            mutation = random.choice(MUTATIONS)
            path.write_bytes(mutation(path.read_bytes(), random))
            done.append(f"{mutation.__name__} {name}")
    return "; ".join(done)


def restore(folder: Path, whole: Path) -> None:
    """Put the undamaged files back."""
    shutil.rmtree(folder)
    shutil.copytree(whole, folder)
