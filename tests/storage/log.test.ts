import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/memory/event.ts';
import { type Disk, LogError, openLog, realDisk } from '../../src/storage/log.ts';
import { readLog } from '../../src/storage/read-log.ts';
import { review } from '../memory/events.ts';
import { temporaryFolder } from './bundle.ts';

const ids = (folder: string) => readLog(folder).events.map((event) => event.id);
const failure = (code: string) => Object.assign(new Error(code), { code });

describe('append', () => {
  test('makes the folder and the file, one line an event', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    const log = openLog(folder, 'laptop');
    log.append(review(1, 'hpa', 'good'));
    log.append(review(2, 'hpa', 'again'));
    expect(await readFile(log.path, 'utf8')).toBe(
      `${encode(review(1, 'hpa', 'good'))}\n${encode(review(2, 'hpa', 'again'))}\n`,
    );
  });

  test('after a torn line begins a new one, whatever byte it was torn at', async () => {
    const folder = await temporaryFolder();
    const whole = Buffer.from(`${encode({ ...review(1, '弹性伸缩', 'good') })}\n`);
    for (let cut = 1; cut <= whole.length; cut++) {
      const path = join(folder, `reviews-${cut}.jsonl`);
      await writeFile(path, whole.subarray(0, cut));
      openLog(folder, String(cut)).append(review(cut + 1, 'hpa', 'good'));
      const lines = (await readFile(path, 'utf8')).split('\n');
      expect(lines.slice(-2)).toEqual([encode(review(cut + 1, 'hpa', 'good')), '']);
    }
    expect(new Set(ids(folder)).size).toBe(whole.length + 1);
  });

  test('writes once, syncs, then acknowledges', async () => {
    const folder = await temporaryFolder();
    const calls: string[] = [];
    const disk: Disk = {
      ...realDisk,
      write(file, bytes) {
        calls.push('write');
        return realDisk.write(file, bytes);
      },
      sync(file) {
        calls.push('sync');
        realDisk.sync(file);
      },
      syncFolder(path) {
        calls.push('sync folder');
        realDisk.syncFolder(path);
      },
    };
    const log = openLog(folder, 'laptop', disk);
    log.append(review(1, 'hpa', 'good'));
    log.append(review(2, 'hpa', 'good'));
    expect(calls).toEqual(['write', 'sync', 'sync folder', 'write', 'sync']);
  });

  test('a short count is a full disk: refused, kept as it is, and the next try is a line of its own', async () => {
    const folder = await temporaryFolder();
    for (let short = 0; short < 20; short++) {
      let full = true;
      const disk: Disk = {
        ...realDisk,
        write: (file, bytes) => realDisk.write(file, full ? bytes.subarray(0, short) : bytes),
      };
      const log = openLog(folder, 'laptop', disk);
      expect(() => log.append(review(short, 'hpa', 'good'))).toThrow(
        expect.objectContaining({ code: 'full' }),
      );
      expect(ids(folder)).toHaveLength(short);
      full = false;
      log.append(review(short, 'hpa', 'good'));
      expect(ids(folder)).toHaveLength(short + 1);
    }
  });

  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EIO', 'EIO'],
  ])('a write that fails with %s is refused as %s', async (code, reported) => {
    const folder = await temporaryFolder();
    const disk: Disk = {
      ...realDisk,
      write: () => {
        throw failure(code);
      },
    };
    expect(() => openLog(folder, 'laptop', disk).append(review(1, 'hpa', 'good'))).toThrow(
      expect.objectContaining({ code: reported }),
    );
    expect(ids(folder)).toEqual([]);
  });

  test('after a failed sync the same event goes to a new file, and so do those after it', async () => {
    const folder = await temporaryFolder();
    let broken = true;
    const disk: Disk = {
      ...realDisk,
      sync(file) {
        if (!broken) return realDisk.sync(file);
        broken = false; // As the kernel does, the next sync says that all is well.
        throw failure('EIO');
      },
    };
    const log = openLog(folder, 'laptop', disk);
    const first = log.path;
    log.append(review(1, 'hpa', 'good'));
    log.append(review(2, 'hpa', 'good'));
    expect(log.path).not.toBe(first);
    // What the failed sync lost:
    await writeFile(first, '');
    expect(ids(folder)).toEqual(['E000001', 'E000002']);
  });

  test('while every sync fails nothing is acknowledged; once it works the same event is', async () => {
    const folder = await temporaryFolder();
    let broken = true;
    const disk: Disk = {
      ...realDisk,
      sync(file) {
        if (broken) throw failure('EIO');
        realDisk.sync(file);
      },
    };
    const log = openLog(folder, 'laptop', disk);
    for (let round = 0; round < 3; round++) {
      expect(() => log.append(review(1, 'hpa', 'good'))).toThrow(expect.objectContaining({ code: 'sync' }));
    }
    broken = false;
    log.append(review(1, 'hpa', 'good'));
    expect(ids(folder)).toEqual(['E000001']);
  });

  test.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])(
    'a file system without sync (%s) is used as it is',
    async (code) => {
      const folder = await temporaryFolder();
      const disk: Disk = {
        ...realDisk,
        sync: () => {
          throw failure(code);
        },
      };
      const log = openLog(folder, 'laptop', disk);
      log.append(review(1, 'hpa', 'good'));
      log.append(review(2, 'hpa', 'good'));
      expect(await readdir(folder)).toEqual(['reviews-laptop.jsonl']);
    },
  );

  test('a folder that cannot be made is said so', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    expect(() => openLog(join(folder, 'file', 'below'), 'laptop').append(review(1, 'hpa', 'good'))).toThrow(
      LogError,
    );
  });

  test('no file descriptor is left open', async () => {
    const folder = await temporaryFolder();
    let open = 0;
    const disk: Disk = {
      ...realDisk,
      open(path, flags) {
        open++;
        return realDisk.open(path, flags);
      },
      close(file) {
        open--;
        realDisk.close(file);
      },
      write: (file, bytes) => {
        if (bytes.includes('vpa')) throw failure('EIO');
        return realDisk.write(file, bytes);
      },
    };
    const log = openLog(folder, 'laptop', disk);
    log.append(review(1, 'hpa', 'good'));
    expect(() => log.append(review(2, 'vpa', 'good'))).toThrow();
    expect(open).toBe(0);
  });

  test('a log moved aside meanwhile is not written to', async () => {
    const folder = await temporaryFolder();
    const log = openLog(folder, 'laptop');
    log.append(review(1, 'hpa', 'good'));
    await rename(log.path, join(folder, 'aside'));
    log.append(review(2, 'hpa', 'good'));
    expect(ids(folder)).toEqual(['E000002']);
  });
});

