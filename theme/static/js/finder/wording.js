// What the page says, in the words of its index.

const fill = (text, values) => String(text || '').replace(/\{(\w+)\}/g, (mark, key) => (key in values ? values[key] : mark));

/** The words of an index in the page's language: `say(key, values)`, and `counted(key, n)` in the form that the number asks for. */
export function createWording(said, language) {
  const say = (key, values = {}) => fill(said[key], values);
  const plural = new Intl.PluralRules(language);
  // A browser's first format of numbers takes tens of milliseconds, and what has no thousands needs none.
  let thousands = null;
  const figures = (n) => (n < 1000 ? String(n) : (thousands ||= new Intl.NumberFormat(language, { numberingSystem: 'latn' })).format(n));
  const counted = (key, n) => {
    const way = plural.select(n);
    return say(`${key}-${way === 'other' ? 'many' : way}`, { n: figures(n) }) || String(n);
  };
  return { say, counted };
}
