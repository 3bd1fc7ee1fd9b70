import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, type LogEvent } from '../../src/memory/event.ts';
import { queue } from '../../src/memory/queue.ts';
import { statistics } from '../../src/memory/statistics.ts';
import { unfinished } from '../../src/memory/unfinished.ts';
import { openStanding, SCHEDULER, type Standings } from '../../src/storage/snapshot.ts';
import { decodeSnapshot } from '../../src/storage/snapshot-format.ts';
import { derivedOf } from '../memory/derived.ts';
import { DAYS, histories, idOf, review, START } from '../memory/events.ts';
import { ROOT, temporaryFolder } from '../world.ts';

const NOW = START + 41 * DAYS;
const DECK = ['hpa', 'vpa', 'pod', 'node'].map((id) => ({ deck: 'k8s', id, topic: id, group: '' }));

/** A home: logs, and a place for the snapshot. */
class Home {
  readonly folder = temporaryFolder();
  readonly file = join(temporaryFolder(), 'cache', 'history');
  schedule = { retention: 0.9, leechLapses: 6 };
  #number = 0;

  path(name: string): string {
    return join(this.folder, `reviews-${name}.jsonl`);
  }

  write(name: string, ...events: readonly LogEvent[]): void {
    appendFileSync(this.path(name), events.map((event) => `${encode(event)}\n`).join(''));
  }

  open(file: string = this.file): Standings {
    const unique = () => `${this.#number++}`;
    const { folder, schedule } = this;
    return openStanding({ folder, file, schedule, now: NOW, unique, worth: 0, recent: 3 });
  }

  /** Opens as the program does, checks that it is what a whole reading gives, and keeps the snapshot. */
  check(): Standings {
    const opened = this.open();
    expect(outcome(opened)).toStrictEqual(outcome(this.open('/nowhere/at/all')));
    opened.keep();
    return opened;
  }
}

/** All that a learner can see of where he stands. */
function outcome({ standing, damaged, unknown, unreadable }: Standings) {
  const { progress } = standing;
  const now = { at: NOW, offset: 0 };
  return {
    derived: derivedOf(progress),
    statistics: statistics(DECK, progress, now),
    queue: queue(DECK, progress, { now, seed: 1 }),
    rest: [-1, 0, 1].map((days) => unfinished(progress, 'k8s', Math.floor(NOW / DAYS) + days)),
    faults: { damaged, unknown: new Set(unknown.keys()), unreadable },
  };
}

const reviews = Array.from({ length: 12 }, (_, index) =>
  review(index, ['hpa', 'vpa', 'pod'][index % 3] as string, 'good'),
);
const bytesOf = (path: string) => readFileSync(path);

/** What may happen to a home between two starts. */
type Change = (home: Home, events: readonly LogEvent[]) => void;
const device = fc.constantFrom('laptop', 'desktop', 'phone');
const names = (home: Home) => readdirSync(home.folder).filter((name) => name.endsWith('.jsonl'));
const onOne = (pick: number, home: Home, change: (path: string) => void): void => {
  const all = names(home);
  if (all.length > 0) change(join(home.folder, all[pick % all.length] as string));
};
const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: device.map(
      (name): Change =>
        (home, events) =>
          home.write(name, ...events),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(device, fc.nat(60)).map(
      ([name, cut]): Change =>
        (home, events) => {
          // Torn somewhere, perhaps only of its line break.
          home.write(name, ...events);
          const size = existsSync(home.path(name)) ? bytesOf(home.path(name)).length : 0;
          if (size > 0) truncateSync(home.path(name), size - Math.min(size, (cut % 30) + 1));
        },
    ),
  },
  fc.tuple(device, fc.constantFrom('\n', '}\n', 'no event\n', '{"v":1,"type":"review"}\n', '\r\n')).map(
    ([name, text]): Change =>
      (home) =>
        appendFileSync(home.path(name), text),
  ),
  fc.tuple(device, fc.nat(3)).map(
    ([name, number]): Change =>
      (home) =>
        appendFileSync(home.path(name), `{"v":9,"type":"dream","id":"D${number}"}\n`),
  ),
  fc.nat().map(
    (pick): Change =>
      (home) =>
        onOne(pick, home, (path) => copyFileSync(path, path.replace('.jsonl', ' (conflict).jsonl'))),
  ),
  fc.nat().map(
    (pick): Change =>
      (home) =>
        onOne(pick, home, (path) => rmSync(path)),
  ),
  // Another text of the same length, in place or as another file.
  fc.tuple(fc.nat(), fc.boolean()).map(
    ([pick, inPlace]): Change =>
      (home) =>
        onOne(pick, home, (path) => {
          const other = bytesOf(path)
            .toString('latin1')
            .replace('"good"', '"easy"')
            .replace('"hpa"', '"pod"');
          writeFileSync(inPlace ? path : `${path}.new`, other, 'latin1');
          if (!inPlace) renameSync(`${path}.new`, path);
        }),
  ),
  // The same text as another file, as a sync brings it.
  fc.nat().map(
    (pick): Change =>
      (home) =>
        onOne(pick, home, (path) => {
          copyFileSync(path, `${path}.new`);
          renameSync(`${path}.new`, path);
        }),
  ),
  fc.nat().map(
    (pick): Change =>
      (home) =>
        onOne(pick, home, (path) => utimesSync(path, 1, pick % 1000)),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(
    ([at, by]): Change =>
      (home) => {
        if (!existsSync(home.file)) return;
        const bytes = bytesOf(home.file);
        bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ by;
        writeFileSync(home.file, bytes);
      },
  ),
  fc.nat().map(
    (cut): Change =>
      (home) => {
        if (existsSync(home.file)) truncateSync(home.file, cut % bytesOf(home.file).length);
      },
  ),
  fc.constantFrom(0.8, 0.9).map(
    (retention): Change =>
      (home) => {
        home.schedule = { ...home.schedule, retention };
      },
  ),
);

