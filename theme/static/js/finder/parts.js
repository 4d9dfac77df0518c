// What only a script can offer on the finder's page, a script makes: suggestions, distance, chips, announcements, tools.

/** An element with its attributes and text. */
export const make = (tag, attributes = {}, text = '') => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
};

/** The places to measure from: none, the device, each seat of a county by the alphabet. */
export function fillPlaces(select, say, counties) {
  const seats = new Map(counties.map((one) => [one.seat, `${one.latitude},${one.longitude}`]));
  const collator = new Intl.Collator(document.documentElement.lang);
  for (const [value, label] of [['device', say('near-device')], ...[...seats].sort((a, b) => collator.compare(a[0], b[0])).map(([seat, point]) => [point, seat])]) {
    select.append(make('option', { value }, label));
  }
}

/** Adds the parts to the page and returns them; `say` gives the words of the index. */
export function makeParts({ form, input, count, plain }, say) {
  const field = make('div', { class: 'finder-field' });
  const suggestions = make('ul', { id: 'finder-suggestions', 'data-finder-suggestions': '', class: 'finder-suggestions', role: 'listbox', 'aria-label': say('suggestions') });
  suggestions.hidden = true;
  input.replaceWith(field);
  field.append(input, suggestions);
  const select = make('select', { id: 'finder-near', 'data-finder-near': '' });
  select.append(make('option', { value: '' }, say('near-any')));
  const nearLine = make('p', { class: 'finder-near' });
  nearLine.append(make('label', { for: 'finder-near' }, say('near')), ' ', select);
  const chips = make('div', { class: 'finder-chips cluster', 'data-finder-chips': '', role: 'group', 'aria-label': say('chosen') });
  chips.hidden = true;
  // On a narrow screen choices wait behind one word, so that answers stand right under the question.
  const filters = make('details', { class: 'finder-filters' });
  filters.append(make('summary', {}, say('filtersWord')));
  const facets = form.querySelector('.finder-facets');
  if (facets) filters.append(facets);
  filters.append(nearLine);
  const wide = window.matchMedia('(min-width: 48em)');
  const follow = () => {
    filters.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
  form.append(filters, chips);
  // The number follows every key; it is announced once typing pauses.
  const status = make('p', { class: 'visually-hidden', 'data-finder-status': '', role: 'status' });
  count.removeAttribute('role');
  const correction = make('p', { class: 'finder-correction', 'data-finder-correction': '' });
  correction.hidden = true;
  const answers = make('div', { class: 'finder-answers stack stack-s', 'data-finder-answers': '', 'aria-live': 'polite' });
  answers.hidden = true;
  count.after(status, answers, correction);
  const more = make('button', { type: 'button', class: 'button finder-more', 'data-finder-more': '' });
  const tools = make('p', { class: 'finder-tools cluster no-print', 'data-finder-tools': '' });
  plain.after(more, tools);
  return { suggestions, select, filters, chips, status, answers, correction, more, tools };
}
