// The index unpacked: services, counties, types and institutions, and the phrases by which people name them.

import { createFolder } from './fold.js';
import { createGazetteer } from './gazetteer.js';
import { createStemmer } from './stem.js';
import { NAMING, TELLING, createWords } from './words.js';

const list = (value) => (Array.isArray(value) ? value : []);
const text = (value) => (typeof value === 'string' ? value : '');
const spaced = (value) => text(value).split(' ').filter(Boolean);

/** Where a phrase comes from and how much it is trusted. */
const TRUST = { name: 1, synonym: 0.97, phrase: 0.97, part: 0.98 };

export function createWorld(index) {
  const rules = index.language;
  const folder = createFolder(rules);
  const stemmer = createStemmer(rules);
  const words = createWords(stemmer);
  const skip = new Set(spaced(rules.skip));
  const soft = new Set([...spaced(rules.soft), ...list(index.stop)]);
  const softStems = new Set([...soft].map(stemmer.stem));
  const marks = {};
  for (const kind of ['county', 'city', 'region']) marks[kind] = new Set(spaced(rules[kind]).map(stemmer.stem));
  marks.street = new Set(spaced(rules.street)); // as written: „os.” is no „osób”
  const verbs = spaced(rules.verbs);
  marks.verb = (word) => word.length > 4 && verbs.some((ending) => word.endsWith(ending));
  marks.seek = new Set(spaced(rules.seek));
  marks.beforePlaces = new Set(spaced(rules.beforePlaces));

  const services = list(index.services).map(([id, name, said, told], at) => ({ at, id, name, said, told }));
  const counties = list(index.counties).map(([teryt, name, short, city, seat, forms, lat, lon], at) => ({
    at, teryt, name, short, city: Boolean(city), seat, forms: list(forms), latitude: lat / 100, longitude: lon / 100,
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
      name: text(column('name')[at]),
      short: text(column('short')[at]),
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
  const kinds = new Map();
  function say(kind, means, line, trust, drop) {
    const ready = Array.isArray(line); // stems already
    let said = ready ? line : content(line);
    if (drop) said = said.filter((word) => !drop.has(stemmer.stem(word)));
    if (!said.length || said.length > 12) return;
    const slots = said.map((word) => words.add(word, NAMING, ready));
    const quiet = said.map((word) => (ready ? softStems : soft).has(word));
    const phrase = { kind, means, slots: [], quiet: [], trust };
    slots.forEach((slot, place) => {
      if (phrase.slots.includes(slot)) return;
      phrase.slots.push(slot);
      phrase.quiet.push(quiet[place]);
    });
    phrases.push(phrase);
    if (!kinds.has(kind)) kinds.set(kind, 0);
    kinds.set(kind, kinds.get(kind) + 1);
  }

  const told = []; // service -> stems of its description
  for (const service of services) {
    say('service', [service.at], service.name, TRUST.name);
    // A name with a remark in brackets is also said without it, and the remark alone.
    for (const part of text(service.name).split(/[()]| – | \/ |,/)) {
      if (part.trim() && part.trim() !== service.name) say('service', [service.at], part, TRUST.part);
    }
    for (const line of text(service.said).split(';')) say('service', [service.at], line.split(' ').filter(Boolean), TRUST.synonym);
    told.push(spaced(service.told).map((word) => words.add(word, TELLING, true)));
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
  const groups = [['service', ids.services], ['type', ids.types], ['audience', ids.audiences], ['place', ids.counties], ['institution', byId(institutions)]];
  const named = []; // what is said, and the words of names that it means
  for (const row of list(index.phrases)) {
    const [said, ...means] = list(row);
    if (means[5]) named.push([text(said).split(';'), means[5].split(';')]);
    if (typeof means[0] === 'number') {
      for (const line of text(said).split(';')) say('nothing', [means[0] + 1], line.split(' ').filter(Boolean), TRUST.phrase);
      continue;
    }
    const meant = groups.map(([kind, known], place) => [kind, spaced(means[place]).map((id) => known.get(id)).filter((at) => at !== undefined)]);
    const empty = means.length === 0;
    for (const line of text(said).split(';')) {
      const parts = line.split(' ').filter(Boolean);
      if (!parts.length) continue;
      if (empty) say('nothing', [0], parts, TRUST.phrase);
      for (const [kind, numbers] of meant) if (numbers.length) say(kind, numbers, parts, TRUST.phrase);
    }
  }
  for (const audience of audiences) if (audience.name !== audience.id) say('audience', [audience.at], audience.name, TRUST.name);

  const world = {
    folder, stemmer, words, skip, soft, softStems, marks, services, counties, types, audiences, ids, institutions, towns, lists, phrases, told,
    said: index.said || {},
    topics: list(index.topics),
  };
  readInstitutions(world);
  for (const [lines, names] of named) {
    const held = names.map((name) => name.split(' ').map((stem) => words.add(stem, NAMING, true)));
    const called = institutions.filter((one) => held.some((stems) => stems.every((stem) => one.nameStems.includes(stem)))).map((one) => one.at);
    if (called.length) for (const line of lines) say('institution', called, line.split(' '), TRUST.phrase);
  }
  weigh(world);
  // The region's own places by their stems, and their names of several words, which people shorten („N. Sącz”).
  world.ownPlaces = new Set(phrases.filter((one) => PLACE_KINDS.has(one.kind)).map((one) => one.slots.join(' ')));
  world.longNames = [...counties.flatMap((one) => [one.seat, ...text(list(index.gminas)[one.at]).split(';')]), ...towns.map((one) => one.name)].map(folder.words).filter((one) => one.length === 2);
  world.gazetteer = createGazetteer(world, index);
  world.officeWords = phrases.filter((one) => one.kind === 'type' && types[one.means[0]] && types[one.means[0]].responsible).map((one) => one.slots);
  const seats = new Set(counties.map((one) => folder.words(one.seat).map(stemmer.stem).join(' ')));
  world.isSeat = (said) => seats.has(said.map(stemmer.stem).join(' '));
  // Words that say another subject by themselves.
  world.alien = new Set(phrases.filter((one) => one.kind === 'nothing' && one.slots.length === 1).map((one) => one.slots[0]));
  world.namesBeginning = beginnings(world);
  let ownForms = null;
  world.isOwnForm = (word) => {
    if (!ownForms) {
      const lines = [...counties.flatMap((one) => [one.name, one.short, one.seat, ...one.forms, ...text(list(index.gminas)[one.at]).split(';')]), ...towns.map((one) => one.name)];
      ownForms = new Set(lines.flatMap(folder.words).flatMap((each) => [...world.gazetteer.formsOf(each)]));
    }
    return ownForms.has(word);
  };
  words.prepare();
  return world;
}

/** How telling each stem is: 1 when one service has it, towards 0 when most do. Types weigh among types, places always whole. */
function weigh(world) {
  const { phrases, services, types } = world;
  const at = new Map(); // stem -> phrases: number, slot, number, slot…
  const held = { service: new Map(), type: new Map() };
  phrases.forEach((phrase, number) => {
    phrase.slots.forEach((stem, slot) => {
      if (!at.has(stem)) at.set(stem, []);
      at.get(stem).push(number, slot);
      const table = held[phrase.kind];
      if (!table) return;
      // How often each is said so: what a phrase names first it means most.
      if (!table.has(stem)) table.set(stem, new Map());
      const counts = table.get(stem);
      phrase.means.forEach((one, place) => counts.set(one, (counts.get(one) || 0) + (place ? 0.7 : 1)));
    });
  });
  const weight = (table, total) => (stem) => {
    const many = table.get(stem) ? table.get(stem).size : 1;
    return Math.max(0.15, 1 - Math.log(many) / Math.log(total + 2));
  };
  const weights = { service: weight(held.service, services.length), type: weight(held.type, types.length) };
  world.telling = weights.service;
  for (const phrase of phrases) {
    const one = weights[phrase.kind];
    phrase.weights = phrase.slots.map((stem, slot) => (one ? one(stem) : 1) * (phrase.quiet[slot] ? 0.35 : 1));
    phrase.total = phrase.weights.reduce((sum, value) => sum + value, 0);
  }
  world.phrasesOf = at;
  // Stems that name a service or a type: a place may not claim them on a guess.
  world.heldBy = held;
  const toldBy = new Map();
  world.told.forEach((stems, service) => {
    for (const stem of stems) {
      if (!toldBy.has(stem)) toldBy.set(stem, []);
      toldBy.get(stem).push(service);
    }
  });
  world.toldBy = toldBy;
}

/** `(query)`: institutions whose name or short name begins with what is typed, from three letters on. */
function beginnings({ folder, institutions }) {
  let sorted = null;
  const key = (line) => folder.words(line).join(' ');
  return (query) => {
    const typed = key(query.slice(0, 300));
    if (typed.length < 3) return [];
    if (!sorted) {
      sorted = institutions.flatMap((one) => [one.name, one.short].filter(Boolean).map((line) => [key(line), one.at]));
      sorted.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    }
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle][0] < typed) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < sorted.length && sorted[low][0].startsWith(typed); low += 1) found.push(sorted[low][1]);
    return found;
  };
}

const PLACE_KINDS = new Set(['county', 'city', 'seat', 'town', 'place']);
const FIELD = { name: 0, short: 1, place: 2, text: 3 };

/** The words of the institutions: stem -> postings [institution, field], weights, initials. */
function readInstitutions(world) {
  const { folder, words, skip, institutions } = world;
  const postings = new Map();
  const initials = new Map();
  const fullNames = new Map();
  const post = (stem, at, field) => {
    let row = postings.get(stem);
    if (!row) postings.set(stem, (row = []));
    const last = row.length;
    if (last && row[last - 2] === at && row[last - 1] === field) return;
    row.push(at, field);
  };
  const splitCache = new Map();
  const split = (line) => {
    let made = splitCache.get(line);
    if (!made) splitCache.set(line, (made = folder.words(line).filter((word) => !skip.has(word))));
    return made;
  };
  for (const one of institutions) {
    const said = split(one.name);
    one.nameStems = [...new Set(said.map((word) => words.add(word)))];
    one.shortStems = one.short ? [...new Set(split(one.short).map((word) => words.add(word)))] : [];
    for (const stem of one.nameStems) post(stem, one.at, FIELD.name);
    for (const stem of one.shortStems) post(stem, one.at, FIELD.short);
    for (const line of [one.street, one.city]) for (const word of line ? split(line) : []) post(words.add(word), one.at, FIELD.place);
    for (const word of one.words ? one.words.split(' ') : []) post(words.add(word, TELLING, true), one.at, FIELD.text);
    for (const name of [one.name, one.short]) {
      if (!name) continue;
      const key = split(name).join(' ');
      if (!fullNames.has(key)) fullNames.set(key, []);
      fullNames.get(key).push(one.at);
    }
    for (const [letters, weight] of initialsOf(one.name, folder)) {
      if (!initials.has(letters)) initials.set(letters, []);
      const row = initials.get(letters);
      if (!row.length || row[row.length - 1][0] !== one.at) row.push([one.at, weight]);
    }
  }
  const count = institutions.length;
  const rarity = new Map();
  for (const [stem, row] of postings) {
    let many = 0;
    let last = -1;
    for (let i = 0; i < row.length; i += 2) if (row[i] !== last) { many += 1; last = row[i]; }
    rarity.set(stem, Math.max(0.1, 1 - Math.log(many) / Math.log(count + 2)));
  }
  world.rarity = (stem) => rarity.get(stem) || 1;
  for (const [stem, row] of postings) postings.set(stem, Int32Array.from(row));
  world.postings = postings;
  world.initials = initials;
  world.fullNames = fullNames;
  for (const one of institutions) {
    one.nameWeight = one.nameStems.reduce((sum, stem) => sum + world.rarity(stem), 0);
    one.shortWeight = one.shortStems.reduce((sum, stem) => sum + world.rarity(stem), 0);
  }
}

/** „Powiatowy Urząd Pracy w Bochni”: pup, pu, pupb…; runs of initials that begin later weigh less. */
function initialsOf(name, folder) {
  const letters = [];
  for (const word of name.split(/[\s\-–/]+/)) {
    const first = word.replace(/^[„"'(]+/, '');
    if (/^\p{Lu}/u.test(first)) letters.push(folder.fold(first)[0]);
  }
  const found = [];
  for (let start = 0; start < letters.length; start += 1) {
    for (let end = start + (start ? 3 : 2); end <= letters.length && end - start <= 6; end += 1) {
      found.push([letters.slice(start, end).join(''), start ? 0.7 : 0.95]);
    }
  }
  return found;
}
