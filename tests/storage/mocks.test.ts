import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeHeader } from '../../src/drill/scorecard-header.ts';
import { DRAFT_ALIVE, type MockStore, openMocks } from '../../src/storage/mocks.ts';
import { replaceFile, writeNew } from '../../src/storage/new-file.ts';
import type { Paths } from '../../src/storage/paths.ts';
import { temporaryFolder } from '../world.ts';

const NOW = Date.UTC(2026, 10, 23, 4);
const STAMP = '2026-11-23-120000';

function store(random = 0.5, now = NOW): MockStore & { readonly paths: Paths } {
  const home = temporaryFolder();
  const paths = { data: join(home, 'data'), config: '', cache: '', state: join(home, 'state') };
  return { ...openMocks(paths, { now: () => now, random: () => random }), paths };
}

const scorecard = (at: string, score: number): string =>
  `${encodeHeader({ at, deck: 'k8s', score, questions: 1, planned: 1, minutes: 1 })}\n# text\n`;

test('a scorecard is saved whole under its time, and nothing else is left behind', () => {
  const mocks = store();
  expect(mocks.read()).toEqual([]);
  const path = mocks.save(STAMP, '内容');
  expect(path).toBe(join(mocks.paths.data, 'mocks', `${STAMP}.md`));
  expect(readFileSync(path, 'utf8')).toBe('内容');
  expect(readdirSync(mocks.folder)).toEqual([`${STAMP}.md`]);
});

test('a scorecard never goes over another', () => {
  const mocks = store();
  const paths = ['一', '二', '三'].map((text) => mocks.save(STAMP, text));
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['一', '二', '三']);
  expect(readdirSync(mocks.folder).sort()).toEqual([`${STAMP}-2.md`, `${STAMP}-3.md`, `${STAMP}.md`]);
});

test('scorecards are read in the order of time, whatever their time zones; others and damaged ones are left out', () => {
  const mocks = store();
  mocks.save('2026-11-23-120000', scorecard('2026-11-23T12:00:00+08:00', 2));
  mocks.save('2026-11-23-120000', scorecard('2026-11-23T12:00:00+08:00', 3));
  mocks.save('2026-11-22-230100', scorecard('2026-11-22T23:01:00-05:00', 4));
  mocks.save('2026-11-22-235900', scorecard('2026-11-22T23:59:00+08:00', 1));
  mocks.save('2026-11-24-000000', '# damaged');
  writeFileSync(join(mocks.folder, 'notes.md'), scorecard('2026-11-23T12:00:00+08:00', 9));
  mkdirSync(join(mocks.folder, '2026-11-25-000000.md'));
  expect(mocks.read().map(({ header }) => header.score)).toEqual([1, 2, 3, 4]);
});

test('a draft is replaced as the interview goes on, and gone when it is removed', () => {
  const mocks = store();
  const draft = mocks.draft(STAMP);
  draft.touch();
  draft.remove();
  draft.write('一');
  draft.write('二');
  const [name = ''] = readdirSync(mocks.paths.state);
  expect(readFileSync(join(mocks.paths.state, name), 'utf8')).toBe('二');
  draft.remove();
  expect(readdirSync(mocks.paths.state)).toEqual([]);
});

test.each([
  ['of an interview that runs', DRAFT_ALIVE - 1000, 0],
  ['left behind', DRAFT_ALIVE + 1000, 1],
  ['from a clock that was ahead', -DRAFT_ALIVE - 1000, 1],
])('a draft %s', (_, age, rescued) => {
  const mocks = store();
  mocks.draft(STAMP).write('半张成绩单');
  const [name = ''] = readdirSync(mocks.paths.state);
  const touched = (NOW - age) / 1000;
  utimesSync(join(mocks.paths.state, name), touched, touched);
  const paths = mocks.rescue();
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(rescued ? ['半张成绩单'] : []);
  expect(readdirSync(mocks.paths.state)).toHaveLength(1 - rescued);
  expect(mocks.rescue()).toEqual([]);
});

test('a folder that cannot be made is an error for a scorecard, and none for a draft', () => {
  const mocks = store();
  mkdirSync(join(mocks.paths.data, '..'), { recursive: true });
  writeFileSync(mocks.paths.data, 'a file');
  writeFileSync(mocks.paths.state, 'a file');
  expect(() => mocks.save(STAMP, 'x')).toThrow(/ENOTDIR|EEXIST/);
  mocks.draft(STAMP).write('x');
  expect([mocks.rescue(), mocks.read()]).toEqual([[], []]);
});

test('a new file is not written over, a replaced one is; no hidden file stays', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'file.md');
  expect(writeNew(path, '一', 'a')).toBe(true);
  expect(writeNew(path, '二', 'b')).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('一');
  replaceFile(path, '三', 'c');
  expect(readFileSync(path, 'utf8')).toBe('三');
  expect(readdirSync(folder)).toEqual(['file.md']);
});
