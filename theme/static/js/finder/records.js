// The records of the index unpacked: services, counties, kinds, institutions, towns, and who gives, serves or is what.

import { lazily } from './words.js';

export const list = (value) => (Array.isArray(value) ? value : []);
export const text = (value) => (typeof value === 'string' ? value : '');
export const spaced = (value) => (value ? text(value).split(' ').filter(Boolean) : []);

/** A name as it is: a mark at its end stands for the town, two for the mark. */
const withTown = (name, town) => (name.endsWith('~~') ? name.slice(0, -1) : name.endsWith('~') ? name.slice(0, -1) + town : name);

const byId = (records, key = 'id') => new Map(records.map((record) => [record[key], record.at]));

/** The sets of numbers that digits of base 32 stand for, five a digit. */
function createSets() {
  const sets = new Map();
  return (code) => {
    let set = sets.get(code);
    if (!set) {
      set = [];
      for (let at = 0; at < code.length * 5; at += 1) if (parseInt(code[(at - (at % 5)) / 5], 32) & (1 << at % 5)) set.push(at);
      sets.set(code, set);
    }
    return set;
  };
}

/** Institutions of their columns; `read(name)` gives one. */
function readColumns(read, ids, counties) {
  const [names, shorts, types, homes, serves] = ['name', 'short', 'type', 'county', 'serves'].map(read);
  const [streets, postals, cities, latitudes, longitudes] = ['street', 'postal', 'city', 'latitude', 'longitude'].map(read);
  const [phones, mails, webs, services, audiences, words] = ['phone', 'mail', 'web', 'services', 'audiences', 'words'].map(read);
  const setOf = createSets();
  const digits = new Map();
  const digitsOf = (line) => {
    if (!digits.has(line)) digits.set(line, [...line].map(Number));
    return digits.get(line);
  };
  return ids.map((id, at) => {
    const county = homes[at];
    const served = text(serves[at]);
    const home = counties[county];
    const exact = latitudes[at];
    const city = text(cities[at]);
    const web = text(webs[at]);
    return {
      at,
      id,
      name: withTown(text(names[at]), city),
      short: withTown(text(shorts[at]), city),
      type: types[at],
      county,
      region: served === '*',
      serves: served === '*' ? [] : served ? spaced(served).map(Number) : county >= 0 ? [county] : [],
      street: text(streets[at]),
      postal: text(postals[at]),
      city,
      latitude: exact ? exact / 100 : home ? home.latitude : null,
      longitude: exact ? longitudes[at] / 100 : home ? home.longitude : null,
      phone: text(phones[at]),
      mail: spaced(mails[at]).map((own) => (own.endsWith('@') ? own + web.split('/')[0] : own)).join(' ').toLowerCase(),
      web: web.toLowerCase(),
      services: setOf(text(services[at])),
      audiences: digitsOf(text(audiences[at])),
      words: text(words[at]),
      town: undefined,
      responsible: false,
      weights: null,
    };
  });
}

/** Facets of the site's own: {key, records, ids, of: institution -> records}. */
function readFacets(facets, places) {
  return list(facets).map(([key, choices]) => {
    const records = list(choices).map(([id, name, held], at) => ({ at, id, name, held: spaced(held) }));
    const of = new Map();
    for (const { at, held } of records) {
      for (const one of held) if (places.has(one)) of.set(places.get(one), [...(of.get(places.get(one)) || []), at]);
    }
    return { key, records, ids: byId(records), of };
  });
}

/** Towns in which institutions stand, by the alphabet, each with the counties they lie in. */
function readTowns(institutions, folder) {
  const cities = [...new Set(institutions.map((one) => one.city))];
  const folded = folder.lines(cities);
  const keys = new Map(cities.map((city, at) => [city, folded[at]]));
  const towns = new Map();
  for (const one of institutions) {
    if (!one.city) continue;
    const key = keys.get(one.city);
    let town = towns.get(key);
    if (!town) towns.set(key, (town = { key, name: one.city, counties: new Set(), institutions: [] }));
    if (one.county >= 0) town.counties.add(one.county);
    town.institutions.push(one.at);
    one.town = key;
  }
  const sorted = [...towns.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  sorted.forEach((town, at) => {
    town.at = at;
  });
  return sorted;
}

/** Who gives, serves, is of a kind: lists, so that ranking touches only those that something speaks for. */
function readLists({ services, types, audiences, counties, institutions }) {
  const lists = { services: services.map(() => []), types: types.map(() => []), audiences: audiences.map(() => []), serving: counties.map(() => []), standing: counties.map(() => []), region: [] };
  for (const one of institutions) {
    for (const service of one.services) if (lists.services[service]) lists.services[service].push(one.at);
    if (lists.types[one.type]) lists.types[one.type].push(one.at);
    for (const audience of one.audiences) if (lists.audiences[audience]) lists.audiences[audience].push(one.at);
    for (const county of one.serves) if (lists.serving[county]) lists.serving[county].push(one.at);
    if (lists.standing[one.county]) lists.standing[one.county].push(one.at);
    if (one.region) lists.region.push(one.at);
    one.responsible = Boolean(types[one.type] && types[one.type].responsible && !one.region);
  }
  return lists;
}

/**
 * The records of a parsed index, and the numbers of their ids. A page without a question needs no more of institutions than their
 * ids, `institutionIds`: the rest of them, with their towns and lists, is unpacked when first asked for.
 */
export function readRecords(index, folder) {
  const services = list(index.services).map(([id, name, said, told], at) => ({ at, id, name, said, told }));
  const counties = list(index.counties).map(([teryt, name, short, city, seat, forms, lat, lon, locative, slug], at) => ({
    at, teryt, name, short, city: Boolean(city), seat, forms: list(forms), latitude: lat / 100, longitude: lon / 100, locative: text(locative), slug: text(slug),
  }));
  const types = list(index.types).map(([id, name, plural, responsible, english], at) => ({ at, id, name, plural, responsible: Boolean(responsible), english }));
  const audiences = list(index.audiences).map((id, at) => ({ at, id, name: text((index.said || {})[id]) || id }));
  const records = { services, counties, types, audiences };
  const columns = index.institutions || {};
  const read = (name) => (typeof columns[name] === 'string' ? columns[name].split('\n') : list(columns[name]));
  const institutionIds = read('id');
  const ids = {
    services: byId(services),
    counties: byId(counties, 'teryt'),
    types: byId(types),
    audiences: byId(audiences),
    institutions: new Map(institutionIds.map((id, at) => [id, at])),
  };
  const unpacked = lazily(() => {
    const institutions = readColumns(read, institutionIds, counties);
    return { institutions, towns: readTowns(institutions, folder), lists: readLists({ ...records, institutions }) };
  });
  return {
    ...records,
    ids,
    facets: readFacets(index.facets, ids.institutions),
    institutionIds,
    get institutions() {
      return unpacked().institutions;
    },
    get towns() {
      return unpacked().towns;
    },
    get lists() {
      return unpacked().lists;
    },
  };
}
