import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { type MockCommand, startMock, step } from '../../src/drill/mock.ts';
import type { Ask } from '../../src/drill/mock-plan.ts';
import { type Scorecard, scorecardOf } from '../../src/drill/scorecard.ts';
import { PLAIN } from '../../src/terminal/look.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import {
  type ScorecardFacts,
  scorecardMarkdown,
  summaryMarkdown,
} from '../../src/terminal/scorecard-markdown.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { type card, mainAsk } from '../card.ts';

const FACTS: ScorecardFacts = {
  when: '2026-11-23 16:30',
  lang: 'zh',
  topicTitle: (id) => ({ pods: '容器组', network: 'a | b' })[id] ?? id,
  deckOption: '',
};

function ask(parts: Parameters<typeof card>[0]): Ask {
  return mainAsk(parts);
}

const followUp = (of: Ask): Ask => ({
  ...of,
  ...{ kind: 'followup', question: '**那么 `kubectl` 呢？**', weight: 1 },
  points: [{ text: '用 `kubectl drain`', must: false, terms: [] }],
});

function play(asks: readonly Ask[], commands: readonly MockCommand[]): Scorecard {
  const begun = startMock('k8s', asks, { budget: 60_000, reveal: 'end' }, 0);
  const all: MockCommand[] = [{ type: 'begin' }, ...commands];
  return scorecardOf(all.reduce((mock, command) => step(mock, command, 0).mock, begun));
}

const done = (typed: string): MockCommand => ({ type: 'done', typed });
const accept: MockCommand = { type: 'accept' };
const stop: MockCommand = { type: 'stop', typed: '' };

const first = ask({ id: 'a', title: '什么是 Pod？', points: 3 });
const second = ask({ id: 'b', title: '什么是 Service？', topic: 'network' });

test('a whole scorecard', () => {
  const result = play(
    [first, followUp(first), second],
    [done('词1'), done(''), { type: 'pass', typed: '' }, accept, accept, accept],
  );
  expect(scorecardMarkdown(result, FACTS)).toMatchInlineSnapshot(`
    "# 模拟面试 2026-11-23 16:30

    **总分 20 / 100**

    回答 3 / 3 问，用时 0:00（共 1:00）

    ## 各主题

    | 主题 | 得分 | 题数 | 用时 |
    |---|--:|--:|--:|
    | a \\| b | 0 | 1 | 0:00 |
    | 容器组 | 40 | 1 | 0:00 |

    ## 先补这几题

    1. **什么是 Service？** (\`b\`)
       - 漏了：点 1、点 2
    2. **什么是 Pod？** (\`a\`)
       - 漏了：点 2、点 3、**那么 \`kubectl\` 呢？**

    ## 下一步

    - \`k8sq drill --ids b,a\`：练上面几题
    - \`k8sq drill -c network\`：最弱的主题：a \\| b
    - 没答好的 2 题已排进复习，k8sq drill 会再问
    - \`k8sq mock\`：隔几天再考一次，看看变化

    ## 逐题

    ### 1. 什么是 Pod？ · 40%

    打字 · 0:00

    - [x] ★ **点 1**：内容 (因为你写了：词1)
    - [ ] **点 2**：内容
    - [ ] **点 3**：内容

    \`\`\`text
    词1
    \`\`\`

    **追问** **那么 \`kubectl\` 呢？** (口述 · 0:00)

    - [ ] 用 \`kubectl drain\`

    ### 2. 什么是 Service？ · 0%

    不会 · 0:00

    - [ ] ★ **点 1**：内容
    - [ ] **点 2**：内容
    "
  `);
});

describe('in English', () => {
  const en = { ...FACTS, lang: 'en' as const };
  test.each([
    ['all said', [done('词1 词2 词3'), stop, accept], 'Every key point was said.'],
    ['nothing to score', [done(''), stop], 'Score — (spoken answers were not checked)'],
    ['left early', [done('词1'), stop, accept], 'Ended early; the score is of what was answered.'],
  ])('%s', (_, commands, sentence) => {
    const text = summaryMarkdown(play([first, second], commands), en);
    expect(text).toContain(sentence);
    expect(text.replaceAll('什么是 Pod？', '').replaceAll(/点 \d|容器组/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    );
  });
});

test('a point without a name goes by its beginning, cut outside of its marks', () => {
  const text = `先看 \`kubectl describe pod web-0 -n production\` 的 **Events**，再看日志`;
  const long = {
    ...first,
    points: [
      { text, must: true, terms: [] },
      { text: '用 `kubectl top`：', must: false, terms: [] },
    ],
  };
  expect(summaryMarkdown(play([long], [{ type: 'pass', typed: '' }, accept]), FACTS)).toContain(
    '- 漏了：先看 kubectl describe pod web-…、用 `kubectl top`\n',
  );
});

test('the next steps name a deck of the user’s own', () => {
  const text = summaryMarkdown(play([first], [done('词1'), accept]), {
    ...FACTS,
    deckOption: ' --deck notes.md',
  });
  expect(text).toContain('`k8sq drill --deck notes.md --ids a`');
  expect(text).toContain('`k8sq mock --deck notes.md`');
});

describe('texts of others', () => {
  const evil = ask({ id: 'e', title: '# *不是* <b>标记</b> | `\u001b[31m`', topic: 'network' });
  const typed = '词1\n```\n# 标题\n````\n\u001b[2J';
  const text = scorecardMarkdown(play([evil], [done(typed), accept]), FACTS);

  test('cannot send control characters', () => {
    expect(text).not.toContain('\u001b');
  });

  test('stay text: no heading, fence or table cell of theirs', () => {
    const tokens = marked.lexer(text);
    const headings = tokens.flatMap((token) => (token.type === 'heading' ? [token.text] : []));
    expect(headings).toHaveLength(6);
    const code = tokens.flatMap((token) => (token.type === 'code' ? [token.text] : []));
    expect(code).toEqual(['词1\n```\n# 标题\n````\n␛[2J']);
    const [table] = tokens.filter((token) => token.type === 'table');
    expect(table).toMatchObject({ rows: [[{ text: 'a | b' }, {}, {}, {}]] });
  });
});

test.each([40, 80])('on %d columns no line of it is wider', (columns) => {
  const result = play(
    [first, followUp(first), second],
    [done('词1'), done(''), done('词2'), accept, accept, accept],
  );
  for (const lang of ['zh', 'en'] as const) {
    const shown = renderMarkdown(scorecardMarkdown(result, { ...FACTS, lang }), { ...PLAIN, columns, lang });
    for (const line of shown.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
  }
});
