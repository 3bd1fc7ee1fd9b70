import { describe, expect, test } from 'vitest';
import { field } from '../../src/drill/field.ts';
import { type Mock, type MockCommand, startMock, step } from '../../src/drill/mock.ts';
import { MOCK_START, type MockControls } from '../../src/drill/mock-controls.ts';
import type { Ask } from '../../src/drill/mock-plan.ts';
import { type Look, PLAIN } from '../../src/terminal/look.ts';
import { mockFrame } from '../../src/terminal/mock-frame.ts';
import { stripStyles } from '../../src/terminal/sanitize.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { mainAsk } from '../card.ts';

const LONG = '很长的要点'.repeat(20);
const main = mainAsk({
  title: `什么是 Pod？${'为什么'.repeat(20)}`,
  points: 8,
  answer: `- ${LONG}\n\n\`\`\`yaml\n${'a'.repeat(120)}\n\`\`\``,
});
const { card: asked } = main;
const followup: Ask = {
  ...main,
  ...{ kind: 'followup', question: '**如果** `requests` 没写呢？', weight: 1 },
  points: [{ text: `${LONG} \u001b[31m红`, must: false, terms: [] }],
};
const sibling: Ask = { ...main, kind: 'sibling', card: { ...asked, id: 'other' } };
const ASKS = [main, followup, sibling];
const PLACE = { topic: '一个名字很长很长的主题名字很长很长', section: '基础' };

const begin: MockCommand = { type: 'begin' };
const done = (typed: string): MockCommand => ({ type: 'done', typed });

/** An interview of four minutes after some commands and then some seconds. */
function played(commands: readonly MockCommand[], seconds = 0, reveal: 'end' | 'each' = 'end'): Mock {
  let mock = startMock('k8s', ASKS, { budget: 240_000, reveal }, 0);
  for (const command of commands) mock = step(mock, command, 0).mock;
  for (let second = 1; second <= seconds; second++)
    mock = step(mock, { type: 'time', typed: '' }, second * 1000).mock;
  return mock;
}

function frame(mock: Mock, ui: Partial<MockControls> = {}, changes: Partial<Look> = {}, rows = 24): string[] {
  const look = { ...PLAIN, columns: 80, ...changes };
  const size = { columns: look.columns, rows };
  return [...mockFrame(mock, { ...MOCK_START, ...ui }, look, size, PLACE).lines];
}

const SCREENS: readonly (readonly [string, Mock, Partial<MockControls>])[] = [
  ['intro', played([]), {}],
  ['question', played([begin]), {}],
  ['long answer', played([begin]), { answer: field(`${'打字 typing '.repeat(90)}\n`.repeat(3)) }],
  ['little time', played([begin], 80), {}],
  ['time over', played([begin], 100), {}],
  ['leaving', played([begin]), { leaving: true }],
  ['notice', played([begin]), { notice: '磁盘已满'.repeat(30) }],
  ['follow-up', played([begin, done('词1')]), {}],
  ['sibling', played([begin, done('词1'), done('')]), {}],
  ['check', played([begin, done('词1 词2'), done(''), done('')]), { cursor: 3, scroll: -1 }],
  ['check of a follow-up', played([begin, done('a'), done('b'), done(''), { type: 'accept' }]), {}],
  ['each', played([begin, done(LONG)], 0, 'each'), { scroll: 9 }],
];

describe.each([
  [80, 24],
  [40, 20],
  [20, 8],
])('at %d×%d', (columns, rows) => {
  test.each(SCREENS)('%s fills the screen and no line is wider than it', (_, mock, ui) => {
    for (const changes of [
      {},
      { lang: 'en' },
      { ascii: true },
      { level: 3 },
      { wideAmbiguous: true },
    ] as const) {
      const lines = frame(mock, ui, { ...changes, columns }, rows);
      expect(lines).toHaveLength(rows);
      for (const line of lines) {
        const ambiguous = 'wideAmbiguous' in changes ? 2 : 1;
        expect(displayWidth(stripStyles(line), ambiguous), line).toBeLessThanOrEqual(columns);
        expect(stripStyles(line)).not.toContain('\u001b');
      }
    }
  });
});

const text = (mock: Mock, ui: Partial<MockControls> = {}, changes: Partial<Look> = {}): string =>
  frame(mock, ui, changes, 60).join('\n');

test('nothing of the answer is in sight while a question waits for it', () => {
  for (const commands of [[begin], [begin, done('词1')], [begin, done('词1'), done('词2')]]) {
    for (const seconds of [0, 80])
      expect(text(played(commands, seconds))).not.toMatch(/点 \d|很长的要点|因为你写了/);
  }
});

describe('the clock', () => {
  // 240 s by weights 2, 1, 2: 96 s for the first question.
  test.each([
    [0, '本题 1:36  全程 4:00  1/3', undefined],
    [60, '本题 0:36  全程 3:00  1/3', undefined],
    [66, '本题 0:30  全程 2:54  1/3', '! 还剩 0:30'],
    [95, '本题 0:01  全程 2:25  1/3', '! 还剩 0:01'],
    [97, '本题 0:00  全程 2:23  1/3', '! 时间到，说完这句：0:14 后下一题'],
    [111, '本题 0:43  全程 2:09  2/3', undefined],
  ])('after %d seconds', (seconds, clocks, warning) => {
    const lines = frame(played([begin], seconds));
    expect(lines[0]).toContain(clocks);
    if (warning) expect(lines.at(-2)).toContain(warning);
    else expect(lines.at(-2)).not.toContain('!');
  });

  test('is there on 40 columns too', () => {
    expect(frame(played([begin]), {}, { columns: 40 })[0]).toContain('本题 1:36  全程 4:00  1/3');
  });
});

test('the keys of each screen are in its footer, on 40 columns too', () => {
  const footer = (name: string): string => {
    const [, mock, ui] = SCREENS.find(([each]) => each === name) as (typeof SCREENS)[number];
    return frame(mock, ui, { columns: 40 }).at(-1) ?? '';
  };
  expect(footer('intro')).toBe('⏎ 开始 · q 不考了');
  expect(footer('question')).toBe('Tab 答完 · ^N 不会 · Esc 结束 · ⏎ 换行');
  expect(footer('check')).toMatch(/^⏎ 确认 · 空格 勾选 · p 回看 · q 成绩/);
  expect(footer('each')).toMatch(/^⏎ 下一题 · 空格 勾选 · q 结束/);
  expect(footer('leaving')).toContain('提前结束？');
  expect(footer('notice')).toContain('磁盘已满');
});

test('what was typed is ticked with its reason, and stands below', () => {
  const screen = text(played([begin, done('词1，还有词 2'), done(''), done('')]));
  expect(screen).toMatch(/✔ ★ 点 1.*\n {6}因为你写了：词1\n/);
  expect(screen).toMatch(/✔ {3}点 2.*\n {6}因为你写了：词2\n/);
  expect(screen).toMatch(/○ {3}点 3/);
  expect(screen).toMatch(/你的回答\n词1，还有词 2/);
});

test('a tick taken away takes its reason along', () => {
  const mock = played([begin, done('词1'), done(''), done(''), { type: 'mark', point: 0 }]);
  expect(text(mock)).not.toContain('因为你写了');
});

test('spoken and passed say what to do', () => {
  expect(text(played([begin, done('')], 0, 'each'))).toContain('这题是口述的：勾上你说到的要点');
  expect(text(played([begin, { type: 'pass', typed: '' }], 0, 'each'))).toContain('这题你选了“不会”');
  expect(text(played([begin, done('')], 0, 'each'), {}, { lang: 'en' })).toContain('Spoken: tick the points');
});
