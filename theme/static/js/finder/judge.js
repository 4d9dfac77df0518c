// Whether a reading answers its query at all: known words must carry the sentence, or nothing is given.

/** What a word of every office's business („zezwolenie”, „zgłoszenie”) says of the subject, beside what another word says. */
const ACT = 0.5;

/**
 * How far the words that carry meaning belong here: {support, against, alone}. For: words that say the understood need, kind
 * or audience, each by how telling it is, other words of the field a little. Against: words that nobody here knows, and,
 * more, words known to be of another subject.
 */
export function coverage(world, reading, best) {
  const { needs, type, audience, named, places, outside, nothing } = reading;
  const services = new Set();
  for (const need of needs) for (const [service, like] of need.services) if (like > 0.4) services.add(service);
  const said = new Set([...needs, type, audience, named].flatMap((one) => (one ? one.at : [])));
  const placed = new Set([...places, ...outside].flatMap((one) => one.at));
  const strange = new Set(nothing && nothing.whole && nothing.at.length > 1 ? nothing.at : []);
  // Needs said by connecting words alone („na swoim”).
  const idioms = new Set(needs.filter((need) => need.idiom).flatMap((need) => need.at));
  const partly = new Set(needs.filter((one) => !one.whole && one.at.length === 1).flatMap((one) => one.at));
  let support = 0;
  let against = 0;
  let alone = 0;
  for (const one of reading.read) {
    if ((one.quiet && !idioms.has(one.place)) || one.number || one.mark || one.region || placed.has(one.place)) continue;
    const known = one.meant.filter((each) => each.like > (each.how === 'near' ? 0.7 : 0.79));
    const field = (each) => world.heldBy.service.get(each.stem) || world.heldBy.type.get(each.stem);
    const mine = known.find((each) => {
      const holders = world.heldBy.service.get(each.stem);
      return (holders && [...holders.keys()].some((service) => services.has(service))) || (world.toldBy.get(each.stem) || []).some((service) => services.has(service)) || world.heldBy.type.has(each.stem);
    });
    // A word of another subject that some service is spoken of with, too, is foreign to every other service („pożyczka na wakacje”).
    const alien = Math.max(0, ...known.filter((each) => each.how !== 'near' && world.alien(each.stem) && !(field(each) && mine)).map((each) => each.like));
    const fits = mine ? mine.like : 0;
    // What the best answer says of itself counts once its service fits („kurs hotelarski”).
    const act = world.marks.acts.has(world.stemmer.stem(one.word));
    if (!fits && !act && best && best.need && best.says(one)) support += 0.5;
    // Words of a subject elsewhere that the understood service is spoken of with, too, may be ours after all.
    // A shortened word is about as like to one as to another („zwolnienia gr.”).
    else if (strange.has(one.place) || alien > fits + (one.open ? 0.05 : 0)) against += mine && !alien ? 0.9 : 1.3;
    else if (said.has(one.place) || mine) {
      alone += 1;
      const stem = (mine || one.meant[0] || {}).stem;
      const telling = stem !== undefined && world.heldBy.service.has(stem) ? world.telling(stem) : 0.5;
      // A word beside the phrase that was met, or one word of a phrase that is not all there, says less.
      const says = said.has(one.place) ? (partly.has(one.place) ? 0.7 : 1) : 0.5;
      support += telling * says * (act ? ACT : 1);
    } else if (known.some((each) => each.how !== 'near' && (field(each) || world.toldBy.has(each.stem)))) support += 0.25;
    // „Register”: every office's business, and no subject by itself.
    else if (act) against += 0.3;
    // Known only from what is said of other subjects („targi rolnicze”).
    else if (known.some((each) => each.how !== 'near' && world.foreign(each.stem))) against += 1.1;
    // A verb says little of the subject, and what is like a known word may be a slip.
    else if (world.marks.verb(one.word)) against += 0.3;
    else against += one.word.length < 4 ? 0.4 : one.meant.length && one.meant[0].like > 0.62 ? 0.6 : 1;
  }
  const [need] = needs;
  if (need && need.whole && need.at.length > 1) support += 0.8;
  if (type && type.whole && type.at.length > 1) support += 0.8;
  return { support, against, alone };
}

