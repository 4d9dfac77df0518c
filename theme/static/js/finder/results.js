// The list of answers: the server's own items, moved and shown; nothing is rendered again.

const FIRST = 20;
const AT_ONCE = 6;
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
  let view = null;

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
    const why = view.why(row);
    if (line.textContent !== why) line.textContent = why;
    line.hidden = !why;
    for (const element of item.querySelectorAll(TEXTS)) {
      const known = plainText.get(element);
      // A text with links of its own is left alone.
      if (known !== undefined || !element.childElementCount) mark(element, view.highlight(known === undefined ? element.textContent : known));
    }
  }

  let undressed = [];

  /** Sentences and marks of the answers further down, which can wait until the first are painted. */
  function dressRest() {
    for (const [item, row] of undressed) dress(item, row);
    undressed = [];
  }

  function place(rows, before) {
    let after = before;
    rows.forEach((row, number) => {
      const item = items.get(view.id(row));
      if (!item) return;
      const next = after ? after.nextSibling : list.firstChild;
      if (item !== next) list.insertBefore(item, next);
      if (number < AT_ONCE) dress(item, row);
      else undressed.push([item, row]);
      item.hidden = false;
      shown.push(item);
      after = item;
    });
  }

  function offerMore() {
    more.hidden = !waiting.length;
    if (waiting.length) more.textContent = names.more(waiting.length);
  }

  /** Shows the first rows; the rest waits for „Pokaż więcej”. `now`: {id(row), why(row), highlight(text)}. */
  function show(rows, now) {
    view = now;
    const before = shown;
    shown = [];
    undressed = [];
    place(rows.slice(0, FIRST), null);
    const stay = new Set(shown);
    for (const item of before) {
      if (stay.has(item)) continue;
      item.hidden = true;
      pool.append(item);
    }
    waiting = rows.slice(FIRST);
    // Few enough to keep in rank order where they wait.
    if (waiting.length && waiting.length <= ORDERED) pool.prepend(...waiting.map((row) => items.get(view.id(row))).filter(Boolean));
    offerMore();
  }

  more.addEventListener('click', () => {
    const last = shown[shown.length - 1];
    place(waiting.slice(0, MORE), last);
    waiting = waiting.slice(MORE);
    dressRest();
    offerMore();
    const next = last && last.nextElementSibling;
    const link = next && next.querySelector('a');
    if (link) link.focus();
  });

  return { show, dressRest, first: () => shown[0], shown: () => shown.map((item) => item.dataset.institution) };
}
