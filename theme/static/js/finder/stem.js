// A light Polish stemmer over folded words, its rules from the index. The twin of partnership/finder/stemming.py.

const pairs = (text) => text.split(' ').filter(Boolean).map((pair) => pair.split(':'));

function cut(word, endings, left) {
  for (const ending of endings) {
    if (word.length - ending.length >= left && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

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

/** Endings by their last letter, so that a word is tried only against those that can fit. */
function byLast(text) {
  const table = new Map();
  for (const ending of text.split(' ')) {
    const last = ending[ending.length - 1];
    if (!table.has(last)) table.set(last, []);
    table.get(last).push(ending);
  }
  const none = [];
  return (word) => table.get(word[word.length - 1]) || none;
}

/** `stem(word)`: what all cases share; `root(stem)`: what related words share; `sound(word)`: how it is heard. */
export function createStemmer(rules) {
  const irregular = new Map(pairs(rules.irregular));
  const endings = byLast(rules.endings);
  const second = byLast(rules.second);
  const third = byLast(rules.third);
  const roots = byLast(rules.roots);
  const finals = pairs(rules.finals);
  const phonetic = pairs(rules.phonetic);

  const stem = memo((form) => {
    let word = irregular.get(form) || form;
    if (word.length <= rules.min || /\d/.test(word)) return word;
    word = cut(word, endings(word), rules.min);
    word = cut(word, second(word), 4);
    word = cut(word, third(word), 4);
    for (const [old, now] of finals) {
      if (word.endsWith(old) && word.length - old.length >= 2) return word.slice(0, -old.length) + now;
    }
    return word;
  });

  const root = memo((stemmed) => {
    let word = stemmed;
    for (let shorter = ''; shorter !== word; ) {
      word = shorter || word;
      shorter = cut(word, roots(word), rules.rootMin);
    }
    return word;
  });

  const sound = memo((form) => {
    let word = form;
    for (const [old, now] of phonetic) if (word.includes(old)) word = word.split(old).join(now);
    return word.replace(/(.)\1+/gu, '$1');
  });

  return { stem, root, sound };
}
