// The list of answers: the server's own items, moved and shown; nothing is rendered again.

const FIRST = 20;
const MORE = 500;
const ORDERED = 300;
const TEXTS = '.institution-name, .institution-line, [data-finder-text]';

/** Takes over the items of `plain` (sections by county) into one list in rank order. */
export function takeOver(plain, more, names) {
  const list = document.createElement('ol');
  list.className = 'finder-list';
  list.setAttribute('role', 'list');
  // What is not shown lies in a list of its own that is never laid out: thousands of items cost nothing there.
  const pool = document.createElement('ol');
  pool.hidden = true;
  const items = new Map();
  for (const item of plain.querySelectorAll('[data-institution]')) items.set(item.dataset.institution, item);
  for (const item of items.values()) item.hidden = true;
  pool.append(...items.values());
  plain.replaceChildren(list, pool);
  const sentence = new Map();
  const plainText = new Map();
  let shown = [];
  let waiting = [];

  function mark(element, ranges) {
    if (!plainText.has(element)) {
      if (!ranges.length) return;
      plainText.set(element, element.textContent);
    }
    const text = plainText.get(element);
    const parts = [];
    let from = 0;
    for (const [start, end] of ranges) {
      parts.push(text.slice(from, start));
      const piece = document.createElement('mark');
      piece.textContent = text.slice(start, end);
      parts.push(piece);
      from = end;
    }
    parts.push(text.slice(from));
    element.replaceChildren(...parts);
  }

  function dress(item, row) {
    let line = sentence.get(item);
    if (!line) {
      line = document.createElement('span');
      line.className = 'finder-why';
      item.append(line);
      sentence.set(item, line);
    }
    const why = row.why();
    if (line.textContent !== why) line.textContent = why;
    line.hidden = !why;
    for (const element of item.querySelectorAll(TEXTS)) {
      const known = plainText.get(element);
      // A text with links of its own is left alone.
      if (known !== undefined || !element.childElementCount) mark(element, row.highlight(known === undefined ? element.textContent : known));
    }
  }

  function place(rows, before) {
    let after = before;
    for (const row of rows) {
      const item = items.get(row.id);
      if (!item) continue;
      const next = after ? after.nextSibling : list.firstChild;
      if (item !== next) list.insertBefore(item, next);
      dress(item, row);
      item.hidden = false;
      shown.push(item);
      after = item;
    }
  }

  function offerMore() {
    more.hidden = !waiting.length;
    if (waiting.length) more.textContent = names.more(waiting.length);
  }

  /** Shows the first rows {id, why(), highlight(text)}; the rest waits for „Pokaż więcej”. */
  function show(rows) {
    const before = shown;
    shown = [];
    place(rows.slice(0, FIRST), null);
    const now = new Set(shown);
    for (const item of before) {
      if (now.has(item)) continue;
      item.hidden = true;
      pool.append(item);
    }
    waiting = rows.slice(FIRST);
    // Few enough to keep in rank order where they wait.
    if (waiting.length && waiting.length <= ORDERED) pool.prepend(...waiting.map((row) => items.get(row.id)).filter(Boolean));
    offerMore();
  }

  more.addEventListener('click', () => {
    const last = shown[shown.length - 1];
    place(waiting.slice(0, MORE), last);
    waiting = waiting.slice(MORE);
    offerMore();
    const next = last && last.nextElementSibling;
    const link = next && next.querySelector('a');
    if (link) link.focus();
  });

  return { show, shown: () => shown.map((item) => item.dataset.institution) };
}
