// The institution finder on its page: the complete list is there already, this only makes it quicker to use.

import { parametersOf, readState, writeState } from './address.js';
import { attachCombobox } from './combobox.js';
import { createFinder } from './engine.js';
import { readEarly } from './early.js';
import { saveTable } from './export.js';
import { attachFollow, smallestFeed } from './follow.js';
import { createHelp } from './help.js';
import { attachNearness } from './nearness.js';
import { createNotes } from './notes.js';
import { keepForOffline } from './offline.js';
import { fillPlaces, make, makeParts } from './parts.js';
import { takeOver } from './results.js';
import { warmUp } from './warm.js';
import { createWording } from './wording.js';

const PAUSE = 600;
const RIM = 16; // pixels above and below what comes into view

async function start(form) {
  const input = form.querySelector('input[type="search"][name="q"]');
  const plain = document.querySelector('[data-finder-list]');
  const count = document.querySelector('[data-finder-count]');
  const empty = document.querySelector('[data-finder-empty]');
  if (!input || !plain || !count || !empty || !form.dataset.index) return;
  const home = form.dataset.home;

  let index;
  let finder;
  try {
    const answer = await fetch(form.dataset.index, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`index: ${answer.status}`);
    index = await answer.json();
    finder = createFinder(index);
  } catch (error) {
    // The list stays as it came, and says why nothing answers.
    const note = make('p', { role: 'alert', class: 'finder-failed' }, form.dataset.failed || '');
    form.after(note);
    form.hidden = true;
    return;
  }

  const said = index.said || {};
  const { say, counted } = createWording(said, document.documentElement.lang);
  const { world } = finder;
  const help = createHelp(finder);
  const own = Object.fromEntries(world.facets.map((facet) => [facet.key, facet]));
  const nameOf = (key, id) => {
    const [ids, records] = own[key] ? [own[key].ids, own[key].records] : [world.ids[key], world[key]];
    const at = ids.get(id);
    return at === undefined ? id : records[at].name;
  };

  const early = readEarly(form, input);
  const { suggestions, select, filters, chips, status, answers, correction, more, tools } = makeParts({ form, input, count, plain }, say);
  early.resume(filters);
  const follow = attachFollow(filters, home, form.dataset.following);

  const results = takeOver(plain, more, { more: (n) => counted('more', n) });
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const parameters = parametersOf(world);
  const keyOf = Object.fromEntries(Object.entries(parameters).map(([key, name]) => [name, key]));

  let state = readState(location.search, parameters);
  let near = null;
  let pushed = location.search;
  let pause = 0;
  let later = 0;
  let current = null;

  const notes = createNotes({ finder, help, say, counted, nameOf, button, without, ask, home }, { empty, answers, correction });
  const chosen = () => Object.fromEntries(Object.keys(parameters).map((key) => [key, state[key]]));

  function button(text, act, label) {
    const made = make('button', { type: 'button', class: 'button button-quiet' }, text);
    if (label) made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  function without(key, id) {
    state = { ...state, [key]: state[key].filter((other) => other !== id) };
    changed(true);
    input.focus();
  }

  /** Another question or other choices, with everything that follows from them. */
  function ask(next) {
    state = { ...state, ...next };
    changed(true);
    input.focus();
  }

  function clear() {
    state = readState('', parameters);
    near = null;
    select.value = '';
    changed(true);
    input.focus();
  }

  function showChips() {
    const made = [];
    for (const key of Object.keys(parameters)) {
      for (const id of state[key]) made.push(button(`${nameOf(key, id)} ×`, () => without(key, id), say('remove', { name: nameOf(key, id) })));
    }
    if (made.length) made.push(button(say('clear'), clear));
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
  }

  function showFacets() {
    const counts = help.facets(current, chosen());
    for (const box of boxes) {
      const key = keyOf[box.name];
      if (!key) continue;
      const n = counts[key].get(box.value) || 0;
      box.checked = state[key].includes(box.value);
      // What would show nothing cannot be chosen.
      box.disabled = !n && !box.checked;
      const label = box.parentNode.querySelector('[data-count]');
      if (label && label.textContent !== `(${n})`) label.textContent = `(${n})`;
    }
  }

  function total() {
    return counted('found', current.rows.length);
  }

  /** What must follow every key: the list and its number. The rest may follow a moment later. */
  function answer() {
    current = finder.matches(state.query, { ...chosen(), near });
    const { rows, reading, filtered } = current;
    results.show(rows, {
      id: (row) => world.institutionIds[row.at],
      why: (row) => (reading || near ? finder.why(row, reading, filtered) : ''),
      highlight: reading ? (text) => help.highlight(text, reading) : null,
    });
    const text = total();
    if (count.textContent !== text) count.textContent = text;
    empty.hidden = rows.length > 0;
    document.documentElement.toggleAttribute('data-finder-asked', Boolean(state.query.trim()));
  }

  const steps = [
    () => {
      results.dressRest();
      notes.show(state, current, chosen());
    },
    () => {
      showChips();
      showFacets();
      follow(writeState(state, parameters) && ((table) => smallestFeed(table, state)));
    },
  ];

  function settle() {
    clearTimeout(later);
    for (const step of steps) step();
  }

  /** The same after `wait` milliseconds, each step in a task of its own: a key that comes between them is answered at once. */
  function settleLater(wait, [step, ...rest]) {
    clearTimeout(later);
    later = setTimeout(() => {
      step();
      if (rest.length) settleLater(0, rest);
    }, wait);
  }

  /** The first answer comes into view with its reason: the form goes to the top where it is not seen otherwise, and the field if need be. */
  function bringIntoView() {
    if (!state.query.trim()) return;
    const hidden = (results.first() || empty).getBoundingClientRect().bottom - window.innerHeight;
    const [room, above] = [form, input].map((one) => one.getBoundingClientRect().top - RIM);
    const wanted = Math.max(room, Math.min(hidden + RIM, above));
    if (hidden > 0 && wanted > 1) window.scrollBy({ top: wanted });
  }

  function announce() {
    status.textContent = total();
  }

  function push(now) {
    const address = writeState(state, parameters);
    if (address === pushed) return;
    pushed = address;
    if (now === 'replace') history.replaceState(null, '', location.pathname + address);
    else history.pushState(null, '', location.pathname + address);
  }

  /** Everything anew after a choice (`whole`), or the list at once and the rest after a pause while typing. */
  function changed(whole) {
    if (input.value !== state.query) input.value = state.query;
    answer();
    clearTimeout(pause);
    if (whole) {
      settle();
      push();
    } else {
      // After the answers are painted.
      settleLater(60, [...steps, bringIntoView]);
    }
    pause = setTimeout(() => {
      push();
      announce();
    }, PAUSE);
  }

  input.addEventListener('input', () => {
    state = { ...state, query: input.value };
    changed(false);
  });
  for (const box of boxes) {
    box.addEventListener('change', () => {
      const key = keyOf[box.name];
      if (!key) return;
      const others = state[key].filter((id) => id !== box.value);
      state = { ...state, [key]: box.checked ? [...others, box.value] : others };
      changed(true);
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    state = { ...state, query: input.value };
    changed(true);
    bringIntoView();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    clear();
  });
  window.addEventListener('popstate', () => {
    state = readState(location.search, parameters);
    pushed = location.search;
    input.value = state.query;
    answer();
    settle();
    announce();
  });

  attachNearness(select, {
    choose: (point) => {
      near = point;
      changed(true);
    },
    refused: () => {
      status.textContent = say('noPlace');
    },
  });
  tools.append(
    button(say('print'), () => window.print()),
    button(say('csv'), () => saveTable(finder, current, results.shown(), String(said.columns || '').split(';'))),
  );
  attachCombobox(input, suggestions, {
    find: (text) => help.suggest(text, 8),
    pick: (option) => {
      state = { ...state, query: option.text };
      input.value = option.text;
      changed(true);
    },
    // On a narrow screen suggestions push the answers down.
    opened: bringIntoView,
    kinds: { service: say('kind-service'), place: say('kind-place'), institution: say('kind-institution') },
  });

  /** Localities and the towns of other regions, which come after the first answer; without them it answers as before. */
  async function loadPlaces() {
    if (!index.places) return;
    try {
      const given = await fetch(home + index.places.slice(1), { credentials: 'same-origin' });
      if (!given.ok) return;
      finder.addPlaces(await given.json());
      if (state.query) {
        answer();
        settle();
      }
    } finally {
      document.documentElement.setAttribute('data-finder-places', '');
    }
  }

  // Who was quicker than this script keeps what was typed and ticked, beside what the address says.
  const told = early.joined(state, keyOf);
  if (told !== state) {
    state = told;
    push('replace');
  }
  if (input.value !== state.query) input.value = state.query;
  answer();
  if (location.search || state.query) settle();
  // Without a question and choices the page's own numbers hold.
  else settleLater(60, [results.dressRest]);
  document.documentElement.setAttribute('data-finder-ready', '');
  loadPlaces();
  keepForOffline(home);
  warmUp(finder, [() => fillPlaces(select, say, world.counties)], [help.prepare]);
}

for (const form of document.querySelectorAll('form[data-module="finder"]')) start(form);
