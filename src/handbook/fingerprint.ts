import { letterOrDigitAt } from './letters.ts';

/**
 * Hash of a text's letters and digits, 16 hexadecimal digits: white space, punctuation and Markdown
 * marks do not count. '' for a text without any letter or digit. Two 32-bit FNV-1a hashes with different offsets.
 */
export function fingerprintOf(markdown: string): string {
  let one = 0x811c9dc5;
  let two = 0xcbf29ce4;
  let written = false;
  const text = markdown.toLowerCase();
  for (let at = 0; at < text.length; at++) {
    const units = letterOrDigitAt(text, at);
    if (units === 0) continue;
    written = true;
    for (let unit = at; unit < at + units; unit++) {
      const code = text.charCodeAt(unit);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ (code + 0x9e37), 0x01000193);
    }
    at += units - 1;
  }
  return written ? hex(one) + hex(two) : '';
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
