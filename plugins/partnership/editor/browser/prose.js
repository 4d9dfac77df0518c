// The text of a document: a form for words may write the same Markdown with other marks (`_so_` for `*so*`).
// A block that reads the same keeps the marks of the file.

import { marked } from "marked";
import { gaps } from "./alignment.js";

/** Return `after` with every block that reads as one of `before` as it stands there. */
export const keepBlocks = (before, after) => {
  const old = blocks(before);
  const fresh = blocks(after);
  const changed = new Set(gaps(old, fresh, (one, other) => one.html === other.html).flatMap((gap) => gap.fresh));
  const kept = unchanged(old, fresh, changed);
  return fresh.map(({ raw }, index) => `${(kept.get(index) ?? raw).trimEnd()}\n`).join("\n").trimEnd();
};

/** Pair the blocks that are the same, in order: numbers of new ones with the text of the old. */
const unchanged = (old, fresh, changed) => {
  const kept = new Map();
  let from = 0;
  fresh.forEach(({ html }, index) => {
    if (!changed.has(index)) {
      from = old.findIndex((block, number) => number >= from && block.html === html);
      kept.set(index, old[from].raw);
      from += 1;
    }
  });
  return kept;
};

const blocks = (text) => {
  const tokens = marked.lexer(text.trim());
  return tokens
    .filter(({ type }) => type !== "space")
    .map((token) => ({ raw: token.raw.replace(/^\n+/, ""), html: marked.parser([token]).replaceAll(/\s+/g, " ").trim() }));
};
