"""The site's own pages: home, content pages, feeds, data, declaration, redirects."""
