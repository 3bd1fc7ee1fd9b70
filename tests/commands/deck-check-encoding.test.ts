import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from '../world.ts';

const TEXT = '### 中文是什么？\n\n中文是文。\n';
/** The same in GBK. */
const GBK = Buffer.from(
  '232323 20 d6d0cec4 cac7 cab2c3b4 a3bf 0a0a d6d0cec4 cac7 cec4 a1a3 0a'.replaceAll(' ', ''),
  'hex',
);
const UTF16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]);
const BOM = Buffer.from(`\ufeff${TEXT}`);
const CRLF = Buffer.from(TEXT.replaceAll('\n', '\r\n'));

/** Runs `deck check` on a file of these bytes; gives what was said and what the file holds then. */
async function checked(
  bytes: Buffer,
  ...options: string[]
): Promise<{ code: number; said: string; file: Buffer }> {
  const cwd = temporaryFolder();
  const path = join(cwd, 'h.md');
  writeFileSync(path, bytes);
  const { code, stdout, stderr } = await run(['deck', 'check', 'h.md', ...options], { cwd });
  return { code, said: stdout + stderr, file: readFileSync(path) };
}

test.each([
  ['GBK', GBK, 'GBK/GB18030'],
  ['UTF-16', UTF16, 'UTF-16LE'],
  ['a byte order mark', BOM, 'BOM'],
  ['CRLF', CRLF, 'CRLF'],
])(
  '--fix writes a file in %s as UTF-8, says so and shows no difference of words',
  async (_, bytes, named) => {
    const { code, said, file } = await checked(bytes, '--fix', '--yes');
    expect(file.toString('utf8')).toBe(TEXT);
    expect(said).toContain(named);
    expect(said).toContain('已写入 h.md');
    expect(said).not.toContain('@@');
    expect(code).toBe(0);
  },
);

test('damage of the text is shown beside the encoding', async () => {
  const { said, file } = await checked(
    Buffer.from(`\ufeff${TEXT.replace('### 中', '###中')}`),
    '--fix',
    '--yes',
  );
  expect(said).toMatch(/BOM[\s\S]*@@[\s\S]*\+### 中文是什么/);
  expect(file.toString('utf8')).toBe(TEXT);
});

test('without --yes nothing is written to a file when nobody can be asked', async () => {
  const { said, file } = await checked(GBK, '--fix');
  expect(said).toContain('--yes');
  expect(file).toEqual(GBK);
});

test('a sound file has nothing to fix', async () => {
  const { said, file } = await checked(Buffer.from(TEXT), '--fix', '--yes');
  expect(said).toContain('没有可自动修复的问题');
  expect(file.toString('utf8')).toBe(TEXT);
});
