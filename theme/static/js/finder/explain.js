// Why an institution is in the answer, as one plain sentence made of the index's own texts.

import { partsOf } from './rank.js';

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (mark, key) => (key in values ? values[key] : mark));

/** Distance of two points in kilometres. */
export function kilometres(from, to) {
  const rad = Math.PI / 180;
  const north = (to.latitude - from.latitude) * rad;
  const east = (to.longitude - from.longitude) * rad;
  const half = Math.sin(north / 2) ** 2 + Math.cos(from.latitude * rad) * Math.cos(to.latitude * rad) * Math.sin(east / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(half)));
}

export function createExplain(world) {
  const say = (key, values = {}) => (world.said[key] ? fill(world.said[key], values) : '');

  function placeOf(one, parts) {
    const { how, county } = parts.place;
    const home = world.counties[county];
    if (how === 'responsible' && home) return say('responsible', { place: home.name });
    if (how === 'serves' && home) return say('serves', { place: home.name });
    if (how === 'region') return say('region');
    return one.city ? say('stands', { place: one.city }) : home ? say('serves', { place: home.name }) : '';
  }

  /** Which words of the query stand in an institution's address or description. */
  function wordsOf(one, reading) {
    const stems = (text) => new Set(world.folder.words(text).map(world.stemmer.stem));
    const [street, described] = [stems(one.street), new Set(one.words.split(' '))];
    const typed = (reading.query.match(/[\p{L}\p{M}\p{N}]+/gu) || []).slice(0, 24).map((word) => [word, world.stemmer.stem(world.folder.words(word)[0] || '')]);
    if (typed.some(([word, stem]) => word.length > 2 && street.has(stem))) return say('address');
    const words = typed.filter(([, stem]) => described.has(stem)).map(([word]) => word);
    return words.length ? say('text', { words: words.join(', ') }) : '';
  }

  /** The sentence for one match. `filters`: whether only filters were given. */
  function why(match, reading, distance, filters) {
    const one = world.institutions[match.at];
    const parts = reading ? partsOf(world, reading, match) : {};
    const told = [];
    if (parts.contact) told.push(say({ phone: 'phone', address: 'address', mail: 'mail' }[parts.contact.how]));
    // A service only guessed at is told when nothing else is known.
    const sure = (parts.services || []).filter(([, value]) => value > 0.45);
    if (sure.length) told.push(say('gives', { services: [...new Set(sure.map(([service]) => world.services[service].name))].join(', ') }));
    if (parts.place) told.push(placeOf(one, parts));
    if (reading && reading.needs.length && parts.place && !parts.services && reading.needs[0].sure > 0.5) told.push(say('givesNot'));
    if (!parts.services && parts.type && world.types[one.type]) told.push(say('type', { type: world.types[one.type].name }));
    if (!told.length && (parts.exact || parts.cover > 0.3)) told.push(say('name'));
    if (!told.length && parts.audience) told.push(say('audience', { audience: one.audiences.map((at) => world.audiences[at].name).join(', ') }));
    if (!told.length && parts.any) told.push(wordsOf(one, reading));
    if (!told.length && parts.services) told.push(say('gives', { services: world.services[parts.services[0][0]].name }));
    if (!told.length) {
      const type = world.types[one.type];
      if (type) told.push(say('type', { type: type.name }));
      told.push(one.region ? say('region') : one.serves.length ? say('serves', { place: one.serves.map((at) => world.counties[at].name).join(', ') }) : say(filters ? 'filters' : 'all'));
    }
    if (distance !== null && distance !== undefined) told.push(say('distance', { km: Math.max(1, Math.round(distance)) }));
    return told.filter(Boolean).join(' · ') || one.name;
  }

  return { why, say };
}