/** What is understood outweighs what is not. */
export function carries(world, reading, best) {
  const { support, against, alone } = coverage(world, reading, best);
  // One known word does not carry a sentence, unless it is said of a person who is looked for.
  const [need] = reading.needs;
  // A sentence that names one need whole is about it; of two or three words the one that nobody knows may be all that is asked.
  const sure = need && need.whole && need.sure > 0.9 && !reading.nothing && reading.read.length > 3;
  return !against || support - 0.8 * against > (reading.seeks ? -0.4 : alone < 2 && !reading.places.length ? (sure ? 0.05 : 0.25) : -0.1);
}

/**
 * Whether the best answer answers: garbage gives nothing. `best`: {cover, place, type, need, audience, any, free} of that answer,
 * 0..1; `lost`: words that stand in no record at all.
 */
export function worthy(world, reading, best, lost) {
  const { needs, places, type, audience, named, nothing } = reading;
  const [need] = needs;
  if (best.own > 0.5) return true;
  if (named && named.sure > 0.8) return true;
  // All that is said, slips aside, is one institution's name with its place („ZDZ Kłajt”).
  if (best.cover > 0.8 && reading.read.filter((one) => !one.quiet).length > 1) return true;
  if (!carries(world, reading, best)) return false;
  const needed = new Set(needs.flatMap((one) => one.at));
  const content = reading.read.filter((one) => !one.quiet && !one.number && !one.mark && !one.region);
  const elsewhere = new Set(nothing && nothing.whole && nothing.at.length > 1 ? nothing.at : []);
  const more = content.filter((one) => !needed.has(one.place) && !elsewhere.has(one.place) && one.meant.some(({ stem, like }) => like > 0.94 && world.heldBy.service.has(stem))).length;
  const against = (value, most = lost) => (value * (1 + 0.3 * more)) / (1 + 0.8 * Math.min(lost, most));
  // „młoda para nocleg”: one word of ours beside another subject. „otwieramy hotel”: a workplace is named, and more is said that belongs here.
  // A person who is looked for may work anywhere („poszukuję niani do żłobka”).
  const workplace = nothing && nothing.at.length === 1 && need && need.at.includes(nothing.at[0]);
  const person = reading.seeks && need && (need.whole ? need.sure > 0.7 : workplace);
  const within = nothing && need && !person && need.at.every((place) => nothing.at.includes(place));
  // Two sure things bear each other out, whatever else was said: a place, and a kind or a need named in full.
  const both = best.place > 0.5 && ((type && type.whole && best.type > 0.5) || (need && need.whole && best.need > 0.3));
  // „ferie w Zakopanem”: the name of the town's office says nothing of them.
  const called = best.cover > 0.7 && nothing && !nothing.at.every((place) => reading.read[place].quiet);
  const foreign = nothing && nothing.whole && !called && (!need || within || (need.at.length + more < 2 && !person));
  if (both && !within && !(foreign && !type)) return true;
  if (foreign) return false;
  // „zumba Limanowa”: a place beside a word that nobody here knows is no question for us.
  if (best.place > 0.5 && !lost && places.some((span) => span.like > 0.6)) return true;
  if (type && best.type && against(type.sure) > 0.5) return true;
  // A word that says all („Białorusin”) stands against any number of others.
  if (best.need && against(need.sure, need.whole ? 2 : lost) > 0.3) return true;
  if (audience && best.audience && audience.whole) return true;
  if (reading.region && lost < 2) return true;
  // Words of names, more than those that say little; beside an unknown word a place's own name is not enough.
  return reading.read.some((one) => !one.quiet) && best.any > 0.4 + 0.15 * lost && (!lost || !places.length || best.free > 0);
}
