// The search's state and the page's address: q, rodzaj, rok; the last two may repeat.

export const NAMES = { kinds: 'rodzaj', years: 'rok' };

/** A text without halves of letters, which can stand in a field but not in an address. */
export const wellFormed = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

/** {query, kinds, years} of an address's search part. */
export function readAsked(search) {
  const given = new URLSearchParams(search);
  const asked = { query: given.get('q') || '' };
  for (const [key, name] of Object.entries(NAMES)) asked[key] = [...new Set(given.getAll(name).filter(Boolean))];
  return asked;
}

/** The search part for a state, '' when nothing is asked. */
export function writeAsked(asked) {
  const out = new URLSearchParams();
  const query = wellFormed(asked.query.trim());
  if (query) out.set('q', query);
  for (const [key, name] of Object.entries(NAMES)) for (const value of asked[key]) out.append(name, value);
  const text = out.toString();
  return text ? `?${text}` : '';
}
