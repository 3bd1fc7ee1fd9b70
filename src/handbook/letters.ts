const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/** How many UTF-16 units the character at a place of a text takes if it is of a kind: 1 or 2, else 0. */
type KindAt = (text: string, at: number) => 0 | 1 | 2;

/** A letter or digit (Unicode's L and N). */
export const letterOrDigitAt = kindAt(/[\p{L}\p{N}]/u);

/** A letter (Unicode's L). */
export const letterAt = kindAt(/\p{L}/u);

/** Keeps what a pattern says of each UTF-16 unit: asking Unicode's tables is many times slower than an array. */
function kindAt(pattern: RegExp): KindAt {
  const known = new Uint8Array(0x1_0000);
  return (text, at) => {
    const unit = text.charCodeAt(at);
    const seen = known[unit];
    if (seen !== UNKNOWN) return seen === YES ? 1 : 0;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const point = text.codePointAt(at) as number;
      return point > 0xffff && pattern.test(String.fromCodePoint(point)) ? 2 : 0;
    }
    const yes = pattern.test(String.fromCharCode(unit));
    known[unit] = yes ? YES : NO;
    return yes ? 1 : 0;
  };
}
