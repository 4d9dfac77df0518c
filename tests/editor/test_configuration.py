"""The editor's configuration, made from the records: what the editor's own schema takes, in the editors' words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import pytest
from jsonschema import Draft7Validator
from msgspec import inspect

from partnership.editor.choices import choice_words, word_for
from partnership.editor.collections import Folders
from partnership.editor.configuration import EditorFiles, configure
from partnership.editor.host import backend_of, origins_of
from partnership.editor.patterns import for_browser
from partnership.editor.wording import form_wording
from partnership.kinds.registry import KINDS, RECORDS_BY_FILE, fronts, record_schemas
from partnership.language import speaking
from partnership.profile import Profile
from partnership.records.profile import EditorHost

SCHEMA = json.loads(Path(__file__).with_name("sveltia-cms.schema.json").read_text(encoding="utf-8"))
HEADS = fronts(KINDS)
HOSTS = (
    EditorHost(host="github", repository="urzad/serwis"),
    EditorHost(host="github", repository="urzad/serwis", sign_in_server="https://wejscie.example.org"),
    EditorHost(host="gitlab", repository="urzad/dzial/serwis", app_id="abc", branch="publiczna"),
    EditorHost(host="gitlab", repository="urzad/serwis", address="https://git.example.org"),
    EditorHost(host="forgejo", repository="urzad/serwis", address="https://forge.example.org", app_id="abc"),
)


@lru_cache(maxsize=8)
def made(languages: tuple[str, ...] = ("pl", "en")) -> EditorFiles:
    """Return the configuration of a site in the languages, without a host."""
    return configure(Profile(languages=languages), "https://serwis.example.org", Folders(), None, "serwis")


def widgets(files: EditorFiles) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of every form, those in objects and lists too, with the collection or file it stands in."""
    for collection in files.config["collections"]:
        for holder in (collection, *collection.get("files", ())):
            for field in holder.get("fields", ()):
                yield from ((holder["name"], one) for one in below(field))


def below(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a field and all that it is made of."""
    yield field
    for inner in (*field.get("fields", ()), *([field["field"]] if "field" in field else ())):
        yield from below(inner)


@pytest.mark.parametrize("languages", [("pl", "en", "uk"), ("en",)])
def test_the_schema_takes_it(languages: tuple[str, ...]) -> None:
    """The editor's own schema has no complaint, whatever the languages of the site."""
    problems = [one.message[:200] for one in Draft7Validator(SCHEMA).iter_errors(made(languages).config)]
    assert problems == []


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: f"{host.host}-{host.address or 'public'}")
def test_the_schema_takes_every_host(host: EditorHost) -> None:
    """Each way of keeping the files is one that the editor knows, and the page may reach its server."""
    backends = Draft7Validator({**SCHEMA, "$ref": "#/definitions/Backend"})
    assert [one.message[:200] for one in backends.iter_errors(backend_of(host))] == []
    reached = origins_of(host)
    assert reached and all(re.fullmatch(r"https://[a-z.]+", one) for one in reached)
    assert not host.address or host.address in reached


def test_every_kind_has_its_form() -> None:
    """Each kind of document and of data that the checks know can be edited, and its format is described."""
    files = made()
    forms = {holder["name"]: holder for one in files.config["collections"] for holder in (one, *one.get("files", ()))}
    assert set(HEADS) | {kind.name for kind in record_schemas().values()} <= set(forms)
    for name in (*HEADS, *(kind.name for kind in record_schemas().values())):
        assert forms[name]["format"] in files.formats


def test_every_key_has_its_field() -> None:
    """No key of a record is left out of its form, and what the check needs the form needs."""
    files = made()
    for collection in files.config["collections"]:
        model = HEADS.get(collection["name"]) or next(
            (kind.type for kind in RECORDS_BY_FILE if kind.name == collection["name"]), None
        )
        if model is None:
            continue
        info = inspect.type_info(model)
        assert isinstance(info, inspect.StructType)
        fields = {field["name"]: field for field in collection["fields"]}
        keys = {one.encode_name: one for one in info.fields} | {}
        assert keys.keys() - {"id", "source", "translations"} <= fields.keys()
        for name, key in keys.items():
            assert not key.required or fields[name]["required"], name


def test_relations_lead_somewhere() -> None:
    """Each choice from other records names a collection, and a file and key in it, that are there."""
    files = made()
    collections = {one["name"]: one for one in files.config["collections"]}
    relations = [one for _name, one in widgets(files) if one["widget"] == "relation"]
    assert {one["collection"] for one in relations} >= {"institutions", "lists", "working-groups"}
    for one in relations:
        target = collections[one["collection"]]
        if "file" in one:
            holder = next(file for file in target["files"] if file["name"] == one["file"])
            keys = {field["name"] for field in holder["fields"][0]["fields"]}
            assert one["value_field"].removeprefix("items.*.") in keys
            assert one["display_fields"][0].removeprefix("items.*.") in keys
        else:
            assert one["value_field"] == "{{slug}}"
            assert one["display_fields"][0] in {field["name"] for field in target["fields"]}


