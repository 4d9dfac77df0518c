// Numbers written as letters, as the index has them: base 60 for the last digit, 31 for those before it.

const LAST = 60;
const MORE = 31;

/** The digit of a letter from # to ~ without the backslash. */
const digitOf = (code) => (code > 92 ? code - 36 : code - 35);

/** Calls `take(number)` for each number in `text`. */
export function eachNumber(text, take) {
  let value = 0;
  let worth = 1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit < LAST) {
      take(value + digit * worth);
      value = 0;
      worth = 1;
    } else {
      value += (digit - LAST) * worth;
      worth *= MORE;
    }
  }
}

/** All numbers in `text`. */
export function numbersOf(text) {
  const found = [];
  eachNumber(text, (number) => found.push(number));
  return found;
}
