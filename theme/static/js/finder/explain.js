// Why an institution is in the answer, as one plain sentence made of the index's own texts, in any of its languages.

import { partsOf } from './evidence.js';
import { written } from './fold.js';

/** A sentence with marks like {place}, cut into texts and keys in turn: it is filled for each of thousands of answers. */
const cutAtMarks = (sentence) => sentence.split(/\{(\w+)\}/);

function fill(pieces, values) {
  let said = pieces[0];
  for (let i = 1; i < pieces.length; i += 2) said += (pieces[i] in values ? values[pieces[i]] : `{${pieces[i]}}`) + pieces[i + 1];
  return said;
}

/** Distance of two points in kilometres. */
export function kilometres(from, to) {
  const rad = Math.PI / 180;
  const north = (to.latitude - from.latitude) * rad;
  const east = (to.longitude - from.longitude) * rad;
  const half = Math.sin(north / 2) ** 2 + Math.cos(from.latitude * rad) * Math.cos(to.latitude * rad) * Math.sin(east / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(half)));
}

const LISTS = ['services', 'types', 'counties'];

export function createExplain(world) {
  const spokenIn = new Map();
  /** The words of a language; of one that the index lacks, the site's own. */
  function speech(lang) {
    const known = Object.hasOwn(world.reasons, lang) ? lang : world.lang;
    if (!spokenIn.has(known)) spokenIn.set(known, speechOf(known));
    return spokenIn.get(known);
  }

  /** The words of a language: sentences and names; what it lacks is said in the site's own. */
  function speechOf(lang) {
    const sentences = { ...world.said, ...(lang === world.lang ? null : world.reasons[lang]) };
    const cut = new Map(Object.entries(sentences).map(([key, sentence]) => [key, sentence && cutAtMarks(sentence)]));
    return {
      own: !world.reasons[lang] || lang === world.lang,
      say: (key, values = {}) => (cut.get(key) ? fill(cut.get(key), values) : ''),
      // Names in other languages come after the first answer.
      name: (kind, at) => (world.names[lang] && world.names[lang][LISTS.indexOf(kind)][at]) || world[kind][at].name,
      audience: (at) => sentences[world.audiences[at].id] || world.audiences[at].name,
    };
  }

  function placeOf(one, parts, reading, { say, name, own }) {
    const { how, county } = parts.place;
    const home = world.counties[county];
    const told = [];
    const said = reading.places.find((span) => span.locality && span.counties.has(county));
    if (said && home) told.push(say('lies', { place: said.locality.name, county: name('counties', county), where: own ? home.locative : name('counties', county) }));
    if (how === 'responsible' && home) told.push(say('responsible', { place: name('counties', county) }));
    else if (how === 'serves' && home) told.push(say('serves', { place: name('counties', county) }));
    else if (how === 'region') told.push(say('region'));
    else if (one.city) told.push(say('stands', { place: one.city }));
    else if (home) told.push(say('serves', { place: name('counties', county) }));
    return told.join(' · ');
  }

  /** Which words of the query stand in an institution's address or description. */
  function wordsOf(one, reading, { say }) {
    const stems = (text) => new Set(world.folder.words(text).map(world.stemmer.stem));
    const [street, described] = [stems(one.street), new Set(one.words.split(' '))];
    const typed = written(reading.query).slice(0, 24).map((word) => [word, world.stemmer.stem(world.folder.words(word)[0] || '')]);
    if (typed.some(([word, stem]) => word.length > 2 && street.has(stem))) return say('address');
    const words = typed.filter(([, stem]) => described.has(stem)).map(([word]) => word);
    return words.length ? say('text', { words: words.join(', ') }) : '';
  }

  /** The sentence for one match. `filters`: whether only filters were given. */
  function why(match, reading, distance, filters, lang = world.lang) {
    const one = world.institutions[match.at];
    const parts = reading ? partsOf(world, reading, match) : {};
    const spoken = speech(lang);
    const { say, name } = spoken;
    const told = [];
    if (parts.contact) told.push(say({ phone: 'phone', address: 'address', mail: 'mail' }[parts.contact.how]));
    // Called by its name, an institution needs no service to be here.
    const called = match.exact || (match.cover > 0.6 && !reading.needs.some((need) => need.whole));
    // A service only guessed at is told when nothing else is known.
    const sure = (parts.services || []).filter(([, value]) => value > 0.45);
    if (sure.length && !called) told.push(say('gives', { services: [...new Set(sure.map(([service]) => name('services', service)))].join(', ') }));
    if (parts.place) told.push(placeOf(one, parts, reading, spoken));
    if (reading && reading.needs.length && parts.place && !parts.services && !called && reading.needs[0].sure > 0.5) told.push(say('givesNot'));
    if ((called || !parts.services) && parts.type && world.types[one.type]) told.push(say('type', { type: name('types', one.type) }));
    if (!told.length && (parts.exact || parts.cover > 0.3)) told.push(say('name'));
    if (!told.length && parts.audience) told.push(say('audience', { audience: one.audiences.map(spoken.audience).join(', ') }));
    if (!told.length && parts.any) told.push(wordsOf(one, reading, spoken));
    if (!told.length && parts.services) told.push(say('gives', { services: name('services', parts.services[0][0]) }));
    if (!told.length) {
      if (world.types[one.type]) told.push(say('type', { type: name('types', one.type) }));
      told.push(one.region ? say('region') : one.serves.length ? say('serves', { place: one.serves.map((at) => name('counties', at)).join(', ') }) : say(filters ? 'filters' : 'all'));
    }
    if (distance !== null && distance !== undefined) told.push(say('distance', { km: Math.max(1, Math.round(distance)) }));
    return told.filter(Boolean).join(' · ') || one.name;
  }

  return { why };
}
