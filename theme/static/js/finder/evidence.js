// What speaks for one institution that was found: the material of the sentence under it.

/** How an institution stands for a place said, for the sentence: [value 0..1, how, county]. */
function matchPlace(world, span, one) {
  let best = [0, '', -1];
  const better = (value, how, county) => {
    if (value > best[0]) best = [value, how, county];
  };
  for (const [number, weight] of span.counties) {
    if (one.region) better(weight, 'region', number);
    if (one.serves.includes(number)) better(weight, one.responsible ? 'responsible' : 'serves', number);
    if (one.county === number) better(weight * 0.84, 'stands', number);
  }
  for (const [number, weight] of span.towns) {
    if (world.towns[number].key === one.town) better(weight * (span.city ? 0.6 : 0.94), one.region ? 'region' : 'stands', one.county);
  }
  return best;
}

/** The service by which an institution answers a need, and how well. */
function matchNeed(need, one) {
  let best = 0;
  let which = -1;
  for (const service of one.services) {
    const like = need.services.get(service);
    if (like > best) [best, which] = [like, service];
  }
  return [which, best * need.sure];
}

/** What speaks for one institution, for the sentence under it: {place, services, type, audience, cover, …}. */
export function partsOf(world, reading, row) {
  const one = world.institutions[row.at];
  const parts = { contact: row.contact, exact: row.exact, cover: row.cover, any: row.any, type: 0, audience: 0 };
  for (const span of reading.places) {
    const [value, how, county] = matchPlace(world, span, one);
    if (value && !(parts.place && parts.place.value >= value)) parts.place = { value, how, county };
  }
  for (const need of reading.needs) {
    const [which, value] = matchNeed(need, one);
    if (value) (parts.services = parts.services || []).push([which, value]);
  }
  if (reading.type) parts.type = reading.type.all.get(one.type) || 0;
  if (reading.audience) for (const at of one.audiences) parts.audience = Math.max(parts.audience, reading.audience.all.get(at) || 0);
  return parts;
}
