// Which documents may say two words one after the other: a phrase of common words is looked for in these alone.

const BUCKETS = 4096;
const POLYNOMIAL = 0xedb88320;
const encoder = new TextEncoder();

/** The CRC-32 of a word, as the index counts it. */
function checksum(word) {
  let code = -1;
  for (const byte of encoder.encode(word)) {
    code ^= byte;
    for (let bit = 0; bit < 8; bit += 1) code = (code >>> 1) ^ (code & 1 ? POLYNOMIAL : 0);
  }
  return (code ^ -1) >>> 0;
}

/** The buckets of all words of a phrase that stand one after the other, connecting words left out. */
export function bucketsOf(stems) {
  const codes = stems.map((stem) => checksum(stem) % BUCKETS);
  return [...new Set(codes.slice(1).map((code, at) => code ^ codes[at]))];
}

/** The part with pairs that has a bucket, and its place there. */
export function placeOf(bucket, parts) {
  const size = BUCKETS / parts;
  return { part: Math.floor(bucket / size), place: bucket % size };
}
