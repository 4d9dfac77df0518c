"""Which files below the content folder are published, and how each is cleaned."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Copy, Item
from partnership.pictures.variants import clean_drawing, is_raster, make_variant, variants, without_metadata
from partnership.settings import Settings


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan every file of the content folder that becomes public.

    Pictures without metadata in all sizes, SVG without script, the rest as it is.
    """
    made: set[str] = set()  # two files with the same picture share its sizes
    for path, media in catalogue.media.items():
        address = addresses.media(path)
        source = str(settings.content / path)
        if path.lower().endswith(".svg"):
            yield Copy(address, source, media.digest, change=clean_drawing)
        elif media.moves:
            yield Copy(address, source, media.digest, change=without_metadata, costly=True)
        elif is_raster(media):
            yield Copy(address, source, media.digest, change=without_metadata, costly=True)
            for one in variants(media):
                if one.address in made:
                    continue
                made.add(one.address)
                how = (one.width, one.height, one.format)
                yield Copy(one.address, source, media.digest, change=make_variant, how=how, costly=True)
        else:
            yield Copy(address, source, media.digest)
