// The search of the whole site on its page: answers while typing, kinds and years, the address that can be shared.

import { keepForOffline } from '../finder/offline.js';
import { readAsked, writeAsked } from './address.js';
import { actButton, choiceRow, element, resultItem } from './elements.js';
import { createSearch } from './engine.js';
import { finderBox } from './helpers.js';

const TYPING = 180;
const SETTLED = 700;

const filled = (text, values) => String(text || '').replace(/\{(\w+)\}/g, (mark, key) => (key in values ? values[key] : mark));

/** The parts of the page that a script makes. */
function arrange(answers, count, list) {
  const status = element('p', { class: 'visually-hidden', role: 'status', 'data-search-status': '' });
  const partly = element('p', { class: 'site-search-partly', role: 'alert', 'data-search-partly': '' });
  const corrected = element('p', { 'data-search-correction': '' });
  const facets = element('details', { class: 'site-search-facets no-print' });
  const box = element('div', { 'data-search-help': '' });
  count.after(status, partly, corrected, facets, box);
  partly.hidden = true;
  corrected.hidden = true;
  const more = element('button', { type: 'button', class: 'button site-search-more', 'data-search-more': '' });
  more.hidden = true;
  list.after(more);
  return { status, partly, corrected, facets, box, more };
}

async function start(form) {
  const input = form.querySelector('input[type="search"][name="q"]');
  const [answers, count, empty, list, lists] = ['answers', 'count', 'empty', 'list', 'lists'].map((name) => document.querySelector(`[data-search-${name}]`));
  if (!input || !answers || !count || !empty || !list || !form.dataset.index) return;
  // The engine asks for its parts by the first language's address of 1.0; they lie where this page's index is.
  const folder = '/szukaj/indeks/';
  const { home, index } = form.dataset;
  // What is kept is compared with what lies there now, so that parts of two publications do not mix.
  const fetchJson = async (path) => {
    const answer = await fetch(path.startsWith(folder) ? index + path.slice(folder.length) : home + path.slice(1), { credentials: 'same-origin', cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const engine = createSearch(fetchJson);
  const about = await engine.about();
  if (!about) {
    form.after(element('p', { role: 'alert', class: 'site-search-partly', 'data-search-failed': '' }, form.dataset.failed || ''));
    return;
  }
  const say = (key, values = {}) => filled(about.said[key], values);
  // A wide window has room for kinds and years beside the answers; in a narrow one they would push these out of it.
  const wide = window.matchMedia('(min-width: 48em)');
  const lang = document.documentElement.lang;
  // The digits of the pages, also where the language has others.
  const digits = { numberingSystem: 'latn' };
  const number = new Intl.NumberFormat(lang, digits);
  const plural = new Intl.PluralRules(lang);
  const days = new Intl.DateTimeFormat(form.dataset.locale, { ...digits, day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const day = (date) => (date ? days.format(new Date(`${date}T00:00:00Z`)) : '');
  const counted = (n) => {
    const way = plural.select(n);
    return say(`found-${way === 'one' || way === 'few' ? way : 'many'}`, { n: number.format(n) });
  };
  const { status, partly, corrected, facets, box, more } = arrange(answers, count, list);
  more.textContent = say('more');
  const help = finderBox({ engine: form.dataset.finderEngine, index: form.dataset.finder, institutions: form.dataset.institutions, say });
  const item = (result) => resultItem(result, { home, say, day });

  let asked = readAsked(location.search);
  let pushed = location.search;
  let turn = 0;
  let typing = 0;
  let settled = 0;
  let found = null;

  const toggle = (key) => (value) => {
    asked = { ...asked, [key]: asked[key].includes(value) ? asked[key].filter((one) => one !== value) : [...asked[key], value] };
    ask(true).then(() => facets.querySelector(`[data-choice="${CSS.escape(value)}"]`)?.focus());
  };

  function showFacets() {
    const kinds = about.kinds.filter((kind) => found.facets.kinds.get(kind) || asked.kinds.includes(kind));
    const years = [...new Set([...found.facets.years.keys(), ...asked.years.map(Number).filter(Boolean)])].sort((a, b) => b - a);
    const rows = [];
    if (kinds.length > 1 || asked.kinds.length) {
      rows.push(choiceRow(say('kind'), kinds.map((kind) => ({ value: kind, text: say(`kind-${kind}`), count: number.format(found.facets.kinds.get(kind) || 0) })), asked.kinds, toggle('kinds')));
    }
    if (years.length > 1 || asked.years.length) {
      rows.push(choiceRow(say('year'), years.map((year) => ({ value: String(year), text: String(year), count: number.format(found.facets.years.get(year) || 0) })), asked.years, toggle('years')));
    }
    if (asked.kinds.length || asked.years.length) rows.push(actButton(say('clear'), clear));
    facets.replaceChildren(element('summary', {}, say('filters')), ...rows);
    facets.hidden = !rows.length;
    if (wide.matches || asked.kinds.length || asked.years.length) facets.open = true;
  }

  /** The field goes to the top where the first answer is not seen otherwise. */
  function bringIntoView() {
    if (!asked.query.trim()) return;
    const first = list.firstElementChild || empty;
    if (first.getBoundingClientRect().bottom > window.innerHeight && form.getBoundingClientRect().top > 1) form.scrollIntoView({ block: 'start' });
  }

  function clear() {
    asked = { ...asked, kinds: [], years: [] };
    ask(true);
    input.focus();
  }

  function showEmpty() {
    const none = Boolean(asked.query.trim()) && !found.results.length;
    empty.hidden = !none;
    if (!none) return;
    const filters = asked.kinds.length || asked.years.length;
    const nothing = filters && found.total === 0 && found.facets.kinds.size ? say('nothingHere') : say('nothing', { query: asked.query.trim().slice(0, 200) });
    const lines = [];
    const tips = element('ul');
    // Where parts are missing nobody knows that nothing fits; the reader is told so above.
    if (!lacking()) {
      lines.push(element('p', {}, found.more ? say('notYet') : nothing));
      if (found.more) lines.push(element('p', {}, actButton(say('further'), further)));
      tips.append(element('li', {}, say('tryWords')));
      if (found.phrased) tips.append(element('li', {}, say('tryQuotes')));
    }
    const links = [
      [form.dataset.institutions, say('tryFinder')],
      [form.dataset.map, say('tryMap')],
      [form.dataset.contact, say('tryOffice')],
    ];
    for (const [address, text] of links) tips.append(element('li', {}, element('a', { href: address }, text)));
    empty.replaceChildren(...lines, tips);
  }

  /** Looks for a phrase on the pages that follow, where the likeliest ones do not have it. */
  async function further() {
    const mine = turn;
    const results = await found.next();
    if (mine !== turn) return;
    found = { ...found, results, total: results.length, more: found.left() };
    show();
    (list.querySelector('h3 a') || empty.querySelector('button') || input).focus();
  }

  function showNotes() {
    const right = found.corrected.map(({ shown }) => shown).join(' ');
    corrected.hidden = !right;
    if (right) corrected.textContent = say('corrected', { words: right });
    const missing = lacking();
    partly.hidden = !missing && !found.unread;
    if (missing) partly.replaceChildren(`${say('partly')} `, actButton(say('again'), () => ask(true)));
    // What is there by then needs no room: asking again reads on.
    else if (found.unread) partly.replaceChildren(`${say('unread')} `, actButton(say('further'), () => ask(true)));
  }

  /** Everything about the answers there are. */
  function show() {
    count.textContent = asked.query.trim() ? total() : '';
    list.replaceChildren(...found.results.map(item));
    more.hidden = found.results.length === 0 || (found.results.length >= found.total && !found.more);
    showFacets();
    showEmpty();
    showNotes();
  }

  const lacking = () => found.missing().length > 0;
  const total = () => {
    if (lacking() && !found.results.length) return '';
    return found.more && found.total ? say('found-more', { n: number.format(found.total) }) : counted(found.total);
  };

  /** Asks and shows; `whole` after a choice, else while somebody types. An answer that comes too late is dropped. */
  async function ask(whole) {
    const mine = (turn += 1);
    const { query, kinds, years } = asked;
    const text = query.trim();
    if (whole) push();
    const [answer, side] = await Promise.all([engine.find(query, { kinds, years }), text && whole ? help(query) : null]);
    if (mine !== turn) return;
    found = answer;
    answers.hidden = !text;
    if (lists) lists.hidden = Boolean(text);
    document.documentElement.toggleAttribute('data-search-asked', Boolean(text));
    show();
    if (whole || !text) box.replaceChildren(...(side ? [side] : []));
    if (document.activeElement === input) bringIntoView();
    clearTimeout(settled);
    settled = setTimeout(() => settle(mine, whole), SETTLED);
  }

  /** After a pause: the address, what is announced, and what the finder knows. */
  async function settle(mine, whole) {
    push();
    status.textContent = asked.query.trim() ? total() : '';
    if (whole || !asked.query.trim()) return;
    const side = await help(asked.query);
    if (mine === turn) box.replaceChildren(...(side ? [side] : []));
  }

  function push() {
    const address = writeAsked(asked);
    if (address === pushed) return;
    pushed = address;
    history.pushState(null, '', location.pathname + address);
  }

  input.addEventListener('input', () => {
    asked = { ...asked, query: input.value };
    clearTimeout(typing);
    typing = setTimeout(() => ask(false), TYPING);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    asked = { ...asked, query: input.value };
    ask(true);
  });
  wide.addEventListener('change', () => {
    if (wide.matches) facets.open = true;
  });
  window.addEventListener('popstate', () => {
    asked = readAsked(location.search);
    pushed = location.search;
    input.value = asked.query;
    ask(true);
  });
  more.addEventListener('click', async () => {
    const mine = turn;
    const next = await found.next();
    if (mine !== turn) return;
    const items = next.map(item);
    list.append(...items);
    more.hidden = items.length === 0 || (list.childElementCount >= found.total && !found.more);
    showNotes();
    items[0]?.querySelector('a').focus();
  });
  // Arrows lead from the field through the answers and back; Escape returns to the field.
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...list.querySelectorAll('h3 a')];
    const at = links.indexOf(document.activeElement);
    if (document.activeElement !== input && at < 0) return;
    if (event.key === 'ArrowDown' && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] || input).focus();
    else if (event.key === 'Escape' && at >= 0) input.focus();
    else return;
    event.preventDefault();
  });

  // What was typed before the index came is the question.
  if (input.value && !asked.query && input.value !== input.defaultValue) asked.query = input.value;
  input.value = asked.query;
  await ask(true);
  // Who comes with a question wants its answers; where the browser has gone back to a place, it stays there.
  if (window.scrollY === 0) bringIntoView();
  document.documentElement.setAttribute('data-search-ready', '');
  keepForOffline(home);
}

for (const form of document.querySelectorAll('form[data-module="search"]')) start(form);
