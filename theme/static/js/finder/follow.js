// „Obserwuj ten wybór”: from what is chosen to the feed of exactly that, or the smallest one that contains it.
// The same rules stand in plugins/partnership/subscriptions/choice.py.

const only = (ids, known) => (ids && ids.length === 1 && Object.hasOwn(known, ids[0]) ? ids[0] : '');

/** {folder, exact, title} for a state {query, services, counties, types, audiences …}: other facets have no feed. */
export function smallestFeed(table, { query = '', services = [], counties = [], types = [], ...others }) {
  const county = only(counties, table.counties);
  const service = only(services, table.services);
  const type = only(types, table.types);
  const narrowed = Object.values(others).some((chosen) => chosen.length > 0) || query.trim() !== '';
  if (county && service) {
    const [slug, name] = table.counties[county];
    const title = table.texts.pair.replace('{service}', table.services[service][0]).replace('{county}', name);
    return { folder: table.folders.pair.replace('{county}', slug).replace('{service}', service), exact: !types.length && !narrowed, title };
  }
  const chosen = [counties, services, types].filter((facet) => facet.length).length;
  const found = [{ size: table.total, order: 3, folder: table.folders.institutions, exact: chosen === 0, title: table.texts.institutions }];
  if (county) {
    const [slug, name, size] = table.counties[county];
    found.push({ size, order: 0, folder: table.folders.county.replace('{county}', slug), exact: chosen === 1, title: name });
  }
  if (service) {
    const [name, size] = table.services[service];
    found.push({ size, order: 1, folder: table.folders.service.replace('{service}', service), exact: chosen === 1, title: name });
  }
  if (type) {
    const [name, size] = table.types[type];
    found.push({ size, order: 2, folder: table.folders.type.replace('{type}', type), exact: chosen === 1, title: name });
  }
  const [best] = found.sort((a, b) => b.exact - a.exact || a.size - b.size || a.order - b.order);
  return { folder: best.folder, exact: best.exact && !narrowed, title: best.title };
}

/** The same for a comparison of counties. */
export function countiesFeed(table, codes) {
  const county = only(codes, table.counties);
  if (county) return { folder: table.folders.county.replace('{county}', table.counties[county][0]), exact: true, title: table.counties[county][1] };
  const all = !codes.length || Object.keys(table.counties).every((code) => codes.includes(code));
  return { folder: table.folders.counties, exact: all, title: table.texts.counties };
}

/**
 * A line with the link, in `place`. Returns a function that shows it for the feed that `choose(table)` gives, or hides it without one.
 * The table at `address` is fetched when the line is first needed; without an address there is nothing to follow.
 * `home` is the site's address, ending in a slash.
 */
export function attachFollow(place, home, address) {
  if (!address) return () => {};
  let table;
  const line = document.createElement('p');
  line.className = 'finder-follow';
  line.dataset.finderFollow = '';
  line.hidden = true;
  place.append(line);
  return async (choose) => {
    line.hidden = !choose;
    if (!choose) return;
    try {
      table ??= fetch(address, { credentials: 'same-origin' }).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
      const known = await table;
      const { folder, exact, title } = choose(known);
      const link = document.createElement('a');
      link.href = `${home}${folder.slice(1)}rss.xml`;
      link.type = 'application/rss+xml';
      link.textContent = known.texts.follow;
      const note = document.createElement('span');
      note.textContent = known.texts[exact ? 'exact' : 'wider'].replace('{title}', title);
      line.replaceChildren(link, ' – ', note);
    } catch {
      // Without the table there is still the list of all feeds.
      table = undefined;
      line.hidden = true;
    }
  };
}
