// What stayed and what changed between two lists, by their longest common part.

/**
 * Return the stretches between items that are the same: `old` and `fresh` are numbers of items, `fresh.before` that of
 * the old one in front of the stretch. `same` tells whether an old and a new item are.
 */
export const gaps = (before, after, same) => {
  const rows = before.length + 1;
  const columns = after.length + 1;
  const longest = Array.from({ length: rows }, () => new Array(columns).fill(0));
  for (let one = rows - 2; one >= 0; one -= 1) {
    for (let other = columns - 2; other >= 0; other -= 1) {
      longest[one][other] = same(before[one], after[other])
        ? longest[one + 1][other + 1] + 1
        : Math.max(longest[one + 1][other], longest[one][other + 1]);
    }
  }
  const found = [];
  let gap;
  let one = 0;
  let other = 0;
  const open = () => {
    if (!gap) {
      gap = { old: [], fresh: Object.assign([], { before: one - 1 }) };
      found.push(gap);
    }
    return gap;
  };
  while (one < before.length || other < after.length) {
    if (one < before.length && other < after.length && same(before[one], after[other])) {
      one += 1;
      other += 1;
      gap = undefined;
    } else if (one < before.length && (other === after.length || longest[one + 1][other] >= longest[one][other + 1])) {
      open().old.push(one);
      one += 1;
    } else {
      open().fresh.push(other);
      other += 1;
    }
  }
  return found;
};
