// A light Polish stemmer over folded words, its rules from the index. The twin of partnership/finder/stemming.py.

const pairs = (text) => text.split(' ').filter(Boolean).map((pair) => pair.split(':'));

function memo(make) {
  const known = new Map();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) {
      if (known.size > 60000) known.clear();
      known.set(word, (made = make(word)));
    }
    return made;
  };
}

/** Cuts the longest of the endings that leaves at least `left` letters. The browser's own matcher needs no warming up. */
function cutter(endings, left) {
  const pattern = new RegExp(`^(.{${left},}?)(?:${endings.replaceAll(' ', '|')})$`, 's');
  return (word) => word.replace(pattern, '$1');
}

/** `stem(word)`: what all cases share; `base(word)`: an irregular form's own; `root(stem)`: what related words share; `sound(word)`: how it is heard. */
export function createStemmer(rules) {
  const irregular = new Map(pairs(rules.irregular));
  const first = cutter(rules.endings, rules.min);
  const second = cutter(rules.second, 4);
  const third = cutter(rules.third, 4);
  const roots = cutter(rules.roots, rules.rootMin);
  const finals = pairs(rules.finals);
  const phonetic = pairs(rules.phonetic);

  const base = (form) => irregular.get(form) || form;

  const stem = memo((form) => {
    let word = base(form);
    if (word.length <= rules.min || /\d/.test(word)) return word;
    word = third(second(first(word)));
    for (const [old, now] of finals) {
      if (word.endsWith(old) && word.length - old.length >= 2) return word.slice(0, -old.length) + now;
    }
    return word;
  });

  const root = memo((stemmed) => {
    let word = stemmed;
    for (let shorter = ''; shorter !== word; ) {
      word = shorter || word;
      shorter = roots(word);
    }
    return word;
  });

  /** How a word, or a text of a word a line, is heard. */
  const sounds = (text) => phonetic.reduce((heard, [old, now]) => heard.replace(new RegExp(old, 'gm'), now), text).replace(/(.)\1+/gu, '$1');
  const sound = memo(sounds);

  return { stem, base, root, sound, sounds };
}
