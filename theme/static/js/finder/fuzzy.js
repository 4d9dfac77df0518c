// How far two words are apart: insertions, deletions, replacements and swapped neighbours count one each.

/** A word's letters as 32 bits: two words more than n edits apart differ in more than 2n bits, or it does not matter. */
export function signature(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** How many letters only one of the two words has. */
export function differing(a, b) {
  let x = a ^ b;
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const rows = [new Uint8Array(80), new Uint8Array(80), new Uint8Array(80)];

/** The distance of `a` and `b` when it is at most `most`, else `most + 1`. Words over 70 letters are never near. */
export function distance(a, b, most) {
  const n = a.length;
  const m = b.length;
  if (Math.abs(n - m) > most || n > 70 || m > 70) return most + 1;
  let [before, last, now] = rows;
  for (let j = 0; j <= m; j += 1) last[j] = j;
  for (let i = 1; i <= n; i += 1) {
    now[0] = i;
    let least = i;
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    if (from > 1) now[from - 1] = most + 1;
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = last[j - 1] + (same ? 0 : 1);
      const left = now[j - 1] + 1;
      if (left < cost) cost = left;
      // Outside the band nothing was computed in the row above.
      if (j < i + most && last[j] + 1 < cost) cost = last[j] + 1;
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        if (before[j - 2] + 1 < cost) cost = before[j - 2] + 1;
      }
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return last[m];
}

/** Edits forgiven in a word of this length. */
export function forgiven(length) {
  return length < 4 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3;
}
