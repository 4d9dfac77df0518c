"""The same post and the same institution in the form in which each generator wants its files."""

from __future__ import annotations

from collections.abc import Callable

from partnership_bench.corpus import Post
from partnership_bench.institutions import Place


def yaml_form(topics: str, lists: bool = False, extra: str = "") -> Callable[[Post], str]:
    """Return the form of a post with a YAML head: ``topics`` is the key of its topics, ``lists`` Hugo's plural keys."""

    def form(post: Post) -> str:
        named = (
            f"authors: [{post.author}]\ncategories: [{post.category}]\n"
            if lists
            else f"author: {post.author}\ncategory: {post.category}\n"
        )
        return (
            f"---\ntitle: {post.title}\ndate: {post.day.isoformat()}\n{named}{topics}: [{', '.join(post.topics)}]\n"
            f"summary: {post.summary}\n{extra.format(stem=post.stem)}---\n{post.text}"
        )

    return form


def yaml_place(extra: str = "") -> Callable[[Place], str]:
    """Return the form of an institution's page with a YAML head and its description as text."""

    def form(place: Place) -> str:
        services = ", ".join(name for _code, name in place.services)
        return (
            f"---\ntitle: {place.name}\nkind: {place.kind[1]}\ncounty: {place.county[1]}\nstreet: {place.street}\n"
            f'postal_code: "{place.postal_code}"\ncity: {place.city}\nservices: [{services}]\n'
            f"{extra.format(stem=place.stem)}---\n{place.description}\n"
        )

    return form


def pelican_form(post: Post) -> str:
    """Return a post with the plain head of Pelican."""
    return (
        f"Title: {post.title}\nDate: {post.day.isoformat()}\nAuthor: {post.author}\nCategory: {post.category}\n"
        f"Tags: {', '.join(post.topics)}\nSlug: {post.stem}\nSummary: {post.summary}\n\n{post.text}"
    )


def pelican_place(place: Place) -> str:
    """Return an institution's page with the plain head of Pelican."""
    return (
        f"Title: {place.name}\nSlug: {place.stem}\nKind: {place.kind[1]}\nCounty: {place.county[1]}\n"
        f"Street: {place.street}\nPostal_code: {place.postal_code}\nCity: {place.city}\n"
        f"Services: {', '.join(name for _code, name in place.services)}\n\n{place.description}\n"
    )
