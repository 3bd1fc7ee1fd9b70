import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SETTINGS, settingsFile, writeSettings } from '../../src/storage/settings.ts';
import { temporaryFolder } from './bundle.ts';

test('no file: the defaults', async () => {
  expect(readSettings(await temporaryFolder())).toEqual({ settings: SETTINGS, problems: [] });
});

test.each<[string, string, object, string[]]>([
  ['some', '{"retention":0.85,"minutes":15}', { retention: 0.85, minutes: 15 }, []],
  ['with a byte order mark', '\uFEFF{"minutes":15}', { minutes: 15 }, []],
  [
    'out of range',
    '{"retention":1,"newPerDay":2.5,"minutes":20}',
    { minutes: 20 },
    ['range retention', 'range newPerDay'],
  ],
  ['unknown', '{"colour":"red","newPerDay":5}', { newPerDay: 5 }, ['unknown colour']],
  ['half written', '{"retention":0.', {}, ['not-json ']],
  ['no object', '[1]', {}, ['not-json ']],
])('settings %s', async (_, text, expected, problems) => {
  const folder = await temporaryFolder();
  await writeFile(settingsFile(folder), text);
  const found = readSettings(folder);
  expect(found.settings).toEqual({ ...SETTINGS, ...expected });
  expect(found.problems.map(({ code, key }) => `${code} ${key}`)).toEqual(problems);
});

test('what is written is read; the rest of the file stays, also what this program does not know', async () => {
  const folder = join(await temporaryFolder(), 'config');
  writeSettings(folder, { minutes: 15 });
  await writeFile(settingsFile(folder), '{"minutes":15,"theme":"dark"}');
  writeSettings(folder, { retention: 0.95 });
  expect(JSON.parse(await readFile(settingsFile(folder), 'utf8'))).toEqual({
    minutes: 15,
    theme: 'dark',
    retention: 0.95,
  });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

test('a value out of range is refused before anything is written', async () => {
  const folder = await temporaryFolder();
  expect(() => writeSettings(folder, { minutes: 15, retention: 0.1 })).toThrow(RangeError);
  expect(await readdir(folder)).toEqual([]);
});
