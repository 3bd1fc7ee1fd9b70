import { ENTITIES } from './entity-table.ts';

let named: Map<string, string> | undefined;

function table(): Map<string, string> {
  if (named) return named;
  named = new Map();
  for (const word of ENTITIES.split(' ')) {
    const [name = '', ...codes] = word.split(',');
    named.set(name, String.fromCodePoint(...codes.map((code) => Number.parseInt(code, 16))));
  }
  return named;
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;

function fromCode(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** Replaces HTML character references by what they stand for; an unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return fromCode(Number(decimal));
    if (hex) return fromCode(Number.parseInt(hex, 16));
    return table().get(name ?? '') ?? whole;
  });
}
