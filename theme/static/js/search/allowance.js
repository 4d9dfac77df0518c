// What a question may load: parts are asked for as long as there is room, and what is there already costs nothing.

/** Bytes as they are sent: what the first question of a visit may load with the contents, and what each after it. */
const FIRST = 94_000;
const LATER = 38_000;
/** What parts take, seldom more: so many are asked for at once that they fit. */
export const SIZES = { words: 7_500, list: 6_500, pairs: 7_500, texts: 7_700 };

/** So much stays for texts of answers whatever else there is to load. */
export const FOR_TEXTS = 13_000;

/** Grants each question its room: `grant()` gives `left()`, the bytes that it may still load. */
export function createAllowance(spent) {
  let begun = false;
  return function grant() {
    const start = spent();
    const room = begun ? LATER : Math.max(LATER, FIRST - start);
    begun = true;
    return () => room - (spent() - start);
  };
}

/**
 * `load(one)` of each of `items` in their order, until one does not fit any more: a Map. `each` are the bytes that one takes, about, `reserve` those
 * that must be left, and `has(one)` tells that one is there already. At least one is loaded where `least` is 1.
 */
export async function loadFitting(items, load, { left, each, reserve = 0, least = 0, has = () => false }) {
  const found = new Map();
  let at = 0;
  while (at < items.length) {
    let room = Math.max(Math.floor((left() - reserve) / each), least - found.size);
    const group = [];
    for (; at < items.length; at += 1) {
      const there = has(items[at]);
      if (!there && room < 1) break;
      if (!there) room -= 1;
      group.push(items[at]);
    }
    if (!group.length) break;
    await Promise.all(group.map(async (one) => found.set(one, await load(one))));
  }
  return found;
}
