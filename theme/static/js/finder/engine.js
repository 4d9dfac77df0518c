// The institution finder's engine: no DOM, no dependency, the same in a browser and in Node.
//
//   const finder = createFinder(index);           // index: the parsed /instytucje/indeks.json
//   finder.search('staże limanowa', {counties: ['1207']})   // [{id, score, why}], best first

import { createExplain, kilometres } from './explain.js';
import { countFacets, worthDropping } from './facets.js';
import { rank } from './rank.js';
import { createSuggest } from './suggest.js';
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

  /** One query read and ranked; kept, since facets, counts and suggestions ask for it again. */
  let last = null;
  function ranked(text) {
    if (last && last.text === text) return last;
    const empty = !text.trim();
    const reading = empty ? null : understand(world, text);
    const total = world.institutions.length;
    // Without a query the numbers fall, so that the list's own order stays: Polish collation.
    const rows = empty ? world.institutions.map((one, place) => ({ at: one.at, score: (total - place) / total })) : rank(world, reading);
    last = { text, reading, rows };
    return last;
  }

  /** The matches as internal rows: {rows, reading, all: rows before filters}. */
  function matches(query, filters = {}) {
    const text = typeof query === 'string' ? query : query === undefined || query === null ? '' : String(query);
    const near = isPoint(filters.near) ? filters.near : null;
    const fits = filterOf(filters);
    const { reading, rows: all } = ranked(text);
    let rows = fits ? all.filter((row) => fits(world.institutions[row.at])) : all;
    if (near) {
      rows = rows.map((row) => {
        const one = world.institutions[row.at];
        const distance = one.latitude === null ? null : kilometres(near, one);
        // Among answers about as good the nearer comes first; without a query only the distance counts.
        const closer = distance === null ? 0 : reading ? row.score * (1 + 0.6 * Math.exp(-distance / 40)) : 1 / (1 + distance);
        return { ...row, distance, score: distance === null && reading ? row.score : closer };
      });
      rows.sort((a, b) => b.score - a.score || (world.institutions[a.at].id < world.institutions[b.at].id ? -1 : 1));
    }
    return { rows, all, reading, filtered: Boolean(fits) };
  }

  const explain = (row, reading, filtered) => why(row, reading, row.distance, filtered);

  /** All matches {id, score, why}, best first, ties by id. An empty query: everything, by Polish collation. */
  function search(query, filters = {}) {
    const { rows, reading, filtered } = matches(query, filters || {});
    return rows.map((row) => ({ id: world.institutions[row.at].id, score: row.score, why: explain(row, reading, filtered) }));
  }

  const helper = createSuggest(world);
  return {
    search,
    world,
    matches,
    explain,
    facets: (found, chosen) => countFacets(world, found.all, chosen, filterOf),
    worthDropping: (found, chosen) => worthDropping(found.all, chosen, filterOf, world.institutions),
    understand: (query) => understand(world, query),
    suggest: (query, most) => {
      const { reading, rows } = ranked(query);
      return reading ? helper.suggest(query, reading, rows, most) : [];
    },
    corrected: (reading) => (reading ? helper.corrected(reading) : ''),
    highlight: helper.highlight,
  };
}
