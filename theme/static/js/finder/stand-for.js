// How well institutions stand for a place said: who serves it, who stands in it, who serves the whole region.

/**
 * Tells `note(at, value)` of each institution that may stand for the place `span`, with the greatest value 0..1 that speaks for it;
 * `values` are noughts, one for each institution, and are so again afterwards. Lists are gone through, since thousands are asked.
 */
export function standFor(world, span, values, note) {
  const { lists, institutions, towns } = world;
  const found = [];
  const put = (at, value) => {
    if (values[at] === 0) found.push(at);
    if (value > values[at]) values[at] = value;
  };
  for (const at of lists.region) put(at, 0);
  for (const [county, weight] of span.counties) {
    for (const at of lists.region) put(at, weight * 0.66);
    for (const at of lists.standing[county]) put(at, weight * 0.84);
    for (const at of lists.serving[county]) put(at, weight * (institutions[at].responsible ? 1 : 0.9));
  }
  for (const [town, weight] of span.towns) {
    for (const at of towns[town].institutions) put(at, weight * (span.city ? 0.6 : 0.94));
  }
  for (const at of found) {
    note(at, values[at]);
    values[at] = 0;
  }
}

/** Whether an institution stands in one of the places said. */
export function standsIn(world, places, one) {
  return places.some((span) => span.counties.has(one.county) || [...span.towns.keys()].some((number) => world.towns[number].key === one.town));
}
