// What people say, as the index writes it: lines of stems, each without the words that it begins with like the line before.

/** Lines of `text` as lists of stems; a comma before a line stands for one word of the line before. */
export function readLines(text) {
  const lines = [];
  let before = [];
  for (const line of text ? text.split(';') : []) {
    let same = 0;
    while (line[same] === ',') same += 1;
    const rest = line.slice(same).split(' ');
    before = same ? before.slice(0, same).concat(rest) : rest;
    if (line) lines.push(before);
  }
  return lines;
}
