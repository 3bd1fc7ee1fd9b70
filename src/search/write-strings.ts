import { ByteWriter } from './byte-writer.ts';
import { BLOCK, KEY } from './string-table.ts';

/** The bytes of a `StringTable`. */
export function writeStrings(strings: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writer.u32(strings.length);
  for (let first = 0; first < strings.length; first += BLOCK) {
    for (let at = 0; at < KEY; at++) writer.u16(strings[first]?.charCodeAt(at) || 0);
  }
  let end = 0;
  for (const text of strings) {
    end += text.length;
    writer.u32(end);
  }
  for (const text of strings) {
    for (let at = 0; at < text.length; at++) writer.u16(text.charCodeAt(at));
  }
  return writer.toBytes();
}
