import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, type LogEvent } from '../../src/memory/event.ts';
import { type Disk, LogError, openLog, realDisk } from '../../src/storage/log.ts';
import {
  checkProgress,
  exportProgress,
  importProgress,
  repairProgress,
  resetProgress,
} from '../../src/storage/progress.ts';
import { readLog } from '../../src/storage/read-log.ts';
import { DAYS, histories, review, START } from '../memory/events.ts';
import { temporaryFolder } from './bundle.ts';

const line = (number: number) => `${encode(review(number, 'hpa', 'good'))}\n`;
const dream = '{"v":1,"type":"dream","id":"D1","at":1,"offset":0,"text":"of pods"}\n';
const ids = (folder: string) =>
  readLog(folder)
    .events.map((event) => event.id)
    .toSorted();
const write = (folder: string, name: string, text: string) =>
  writeFile(join(folder, `reviews-${name}.jsonl`), text);

describe('export and import', () => {
  test('carry any history to another folder whole', async () => {
    const root = await temporaryFolder();
    let run = 0;
    const folder = async (name: string) => {
      const path = join(root, `${name}${run}`);
      await mkdir(path, { recursive: true });
      return path;
    };
    await fc.assert(
      fc.asyncProperty(histories, async (events: LogEvent[]) => {
        run++;
        const from = await folder('from');
        await write(from, 'a', events.map((event) => `${encode(event)}\n`).join('') + dream);
        const to = await folder('to');
        importProgress(to, exportProgress(from), 'I1');
        expect(exportProgress(to)).toBe(exportProgress(from));
      }),
      { numRuns: 25 },
    );
  });

  test('are in the order of time, each event once, unknown types last', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a', line(2) + dream + line(1));
    await write(folder, 'b', line(1) + line(3));
    expect(exportProgress(folder)).toBe(line(1) + line(2) + line(3) + dream);
  });

  test('merge: what is known is left, what is damaged is counted, the rest goes to a file of its own', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a', line(1));
    const before = await readFile(join(folder, 'reviews-a.jsonl'), 'utf8');
    const text = `\uFEFF${line(1)}\r\n${line(2).slice(0, 40)}\n${line(3).trim()}\r\n${dream}`;
    expect(importProgress(folder, text, 'I1')).toMatchObject({ written: 2, known: 1, bad: 1 });
    expect(ids(folder)).toEqual(['E000001', 'E000003']);
    expect(await readFile(join(folder, 'reviews-a.jsonl'), 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['reviews-a.jsonl', 'reviews-import-I1.jsonl']);
  });

  test('a second import of the same writes nothing', async () => {
    const folder = await temporaryFolder();
    importProgress(folder, line(1) + dream, 'I1');
    expect(importProgress(folder, line(1) + dream, 'I2')).toEqual({
      written: 0,
      known: 2,
      bad: 0,
      file: undefined,
    });
    expect(await readdir(folder)).toEqual(['reviews-import-I1.jsonl']);
  });

  test('on a full disk nothing half-imported is read, and it says so', async () => {
    const folder = await temporaryFolder();
    const disk: Disk = { ...realDisk, write: (file, bytes) => realDisk.write(file, bytes.subarray(0, 10)) };
    expect(() => importProgress(folder, line(1) + line(2), 'I1', disk)).toThrow(
      expect.objectContaining({ code: 'full' }),
    );
    expect(readLog(folder)).toMatchObject({ events: [], problems: [] });
    expect(importProgress(folder, line(1) + line(2), 'I1').written).toBe(2);
  });
});

test('check names damage and events from the future, and changes nothing', async () => {
  const folder = await temporaryFolder();
  await write(folder, 'a', `${line(1) + line(2).slice(0, 40)}\n${dream}${line(400)}`);
  const found = checkProgress(folder, START + 10 * DAYS);
  expect(found).toMatchObject({ events: 2, files: ['reviews-a.jsonl'], future: ['E000400'] });
  expect([...found.unknown]).toEqual([['dream', 1]]);
  expect(found.problems).toEqual([{ code: 'torn', file: 'reviews-a.jsonl', line: 2 }]);
  expect(await readdir(folder)).toEqual(['reviews-a.jsonl']);
});

describe('repair', () => {
  test('of a sound history does nothing', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a', line(1));
    expect(repairProgress(folder, 'R1')).toMatchObject({ written: 0, moved: [] });
    expect(await readdir(folder)).toEqual(['reviews-a.jsonl']);
  });

  test('keeps every whole event, sets the damaged file aside as it was, and leaves the others', async () => {
    const folder = await temporaryFolder();
    const damaged = line(1) + line(2).slice(0, 40) + line(3) + dream + line(4).slice(0, 20);
    await write(folder, 'a', damaged);
    await write(folder, 'b', line(5));
    const before = exportProgress(folder);
    expect(repairProgress(folder, 'R1')).toMatchObject({ written: 3, bad: 2 });
    expect(exportProgress(folder)).toBe(before);
    expect(readLog(folder).problems).toEqual([]);
    expect(await readFile(join(folder, 'damaged-R1', 'reviews-a.jsonl'), 'utf8')).toBe(damaged);
    expect((await readdir(folder)).toSorted()).toEqual([
      'damaged-R1',
      'reviews-b.jsonl',
      'reviews-repaired-R1.jsonl',
    ]);
  });

  test('an event written while the file is set aside is kept', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a', `${line(1)}torn\n`);
    // The new log is synced just before the old one moves: here another program appends.
    const disk: Disk = {
      ...realDisk,
      syncFolder(path) {
        realDisk.syncFolder(path);
        if (ids(folder).length === 1) openLog(folder, 'a').append(review(2, 'hpa', 'good'));
      },
    };
    repairProgress(folder, 'R1', disk);
    expect(ids(folder)).toEqual(['E000001', 'E000002']);
  });

  test('when the new log cannot be written nothing is moved', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a', `${line(1)}torn\n`);
    const disk: Disk = { ...realDisk, write: () => 0 };
    expect(() => repairProgress(folder, 'R1', disk)).toThrow(LogError);
    expect(ids(folder)).toEqual(['E000001']);
    expect(await readFile(join(folder, 'reviews-a.jsonl'), 'utf8')).toBe(`${line(1)}torn\n`);
  });
});

test('reset moves every log aside and deletes none', async () => {
  const folder = await temporaryFolder();
  await write(folder, 'a', line(1));
  await write(folder, 'b', 'torn');
  await writeFile(join(folder, 'notes.md'), 'kept');
  expect(resetProgress(folder, 'X1')).toHaveLength(2);
  expect(readLog(folder)).toMatchObject({ events: [], files: [] });
  expect(await readFile(join(folder, 'reset-X1', 'reviews-a.jsonl'), 'utf8')).toBe(line(1));
  expect((await readdir(folder)).toSorted()).toEqual(['notes.md', 'reset-X1']);
  expect(resetProgress(folder, 'X2')).toEqual([]);
});