describe('reading', () => {
  test('a folder that does not exist is an empty history', () => {
    expect(readLog('/nowhere/at/all')).toMatchObject({
      events: [],
      problems: [],
      unknown: new Map(),
      files: [],
    });
  });

  test('the union of all devices and of the copies that syncing made, each event once', async () => {
    const folder = await temporaryFolder();
    const line = (number: number) => `${encode(review(number, 'hpa', 'good'))}\n`;
    const names = [
      'reviews-laptop.jsonl',
      'reviews-phone.jsonl',
      'reviews-laptop.sync-conflict-20261124-101010-ABC.jsonl',
      'reviews-laptop (conflicted copy 2026-11-24).jsonl',
    ];
    for (const [index, name] of names.entries())
      await writeFile(join(folder, name), line(index) + line(index + 1));
    for (const name of [
      'reviews.jsonl',
      '.syncthing.reviews-laptop.jsonl.tmp',
      'reviews-laptop.jsonl.bak',
      'notes.md',
    ]) {
      await writeFile(join(folder, name), line(99));
    }
    expect(ids(folder).toSorted()).toEqual([0, 1, 2, 3, 4].map((number) => `E00000${number}`));
    expect(readLog(folder).files).toHaveLength(4);
  });

  test('damage is named by file and line, and costs only itself', async () => {
    const folder = await temporaryFolder();
    const good = (number: number) => encode(review(number, 'hpa', 'good'));
    const path = join(folder, 'reviews-a.jsonl');
    await writeFile(
      path,
      `\uFEFF${good(1)}\r\n\n${good(2).slice(0, 30)}\n{"v":1,"type":"undo"}\n\u0000\u0000\n${good(3).slice(0, 50)}${good(4)}\n${good(5)}${good(6)}\n${good(7)}`,
    );
    const { events, problems } = readLog(folder);
    expect(events.map((event) => event.id)).toEqual(['E000001', 'E000004', 'E000005', 'E000006', 'E000007']);
    expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '3 torn',
      '4 shape',
      '5 torn',
      '6 torn',
      '7 torn',
    ]);
  });

  test('unknown types and newer versions are kept and counted, each event once', async () => {
    const folder = await temporaryFolder();
    const dream = '{"v":1,"type":"dream","id":"D1","at":1,"offset":0}\n';
    const later = '{"v":9,"type":"review","id":"D2","when":"later"}\n';
    await writeFile(join(folder, 'reviews-a.jsonl'), dream + later);
    await writeFile(join(folder, 'reviews-b.jsonl'), dream);
    const { unknown, problems } = readLog(folder);
    expect([...unknown]).toEqual([
      ['D1', 'dream'],
      ['D2', 'review'],
    ]);
    expect(problems).toEqual([]);
  });

  test('letters of several bytes survive the seams between pieces', async () => {
    const folder = await temporaryFolder();
    const cards = [...Array(4000).keys()].map((number) => `${'弹性'.repeat(40)}${number}`);
    await writeFile(
      join(folder, 'reviews-a.jsonl'),
      cards.map((card, index) => `${encode(review(index, card, 'good'))}\n`).join(''),
    );
    expect(readLog(folder).events.map((event) => 'card' in event && event.card)).toEqual(cards);
  });

  test('one file that cannot be read does not hide the others', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'reviews-a.jsonl'));
    await writeFile(join(folder, 'reviews-b.jsonl'), `${encode(review(1, 'hpa', 'good'))}\n`);
    const { events, problems } = readLog(folder);
    expect(events).toHaveLength(1);
    expect(problems).toEqual([{ code: 'unreadable', file: 'reviews-a.jsonl', line: 0 }]);
  });

  test('reading changes nothing in the folder', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'reviews-a.jsonl'), 'torn');
    readLog(folder);
    expect([await readdir(folder), await readFile(join(folder, 'reviews-a.jsonl'), 'utf8')]).toEqual([
      ['reviews-a.jsonl'],
      'torn',
    ]);
  });
});
