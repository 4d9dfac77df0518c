// The index unpacked: services, counties, types and institutions, and the phrases by which people name them.

import { createFolder } from './fold.js';
import { createGazetteer } from './gazetteer.js';
import { beginnings, readInstitutions } from './institutions.js';
import { readLines } from './lines.js';
import { createStemmer } from './stem.js';
import { weigh } from './weights.js';
import { NAMING, TELLING, createWords, lazily } from './words.js';

const list = (value) => (Array.isArray(value) ? value : []);
const text = (value) => (typeof value === 'string' ? value : '');
const spaced = (value) => text(value).split(' ').filter(Boolean);

/** A name as it is: a mark at its end stands for the town, two for the mark. */
const withTown = (name, town) => (name.endsWith('~~') ? name.slice(0, -1) : name.endsWith('~') ? name.slice(0, -1) + town : name);

const PLACE_KINDS = new Set(['county', 'city', 'seat', 'town', 'place']);

/** Where a phrase comes from and how much it is trusted. */
const TRUST = { name: 1, synonym: 0.97, phrase: 0.97, part: 0.98 };

export function createWorld(index) {
  const rules = index.language;
  const folder = createFolder(rules);
  const stemmer = createStemmer(rules);
  const words = createWords(stemmer);
  const skip = new Set(spaced(rules.skip));
  const soft = new Set([...spaced(rules.soft), ...list(index.stop)]);
  const softStems = lazily(() => new Set([...soft].map(stemmer.stem)));
  const marks = {};
  for (const kind of ['county', 'city', 'region']) marks[kind] = new Set(spaced(rules[kind]).map(stemmer.stem));
  marks.street = new Set(spaced(rules.street)); // as written: „os.” is no „osób”
  const verbs = spaced(rules.verbs);
  marks.verb = (word) => word.length > 4 && verbs.some((ending) => word.endsWith(ending));
  marks.seek = new Set(spaced(rules.seek));
  marks.acts = new Set(spaced(rules.acts).map(stemmer.stem));
  marks.beforePlaces = new Set(spaced(rules.beforePlaces));

  const services = list(index.services).map(([id, name, said, told], at) => ({ at, id, name, said, told }));
  const counties = list(index.counties).map(([teryt, name, short, city, seat, forms, lat, lon, locative, slug], at) => ({
    at, teryt, name, short, city: Boolean(city), seat, forms: list(forms), latitude: lat / 100, longitude: lon / 100, locative: text(locative), slug: text(slug),
  }));
  const types = list(index.types).map(([id, name, plural, responsible, english], at) => ({ at, id, name, plural, responsible: Boolean(responsible), english }));
  const audiences = list(index.audiences).map((id, at) => ({ at, id, name: text((index.said || {})[id]) || id }));
  const byId = (records, key = 'id') => new Map(records.map((record) => [record[key], record.at]));
  const ids = { services: byId(services), counties: byId(counties, 'teryt'), types: byId(types), audiences: byId(audiences) };

  const columns = index.institutions || {};
  const read = new Map(Object.entries(columns).map(([name, value]) => [name, typeof value === 'string' ? value.split('\n') : list(value)]));
  const column = (name) => read.get(name) || [];
  const serviceSets = new Map();

  function serviceSet(code) {
    let set = serviceSets.get(code);
    if (!set) {
      set = [];
      [...code].forEach((digit, place) => {
        const bits = parseInt(digit, 32);
        for (let bit = 0; bit < 5; bit += 1) if (bits & (1 << bit)) set.push(place * 5 + bit);
      });
      serviceSets.set(code, set);
    }
    return set;
  }

  const institutions = column('id').map((id, at) => {
    const county = column('county')[at];
    const served = text(column('serves')[at]);
    const home = counties[county];
    const exact = column('latitude')[at];
    return {
      at,
      id,
      name: withTown(text(column('name')[at]), text(column('city')[at])),
      short: withTown(text(column('short')[at]), text(column('city')[at])),
      type: column('type')[at],
      county,
      region: served === '*',
      serves: served === '*' ? [] : served ? spaced(served).map(Number) : county >= 0 ? [county] : [],
      street: text(column('street')[at]),
      postal: text(column('postal')[at]),
      city: text(column('city')[at]),
      latitude: exact ? exact / 100 : home ? home.latitude : null,
      longitude: exact ? column('longitude')[at] / 100 : home ? home.longitude : null,
      phone: text(column('phone')[at]),
      mail: spaced(column('mail')[at]).map((own) => (own.endsWith('@') ? own + text(column('web')[at]).split('/')[0] : own)).join(' ').toLowerCase(),
      web: text(column('web')[at]).toLowerCase(),
      services: serviceSet(text(column('services')[at])),
      audiences: [...text(column('audiences')[at])].map(Number),
      words: text(column('words')[at]),
    };
  });

  // Facets of the site's own: {key, records, ids, of: institution -> records}.
  const places = byId(institutions);
  const facets = list(index.facets).map(([key, choices]) => {
    const records = list(choices).map(([id, name, held], at) => ({ at, id, name, held: spaced(held) }));
    const of = new Map();
    for (const { at, held } of records) {
      for (const one of held) if (places.has(one)) of.set(places.get(one), [...(of.get(places.get(one)) || []), at]);
    }
    return { key, records, ids: byId(records), of };
  });

  // Towns in which institutions stand, each with the counties they lie in.
  const cities = new Map();
  for (const one of institutions) {
    if (!one.city) continue;
    const key = folder.fold(one.city);
    if (!cities.has(key)) cities.set(key, { key, name: one.city, counties: new Set(), institutions: [] });
    if (one.county >= 0) cities.get(key).counties.add(one.county);
    one.town = key;
  }

  const content = (line) => folder.words(line).filter((word) => !skip.has(word));

  /** Phrases: {kind, means: […], slots: [stem…], trust}; kind: service, type, audience, county, seat, town, institution, nothing. */
  const phrases = [];
  function say(kind, means, line, trust, drop) {
    const ready = Array.isArray(line); // stems already
    let said = ready ? line : content(line);
    if (drop) said = said.filter((word) => !drop.has(stemmer.stem(word)));
    if (!said.length || said.length > 12) return;
    // Which words of it are quiet is asked later of lines that come as stems: a visit meets few of them.
    const phrase = { kind, means, slots: [], quiet: ready ? null : [], trust, weights: null, total: 0 };
    for (const word of said) {
      const slot = words.add(word, NAMING, ready);
      if (phrase.slots.includes(slot)) continue;
      phrase.slots.push(slot);
      if (!ready) phrase.quiet.push(soft.has(word));
    }
    phrases.push(phrase);
  }

  const told = []; // service -> stems of its description
  for (const service of services) {
    say('service', [service.at], service.name, TRUST.name);
    // A name with a remark in brackets is also said without it, and the remark alone.
    for (const part of text(service.name).split(/[()]| – | \/ |,/)) {
      if (part.trim() && part.trim() !== service.name) say('service', [service.at], part, TRUST.part);
    }
  }
  for (const type of types) {
    say('type', [type.at], type.name, TRUST.name);
    say('type', [type.at], type.plural, TRUST.name);
    for (const line of [type.name, type.plural]) {
      const parts = text(line).split(/\s+(?:lub|i|oraz|albo|or|and)\s+|[,/()]/);
      if (parts.length > 1) parts.forEach((part) => say('type', [type.at], part, TRUST.part, marks.county));
    }
    for (const line of text(type.english).split(' / ')) if (line) say('type', [type.at], line, TRUST.synonym);
  }
  // Names first, as they are written: a stem that looks like a name's word must not stand for it.
  for (const service of services) {
    for (const line of readLines(text(service.said))) say('service', [service.at], line, TRUST.synonym);
    told.push(spaced(service.told).map((word) => words.add(word, TELLING, true)));
  }
  const placeMarks = new Set([...marks.county, ...marks.city]);
  for (const county of counties) {
    for (const line of [county.name, county.short]) {
      if (line) say(county.city ? 'city' : 'county', [county.at], line, TRUST.name, placeMarks);
    }
    for (const line of [county.seat, ...county.forms]) if (line) say('seat', [county.at], line, TRUST.name, placeMarks);
    for (const gmina of text(list(index.gminas)[county.at]).split(';')) if (gmina) say('place', [county.at], gmina, TRUST.phrase);
  }
  // Who gives, serves, is of a kind: lists, so that ranking touches only those that something speaks for.
  const lists = { services: services.map(() => []), types: types.map(() => []), audiences: audiences.map(() => []), serving: counties.map(() => []), standing: counties.map(() => []), region: [] };
  for (const one of institutions) {
    for (const service of one.services) if (lists.services[service]) lists.services[service].push(one.at);
    if (lists.types[one.type]) lists.types[one.type].push(one.at);
    for (const audience of one.audiences) if (lists.audiences[audience]) lists.audiences[audience].push(one.at);
    for (const county of one.serves) if (lists.serving[county]) lists.serving[county].push(one.at);
    if (lists.standing[one.county]) lists.standing[one.county].push(one.at);
    if (one.region) lists.region.push(one.at);
    one.responsible = Boolean(types[one.type] && types[one.type].responsible && !one.region);
    if (one.town !== undefined) cities.get(one.town).institutions.push(one.at);
  }
  [...institutions].sort((a, b) => (a.id < b.id ? -1 : 1)).forEach((one, place) => {
    one.order = place;
  });
  const towns = [...cities.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  towns.forEach((town, at) => {
    town.at = at;
    say('town', [at], town.name, TRUST.name);
  });
  const groups = [['service', ids.services], ['type', ids.types], ['audience', ids.audiences], ['place', ids.counties], ['institution', places]];
  const named = []; // what is said, and the words of names that it means
  for (const row of list(index.phrases)) {
    const [said, ...means] = list(row);
    const lines = readLines(text(said));
    if (means[5]) named.push([lines, readLines(means[5])]);
    if (typeof means[0] === 'number') {
      for (const line of lines) say('nothing', [means[0] + 1], line, TRUST.phrase);
      continue;
    }
    const meant = [];
    groups.forEach(([kind, known], place) => {
      if (!means[place]) return;
      const numbers = spaced(means[place]).map((id) => known.get(id)).filter((at) => at !== undefined);
      // A kind of which nobody is here gives way to the service that the phrase means, too.
      const here = kind === 'type' && means[0] ? numbers.filter((at) => lists.types[at].length) : numbers;
      if (here.length) meant.push([kind, here]);
    });
    const empty = means.length === 0;
    for (const line of lines) {
      if (empty) say('nothing', [0], line, TRUST.phrase);
      for (const [kind, numbers] of meant) say(kind, numbers, line, TRUST.phrase);
    }
  }
  for (const audience of audiences) if (audience.name !== audience.id) say('audience', [audience.at], audience.name, TRUST.name);

  const world = {
    folder, stemmer, words, skip, soft, softStems, marks, services, counties, types, audiences, facets, ids, institutions, towns, lists, phrases, told,
    said: index.said || {},
    topics: list(index.topics),
    lang: text(index.lang),
    reasons: index.reasons || {},
    names: Object.fromEntries(Object.entries(index.names || {}).map(([lang, lists]) => [lang, list(lists).map((lines) => lines.split('\n'))])),
  };
  readInstitutions(world);
  for (const [lines, names] of named) {
    const held = names.map((name) => name.map((stem) => words.add(stem, NAMING, true)));
    const called = institutions.filter((one) => held.some((stems) => stems.every((stem) => one.nameStems.includes(stem)))).map((one) => one.at);
    if (called.length) for (const line of lines) say('institution', called, line, TRUST.phrase);
  }
  weigh(world);
  // The region's own places by their stems, and their names of several words, which people shorten („N. Sącz”).
  world.placeStems = lazily(() => new Set(phrases.filter((one) => PLACE_KINDS.has(one.kind)).flatMap((one) => one.slots)));
  world.ownPlaces = new Set(phrases.filter((one) => PLACE_KINDS.has(one.kind)).map((one) => one.slots.join(' ')));
  const gminasOf = (county) => text(list(index.gminas)[county.at]).split(';');
  world.longNames = lazily(() => [...counties.flatMap((one) => [one.seat, ...gminasOf(one)]), ...towns.map((one) => one.name)].map(folder.words).filter((one) => one.length === 2));
  world.gazetteer = createGazetteer(world, index);
  world.officeWords = phrases.filter((one) => one.kind === 'type' && types[one.means[0]] && types[one.means[0]].responsible).map((one) => one.slots);
  const seats = lazily(() => new Set(counties.map((one) => folder.words(one.seat).map(stemmer.stem).join(' '))));
  world.isSeat = (said) => seats().has(said.map(stemmer.stem).join(' '));
  // Words of other subjects, and those that say one by themselves.
  world.foreign = new Set(phrases.filter((one) => one.kind === 'nothing').flatMap((one) => one.slots));
  world.alien = new Set(phrases.filter((one) => one.kind === 'nothing' && one.slots.length === 1).map((one) => one.slots[0]));
  world.namesBeginning = beginnings(world);
  const ownForms = lazily(() => {
    const lines = [...counties.flatMap((one) => [one.name, one.short, one.seat, ...one.forms, ...gminasOf(one)]), ...towns.map((one) => one.name)];
    return new Set(lines.flatMap(folder.words).flatMap((each) => [...world.gazetteer.formsOf(each)]));
  });
  world.isOwnForm = (word) => ownForms().has(word);
  return world;
}
