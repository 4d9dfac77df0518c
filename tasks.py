#!/usr/bin/env python3
"""Start any task of the project: ``python3 tasks.py TASK``, from a bare clone, with nothing but Python 3.11 or newer.

The first call makes the environment ``.venv`` and installs the locked, hash-checked dependencies; every later call only
compares a stamp and becomes the package's command line at once. The tasks live in ``plugins/partnership/cli``.

Only the standard library is used, and only syntax that an older Python 3 can parse, so that it can say what it needs.
What is imported inside a function is needed only when something has to be installed: the usual call stays fast.
"""

import os
import sys

POLISH = {
    "tasks.py needs Python 3.11 or newer; this is Python %d.%d.": (
        "tasks.py potrzebuje Pythona 3.11 lub nowszego; ten to Python %d.%d."
    ),
    "%s needs the system packages %s; install them (on Debian: apt-get install %s).": (
        "%s: potrzebne są pakiety systemowe %s; zainstaluj je (w Debianie: apt-get install %s)."
    ),
    "installing %s with apt-get, for %s…": "instaluję przez apt-get: %s (do czego: %s)…",
    "apt-get could not install %s; install them by hand and call again.": (
        "apt-get nie zainstalował: %s; zainstaluj je ręcznie i powtórz polecenie."
    ),
    "the environment of the tasks": "środowisko poleceń",
    "the browser tests": "testy w przeglądarce",
    "the environment .venv could not be made; see the lines above.": (
        "nie udało się utworzyć środowiska .venv; przyczynę podają wiersze powyżej."
    ),
    "the dependencies could not be installed (is the package index reachable?); the next call tries again.": (
        "nie udało się zainstalować bibliotek (czy działa internet?); następne polecenie spróbuje ponownie."
    ),
    "another call is preparing the environment; waiting for it…": "inne polecenie przygotowuje środowisko; czekam…",
    "preparing the environment in .venv (once; about half a minute)…": (
        "przygotowuję środowisko w .venv (tylko raz; około pół minuty)…"
    ),
    "installing the packages of the tests…": "instaluję pakiety testów…",
    "in Windows itself only editing in the browser works, at /redakcja/ of your site and without any program; for "
    "the preview and all tasks open the repository in Codespaces (.devcontainer) or call tasks.py in WSL.": (
        "w samym Windowsie działa tylko redagowanie w przeglądarce, pod adresem /redakcja/ serwisu i bez żadnego "
        "programu; podgląd i wszystkie polecenia uruchomisz w Codespaces (.devcontainer) albo w WSL."
    ),
    "the environment could not be prepared: %s (%s).": "nie udało się przygotować środowiska: %s (%s).",
}
"""What is said here before the package, which has catalogues for its messages, can speak."""


WITH_VALUE = ("--lang", "--site")
"""Options before the task that a value follows."""


ROOT = os.path.dirname(os.path.abspath(__file__))


def language(arguments: "list[str]") -> str:
    """Return the language of the messages, as the package does: by ``--lang`` before the task, LANG, or the site."""
    site = os.environ.get("PARTNERSHIP_SITE") or ROOT
    rest = iter(arguments)
    for argument in rest:
        name, joined, value = argument.partition("=")
        if name in WITH_VALUE:
            value = value if joined else next(rest, "")
            site = value if name == "--site" else site
            if name == "--lang":
                if value in ("pl", "en"):
                    return value
                break
        elif not argument.startswith("-"):
            break
    wanted = os.environ.get("LANG", "").lower().partition(".")[0]
    wanted = site_language(site) if wanted in ("", "c", "posix") else wanted
    return "pl" if wanted.startswith("pl") else "en"


def site_language(site: str) -> str:
    """Return the first language of the site in a folder, as the package reads it before anything else."""
    import re
    from pathlib import Path

    paths = [os.path.join(site, name) for name in ("data/site.yaml", "pelicanconf.py")]
    text = "\n".join(Path(one).read_text(encoding="utf-8", errors="replace") for one in paths if os.path.isfile(one))
    found = re.search(r"^(?:languages:|DEFAULT_LANG\s*=)\s*[\[-]?\s*[\"']?([\w-]+)", text, re.MULTILINE)
    return found.group(1) if found else "pl" if text else ""


