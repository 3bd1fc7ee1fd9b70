const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/**
 * A maker of ULIDs: 48 bits of time and 80 random bits as 26 letters of Crockford's base 32
 * (https://github.com/ulid/spec). Ids made in the same millisecond count up, so that the order of events of
 * one process is the order of their ids. `random` is uniform in [0, 1).
 */
export function ulids(random: () => number): (at: number) => string {
  let lastAt = -1;
  let digits: number[] = [];
  return (at) => {
    if (at !== lastAt || !countUp(digits))
      digits = Array.from({ length: RANDOM_LENGTH }, () => Math.floor(random() * 32));
    lastAt = at;
    return timeDigits(at) + digits.map((digit) => ALPHABET[digit]).join('');
  };
}

/** Whether a text has the form of a ULID. */
export function isUlid(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}

function timeDigits(at: number): string {
  let rest = at;
  let text = '';
  for (let place = 0; place < TIME_LENGTH; place++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Adds one in place; false when every digit was already the greatest. */
function countUp(digits: number[]): boolean {
  for (let place = digits.length - 1; place >= 0; place--) {
    const digit = digits[place] as number;
    digits[place] = (digit + 1) % 32;
    if (digit < 31) return true;
  }
  return false;
}
