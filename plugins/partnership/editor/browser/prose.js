// The text of a document: a form for words may write the same Markdown with other marks (`_so_` for `*so*`).
// A block that reads the same keeps the marks of the file.

import { marked } from "marked";
import { gaps } from "./alignment.js";

const ROW = /^\|.*\|\s*$/;
const DIVIDER = /^\|(?:\s*:?-+:?\s*\|)+\s*$/;
const FENCE = /^\s*(`{3,}|~{3,})/;

/** Return `after` with every block that reads as one of `before` as it stands there. */
export const keepBlocks = (before, after) => {
  const old = blocks(before);
  const fresh = blocks(withHeads(after));
  const changed = new Set(gaps(old, fresh, (one, other) => one.html === other.html).flatMap((gap) => gap.fresh));
  const kept = unchanged(old, fresh, changed);
  return fresh.map(({ raw }, index) => `${(kept.get(index) ?? raw).trimEnd()}\n`).join("\n").trimEnd();
};

/**
 * Return a text in which the first row of every table is its head: pasted from a program for documents, a table often
 * has none, or has its lines of hyphens in the middle, and then it is no table at all. Every row gets as many cells.
 */
export const withHeads = (text) => {
  const done = [];
  let rows = [];
  let fence;
  const endTable = () => {
    done.push(...(rows.length > 1 || cells(rows[0] ?? "").length > 1 ? asTable(rows) : rows));
    rows = [];
  };
  for (const line of text.split("\n")) {
    const [, mark] = line.match(FENCE) ?? [];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if (fence === undefined && ROW.test(line)) {
      rows.push(line);
    } else {
      endTable();
      done.push(line);
    }
  }
  endTable();
  return done.join("\n");
};

const asTable = (rows) => {
  const dividers = rows.map((row) => DIVIDER.test(row));
  if (dividers.indexOf(true) === 1 && dividers.lastIndexOf(true) === 1) {
    return rows;
  }
  const said = rows.filter((_row, index) => !dividers[index]).map(cells);
  if (!said.length) {
    return rows;
  }
  const width = Math.max(...said.map((row) => row.length));
  const [head, ...body] = said.map((row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? "").join(" | ")} |`);
  return [head, `|${" --- |".repeat(width)}`, ...body];
};

const cells = (row) => row.trim().slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim());

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
