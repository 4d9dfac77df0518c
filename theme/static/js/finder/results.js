// The list of answers: the server's own items, moved and shown; nothing is rendered again.

const FIRST = 20;
const AT_ONCE = 6;
const LEAST_HEIGHT = 90; // of an item, in pixels
const MORE = 500;
const ORDERED = 300;
const LATER = 'finder-later'; // stands in its place, not drawn yet
const TEXTS = '.institution-name, .institution-line, .institution-line > [lang], [data-finder-text]';

/** Takes over the items of `plain` (sections by county) into one list in rank order. */
export function takeOver(plain, more, names) {
  const list = document.createElement('ol');
  list.className = 'finder-list';
  list.setAttribute('role', 'list');
  // What is not shown lies where nothing is laid out: thousands of items cost nothing there. The sections stay where they are and are
  // hidden, since to move them or their items would cost as much as all the rest; `pool` takes what has been shown.
  const pool = document.createElement('ol');
  const store = document.createElement('div');
  store.hidden = true;
  const items = new Map();
  for (const section of plain.children) {
    section.hidden = true;
    // What is hidden answers to no name.
    section.removeAttribute('aria-labelledby');
  }
  for (const item of plain.querySelectorAll('[data-institution]')) {
    items.set(item.getAttribute('data-institution'), item);
    item.hidden = true;
  }
  store.append(pool);
  plain.prepend(list, store);
  const dressed = new Map(); // item -> {line, texts}: its sentence and the texts that may be marked
  const plainText = new Map();
  const marked = new Map(); // text -> which of its ranges are marked
  let shown = [];
  let waiting = [];
  let view = null;

  function mark(element, ranges) {
    const known = plainText.has(element);
    if (!known && !ranges.length) return;
    if (!known) plainText.set(element, element.textContent);
    const text = plainText.get(element);
    const wanted = ranges.join();
    if (marked.get(element) === wanted) return;
    marked.set(element, wanted);
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
    let parts = dressed.get(item);
    const why = view.why(row);
    if (!parts) {
      // What was never asked for needs no sentence.
      if (!why && !view.highlight) return;
      const line = document.createElement('span');
      line.className = 'finder-why';
      // A text with links of its own is left alone.
      parts = { line, texts: [...item.querySelectorAll(TEXTS)].filter((element) => !element.childElementCount) };
      item.append(line);
      dressed.set(item, parts);
    }
    const { line, texts } = parts;
    if (line.textContent !== why) line.textContent = why;
    if (line.hidden === Boolean(why)) line.hidden = !why;
    for (const element of texts) mark(element, view.highlight ? view.highlight(plainText.get(element) || element.textContent) : []);
  }

  let undressed = [];
  let drawn = AT_ONCE;
  // How many may be seen at once; asked here, since to ask with every key would lay the page out.
  const measure = () => {
    drawn = Math.max(AT_ONCE, Math.ceil(window.innerHeight / LEAST_HEIGHT) - 2);
  };
  measure();
  window.addEventListener('resize', measure);

  /** What can wait until the first answers are painted: items further down, their sentences and marks, the order of what is not shown. */
  function dressRest() {
    for (const [item, row] of undressed) dress(item, row);
    undressed = [];
    for (const item of shown) item.classList.remove(LATER);
    // Few enough to keep in rank order where they wait.
    if (waiting.length && waiting.length <= ORDERED) pool.prepend(...waiting.map((row) => items.get(view.id(row))).filter(Boolean));
  }

  function place(rows, before) {
    let after = before;
    rows.forEach((row, number) => {
      const item = items.get(view.id(row));
      if (!item) return;
      const next = after ? after.nextSibling : list.firstChild;
      if (item !== next) list.insertBefore(item, next);
      if (number < drawn) {
        item.classList.remove(LATER);
        dress(item, row);
      } else {
        if (item.hidden) item.classList.add(LATER);
        undressed.push([item, row]);
      }
      if (item.hidden) item.hidden = false;
      shown.push(item);
      after = item;
    });
  }

  function offerMore() {
    more.hidden = !waiting.length;
    if (waiting.length) more.textContent = names.more(waiting.length);
  }

  /** Shows the first rows; the rest waits for „Pokaż więcej”. `now`: {id(row), why(row), highlight(text) or null}. */
  function show(rows, now) {
    view = now;
    const first = rows.slice(0, FIRST);
    const staying = new Set(first.map((row) => items.get(view.id(row))));
    // What goes, goes first: then those that stay need not be moved past it.
    const gone = shown.filter((item) => !staying.has(item));
    for (const item of gone) item.hidden = true;
    pool.append(...gone);
    shown = [];
    undressed = [];
    place(first, null);
    waiting = rows.slice(FIRST);
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
