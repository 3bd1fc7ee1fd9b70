import { appendFileSync, closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachLine, type ReadPart } from '../../src/storage/log-lines.ts';
import { temporaryFolder } from '../world.ts';

function linesOf(path: string, after?: ReadPart, piece?: number): { lines: string[]; part: ReadPart } {
  const file = openSync(path, 'r');
  const lines: string[] = [];
  const part = eachLine(
    file,
    (bytes, start, end, line) => lines.push(`${line} ${bytes.toString('latin1', start, end)}`),
    after,
    piece,
  );
  closeSync(file);
  return { lines, part };
}

/** The same by the plain rules. */
function expected(bytes: Buffer): string[] {
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return text.split('\n').flatMap((each, index) => {
    const line = each.replace(/\r$/, '');
    return line === '' ? [] : [`${index + 1} ${line}`];
  });
}

/** Lines of any length, empty ones, ends of lines of both kinds, byte order marks in all places. */
const contents = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', '\u00ef\u00bb\u00bf', '\u00ef'),
      fc.string({ unit: 'binary-ascii', maxLength: 20 }),
      fc.nat(300).map((length) => 'x'.repeat(length)),
    ),
  )
  .map((parts) => Buffer.from(parts.join(''), 'latin1'));
const pieces = fc.constantFrom(8, 16, 64, 1 << 20);

test('the lines are those of the text, whatever the pieces it is read in', () => {
  const path = join(temporaryFolder(), 'log');
  fc.assert(
    fc.property(contents, pieces, (bytes, piece) => {
      writeFileSync(path, bytes);
      const { lines, part } = linesOf(path, undefined, piece);
      expect(lines).toEqual(expected(bytes));
      expect(part).toMatchObject({ size: bytes.length, open: bytes.length > 0 && bytes.at(-1) !== 0x0a });
    }),
  );
});

test('read on after a line is the same as read at once', () => {
  const path = join(temporaryFolder(), 'log');
  const numberless = (lines: readonly string[]) => lines.map((line) => line.slice(line.indexOf(' ')));
  fc.assert(
    fc.property(contents, contents, pieces, (before, after, piece) => {
      const first = Buffer.concat([Buffer.from('a'), before, Buffer.from('\n')]);
      writeFileSync(path, first);
      const start = linesOf(path, undefined, piece);
      appendFileSync(path, after);
      const rest = linesOf(path, start.part, piece);
      const whole = linesOf(path);
      expect(numberless([...start.lines, ...rest.lines])).toEqual(numberless(whole.lines));
      expect(rest.part).toEqual(whole.part);
    }),
  );
});

test('any changed byte is another sum', () => {
  const path = join(temporaryFolder(), 'log');
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 64 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, by) => {
        const whole = bytes.length - (bytes.length % 4);
        writeFileSync(path, bytes);
        const { part } = linesOf(path);
        bytes[at % whole] = (bytes[at % whole] as number) ^ by;
        writeFileSync(path, bytes);
        const other = linesOf(path).part;
        expect(other.sum[0]).not.toBe(part.sum[0]);
        expect(other.sum[1]).not.toBe(part.sum[1]);
      },
    ),
  );
});
