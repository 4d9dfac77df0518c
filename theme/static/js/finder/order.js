// The order of answers: the better first, equal ones by their ids. Thousands are put in order with each key.

import { push } from './words.js';

/** For a world: `places`, each institution's place in the order of ids, and `ats`, the institution at each place. */
function idOrder(world) {
  if (!world.idOrder) {
    const numbers = world.ids.institutions;
    const ats = Int32Array.from([...world.institutionIds].sort(), (id) => numbers.get(id));
    const places = new Int32Array(ats.length);
    ats.forEach((at, place) => {
      places[at] = place;
    });
    world.idOrder = { places, ats };
  }
  return world.idOrder;
}

/** Compares two rows {at, score}. */
export function comparing(world) {
  const { places } = idOrder(world);
  return (x, y) => y.score - x.score || places[x.at] - places[y.at];
}

/** Institutions in the order of their ids. */
export function byIds(world, some) {
  const { places, ats } = idOrder(world);
  const found = new Int32Array(some.length);
  for (let i = 0; i < some.length; i += 1) found[i] = places[some[i]];
  // Numbers alone are sorted without a comparison of ours.
  found.sort();
  for (let i = 0; i < found.length; i += 1) found[i] = ats[found[i]];
  return found;
}

/** Rows that stand in the order of ids, the best first. */
export function bestFirst(rows) {
  const same = new Map();
  for (const row of rows) push(same, row.score, row);
  const scores = Float64Array.from(same.keys()).sort();
  const sorted = [];
  for (let i = scores.length - 1; i >= 0; i -= 1) for (const row of same.get(scores[i])) sorted.push(row);
  return sorted;
}
