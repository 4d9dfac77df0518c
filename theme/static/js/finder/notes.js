// What the page says around the list: answers that are pages, places to choose, other subjects and regions, corrections.

import { make } from './parts.js';

/** `show(state, current, chosen)` writes into the elements `empty`, `answers` and `correction`. */
export function createNotes({ finder, help, say, counted, nameOf, button, without, ask, home }, { empty, answers, correction }) {
  const { world } = finder;
  const paragraph = (attributes, ...content) => {
    const made = make('p', attributes);
    made.append(...content);
    return made;
  };

  /** The offices that answer for the counties chosen or said. */
  function offices(state, reading) {
    const places = new Set(state.counties.map((id) => world.ids.counties.get(id)));
    if (reading) for (const span of reading.places) for (const county of span.counties.keys()) places.add(county);
    return world.institutions.filter((one) => one.responsible && one.serves.some((county) => places.has(county))).slice(0, 3);
  }

  /** Why nothing is given, and where to turn. */
  function showEmpty(state, current, chosen) {
    const none = !current.rows.length;
    empty.hidden = !none;
    if (!none) return;
    const { reading } = current;
    const away = finder.whereabouts(reading);
    const { topic } = finder.explain(state.query);
    const turn = reading && reading.nothing && reading.nothing.turnTo;
    let line = state.query ? say('nothing', { query: state.query }) : say('nothingHere');
    if (away) line = say(away.county ? 'outsideCounty' : 'outside', away);
    else if (topic) line = say(turn ? 'topicTurn' : 'topic', { topic, turn });
    const lines = [paragraph({}, line)];
    for (const { key, id, count } of help.worthDropping(current, chosen).slice(0, 3)) {
      lines.push(paragraph({}, button(say('drop', { name: nameOf(key, id), count: counted('found', count) }), () => without(key, id))));
    }
    for (const office of offices(state, reading)) {
      const item = document.querySelector(`[data-institution="${CSS.escape(office.id)}"] a`);
      if (item) lines.push(paragraph({}, `${say('office')} `, make('a', { href: item.href }, office.name)));
    }
    empty.replaceChildren(...lines);
  }

  /** Buttons for the counties in which places of one name lie. */
  function placesToChoose(state, reading) {
    const span = reading && reading.places.find((one) => one.locality && one.counties.size > 1);
    if (!span || state.counties.length) return null;
    const choices = [...span.counties.keys()].map((at) => button(world.counties[at].name, () => ask({ counties: [world.counties[at].teryt] })));
    return paragraph({ class: 'cluster' }, say('choose', { place: span.locality.name }), ...choices);
  }

  /** Whether offices alone were asked for, of which each county has one: any order of them would be arbitrary. */
  function wantsPlace(state, { reading, rows }) {
    if (!reading || !reading.type || reading.places.length || reading.needs.length || state.counties.length) return false;
    return rows.length > 1 && rows.slice(0, 5).every((row) => world.institutions[row.at].responsible);
  }

  /** What stands above the list. */
  function showAnswers(state, current) {
    const lines = finder
      .answers(state.query, document.documentElement.lang)
      .map(({ address, title }) => paragraph({ class: 'finder-answer' }, `${say('answer')} `, make('a', { href: home + address.slice(1) }, title)));
    const away = current.rows.length ? finder.whereabouts(current.reading) : null;
    if (away) lines.push(paragraph({}, say('also', away)));
    const choose = placesToChoose(state, current.reading);
    if (choose) lines.push(choose);
    else if (wantsPlace(state, current)) lines.push(paragraph({}, say('askPlace')));
    answers.replaceChildren(...lines);
    answers.hidden = !lines.length;
  }

  function showCorrection(current) {
    const right = current.reading && !current.reading.outside.length ? help.corrected(current.reading) : '';
    correction.hidden = !right;
    if (right) correction.replaceChildren(`${say('meant')} `, button(right, () => ask({ query: right })));
  }

  return {
    show(state, current, chosen) {
      showEmpty(state, current, chosen);
      showAnswers(state, current);
      showCorrection(current);
    },
  };
}
