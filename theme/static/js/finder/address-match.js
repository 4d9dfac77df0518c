// A street with a house number in a query: whose address it is.

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

/** Institutions at the street and number said: Map(institution -> {score, how}). */
export function matchAddresses(world, reading) {
  const found = new Map();
  const said = reading.read.filter((one) => /^\d{1,4}[a-z]?$/.test(one.word) && !reading.contact.postal.includes(one.word)).map((one) => one.word);
  if (!said.length) return found;
  const { byStem, numbers } = streets(world);
  for (const one of reading.read) {
    if (/^\d/.test(one.word) || one.word.length < 3) continue;
    const stems = new Set([world.stemmer.stem(one.word), ...one.meant.filter(({ like }) => like > 0.84).map(({ stem }) => world.words.name(stem))]);
    for (const stem of stems) {
      for (const at of byStem.get(stem) || []) {
        if (said.some((number) => numbers.get(at).has(number))) found.set(at, { score: 0.9, how: 'address' });
      }
    }
  }
  return found;
}
