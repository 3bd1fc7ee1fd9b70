import { ByteWriter } from './byte-writer.ts';
import { BLOCK, KEY } from './string-table.ts';

/** The bytes of a `StringTable`. */
export function writeStrings(strings: readonly string[]): Uint8Array {
  const units = strings.reduce((sum, text) => sum + text.length, 0);
  const blocks = Math.ceil(strings.length / BLOCK);
  const writer = new ByteWriter(4 + 2 * KEY * blocks + 4 * strings.length + 2 * units);
  writer.u32(strings.length);
  for (let first = 0; first < strings.length; first += BLOCK) {
    for (let at = 0; at < KEY; at++) writer.u16(strings[first]?.charCodeAt(at) || 0);
  }
  let end = 0;
  for (const text of strings) {
    end += text.length;
    writer.u32(end);
  }
  for (const text of strings) writer.units(text);
  return writer.toBytes();
}