def test_words_are_the_editors_own() -> None:
    """Labels and hints are Polish and speak of what is seen: of no quotes, ids, files of lists or fixed words."""
    for place, field in widgets(made()):
        said = f"{field.get('label', '')} {field.get('hint', '')}"
        assert field.get("label") or field["name"] == "item", (place, field["name"])
        assert not re.search(r"cudzysłow|[Ii]dentyfikator (?!zarejestr)|\.yaml|\btrue\b", said), (place, said)


def test_forms_reword_only_what_is_there() -> None:
    """Each description that forms word differently still is a description of a field."""
    found: set[str] = set()
    for kind in (*HEADS.values(), *(kind.type for kind in record_schemas().values())):
        found |= descriptions(kind)
    with speaking("pl"):
        assert set(form_wording()) - found == set()


def descriptions(kind: type, seen: set[type] | None = None) -> set[str]:
    """Return the descriptions of a record's fields and of those of its parts."""
    seen = set() if seen is None else seen
    if kind in seen:
        return set()
    seen.add(kind)
    found = set()
    for field in msgspec.structs.fields(kind):
        stack = [field.type]
        while stack:
            one = stack.pop()
            if isinstance(one, type) and issubclass(one, msgspec.Struct):
                found |= descriptions(one, seen)
            found |= {
                meta.description for meta in getattr(one, "__metadata__", ()) if getattr(meta, "description", None)
            }
            stack.extend(get_args(one))
            if get_origin(one) is not None and hasattr(one, "__origin__"):
                stack.append(one.__origin__)
    return found


def test_every_fixed_word_is_worded() -> None:
    """What is chosen from fixed words is shown in words, never as the word of the file."""
    with speaking("pl"):
        words = choice_words()
    for place, field in widgets(made()):
        for option in field.get("options", ()):
            assert option["label"] == word_for(words, field["name"], option["value"]), place
            assert option["value"] in ("github", "gitlab", "forgejo") or option["label"] != option["value"], option


def test_patterns_are_those_of_browsers() -> None:
    """A pattern has no piece that means another thing in a browser."""
    assert for_browser(r"^[\w-]+[^\W_][^\W\d_]\Z") == r"^[\p{L}\p{N}_\-]+[\p{L}\p{N}]\p{L}$"
    for place, field in widgets(made()):
        if "pattern" in field:
            assert not re.search(r"\\[WwZdD]", field["pattern"][0]), (place, field["pattern"][0])


def test_pictures_ask_for_words() -> None:
    """A picture needs a description, comes from the site's own folder and is written as the checks read it."""
    files = made()
    for collection in files.config["collections"][:4]:
        image = next(one for one in collection["fields"] if one["name"] == "image")
        fields = {one["name"]: one for one in image["fields"]}
        assert fields["src"]["widget"] == "image" and not fields["alt"]["required"]
        assert fields["alt"]["hint"] and fields["decorative"]["widget"] == "boolean"
        depth = "../../media" if collection["name"] == "news" else "../media"
        assert (collection["media_folder"], collection["public_folder"]) == ("/content/media", depth)


def test_translations_follow_the_languages() -> None:
    """A record has a part for each other language of the site, all of it optional, and a site of one language none."""
    institution = next(one for one in made(("pl", "en", "uk")).config["collections"] if one["name"] == "institutions")
    parts = {one["name"]: one for one in institution["fields"] if one["name"] in ("pl", "en", "uk")}
    assert set(parts) == {"en", "uk"}
    assert not any(field["required"] for one in parts.values() for inner in one["fields"] for field in below(inner))
    alone = next(one for one in made(("pl",)).config["collections"] if one["name"] == "institutions")
    assert not {"en", "uk", "pl"} & {one["name"] for one in alone["fields"]}


def test_a_translation_need_not_repeat_facts() -> None:
    """When a meeting begins, what became of a recommendation: asked for in the original alone; words in both."""
    collections = {one["name"]: one for one in made(("pl", "en")).config["collections"]}
    own = {one["name"]: one for one in collections["meetings"]["fields"]}
    other = {one["name"]: one for one in collections["meetings-en"]["fields"]}
    assert own["starts"]["required"] and own["title"]["required"] and other["title"]["required"]
    assert not other["starts"]["required"] and "oryginał" in other["starts"]["hint"]
    assert other["held"]["hint"] == other["starts"]["hint"] != own["held"].get("hint")
    reports = {name: collections[name]["fields"] for name in ("reports", "reports-en")}
    parts = {name: next(one for one in fields if one["name"] == "recommendations") for name, fields in reports.items()}
    asked = {name: [one["name"] for one in part["fields"] if one["required"]] for name, part in parts.items()}
    assert asked == {"reports": ["text", "state"], "reports-en": ["text"]}


def test_same_site_same_bytes() -> None:
    """The same profile gives the same bytes; without a host nothing but this computer is named."""
    one = made().as_bytes(["../theme/css/site.css"], only_here=True)
    made.cache_clear()
    other = made().as_bytes(["../theme/css/site.css"], only_here=True)
    assert one == other
    assert made().config["backend"]["base_url"] == "https://localhost"


def test_words_follow_the_sites_language() -> None:
    """A site in English has an English editor."""
    files = made(("en",))
    assert files.language == "en" and files.config["collections"][0]["label"] == "News"
    assert made().config["collections"][0]["label"] == "Aktualności"
