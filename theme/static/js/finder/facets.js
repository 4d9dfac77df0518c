// Facets: what a choice would leave. Counts hold for all other facets as chosen, so that no choice leads to nothing.

const KEYS = ['services', 'counties', 'types', 'audiences'];

/** For each facet a Map from id to how many of `rows` it would show beside the other facets' choices. */
export function countFacets(world, rows, chosen, filterOf) {
  const counts = {};
  const keys = [...KEYS, ...world.facets.map(({ key }) => key)];
  for (const key of keys) {
    const others = Object.fromEntries(keys.filter((other) => other !== key).map((other) => [other, chosen[other]]));
    const fits = filterOf(others);
    const own = world.facets.find((facet) => facet.key === key);
    const records = own ? own.records : world[key];
    const totals = new Int32Array(records.length);
    let everywhere = 0;
    for (const { at } of rows) {
      const one = world.institutions[at];
      if (fits && !fits(one)) continue;
      if (own) for (const record of own.of.get(at) || []) totals[record] += 1;
      else if (key === 'services') for (const service of one.services) totals[service] += 1;
      else if (key === 'types') totals[one.type] += 1;
      else if (key === 'audiences') for (const audience of one.audiences) totals[audience] += 1;
      else if (one.region) everywhere += 1;
      else for (const county of new Set(one.serves)) totals[county] += 1;
    }
    counts[key] = new Map(records.map((record) => [key === 'counties' ? record.teryt : record.id, totals[record.at] + (key === 'counties' ? everywhere : 0)]));
  }
  return counts;
}

/** When nothing is left: what dropping each single choice would show, most first: [{key, id, count}]. */
export function worthDropping(rows, chosen, filterOf, institutions) {
  const found = [];
  for (const key of Object.keys(chosen)) {
    for (const id of chosen[key]) {
      const fits = filterOf({ ...chosen, [key]: chosen[key].filter((other) => other !== id) });
      const count = fits ? rows.filter(({ at }) => fits(institutions[at])).length : rows.length;
      if (count) found.push({ key, id, count });
    }
  }
  return found.sort((a, b) => b.count - a.count);
}
