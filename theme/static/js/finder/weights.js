// How much each word says: by how many services, or kinds of institutions, are spoken of with it.

import { push } from './words.js';

/**
 * How telling each stem is: 1 when one service has it, towards 0 when most do. Types weigh among types, places always whole.
 * Made for a stem when a query first has it: a visit meets few of them.
 */
export function weigh(world) {
  const { phrases, services, types } = world;

  /** Which services or types a stem is said of, and how often: what a phrase names first it means most. */
  function holders(kind) {
    const known = new Map();
    const get = (stem) => {
      if (known.has(stem)) return known.get(stem);
      let counts;
      const row = phrases.having(stem);
      for (let i = 0; i < row.length; i += 2) {
        if (row[i].kind !== kind) continue;
        counts = counts || new Map();
        row[i].means.forEach((one, place) => counts.set(one, (counts.get(one) || 0) + (place ? 0.7 : 1)));
      }
      known.set(stem, counts);
      return counts;
    };
    return { get, has: (stem) => get(stem) !== undefined };
  }

  // Stems that name a service or a type: a place may not claim them on a guess.
  world.heldBy = { service: holders('service'), type: holders('type') };
  const totals = { service: services.length, type: types.length };
  const weight = (kind, stem) => {
    const held = world.heldBy[kind].get(stem);
    return Math.max(0.15, 1 - Math.log(held ? held.size : 1) / Math.log(totals[kind] + 2));
  };
  world.telling = (stem) => weight('service', stem);
  /** Weighs a phrase's words. */
  world.weigh = (phrase) => {
    if (phrase.weights) return;
    const quiet = (stem, slot) => (phrase.quiet ? phrase.quiet[slot] : world.isSoft(world.words.name(stem)));
    phrase.weights = phrase.slots.map((stem, slot) => (totals[phrase.kind] ? weight(phrase.kind, stem) : 1) * (quiet(stem, slot) ? 0.35 : 1));
    phrase.total = phrase.weights.reduce((sum, value) => sum + value, 0);
  };
  const subjects = new Map();
  /** Whether another subject is spoken of with a stem (`foreign`), or told by it alone (`alien`). */
  const subject = (stem) => {
    if (!subjects.has(stem)) {
      const sizes = phrases.having(stem).filter((one) => one.kind === 'nothing').map((one) => one.slots.length);
      subjects.set(stem, { foreign: sizes.length > 0, alien: sizes.includes(1) });
    }
    return subjects.get(stem);
  };
  world.foreign = (stem) => subject(stem).foreign;
  world.alien = (stem) => subject(stem).alien;
  const toldBy = new Map();
  world.told.forEach((stems, service) => {
    for (const stem of stems) push(toldBy, stem, service);
  });
  world.toldBy = toldBy;
}
