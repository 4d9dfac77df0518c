// How much each word says: by how many services, or kinds of institutions, are spoken of with it.

/**
 * How telling each stem is: 1 when one service has it, towards 0 when most do. Types weigh among types, places always whole.
 * Made for a stem when a query first has it: a visit meets few of them.
 */
export function weigh(world) {
  const { phrases, services, types } = world;
  // Stem -> phrases as [number, slot, number, slot…], all rows one after another in one array.
  const { slots, starts: begins, kinds, means } = phrases;
  const starts = new Int32Array(world.words.size + 2);
  for (let i = 0; i < slots.length; i += 1) starts[slots[i] + 2] += 2;
  for (let stem = 2; stem < starts.length; stem += 1) starts[stem] += starts[stem - 1];
  const rows = new Int32Array(2 * slots.length);
  for (let number = 0, i = 0; number < kinds.length; number += 1) {
    const begin = i;
    for (const end = begins[number + 1]; i < end; i += 1) {
      const place = starts[slots[i] + 1];
      rows[place] = number;
      rows[place + 1] = i - begin;
      starts[slots[i] + 1] = place + 2;
    }
  }
  const phrasesOf = (stem) => rows.subarray(starts[stem], starts[stem + 1]);
  world.phrasesOf = phrasesOf;

  /** Which services or types a stem is said of, and how often: what a phrase names first it means most. */
  function holders(kind) {
    const known = new Map();
    const get = (stem) => {
      if (known.has(stem)) return known.get(stem);
      let counts;
      const row = phrasesOf(stem);
      for (let i = 0; i < row.length; i += 2) {
        if (kinds[row[i]] !== kind) continue;
        counts = counts || new Map();
        means[row[i]].forEach((one, place) => counts.set(one, (counts.get(one) || 0) + (place ? 0.7 : 1)));
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
  /** The weights of a phrase's words: {weights, total}. */
  world.weightsOf = (phrase) => {
    if (!phrase.weights) {
      const quiet = (stem, slot) => (phrase.quiet ? phrase.quiet[slot] : world.softStems().has(world.words.name(stem)));
      phrase.weights = phrase.slots.map((stem, slot) => (totals[phrase.kind] ? weight(phrase.kind, stem) : 1) * (quiet(stem, slot) ? 0.35 : 1));
      phrase.total = phrase.weights.reduce((sum, value) => sum + value, 0);
    }
    return phrase;
  };
  const toldBy = new Map();
  world.told.forEach((stems, service) => {
    for (const stem of stems) {
      const row = toldBy.get(stem);
      if (row) row.push(service);
      else toldBy.set(stem, [service]);
    }
  });
  world.toldBy = toldBy;
}
