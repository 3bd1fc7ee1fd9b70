import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/memory/fold.ts';
import type { QueueCard } from '../../src/memory/queue.ts';
import { statistics } from '../../src/memory/statistics.ts';
import type { WeakSpot } from '../../src/memory/weak-spots.ts';
import type { Look } from '../../src/terminal/look.ts';
import { stripStyles } from '../../src/terminal/sanitize.ts';
import { calendarOf } from '../../src/terminal/stats-calendar.ts';
import { type StatsFacts, statsLines, weakLines } from '../../src/terminal/stats-view.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { DAYS, histories, review, START } from '../memory/events.ts';
import { colourAt, lookAt } from './looks.ts';

const card = (id: string, topic: string): QueueCard => ({ deck: 'k8s', id, topic, group: '' });
const DECK = [card('hpa', 'net'), card('vpa', 'net'), card('pod', 'pods'), card('node', 'pods')];
const NAMES: Readonly<Record<string, string>> = {
  net: '集群网络与网络策略 Networking',
  pods: 'Pod\u001b[2J',
  hpa: 'HPA 和 VPA 有什么区别，什么时候该用哪一个，能不能一起用？',
};

function factsOf(events: Parameters<typeof fold>[0], over: Partial<StatsFacts> = {}): StatsFacts {
  return {
    deck: 'k8s',
    statistics: statistics(DECK, fold(events), { at: START, offset: 0 }),
    interview: { date: '2026-12-05', daysLeft: 11 },
    topicName: (id) => NAMES[id] ?? id,
    cardTitle: (id) => NAMES[id] ?? id,
    weak: [],
    ...over,
  };
}

/** Learnt four weeks ago, recalled a week later, forgotten twice since; another learnt today. */
const HISTORY = [
  review(1, 'hpa', 'good', START - 28 * DAYS),
  review(2, 'hpa', 'good', START - 28 * DAYS + 700_000),
  review(3, 'hpa', 'good', START - 21 * DAYS),
  review(4, 'hpa', 'again', START - 2 * DAYS),
  review(5, 'hpa', 'good', START - 2 * DAYS + 700_000),
  review(6, 'pod', 'easy', START - 3 * DAYS),
  review(7, 'node', 'good', START - 1000),
  review(8, 'hpa', 'again', START),
];

test('at 40 columns, without colour', () => {
  expect(statsLines(factsOf(HISTORY), lookAt(40)).join('\n')).toMatchInlineSnapshot(`
    "练习统计 k8s 2026-11-24
    学过 3/4 题 · 掌握 0 · 到期 0
    现在被问到，能答出约 74% · 学过 75%
    距面试 11 天（2026-12-05）
    连续 1 天 · 最长 2 天
    用时共 4 分 · 今天 1 分 · 平均每题 30 秒
    忘了 2 · 困难 0 · 记得 5 · 轻松 1

    日历
       8月       9月     10月    11月
    一 · · · · · · · · · · · · · · · · · ·
    二 · · · · · · · · · · · · · █ ▒ · · █
    三 · · · · · · · · · · · · · · · · ·
    四 · · · · · · · · · · · · · · · · ·
    五 · · · · · · · · · · · · · · · · ·
    六 · · · · · · · · · · · · · · · · ▒
    日 · · · · · · · · · · · · · · · · █
    ░▒▓█ 由少到多，· 没练；最多的一天 2 次

    记住率
    2026-11 ████████░░░░░░░░░░░░░░░░ 33% 1/3
    隔天以后再问，答对的比例

    到期预测
    今天  ████████████████████████████████ 2
    明天  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0
    11-26 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0
    11-27 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0
    11-28 ████████████████░░░░░░░░░░░░░░░░ 1
    11-29 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0
    11-30 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0
    再往后 23 天：0 题

    各主题
    集群网络与网络策略 Ne… ▒▒▒▒░░░░ 1/2  50%
    Pod␛[2J                ▒▒▒▒▒▒▒▒ 2/2  98%
    █ 掌握，▒ 学过，░ 没学；右边：学
    过/全部，能答出

    薄弱处
    没有常查或常忘的题

    最难的题
    忘 2 次  HPA 和 VPA 有什么区别，什么时…
    专练薄弱的：k8sq drill --weak"
  `);
});

test('in English, in ASCII, at 60 columns', () => {
  expect(
    statsLines(factsOf(HISTORY), lookAt(60, { ascii: true, lang: 'en' })).join('\n'),
  ).toMatchInlineSnapshot(`
    "Statistics k8s 2026-11-24
    3 of 4 cards begun | 0 mastered | 0 due
    asked now, you would know 74% | 75% begun
    interview in 11 days (2026-12-05)
    streak 1 day | longest 2 days
    time 4m | today 1m | 30s a question
    Again 2 | Hard 0 | Good 5 | Easy 1

    Calendar
       Jun     Jul     Aug       Sep     Oct     Nov
    Mo . . . . . . . . . . . . . . . . . . . . . . . . . .
    Tu . . . . . . . . . . . . . . . . . . . . . # = . . #
    We . . . . . . . . . . . . . . . . . . . . . . . . .
    Th . . . . . . . . . . . . . . . . . . . . . . . . .
    Fr . . . . . . . . . . . . . . . . . . . . . . . . .
    Sa . . . . . . . . . . . . . . . . . . . . . . . . =
    Su . . . . . . . . . . . . . . . . . . . . . . . . #
    -=+# few to many, . none; most in a day: 2

    True retention
    2026-11 ###########..................... 33% 1/3
    recalled when asked on a later day

    Due
    today    ################################ 2
    tomorrow ................................ 0
    11-26    ................................ 0
    11-27    ................................ 0
    11-28    ################................ 1
    11-29    ................................ 0
    11-30    ................................ 0
    0 in the 23 days after

    Topics
    集群网络与网络策略 Networking ===========.......... 1/2  50%
    Pod␛[2J                       ===================== 2/2  98%
    # mastered, = begun, . new; right: begun/all, recall

    Weak spots
    no card is looked up or failed often

    Hardest cards
    2 lapses  HPA 和 VPA 有什么区别，什么时候该用哪一个，能不能…
    Drill the weakest: k8sq drill --weak"
  `);
});

