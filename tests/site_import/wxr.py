"""A small writer of WordPress exports, for tests: posts as WordPress writes them, and nothing that it does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

HEAD = """<?xml version="1.0" encoding="{encoding}" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Stara strona</title><link>https://stara.example.org</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://stara.example.org</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[jan]]></wp:author_login>
<wp:author_display_name><![CDATA[Zespół Redakcji]]></wp:author_display_name></wp:author>
"""


@dataclass(slots=True)
class Item:
    """One item of an export."""

    id: int
    title: str
    content: str = ""
    kind: str = "post"
    status: str = "publish"
    name: str = ""
    local: str = "2012-03-16 10:30:00"
    universal: str = "2012-03-16 09:30:00"
    link: str = ""
    parent: int = 0
    attachment: str = ""
    excerpt: str = ""
    password: str = ""
    labels: list[tuple[str, str]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)

    def xml(self) -> str:
        """Return the item as WordPress writes it."""
        link = self.link or f"https://stara.example.org/2012/03/{self.name or self.id}/"
        labels = "".join(
            f'<category domain={quoteattr(domain)} nicename="x"><![CDATA[{name}]]></category>'
            for domain, name in self.labels
        )
        meta = "".join(
            f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
            for key, value in self.meta.items()
        )
        attachment = f"<wp:attachment_url>{escape(self.attachment)}</wp:attachment_url>" if self.attachment else ""
        content = self.content.replace("]]>", "]]]]><![CDATA[>")
        return (
            f"<item><title><![CDATA[{self.title}]]></title><link>{escape(link)}</link><dc:creator>jan</dc:creator>"
            f'<guid isPermaLink="false">https://stara.example.org/?p={self.id}</guid>'
            f"<content:encoded><![CDATA[{content}]]></content:encoded>"
            f"<excerpt:encoded><![CDATA[{self.excerpt}]]></excerpt:encoded>"
            f"<wp:post_id>{self.id}</wp:post_id><wp:post_date>{self.local}</wp:post_date>"
            f"<wp:post_date_gmt>{self.universal}</wp:post_date_gmt><wp:post_name>{self.name}</wp:post_name>"
            f"<wp:status>{self.status}</wp:status><wp:post_parent>{self.parent}</wp:post_parent>"
            f"<wp:post_type>{self.kind}</wp:post_type><wp:post_password>{self.password}</wp:post_password>"
            f"{attachment}{labels}{meta}</item>\n"
        )


def export(*items: Item, encoding: str = "UTF-8") -> str:
    """Return an export of items."""
    return HEAD.format(encoding=encoding) + "".join(one.xml() for one in items) + "</channel></rss>\n"
