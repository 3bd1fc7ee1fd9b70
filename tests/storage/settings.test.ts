import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFile } from '../../src/storage/paths.ts';
import {
  fits,
  RANGES,
  readSettings,
  SETTING_KEYS,
  SETTINGS,
  SettingsError,
  writeSettings,
} from '../../src/storage/settings.ts';
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
  writeSettings(folder, { minutes: 15 }, 'a');
  await writeFile(settingsFile(folder), '{"minutes":15,"colour":"red"}');
  writeSettings(folder, { retention: 0.95 }, 'a');
  expect(JSON.parse(await readFile(settingsFile(folder), 'utf8'))).toEqual({
    minutes: 15,
    colour: 'red',
    retention: 0.95,
  });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

test('a value out of range is refused before anything is written', async () => {
  const folder = await temporaryFolder();
  expect(() => writeSettings(folder, { minutes: 15, retention: 0.1 }, 'a')).toThrow(RangeError);
  expect(await readdir(folder)).toEqual([]);
});

test('undefined takes a setting out of the file', async () => {
  const folder = await temporaryFolder();
  writeSettings(folder, { minutes: 15, shuffleNew: true }, 'a');
  writeSettings(folder, { minutes: undefined }, 'a');
  expect(JSON.parse(await readFile(settingsFile(folder), 'utf8'))).toEqual({ shuffleNew: true });
});

test.each([['{"retention":0.'], ['[1]'], ['']])('a file that holds %j is not written over', async (text) => {
  const folder = await temporaryFolder();
  await writeFile(settingsFile(folder), text);
  expect(() => writeSettings(folder, { minutes: 15 }, 'a')).toThrow(SettingsError);
  expect(await readFile(settingsFile(folder), 'utf8')).toBe(text);
});

test('a file that is a link into another folder stays one', async () => {
  const folder = await temporaryFolder();
  const dotfiles = join(folder, 'dotfiles.json');
  await mkdir(join(folder, 'config'));
  await writeFile(dotfiles, '{"minutes":5}');
  await symlink(dotfiles, settingsFile(join(folder, 'config')));
  writeSettings(join(folder, 'config'), { shuffleNew: true }, 'a');
  expect(await readlink(settingsFile(join(folder, 'config')))).toBe(dotfiles);
  expect(JSON.parse(await readFile(dotfiles, 'utf8'))).toEqual({ minutes: 5, shuffleNew: true });
});

test('every default is in its range', () => {
  for (const key of SETTING_KEYS) expect(fits(RANGES[key], SETTINGS[key]), key).toBe(true);
});
