// The finder's state and the page's address: q, usluga, powiat, typ, dla and the site's own facets; all but q may repeat.

export const PARAMETERS = { services: 'usluga', counties: 'powiat', types: 'typ', audiences: 'dla' };

/** All facets of a world as {key: parameter}: one of the site's own is called by its parameter. */
export const parametersOf = (world) => ({ ...PARAMETERS, ...Object.fromEntries(world.facets.map(({ key }) => [key, key])) });

/** {query, services, counties, types, audiences …} of an address's search part. */
export function readState(search, parameters = PARAMETERS) {
  const given = new URLSearchParams(search);
  const state = { query: given.get('q') || '' };
  for (const [key, name] of Object.entries(parameters)) state[key] = [...new Set(given.getAll(name).filter(Boolean))];
  return state;
}

/** The search part for a state, '' when nothing is asked. */
export function writeState(state, parameters = PARAMETERS) {
  const out = new URLSearchParams();
  if (state.query.trim()) out.set('q', state.query.trim());
  for (const [key, name] of Object.entries(parameters)) for (const id of state[key]) out.append(name, id);
  const text = out.toString();
  return text ? `?${text}` : '';
}
