// The institution finder's engine: no DOM, no dependency, the same in a browser and in Node.
//
//   const finder = createFinder(index);           // index: the parsed /instytucje/indeks.json
//   finder.search('staże limanowa', {counties: ['1207']})   // [{id, score, why}], best first

import { createAnswers } from './answers.js';
import { createExplain, kilometres } from './explain.js';
import { rank } from './rank.js';
import { understand } from './understand.js';
import { createWorld } from './world.js';

const asList = (value) => {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value ? [value] : [];
  return typeof value[Symbol.iterator] === 'function' ? [...value].map(String) : [];
};

const asText = (query) => (typeof query === 'string' ? query : query === undefined || query === null ? '' : String(query));

/** The place of a reading as people call it: the locality said, else the town or the county. */
function placeName(world, span) {
  if (span.locality) return span.locality.name;
  const [town] = span.towns.keys();
  if (town !== undefined) return world.towns[town].name;
  const [county] = span.counties.keys();
  return county === undefined ? '' : span.county ? world.counties[county].name : world.counties[county].seat;
}

const isPoint = (near) => Boolean(near) && Number.isFinite(near.latitude) && Number.isFinite(near.longitude);

/** `places`, the file that the index names in `places`, may come with the index or later by `addPlaces`: localities and pages that answer. */
export function createFinder(index, places) {
  const world = createWorld(index);
  const pages = createAnswers(world);
  const addPlaces = (given) => {
    world.gazetteer.add(given);
    pages.add((given || {}).answers);
    for (const [lang, lists] of Object.entries((given || {}).names || {})) world.names[lang] = lists.map((lines) => lines.split('\n'));
  };
  if (places) addPlaces(places);
  const { why } = createExplain(world);

  /** A filter of the chosen facets: any of a facet's values, all facets together. A county means: serves it, or the region. */
  function filterOf({ services, counties, types, audiences, ...others }) {
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
    for (const { key, ids, of } of world.facets) add(others[key], ids, (one, set) => (of.get(one.at) || []).some((at) => set.has(at)));
    return tests.length ? (one) => tests.every((test) => test(one)) : null;
  }

  /** One query read and ranked; kept, since facets, counts and suggestions ask for it again. */
  let last = null;
  function ranked(text) {
    if (last && last.text === text) return last;
    const empty = !text.trim();
    const reading = empty ? null : understand(world.learn(), text);
    const total = world.institutionIds.length;
    // Without a query the numbers fall, so that the list's own order stays: Polish collation.
    const rows = empty ? world.institutionIds.map((_id, at) => ({ at, score: (total - at) / total })) : rank(world, reading);
    last = { text, reading, rows };
    return last;
  }

  /** The matches as internal rows: {rows, reading, all: rows before filters}. */
  function matches(query, filters = {}) {
    const text = asText(query);
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

  const reason = (row, reading, filtered, lang) => why(row, reading, row.distance, filtered, lang);

  /** What a query means where nobody here can help: {place?, outside?: true, topic?}. */
  function explain(query) {
    const { reading } = ranked(asText(query));
    const told = {};
    if (!reading) return told;
    const [away] = reading.outside;
    if (away) {
      told.place = away.name;
      told.outside = true;
    } else if (reading.places.length) told.place = placeName(world, reading.places[0]);
    if (reading.nothing && reading.nothing.topic) told.topic = reading.nothing.topic;
    return told;
  }

  /** All matches {id, score, why}, best first, ties by id; `lang` chooses the language of `why`. An empty query: everything, by Polish collation. */
  function search(query, filters = {}, options = {}) {
    const { rows, reading, filtered } = matches(query, filters || {});
    const { lang } = options || {};
    return rows.map((row) => ({ id: world.institutions[row.at].id, score: row.score, why: reason(row, reading, filtered, typeof lang === 'string' ? lang : undefined) }));
  }

  /** Where the place elsewhere of a reading lies: {place, where, county}, or null. */
  function whereabouts(reading) {
    if (!reading || !reading.outside.length) return null;
    const [away] = reading.outside;
    const region = world.gazetteer.regions.find(([name]) => name === away.region);
    const county = away.kind === 'town' ? away.home : '';
    return { place: away.name, where: region ? region[1] : away.region, county };
  }

  return {
    search,
    world,
    matches,
    explain,
    why: reason,
    whereabouts,
    /** Pages that answer better than an institution: [{address, title}]. */
    answers: (query, lang = world.lang) => pages.of(ranked(asText(query)).reading, lang),
    addPlaces: (given) => {
      addPlaces(given);
      last = null;
    },
    understand: (query) => understand(world.learn(), query),
    ranked: (query) => ranked(asText(query)),
    filterOf,
  };
}
