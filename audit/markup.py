"""HTML and CSS: the Nu Html Checker, html-validate and stylelint."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from audit.folder import Folder
from audit.tools import output_of
from audit.verdicts import Verdict, judge

HTML_VALIDATE = {
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        "no-trailing-whitespace": "off",
        "void-style": "off",
        # The site writes non-breaking hyphens and dates in running text; these two are opinions on style.
        "tel-non-breaking": "off",
        "long-title": "off",
    },
}


def nu_checker(folder: Folder, home: Path, root: str) -> Verdict:
    """Every page through the Nu Html Checker, by its address, since a policy's ``'self'`` means nothing for a file.

    Errors and warnings count, remarks do not. The checker takes JSON-LD, which is data, for a script; that is left out.
    """
    pages = folder.pages()
    jar = str(home / "node_modules/vnu-jar/build/dist/vnu.jar")
    local = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    offences = []
    for start in range(0, len(pages), 500):
        part = [root + folder.address(page) for page in pages[start : start + 500]]
        _, told = output_of(["java", "-Xss2m", local, "-jar", jar, "--format", "json", *part])
        for message in json.loads(told)["messages"]:
            if message["type"] == "non-document-error":
                raise RuntimeError(message["message"])
            json_ld = "Inline script" in message["message"] and "application/ld+json" in message.get("extract", "")
            if (message["type"] == "error" or message.get("subType") == "warning") and not json_ld:
                place = message.get("url", "?").removeprefix(root)
                offences.append(f"{place}:{message.get('lastLine', 1)}: {message['message']}")
    return judge("html.vnu", len(pages), offences)


def html_validate(folder: Folder, home: Path) -> Verdict:
    """A sample of pages through html-validate's standard and accessibility rules."""
    pages = folder.sample(100)
    with tempfile.TemporaryDirectory() as temporary:
        config = Path(temporary) / "rules.json"
        config.write_text(json.dumps(HTML_VALIDATE | {"root": True}))
        program = str(home / "node_modules/.bin/html-validate")
        out, _ = output_of([program, "--config", str(config), "--formatter", "json", *map(str, pages)])
    offences = [
        f"{folder.address(Path(file['filePath']))}:{message['line']}: {message['ruleId']}: {message['message']}"
        for file in json.loads(out)
        for message in file["messages"]
    ]
    return judge("html.html-validate", len(pages), offences)


def stylelint(folder: Folder, home: Path) -> Verdict:
    """Every style sheet through stylelint's recommended rules: mistakes, not taste."""
    sheets = folder.files("*.css")
    if not sheets:
        return judge("css.stylelint", 0, [])
    with tempfile.TemporaryDirectory() as temporary:
        config = Path(temporary) / "stylelint.json"
        extends = str(home / "node_modules/stylelint-config-recommended/index.js")
        # Components' sheets are joined, so the order of selectors of different specificity says nothing.
        config.write_text(json.dumps({"extends": extends, "rules": {"no-descending-specificity": None}}))
        program = str(home / "node_modules/.bin/stylelint")
        out, told = output_of([program, "--config", str(config), "--formatter", "json", *map(str, sheets)])
    offences = [
        f"{folder.address(Path(sheet['source']))}:{warning['line']}: {warning['text']}"
        for sheet in json.loads(out.strip() or told)
        for warning in sheet["warnings"]
    ]
    return judge("css.stylelint", len(sheets), offences)