def _(message: str, *values: object) -> str:
    """Return a message in the caller's language, its places filled with ``values`` in their order."""
    text = POLISH[message] if language(sys.argv[1:]) == "pl" else message
    return text % values if values else text


if sys.version_info < (3, 11):  # before anything that an old Python lacks
    sys.exit(_("tasks.py needs Python 3.11 or newer; this is Python %d.%d.", *sys.version_info[:2]))

ENVIRONMENT = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(ENVIRONMENT, "bin", "python")
INSTALLING = os.path.join(ENVIRONMENT, "installing")
"""Exists while packages are being installed; found by a later call, it means that an installation was killed."""

TASKS_WITH_TEST_PACKAGES = frozenset({"test", "audit", "bench", "lock"})
TASKS_WITH_BROWSER = frozenset({"test", "audit"})
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT_GET = "/usr/bin/apt-get"


class Stop(Exception):
    """What keeps the task from starting, as one sentence for the caller. The exit status is 1."""


def say(text: str) -> None:
    """Tell the caller what is going on: on stderr, since stdout belongs to the task's result."""
    print("tasks.py: " + text, file=sys.stderr, flush=True)


def task_name(arguments: "list[str]") -> str:
    """Return the task named by the arguments, or an empty text; which tasks there are is the package's matter."""
    rest = iter(arguments)
    for argument in rest:
        if argument in WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return ""


def locks(kind: str) -> "list[str]":
    """Return the lock files of one kind of packages (``run`` or ``test``), in the order of their installation."""
    names = {"run": ("requirements-build.lock", "requirements.lock"), "test": ("requirements-test.lock",)}[kind]
    return [os.path.join(ROOT, name) for name in names]


def stamp(kind: str) -> str:
    """Return what the stamp of a finished installation says: the Python version and the lock files, word for word."""
    texts = ["%d.%d\n" % sys.version_info[:2]]
    for path in locks(kind):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    return "".join(texts)


def stamp_path(kind: str) -> str:
    """Return where the stamp of one kind of packages lies: inside the environment, so that both vanish together."""
    return os.path.join(ENVIRONMENT, "installed-" + kind)


def is_ready(kind: str) -> bool:
    """Tell whether the packages of one kind are installed whole and as the lock says now."""
    try:
        with open(stamp_path(kind), encoding="utf-8") as file:
            return file.read() == stamp(kind) and not os.path.exists(INSTALLING) and os.path.exists(PYTHON)
    except FileNotFoundError:
        return False


def run(command: "list[str]", failure: str, lock: int, **environment: str) -> None:
    """Run a command quietly; when it fails, show the lines that say why and stop with the sentence ``failure``.

    The command inherits the lock's descriptor: if this process is killed, the next call waits for the command's end.
    """
    import subprocess

    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=[lock],
        env={**os.environ, **environment},
        check=False,
    )
    if done.returncode:
        lines = done.stdout.decode("utf-8", "replace").strip().splitlines()
        errors = [line for line in lines if line.startswith(("ERROR", "E:"))] or lines
        print("\n".join(errors[-5:]), file=sys.stderr)
        raise Stop(failure)


def apt_install(packages: "list[str]", purpose: str, lock: int) -> None:
    """Install Debian packages when that is possible here, else stop with a sentence that names them.

    ``purpose`` says in a few words what they are for.
    """
    names = " ".join(packages)
    if os.geteuid() != 0 or not os.path.exists(APT_GET):
        message = "%s needs the system packages %s; install them (on Debian: apt-get install %s)."
        raise Stop(_(message, purpose, names, names))
    say(_("installing %s with apt-get, for %s…", names, purpose))
    failure = _("apt-get could not install %s; install them by hand and call again.", names)
    run([APT_GET, "-qq", "update"], failure, lock)
    options = ["-qq", "-y", "--no-install-recommends"]
    run([APT_GET, "install", *options, *packages], failure, lock, DEBIAN_FRONTEND="noninteractive")


