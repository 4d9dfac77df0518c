// Phrases by which people name things, met in a query: the first step of every reading.

/** No words taken yet. */
export const NONE = new Set();

/** Which phrases the words touch: Map(phrase -> [like, slot, word's place, …]), found once for a query. */
export function touch(world, read) {
  const hits = new Map();
  for (const one of read) {
    for (const { stem, like } of one.meant) {
      const at = world.phrases.having(stem);
      for (let i = 0; i < at.length; i += 2) {
        let hit = hits.get(at[i]);
        if (!hit) hits.set(at[i], (hit = []));
        hit.push(like, at[i + 1], one.place);
      }
    }
  }
  return hits;
}

/** Phrases of some kinds met by the words not in `taken`: [{phrase, mass, share, at: places of words, least}], unsorted. */
export function meet(world, hits, taken, kinds) {
  const met = [];
  for (const [phrase, hit] of hits) {
    if (!kinds.has(phrase.kind)) continue;
    world.weigh(phrase);
    // Each slot and each word once, the likest pairs first.
    let slots = 0;
    const at = [];
    let mass = 0;
    let least = 1;
    for (;;) {
      let best = -1;
      for (let i = 0; i < hit.length; i += 3) {
        if ((best < 0 || hit[i] > hit[best]) && !(slots & (1 << hit[i + 1])) && !at.includes(hit[i + 2]) && !taken.has(hit[i + 2])) best = i;
      }
      if (best < 0) break;
      slots |= 1 << hit[best + 1];
      at.push(hit[best + 2]);
      mass += phrase.weights[hit[best + 1]] * hit[best];
      if (hit[best] < least) least = hit[best];
    }
    if (at.length) met.push({ phrase, mass, share: mass / phrase.total, at, least, whole: at.length === phrase.slots.length });
  }
  return met;
}