const WEAK = [
  { deck: 'k8s', card: 'hpa', lookedUp: 4, failed: 3, asked: 5, score: 10 },
  { deck: 'k8s', card: 'pod\u001b[2J', lookedUp: 3, failed: 0, asked: 0, score: 3 },
  { deck: 'k8s', card: 'vpa', lookedUp: 1, failed: 1, asked: 1, score: 3 },
];

test('weak spots come with their reasons, at 40 columns', () => {
  expect(weakLines(WEAK, (id) => NAMES[id] ?? id, lookAt(40)).join('\n')).toMatchInlineSnapshot(`
    "薄弱处
    HPA 和 VPA 有什么区别，什么时候该用哪一…
      14 天内查了 4 次
      最近 5 次问到，忘了 3 次
    pod␛[2J
      14 天内查了 3 次
    vpa
      14 天内查了 1 次
      最近 1 次问到，忘了 1 次
    专练薄弱的：k8sq drill --weak"
  `);
});

test('weak spots in English, at 40 columns', () => {
  expect(
    weakLines(WEAK, (id) => NAMES[id] ?? id, lookAt(40, { lang: 'en' })).join('\n'),
  ).toMatchInlineSnapshot(`
    "Weak spots
    HPA 和 VPA 有什么区别，什么时候该用哪一…
      looked up 4 times in 14 days
      failed 3 of 5
    pod␛[2J
      looked up 3 times in 14 days
    vpa
      looked up once in 14 days
      failed 1 of 1
    Drill the weakest: k8sq drill --weak"
  `);
});

test('five of them are named', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...WEAK[1], card: `c${index}` }) as WeakSpot);
  const text = weakLines(many, (id) => id, lookAt(80)).join('\n');
  expect(text.match(/c\d/g)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
});

describe('the calendar', () => {
  const day = (date: string, reviews: number) => ({ date, reviews, recalled: 0, ms: 0 });
  const days = [day('2026-11-02', 1), day('2026-11-16', 4), day('2026-11-23', 2), day('2026-11-24', 8)];

  test('has Mondays on top, ends today, and leaves out what is too long ago', () => {
    expect(calendarOf(days, '2026-11-24', lookAt(9)).lines).toEqual([
      '',
      '一 · ▒ ░',
      '二 · · █',
      '三 · ·',
      '四 · ·',
      '五 · ·',
      '六 · ·',
      '日 · ·',
    ]);
  });

  test.each([
    [9, 8],
    [80, 20],
  ])('counts from what it shows, at %i columns', (columns, most) => {
    const longer = [day('2026-06-30', 20), ...days];
    expect(calendarOf(longer, '2026-11-24', lookAt(columns)).most).toBe(most);
  });

  test('names a month above the week its first day is in', () => {
    // A Sunday.
    const first = [day('2026-11-01', 1)];
    const [months = '', ...rows] = calendarOf(first, '2026-11-24', lookAt(80, { lang: 'en' })).lines;
    expect(rows[6]?.[months.indexOf('Nov')]).toBe('█');
    expect(months.trim().split(/ +/)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']);
  });
});

const looks: fc.Arbitrary<Look> = fc
  .record({
    columns: fc.integer({ min: 20, max: 100 }),
    level: fc.constantFrom<0 | 1>(0, 1),
    ascii: fc.boolean(),
    wideAmbiguous: fc.boolean(),
    lang: fc.constantFrom<'zh' | 'en'>('zh', 'en'),
  })
  .map(({ columns, level, ...over }) => (level === 0 ? lookAt(columns, over) : colourAt(columns, over)));

test('no line is ever wider than the terminal, nor sends it anything but colours', () => {
  fc.assert(
    fc.property(histories, looks, (events, look) => {
      for (const line of statsLines(factsOf([...HISTORY, ...events], { weak: WEAK }), look)) {
        const shown = stripStyles(line);
        expect(shown).not.toContain('\u001b');
        if (look.level === 0) expect(line).toBe(shown);
        if (look.ascii) expect(shown).not.toMatch(/[░▒▓█·]/);
        expect(displayWidth(shown, look.wideAmbiguous ? 2 : 1)).toBeLessThanOrEqual(look.columns);
      }
    }),
    { numRuns: 60 },
  );
});

test('colour changes no character', () => {
  const plain = statsLines(factsOf(HISTORY), lookAt(80));
  expect(statsLines(factsOf(HISTORY), colourAt(80)).map(stripStyles)).toEqual(plain);
});

test('a pipe gets 80 columns', () => {
  expect(statsLines(factsOf(HISTORY), lookAt(Number.POSITIVE_INFINITY))).toEqual(
    statsLines(factsOf(HISTORY), lookAt(80)),
  );
});
