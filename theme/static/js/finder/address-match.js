// A street in a query, with its house number or its town: whose address it is.

/** Streets of institutions: stem of a street's word -> institutions, and each institution's house numbers; made once. */
function streets(world) {
  if (!world.streets) {
    const byStem = new Map();
    const numbers = new Map();
    const lines = world.folder.lines(world.institutions.map((one) => one.street)).map(world.folder.parted);
    for (const one of world.institutions) {
      const words = lines[one.at];
      if (!words.length) continue;
      numbers.set(one.at, new Set(words.filter((word) => /^\d/.test(word))));
      const said = words.filter((word) => !/^\d/.test(word));
      const named = said.filter((word) => !world.marks.street.has(word));
      // „Rynek 5”, „ul. Rynek 5”: what marks a street elsewhere is its name here.
      for (const word of named.length ? named : said.slice(-1)) {
        const stem = world.stemmer.stem(word);
        if (!byStem.has(stem)) byStem.set(stem, new Set());
        byStem.get(stem).add(one.at);
      }
    }
    world.streets = { byStem, numbers };
  }
  return world.streets;
}

/** Institutions in the street that a word names. */
function inStreet(world, one) {
  const { byStem } = streets(world);
  const found = new Set();
  if (/^\d/.test(one.word) || one.word.length < 3) return found;
  const stems = new Set([world.stemmer.stem(one.word), ...one.meant.filter(({ like }) => like > 0.84).map(({ stem }) => world.words.name(stem))]);
  for (const stem of stems) for (const at of byStem.get(stem) || []) found.add(at);
  return found;
}

/** A street without a number, where nothing but it and its town is said: Map(institution -> {score, how}). */
function matchStreets(world, reading) {
  const found = new Map();
  const placed = new Set(reading.places.flatMap((span) => span.at));
  const marked = reading.read.some((one) => world.marks.street.has(one.word));
  // The name of a street that is a word as well, beside a town, may ask for what the word says: a trail rather than Trail Street.
  const another = reading.nothing || (!placed.size && (reading.needs.some((need) => need.sure > 0.5) || reading.type || reading.named));
  if (another && !marked) return found;
  const names = reading.read.filter((one) => !one.quiet && !placed.has(one.place) && !world.marks.street.has(one.word));
  const [first, ...others] = names.map((one) => inStreet(world, one));
  if (!first) return found;
  for (const at of first) if (others.every((some) => some.has(at))) found.set(at, { score: 0.6, how: 'address' });
  return found;
}

/** Institutions at the street and number said, or in the street alone: Map(institution -> {score, how}). */
export function matchAddresses(world, reading) {
  const numbered = reading.read.filter((one) => /^\d{1,4}[a-z]?$/.test(one.word) && !reading.contact.postal.includes(one.word));
  // „26 G” is „26G”.
  const said = numbered.flatMap(({ word, place }) => [word, word + (reading.read[place + 1] || { word: '' }).word]);
  if (!said.length) return matchStreets(world, reading);
  const found = new Map();
  const { numbers } = streets(world);
  for (const one of reading.read) {
    for (const at of inStreet(world, one)) {
      if (said.some((number) => numbers.get(at).has(number))) found.set(at, { score: 0.9, how: 'address' });
    }
  }
  return found;
}
