// Every phrase by which people name something, in columns: a visit meets few of thousands, and only those become objects.

/** Words of a phrase; what is longer is no phrase. */
const LONGEST = 12;

/**
 * The phrases of a world by their numbers; `words` are those of the world. `kinds` and `means` are columns, `slots` the stems of
 * all phrases one after another, each phrase from its place in `starts`. A kind is service, type, audience, county, city, seat,
 * town, place, institution or nothing.
 */
export function createPhraseBook(words) {
  const kinds = [];
  const means = [];
  const trusts = [];
  const slots = [];
  const starts = [0];
  const quiet = new Map(); // phrase -> which of its words say little, where they are known as written
  const numbers = new Map(); // kind -> phrases
  const objects = new Map();

  function close(kind, meant, trust) {
    const all = numbers.get(kind);
    if (all) all.push(kinds.length);
    else numbers.set(kind, [kinds.length]);
    kinds.push(kind);
    means.push(meant);
    trusts.push(trust);
    starts.push(slots.length);
  }

  /** Adds a phrase of words as they are written; `soft(word)` tells those that say little. */
  function say(kind, meant, said, trust, naming, soft) {
    if (!said.length || said.length > LONGEST) return;
    const marks = [];
    const from = slots.length;
    for (const word of said) {
      const slot = words.add(word, naming);
      if (slots.indexOf(slot, from) >= 0) continue;
      slots.push(slot);
      marks.push(soft(word));
    }
    quiet.set(kinds.length, marks);
    close(kind, meant, trust);
  }

  /** Adds lines of stems, none twice in a line, each a phrase in all `senses` [kind, means]. */
  function sayLines(lines, senses, trust, naming) {
    for (const line of lines) {
      if (line.length > LONGEST) continue;
      const from = slots.length;
      for (const stem of line) slots.push(words.add(stem, naming, true));
      const to = slots.length;
      close(senses[0][0], senses[0][1], trust);
      for (let sense = 1; sense < senses.length; sense += 1) {
        for (let at = from; at < to; at += 1) slots.push(slots[at]);
        close(senses[sense][0], senses[sense][1], trust);
      }
    }
  }

  const slotsOf = (number) => slots.slice(starts[number], starts[number + 1]);

  /** A phrase as {kind, means, slots: [stem…], quiet, trust, weights, total}; the last two are filled in by who weighs it. */
  function of(number) {
    let phrase = objects.get(number);
    if (!phrase) {
      phrase = { kind: kinds[number], means: means[number], slots: slotsOf(number), quiet: quiet.get(number), trust: trusts[number], weights: null, total: 0 };
      objects.set(number, phrase);
    }
    return phrase;
  }

  /** The numbers of the phrases of some kinds. */
  const numbersOf = (...wanted) => wanted.flatMap((kind) => numbers.get(kind) || []);

  return { say, sayLines, of, slotsOf, numbersOf, kinds, means, slots, starts };
}
