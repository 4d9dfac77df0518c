// Elements of the search's page, made of texts alone: nothing that somebody typed or wrote becomes markup.

/** An element with its attributes and content. */
export const element = (tag, attributes = {}, ...content) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
};

/** A button that does `act`. */
export function actButton(text, act, attributes = {}) {
  const made = element('button', { type: 'button', class: 'button button-quiet', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/** `text` with one-letter words and numbers kept on the line of what follows them; as long as before, so that places in it stay. */
export const bound = (text) => text.replace(/((?:^|[\s(„“«"])\p{L}|\d) (?=[\p{L}\d%‰])/gu, '$1\u00a0');

/** Pieces of `text` with the ranges [[from, to]…] in <mark>. */
function marked(plain, ranges) {
  const text = bound(plain);
  const pieces = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), element('mark', {}, text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

/** One answer as an item of the list. */
export function resultItem(result, { home, say, day }) {
  const link = element('a', { href: home + result.address.slice(1) }, ...marked(result.title, result.marks.title));
  const about = [say(`one-${result.kind}`), day(result.date)].filter(Boolean).join(' · ');
  const item = element('li', { class: 'site-search-result', 'data-result': result.address });
  item.append(element('h3', {}, link));
  if (about) item.append(element('p', { class: 'site-search-about' }, about));
  if (result.excerpt) item.append(element('p', { class: 'site-search-excerpt' }, ...marked(result.excerpt, result.marks.excerpt)));
  return item;
}

/** A row of choices that can be pressed: [{value, text, count}] under a legend. */
export function choiceRow(legend, choices, chosen, toggle) {
  const row = element('fieldset', { class: 'site-search-facet' }, element('legend', {}, legend));
  for (const { value, text, count } of choices) {
    const pressed = chosen.includes(value);
    row.append(actButton(`${text} (${count})`, () => toggle(value), { class: 'site-search-choice', 'aria-pressed': String(pressed), 'data-choice': value }));
  }
  return row;
}