def make_environment(lock: int) -> None:
    """Make an empty environment in ``.venv``, in place of whatever is there."""
    import importlib.util
    import shutil

    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        packages = ["python3-venv", "python%d.%d-venv" % sys.version_info[:2]]
        apt_install(packages, _("the environment of the tasks"), lock)
    if os.path.islink(ENVIRONMENT) or os.path.isfile(ENVIRONMENT):
        os.unlink(ENVIRONMENT)
    elif os.path.exists(ENVIRONMENT):
        shutil.rmtree(ENVIRONMENT)
    # The base interpreter: this may be running in the very environment that has just been removed.
    base = getattr(sys, "_base_executable", sys.executable)
    run([base, "-m", "venv", ENVIRONMENT], _("the environment .venv could not be made; see the lines above."), lock)
    with open(INSTALLING, "w", encoding="ascii"):
        pass
    put_package_on_path()


def put_package_on_path() -> None:
    """Let every Python program of the environment import the package from ``plugins/``, by a relative path file."""
    library = os.path.join(ENVIRONMENT, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    with open(os.path.join(library, "partnership.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.relpath(os.path.join(ROOT, "plugins"), library) + "\n")


def install(kind: str, lock: int) -> None:
    """Install the packages of one kind and stamp the environment. The stamp is the last thing written."""
    with open(INSTALLING, "w", encoding="ascii"):
        pass
    failure = _("the dependencies could not be installed (is the package index reachable?); the next call tries again.")
    # The locks are whole, so nothing is resolved: an extra such as coverage[toml] would else be sought in its newest
    # version, which no lock pins. What is published as source only is built by the locked setuptools.
    options = ["--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517", "--no-input"]
    options.append("--disable-pip-version-check")
    for path in locks(kind):
        run([PYTHON, "-m", "pip", "install", "-q", *options, "-r", path], failure, lock, PIP_USER="0")
    with open(stamp_path(kind), "w", encoding="utf-8") as file:
        file.write(stamp(kind))
    os.unlink(INSTALLING)


def prepare(kinds: "list[str]", packages: "list[str]") -> None:
    """Install the Python packages of the kinds that are missing, and the Debian packages named.

    Of two calls at once, the second waits for the first and then finds everything done.
    """
    import fcntl

    with open(os.path.join(ROOT, ".venv.lock"), "w", encoding="ascii") as file:
        lock = file.fileno()
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(_("another call is preparing the environment; waiting for it…"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready("run"):
            say(_("preparing the environment in .venv (once; about half a minute)…"))
            make_environment(lock)
        for kind in kinds:
            if not is_ready(kind):
                if kind == "test":
                    say(_("installing the packages of the tests…"))
                install(kind, lock)
        if packages:
            apt_install(packages, _("the browser tests"), lock)


def missing_for_browser() -> "list[str]":
    """Return the Debian packages that the browser tests lack: Chromium with a font, and what its driver is linked to.

    A Chromium counts that the variable ``CHROMIUM`` names or that is found under one of its usual names.
    """
    import ctypes
    import shutil

    packages = []
    if not any(shutil.which(name) for name in (os.environ.get("CHROMIUM") or "", *CHROMIUM_NAMES)):
        packages += ["chromium", "fonts-dejavu-core"]
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libatomic.so.1")
        except OSError:
            packages.append("libatomic1")
    return packages


def main(arguments: "list[str]") -> int:
    """Prepare what the task needs and become the package's command line. Returns only when that is impossible."""
    if os.name != "posix":
        message = (
            "in Windows itself only editing in the browser works, at /redakcja/ of your site and without any program; "
            "for the preview and all tasks open the repository in Codespaces (.devcontainer) or call tasks.py in WSL."
        )
        raise Stop(_(message))
    task = task_name(arguments)
    kinds = ["run", "test"] if task in TASKS_WITH_TEST_PACKAGES else ["run"]
    packages = missing_for_browser() if task in TASKS_WITH_BROWSER else []
    if packages or not all(is_ready(kind) for kind in kinds):
        prepare(kinds, packages)
    # -P keeps modules of the caller's folder out; UTF-8 mode makes a task the same in every locale.
    os.execv(PYTHON, [PYTHON, "-P", "-X", "utf8", "-m", "partnership", *arguments])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        say(str(stop))
        sys.exit(1)
    except OSError as error:
        say(_("the environment could not be prepared: %s (%s).", error.strerror or error, error.filename or ROOT))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
