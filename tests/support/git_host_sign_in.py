"""Signing in at a Git host: tokens that somebody made there, and OAuth with PKCE as Forgejo and Gitea do it."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from html import escape
from secrets import token_hex
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

APPLICATION: Final = "0c1f6f1e-redakcja"
"""Id of the application that an administrator registered."""
Answer = tuple[int, bytes, str, tuple[tuple[str, str], ...]]


@dataclass
class SignIn:
    """Who may in: tokens, codes on their way, and how many exchanges there were."""

    tokens: set[str] = field(default_factory=lambda: {"token-redaktora"})
    name: str = "Ewa Redaktorka"
    login: str = "ewa"
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refreshing: set[str] = field(default_factory=set)

    def knows(self, authorization: str) -> bool:
        """Tell whether a header carries a token of the host."""
        scheme, _blank, token = authorization.partition(" ")
        return scheme.lower() in ("token", "bearer") and token in self.tokens

    def user(self, address: str) -> dict[str, Any]:
        """Return who signed in, as ``/user`` tells it."""
        return {
            "id": 7, "login": self.login, "full_name": self.name, "email": f"{self.login}@example.org",
            "avatar_url": f"{address}/avatars/7", "html_url": f"{address}/{self.login}",
        }  # fmt: skip

    def answer(self, method: str, path: str, query: dict[str, str], body: bytes) -> Answer:
        """Return status, bytes, type and headers of a page or an answer below ``/login/oauth/``."""
        if path == "/login/oauth/authorize":
            return self._ask(query)
        if path == "/login/oauth/grant" and method == "POST":
            return self._grant({key: values[-1] for key, values in parse_qs(body.decode()).items()})
        if path == "/login/oauth/access_token" and method == "POST":
            return self._exchange(json.loads(body))
        return 404, b"", "text/plain", ()

    def _ask(self, query: dict[str, str]) -> Answer:
        """Return the page that asks whether the editor may read and write."""
        if query.get("client_id") != APPLICATION:
            return 400, b"Client ID not registered", "text/plain", ()
        assert query["response_type"] == "code" and query["code_challenge_method"] == "S256"
        kept = "".join(f'<input type="hidden" name="{escape(key)}" value="{escape(query[key])}">' for key in query)
        page = (
            '<!DOCTYPE html><html lang="en"><title>Authorize</title><h1>Authorize “Redakcja”?</h1>'
            f'<form method="post" action="/login/oauth/grant">{kept}'
            '<button name="granted" value="true">Authorize application</button>'
            '<button name="granted" value="false">Cancel</button></form></html>'
        )
        return 200, page.encode(), "text/html; charset=utf-8", ()

    def _grant(self, form: dict[str, str]) -> Answer:
        """Send the browser back with a code, or with what was denied."""
        if form["granted"] == "true":
            code = f"gta_{token_hex(16)}"
            self.codes[code] = form
            said = {"code": code, "state": form["state"]}
        else:
            said = {
                "error": "access_denied", "error_description": "the request is denied", "state": form["state"],
            }  # fmt: skip
        return 303, b"", "text/plain", (("Location", f"{form['redirect_uri']}?{urlencode(said)}"),)

    def _exchange(self, asked: dict[str, str]) -> Answer:
        """Give tokens for a code whose secret is known, once, or for a token to refresh."""
        if asked["grant_type"] == "refresh_token":
            if asked["refresh_token"] not in self.refreshing:
                return _refused("unauthorized_client", "token was already used")
            self.refreshing.discard(asked["refresh_token"])
            return self._tokens()
        form = self.codes.pop(asked["code"], None)
        if form is None:
            return _refused("unauthorized_client", "client is not authorized")
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if challenge != form["code_challenge"] or asked["client_id"] != APPLICATION:
            return _refused("unauthorized_client", "failed PKCE code challenge")
        if asked["redirect_uri"] != form["redirect_uri"]:
            return _refused("unauthorized_client", "unexpected redirect URI")
        return self._tokens()

    def _tokens(self) -> Answer:
        access, refresh = f"access-{token_hex(8)}", f"refresh-{token_hex(8)}"
        self.tokens.add(access)
        self.refreshing.add(refresh)
        given = {"access_token": access, "token_type": "bearer", "expires_in": 3600, "refresh_token": refresh}
        return 200, json.dumps(given).encode(), "application/json", ()


def _refused(code: str, why: str) -> Answer:
    return 400, json.dumps({"error": code, "error_description": why}).encode(), "application/json", ()
