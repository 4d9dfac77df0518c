// Telephone numbers, postal codes, e-mail and web addresses in a query.

const ENDINGS = /^(?:..|com|org|net|edu|gov|info)$/;

/** {digits, postal, mail, web} as said, each '' when absent. */
export function readContact(query) {
  const text = query.slice(0, 300).toLowerCase();
  const mail = (text.match(/[^\s,;<>]+@[^\s,;<>]*/) || [''])[0].replace(/^mailto:/, '');
  const site = text.match(/(https?:\/\/|www\.)?([a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.([a-z]{2,}))(?:\/\S*)?/);
  // „Pow.Urz.Pracy”: shortened words are no address, unless the last is as short as a country's or one of the old few.
  const web = !mail && site && (site[1] || ENDINGS.test(site[3])) ? site[2].replace(/^www\./, '') : '';
  const postal = (text.match(/(?:^|[^\d-])(\d{2})-(\d{3})(?![\d-])/) || []).slice(1).join('');
  let digits = '';
  // Digits with spaces, hyphens, dots, slashes and brackets between them are one number.
  for (const run of text.match(/\+?\d[\d\s().\/–-]*\d/g) || []) {
    const plain = run.replace(/\D/g, '');
    if (plain.length > digits.length) digits = plain;
  }
  if (digits.startsWith('0048')) digits = digits.slice(4);
  if (digits.length === 11 && digits.startsWith('48')) digits = digits.slice(2);
  if (digits.length === 10 && digits.startsWith('0')) digits = digits.slice(1);
  return { digits: digits.length >= 5 ? digits : '', postal, mail: mail.length > 3 ? mail : '', web: /[a-z]/.test(web) ? web : '' };
}

/** How well an institution's contact details answer: {score 0..1, how} or null. */
export function matchContact(contact, one) {
  const { digits, postal, mail, web } = contact;
  if (mail) {
    const [user, host] = mail.split('@');
    for (const own of one.mail.split(' ')) {
      if (own === mail) return { score: 1, how: 'mail' };
      if (own && (own.startsWith(mail) || (host && user && own.endsWith('@' + host)))) return { score: 0.7, how: 'mail' };
    }
    if (host && one.web && (one.web === host || one.web.endsWith('.' + host))) return { score: 0.6, how: 'mail' };
  }
  if (web) {
    const plain = one.web.split('/')[0];
    if (plain && plain === web) return { score: 1, how: 'mail' };
    if (plain && (plain.endsWith('.' + web) || web.endsWith('.' + plain))) return { score: 0.7, how: 'mail' };
    if (one.mail && one.mail.split(' ').some((own) => own.endsWith('@' + web))) return { score: 0.6, how: 'mail' };
  }
  if (digits && one.phone) {
    for (const own of one.phone.split(' ')) {
      if (own === digits) return { score: 1, how: 'phone' };
      if (digits.length >= 6 && (own.startsWith(digits) || own.endsWith(digits))) return { score: 0.8, how: 'phone' };
      if (digits.length >= 7 && digits.length < own.length && own.includes(digits)) return { score: 0.7, how: 'phone' };
      if (digits.length > 9 && own.length >= 7 && digits.startsWith(own)) return { score: 0.7, how: 'phone' };
      if (digits.length >= 9 && own.length === digits.length && oneOff(own, digits)) return { score: 0.5, how: 'phone' };
    }
  }
  const code = postal || (digits.length === 5 ? digits : '');
  if (code && one.postal.replace('-', '') === code) return { score: 0.9, how: 'address' };
  return null;
}

/** Two numbers that differ in one digit, or in two neighbours swapped. */
function oneOff(a, b) {
  const differ = [];
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) differ.push(i);
  if (differ.length === 1) return true;
  return differ.length === 2 && differ[1] === differ[0] + 1 && a[differ[0]] === b[differ[1]] && a[differ[1]] === b[differ[0]];
}
