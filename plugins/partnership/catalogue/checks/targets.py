"""What the target of a link was meant to be that is no path of a file."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from partnership.patterns import pattern
from partnership.records.fields import Email
from partnership.records.intended import intended, pattern_of

_EMAIL: Final = pattern(r"[^\s/@:?#]+@[^\s/@:?#]+\.[^\s/@:?#]+(?:\?\S*)?\Z")
_WEB: Final = pattern(
    r"(?:https?[:;]?/+)?(?:www\.[\w-]+\.[\w.-]+"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|(?!md|py)[a-z]{2}))(?:[/?#]\S*)?\Z",
    re.IGNORECASE,
)
_SPELT_AT: Final = pattern(r"(?i)[\w.+-]\s*(?:[(\[{]\s*(?:at|małpa)\s*[)\]}]|\s(?:at|małpa)\s)\s*[\w-]+\s*\.")
"""An address whose @ is spelt out, as people hide it from collectors of addresses."""
_FILE: Final = pattern(r"(?i)\.(?:md|pdf|docx?|xlsx?|pptx?|od[tsp]|jpe?g|png|webp|avif|gif|svg|zip|csv|txt)\Z")
_PHONE: Final = pattern(r"\+?[0-9][0-9 ()-]{6,18}\Z")


def meant_address(target: str) -> str | None:
    """Return the address that a link's target was meant to be: an e-mail, a website or a telephone without its scheme.

    None where it looks like a path of a file.
    """
    plain = unquote(target).strip().rstrip(".,;")
    if _SPELT_AT.search(plain) and not _FILE.search(plain):
        plain = intended(pattern_of(Email), plain) or plain
    if _EMAIL.match(plain):
        return f"mailto:{plain}"
    if _WEB.match(plain):
        return "https://" + re.sub(r"(?i)\Ahttps?[:;]?/+", "", plain)
    if _PHONE.match(plain):
        return "tel:" + re.sub(r"[^0-9+]", "", plain)
    return None
