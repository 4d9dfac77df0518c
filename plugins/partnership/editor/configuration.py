"""The editor's whole configuration: where the files lie and who keeps them, the collections, the words of the page."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, Final

import msgspec

from partnership.editor.collections import Folders, make_collections
from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS
from partnership.language import _, pgettext, speaking
from partnership.profile import Profile, working_on

LONGEST_NAME: Final = 60
"""Longest name of a new file, in characters: it becomes a part of the address."""
LARGEST_FILE: Final = 20_000_000
"""Largest picture or file that is taken, in bytes."""
WITHOUT_HOST: Final = MappingProxyType({"name": "gitea", "base_url": "https://localhost", "auth_methods": ["token"]})
"""What stands for a host where the site names none: the editor then works in a folder of this computer only."""


class EditorFiles(msgspec.Struct, frozen=True):
    """What is sent to the browser beside the program of others."""

    config: dict[str, Any]
    """The configuration as the editor's own schema describes it."""
    formats: dict[str, dict[str, Any]]
    """Shape of each kind of file, by the name of its format."""
    words: dict[str, str]
    """Sentences that our part of the page says."""
    language: str
    """Language of the editor's interface."""

    def as_bytes(self, styles: list[str], *, only_here: bool) -> bytes:
        """Return all of it as the bytes of one JSON file.

        ``styles`` are the addresses of the site's style sheets from the page, ``only_here`` tells that no host keeps
        the files.
        """
        value = {
            "config": self.config,
            "formats": self.formats,
            "words": self.words,
            "styles": styles,
            "only_here": only_here,
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def configure(
    profile: Profile,
    site_url: str,
    folders: Folders,
    backend: dict[str, Any] | None,
    folder: str,
    kinds: tuple[Kind, ...] = KINDS,
) -> EditorFiles:
    """Return the configuration of a site's editor, in the site's own language.

    ``backend`` names the Git host as the editor's schema wants it; None where there is none, and the editor works in
    ``folder`` of this computer.  ``kinds`` are those of the content.
    """
    language = profile.languages[0]
    with speaking(language), working_on(profile):
        made = make_collections(folders, profile.languages, profile.time_zone, kinds)
        config = {
            "load_config_file": False,
            "backend": backend or {**WITHOUT_HOST, "repo": f"local/{folder}"},
            "app_title": _("Editor: %(site)s", site=profile.name),
            "site_url": site_url,
            "display_url": site_url,
            "media_folder": f"{folders.content}/media",
            "public_folder": f"/{folders.content}/media",
            "media_libraries": {
                "default": {"config": {"max_file_size": LARGEST_FILE, "slugify_filename": True}},
                "stock_assets": False,
            },
            "slug": {
                "encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-", "maxlength": LONGEST_NAME,
                "timezone": "local",
            },
            "show_preview_links": False,
            "collections": made.listed,
        }  # fmt: skip
        return EditorFiles(config, made.formats, _words(), language)


def _words() -> dict[str, str]:
    """Return what our part of the page says, in the language of now; placeholders are filled in the browser."""
    return {
        "broken": _("⚠ This file cannot be shown as a form"),
        "broken_yaml": _("The file is not valid YAML ({reason})."),
        "conflict": _("The file holds the marks of two versions that were not put together (<<<<<<<)."),
        "no_head": _("The file has no head between lines “---”."),
        "unknown_key": _("The file has a field “{name}” that the form does not know."),
        "wrong_shape": _("The field “{name}” holds something else than the form expects."),
        "left_alone": _("It stays as it is. Mend it in the file itself, or ask whoever looks after the site."),
        "changed_elsewhere": _(
            "Somebody changed this file while you were working on it. Nothing was overwritten. Copy what you wrote, "
            "load this page again and put your change into the newer text."
        ),
        "old_draft": _(
            "This draft was begun from an older text of the file. Nothing was overwritten. Copy what you wrote, "
            "discard the draft and put your change into the newer text."
        ),
        "host_silent": _(
            "The server with the files cannot be reached. Your text is still here: save again when the network is back."
        ),
        "host_unknown": _(
            "The server with the files does not know you any more: the token expired or was revoked. Your text is kept "
            "in this browser: load the page again, sign in and choose “Restore”."
        ),
        "host_forbids": _(
            "You may read the files, but not change them. Your text is still here. Ask whoever looks after the site "
            "for the right to write."
        ),
        "host_changed": _(
            "Somebody changed this file at the same moment. Nothing was overwritten, and your text is still here. "
            "Save again to see what to do."
        ),
        "host_taken": _(
            "The server with the files did not take the change, most likely since a file of this name is there "
            "already. Nothing was overwritten, and your text is still here. Choose another title or load the page "
            "again."
        ),
        "host_broken": _(
            "The server with the files failed. Nothing was changed, and your text is still here. Save again later."
        ),
        "not_signed_in": _("Not signed in"),
        "sign_in_refused": _(
            "The server with the files refused the sign-in. Nothing was lost. Try again, or sign in with a token."
        ),
        "sign_in_closed": _("The sign-in window was closed before the end. Try again."),
        "sign_in_cut_off": _(
            "You signed in, but the editor did not learn of it: this site's server keeps its windows apart "
            "(Cross-Origin-Opener-Policy). Sign in with a token, and pass this on to whoever looks after the site."
        ),
        "close": _("Close"),
        "remove_part": _("Remove “{name}”?"),
        "would_be_lost": _("What is written there would be lost when you save:"),
        "remove": pgettext("form", "Remove"),
        "keep": pgettext("form", "Keep"),
        "picture": pgettext("form", "Picture"),
        "picture_file": pgettext("form", "File of the picture"),
        "picture_alt": _("What the picture shows, for those who do not see it"),
        "picture_alt_hint": pgettext("form", "Needed, unless the picture only decorates"),
        "picture_decorates": pgettext("form", "The picture only decorates"),
        "picture_caption": _("Caption, different from alt"),
        "picture_link": pgettext("form", "Address to which the picture leads"),
        "picture_without_words": _(
            "A picture lacks words for those who do not see it. Write what it shows, or tick that it only decorates."
        ),
    }
