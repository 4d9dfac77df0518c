// The finder's state and the page's address: q, usluga, powiat, typ, dla; the last four may repeat.

export const PARAMETERS = { services: 'usluga', counties: 'powiat', types: 'typ', audiences: 'dla' };

/** {query, services, counties, types, audiences} of an address's search part. */
export function readState(search) {
  const given = new URLSearchParams(search);
  const state = { query: given.get('q') || '' };
  for (const [key, name] of Object.entries(PARAMETERS)) state[key] = [...new Set(given.getAll(name).filter(Boolean))];
  return state;
}

/** The search part for a state, '' when nothing is asked. */
export function writeState(state) {
  const out = new URLSearchParams();
  if (state.query.trim()) out.set('q', state.query.trim());
  for (const [key, name] of Object.entries(PARAMETERS)) for (const id of state[key]) out.append(name, id);
  const text = out.toString();
  return text ? `?${text}` : '';
}
