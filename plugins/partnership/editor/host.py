"""The Git host that keeps a site's files: how the editor signs in there, and the origins that its page may reach."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from partnership.records.profile import EditorHost

BACKENDS: Final = MappingProxyType({"github": "github", "gitlab": "gitlab", "forgejo": "gitea"})
"""The editor's names of the hosts' programs."""
HOME: Final = MappingProxyType({"github": "https://github.com", "gitlab": "https://gitlab.com"})
"""Where a host stands, unless the profile names a server of one's own."""
API: Final = MappingProxyType({"github": "https://api.github.com", "gitlab": "https://gitlab.com"})


def backend_of(host: EditorHost) -> dict[str, Any]:
    """Return the host as the editor's configuration names it."""
    address = (host.address or HOME.get(host.host, "")).rstrip("/")
    settings: dict[str, Any] = {
        "name": BACKENDS[host.host],
        "repo": host.repository,
        "branch": host.branch,
        "auth_methods": ["oauth", "token"] if host.app_id or host.sign_in_server else ["token"],
    }
    if host.host == "github":
        if host.address:
            settings |= {"api_root": f"{address}/api/v3", "graphql_api_root": f"{address}/api/graphql"}
        if host.sign_in_server:
            settings["base_url"] = host.sign_in_server.rstrip("/")
        return settings
    settings["base_url"] = address
    if host.address and host.host == "gitlab":
        settings |= {"api_root": f"{address}/api/v4", "graphql_api_root": f"{address}/api/graphql"}
    if host.host == "forgejo":
        settings["api_root"] = f"{address}/api/v1"
    if host.app_id:
        settings["app_id"] = host.app_id
        if host.host == "gitlab":
            settings["auth_type"] = "pkce"
    return settings


def origins_of(host: EditorHost) -> tuple[str, ...]:
    """Return the origins that the editor asks: the host's interface, and the server that signs people in."""
    found = [host.address or API.get(host.host, ""), host.sign_in_server or ""]
    return tuple(sorted({_origin(one) for one in found if one}))


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])
