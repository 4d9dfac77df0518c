"""``serve``: a local preview that rebuilds and reloads on every change."""

from __future__ import annotations

import threading
from pathlib import Path

import click

from partnership.cli.options import site_options, source_options
from partnership.cli.progress import say
from partnership.language import _
from partnership.settings import Settings


@click.command("serve", help=_("Build the site, serve it on this machine and rebuild it on every change."))
@source_options
@site_options
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=_("Port on 127.0.0.1."))
def command(
    content: Path | None, data: Path | None, output: Path | None, site_url: str | None, drafts: bool, port: int
) -> int:
    """Serve until interrupted, however it was started; problems are told in the terminal and in the page."""
    from partnership.cli.arrange import arranged
    from partnership.interrupts import interruptible

    with interruptible():
        settings = arranged(content, data, output, site_url, drafts, for_build=True)
        if output is None:
            # What is served names this machine in its links; it must not lie where a site for publishing is looked for.
            settings = arranged(content, data, settings.cache / "preview", site_url, drafts, for_build=True)
        _serve(settings, port, site_url and settings.site_url)
    return 0


def _serve(settings: Settings, port: int, site_url: str | None) -> None:
    """Build, serve and watch until interrupted."""
    from partnership.serving.preview import Preview, for_preview
    from partnership.serving.server import PreviewServer
    from partnership.serving.watch import watch

    preview = Preview(for_preview(settings, port, site_url))
    server = PreviewServer(port, preview)

    for remark in settings.remarks:
        say(remark)

    preview.rebuild(say)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"Serving http://127.0.0.1:{port}{settings.base_path if site_url else ''}/")
    try:
        watch(preview, say)
    finally:
        server.shutdown()
        preview.session.keep()