describe('a start with a snapshot', () => {
  test('gives what reading everything gives, whatever happens to logs and snapshot between starts', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc
            .array(fc.tuple(changes, fc.nat(events.length), fc.nat(8)), { maxLength: 10 })
            .map((steps) => ({ events, steps })),
        ),
        ({ events, steps }) => {
          const home = new Home();
          for (const [change, from, count] of steps) {
            change(home, events.slice(from, from + count));
            home.check();
          }
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);

  test('the same while each device goes on from where it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(device, fc.integer({ min: 1, max: 5 }), fc.nat(2)), { maxLength: 12 }),
        (sessions) => {
          const home = new Home();
          let number = 0;
          for (const [name, count, undos] of sessions) {
            for (let each = 0; each < count; each++)
              home.write(name, { ...review(++number, 'hpa', 'good'), at: START + number * 60_000 });
            for (let each = 0; each < undos; each++) {
              const of = idOf(number - each);
              home.write(name, {
                type: 'undo',
                id: `${idOf(number)}U${each}`,
                at: START + number * 60_000 + each,
                offset: 0,
                of,
              });
            }
            home.check();
          }
        },
      ),
      { numRuns: 50 },
    );
  }, 60_000);
});

describe('a snapshot is', () => {
  const kept = (): Home => {
    const home = new Home();
    home.write('laptop', ...reviews);
    home.check();
    return home;
  };

  test.each<[string, boolean, (home: Home) => void]>([
    ['of use as it is', true, () => {}],
    ['of use after an append', true, (home) => home.write('laptop', review(20, 'hpa', 'again'))],
    [
      'of use with another device, which is ahead',
      true,
      (home) => home.write('phone', review(20, 'hpa', 'again')),
    ],
    [
      'of use when its log was copied over',
      true,
      (home) => {
        copyFileSync(home.path('laptop'), home.path('new'));
        renameSync(home.path('new'), home.path('laptop'));
      },
    ],
    [
      'of no use when its log was changed in place, its size and time kept',
      false,
      (home) => {
        writeFileSync(
          home.path('laptop'),
          bytesOf(home.path('laptop')).toString().replace('"good"', '"easy"'),
        );
      },
    ],
    [
      'of no use when its log was replaced by one of the same size',
      false,
      (home) => {
        writeFileSync(home.path('new'), bytesOf(home.path('laptop')).toString().replace('"good"', '"easy"'));
        renameSync(home.path('new'), home.path('laptop'));
      },
    ],
    ['of no use when its log was cut', false, (home) => truncateSync(home.path('laptop'), 10)],
    ['of no use when its log is gone', false, (home) => rmSync(home.path('laptop'))],
    [
      'of no use with other settings',
      false,
      (home) => {
        home.schedule = { retention: 0.8, leechLapses: 6 };
      },
    ],
    [
      'of no use with another number of lapses',
      false,
      (home) => {
        home.schedule = { retention: 0.9, leechLapses: 3 };
      },
    ],
    [
      'of no use with a byte changed',
      false,
      (home) => {
        const bytes = bytesOf(home.file);
        bytes[100] = (bytes[100] as number) ^ 1;
        writeFileSync(home.file, bytes);
      },
    ],
    ['of no use cut', false, (home) => truncateSync(home.file, 100)],
    ['of no use empty', false, (home) => truncateSync(home.file, 0)],
  ])('%s', (_, isOfUse, change) => {
    const home = kept();
    change(home);
    const before = existsSync(home.file) ? bytesOf(home.file) : undefined;
    const opened = home.open();
    // A snapshot that fits an unchanged log is not made again; whatever it is, the outcome is right.
    expect(outcome(opened)).toStrictEqual(outcome(home.open('/nowhere/at/all')));
    expect(opened.isResumed).toBe(isOfUse);
    expect(existsSync(home.file) ? bytesOf(home.file) : undefined).toEqual(before);
  });

  const more = `${encode(review(2000, 'hpa', 'good'))}\n`;
  test.each<[string, number, (path: string, text: string) => void]>([
    ['far inside, in place', 350, (path, text) => writeFileSync(path, text)],
    ['at its beginning, in place, and more added', 0, (path, text) => writeFileSync(path, text + more)],
    [
      'far inside, as another file, and more added',
      350,
      (path, text) => {
        writeFileSync(`${path}.new`, text + more);
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'far inside, as another file',
      350,
      (path, text) => {
        writeFileSync(`${path}.new`, text);
        renameSync(`${path}.new`, path);
      },
    ],
  ])('of no use when one word of a long log was changed %s', (_, line, write) => {
    const home = new Home();
    home.write('laptop', ...Array.from({ length: 1000 }, (_each, index) => review(index, 'hpa', 'good')));
    expect(home.check().isResumed).toBe(false);
    const lines = bytesOf(home.path('laptop')).toString().split('\n');
    lines[line] = lines[line]?.replace('good', 'easy') ?? '';
    write(home.path('laptop'), lines.join('\n'));
    expect(home.check().isResumed).toBe(false);
    expect(home.check().isResumed).toBe(true);
  });

  test('found wanting in every single byte that is changed, and at every length', () => {
    const home = kept();
    const bytes = bytesOf(home.file);
    expect(decodeSnapshot(bytes)).toBeDefined();
    for (let at = 0; at < bytes.length; at++) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] as number) ^ (1 << (at % 8));
      expect(decodeSnapshot(other), `byte ${at}`).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length += 7) {
      expect(decodeSnapshot(bytes.subarray(0, length)), `length ${length}`).toBeUndefined();
    }
  });

  test('not kept when a log changed since it was read', () => {
    const home = new Home();
    home.write('laptop', ...reviews);
    const opened = home.open();
    writeFileSync(home.path('laptop'), bytesOf(home.path('laptop')).toString().replace('"good"', '"easy"'));
    opened.keep();
    expect(existsSync(home.file)).toBe(false);
  });

  test('kept of what was read, though more was appended since', () => {
    const home = new Home();
    home.write('laptop', ...reviews);
    const opened = home.open();
    const own = review(20, 'hpa', 'again');
    home.write('laptop', own);
    opened.standing.add([own]);
    opened.keep();
    expect(home.check().isResumed).toBe(true);
  });

  test('whole, whoever of two was the last to keep it', () => {
    const home = new Home();
    home.write('laptop', ...reviews.slice(0, 6));
    const early = home.open();
    home.write('laptop', ...reviews.slice(6));
    const late = home.open();
    late.keep();
    early.keep();
    expect(home.check().isResumed).toBe(true);
    expect(readdirSync(join(home.file, '..'))).toEqual(['history']);
  });

  test.each<[string, (home: Home) => string]>([
    ['is below a file', (home) => join(home.path('laptop'), 'cache', 'history')],
    ['is a folder', (home) => home.folder],
  ])('done without when its place %s', (_, place) => {
    const home = new Home();
    home.write('laptop', ...reviews);
    const opened = home.open(place(home));
    expect(() => opened.keep()).not.toThrow();
    expect(outcome(home.open(place(home)))).toStrictEqual(outcome(opened));
    expect(readdirSync(home.folder)).toEqual(['reviews-laptop.jsonl']);
  });

  test('not kept while a log cannot be read', () => {
    const home = new Home();
    home.write('laptop', ...reviews);
    mkdirSync(home.path('folder'));
    expect(home.check().unreadable).toEqual(['reviews-folder.jsonl']);
    expect(existsSync(home.file)).toBe(false);
  });
});

test('the scheduler that a snapshot is made with is the one that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(SCHEDULER).toBe(`ts-fsrs ${dependencies['ts-fsrs']}`);
});
