import { describe, expect, it } from 'vitest';
import { decode } from '../../src/handbook/decode.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { fixture } from './fixture.ts';

const TEXT = '### 什么是容器？\n\n容器是进程的一种隔离方式。\n';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...Array(text.length).keys()].forEach((at) => {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  });
  return bytes;
}

/** Two-byte GBK of every character, found by decoding all pairs. */
function gbk(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (!codes.has(char)) codes.set(char, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [0x3f]))),
  );
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const without = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('decode', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['UTF-8', utf8(TEXT), []],
    ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), ['encoding-bom']],
    ['UTF-16 LE with a mark', utf16(`\ufeff${TEXT}`, true), ['encoding-utf16']],
    ['UTF-16 BE with a mark', utf16(`\ufeff${TEXT}`, false), ['encoding-utf16']],
    ['UTF-16 LE without a mark', utf16(TEXT, true), ['encoding-utf16']],
    ['UTF-16 BE without a mark', utf16(TEXT, false), ['encoding-utf16']],
    ['GBK', gbk(TEXT), ['encoding-gbk']],
    ['nothing', new Uint8Array(), []],
  ])('%s', (name, bytes, codes) => {
    const { text, problems } = decode(bytes, 'a.md');
    expect(text).toBe(name === 'nothing' ? '' : TEXT);
    expect(without(problems)).toEqual(codes);
  });

  it('reads a GBK copy of a whole handbook as the same cards', () => {
    const source = fixture('posted.md');
    const { text } = decode(gbk(source), 'h.md');
    expect(parseHandbook(text, 'h.md')).toEqual(parseHandbook(source, 'h.md'));
  });

  it('does not take damaged UTF-8 for GBK', () => {
    const bytes = utf8(TEXT.repeat(20));
    bytes[bytes.length - 5] = 0xff;
    const { text, problems } = decode(bytes, 'a.md');
    expect(text).toContain('容器是进程的一种隔离方式。');
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['encoding-broken 60']);
  });

  it.each([1, 2, 3, 5, 8])('does not take UTF-8 that lost %i bytes for GBK', (lost) => {
    const bytes = utf8(TEXT.repeat(20));
    const { text, problems } = decode(
      bytes.filter((_, at) => at < 400 || at >= 400 + lost),
      'a.md',
    );
    expect(text).toContain('容器是进程的一种隔离方式。');
    expect(without(problems).filter((code) => code !== 'encoding-broken')).toEqual([]);
  });

  it('does not take Western text in one byte a letter for GBK', () => {
    const bytes = Uint8Array.from('# R\xe9sum\xe9s and caf\xe9s\n\nna\xefve r\xf4le\n', (char) =>
      char.charCodeAt(0),
    );
    const { text, problems } = decode(bytes, 'a.md');
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(without(problems)).toEqual(['encoding-broken', 'encoding-broken']);
  });

  it('leaves line ends to the parser, which reports them', () => {
    const { text } = decode(utf8(TEXT.replaceAll('\n', '\r\n')), 'a.md');
    const handbook = parseHandbook(text, 'a.md');
    expect(without(handbook.problems)).toEqual(['line-ends']);
    expect(handbook.cards).toEqual(parseHandbook(TEXT, 'a.md').cards);
  });

  it('takes any bytes', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3)) % 256);
    expect(() => parseHandbook(decode(bytes, 'a.md').text, 'a.md')).not.toThrow();
  });
});
