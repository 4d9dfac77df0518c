// The institution finder's engine: no DOM, no dependency, the same in a browser and in Node.
//
//   const finder = createFinder(index);           // index: the parsed /instytucje/indeks.json
//   finder.search('staże limanowa', {counties: ['1207']})   // [{id, score, why}], best first

import { createExplain, kilometres } from './explain.js';
import { rank } from './rank.js';
import { understand } from './understand.js';
import { createWorld } from './world.js';

const asList = (value) => {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value ? [value] : [];
  return typeof value[Symbol.iterator] === 'function' ? [...value].map(String) : [];
};

const isPoint = (near) => Boolean(near) && Number.isFinite(near.latitude) && Number.isFinite(near.longitude);

export function createFinder(index) {
  const world = createWorld(index);
  const { why } = createExplain(world);

  /** A filter of the chosen facets: any of a facet's values, all facets together. A county means: serves it, or the region. */
  function filterOf({ services, counties, types, audiences }) {
    const tests = [];
    const numbers = (chosen, known) => asList(chosen).map((id) => known.get(id));
    const add = (chosen, known, test) => {
      const all = numbers(chosen, known);
      if (!all.length) return;
      const set = new Set(all.filter((at) => at !== undefined));
      tests.push((one) => test(one, set));
    };
    add(services, world.ids.services, (one, set) => one.services.some((at) => set.has(at)));
    add(counties, world.ids.counties, (one, set) => set.size > 0 && (one.region || one.serves.some((at) => set.has(at))));
    add(types, world.ids.types, (one, set) => set.has(one.type));
    add(audiences, world.ids.audiences, (one, set) => one.audiences.some((at) => set.has(at)));
    return tests.length ? (one) => tests.every((test) => test(one)) : null;
  }

  function matches(query, filters) {
    const text = typeof query === 'string' ? query : query === undefined || query === null ? '' : String(query);
    const near = isPoint(filters.near) ? filters.near : null;
    const fits = filterOf(filters);
    const distanceOf = (one) => (near && one.latitude !== null ? kilometres(near, one) : null);
    let rows;
    let reading = null;
    if (!text.trim()) {
      const all = world.institutions.filter((one) => !fits || fits(one));
      const total = all.length;
      // Descending numbers keep the list's own order: Polish collation.
      rows = all.map((one, place) => ({ at: one.at, score: (total - place) / total, distance: distanceOf(one) }));
      if (near) for (const row of rows) row.score = row.distance === null ? 0 : 1 / (1 + row.distance);
    } else {
      reading = understand(world, text);
      rows = rank(world, reading);
      if (fits) rows = rows.filter((row) => fits(world.institutions[row.at]));
      if (near) {
        for (const row of rows) {
          row.distance = distanceOf(world.institutions[row.at]);
          // Among answers about as good, the nearer comes first.
          if (row.distance !== null) row.score += 0.6 * row.score * Math.exp(-row.distance / 40);
        }
      }
    }
    const ids = world.institutions;
    rows.sort((a, b) => b.score - a.score || (ids[a.at].id < ids[b.at].id ? -1 : 1));
    return { rows, reading, filtered: Boolean(fits) };
  }

  /** All matches {id, score, why}, best first, ties by id. An empty query: everything, by Polish collation. */
  function search(query, filters = {}) {
    const { rows, reading, filtered } = matches(query, filters || {});
    return rows.map((row) => ({
      id: world.institutions[row.at].id,
      score: row.score,
      get why() {
        return why(row, reading, row.distance, filtered);
      },
    }));
  }

  return { search, world, matches, filterOf, understand: (query) => understand(world, query) };
}
