import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stripStyles } from '../../src/terminal/sanitize.ts';
import { run, temporaryFolder } from '../world.ts';
import { homeWith, reviewed, withSettings } from './practice-home.ts';

/** What a terminal could act on, or read in another order: as it is, by name, in UTF-8 of another kind. */
const EVIL = '\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp\u2066\u200f\r\b\x7f';
const ENTITIES = '&#27;[2J&#x9b;31m&#x202e;&#8294;';

/** A handbook that has them wherever something is printed from. */
const HANDBOOK = `---
title: 手册 ${EVIL}
---

# 主题 ${EVIL} ${ENTITIES}

## 网络 ${EVIL} ${ENTITIES}

<!-- id: net${EVIL}; aliases: 别名${EVIL} -->
### Pod 之间怎么通信？${EVIL} ${ENTITIES}

答案 ${EVIL} ${ENTITIES} \`代码 ${EVIL}\` [链接](javascript:alert${EVIL}) <kbd>${EVIL}</kbd>

[坏](data:text/html,x) ![图${EVIL}](file:///etc/passwd${EVIL} "题${EVIL}") <a href="javascript:x${EVIL}">a</a>

\`\`\`yaml${EVIL} ${ENTITIES}
a: "${EVIL}" # ${EVIL}
\`\`\`

| 表${EVIL} | ${ENTITIES} |
|---|---|
| ${EVIL} | 值 |

1、要点${EVIL}

[^1]: 注${EVIL}

### Service 是什么？

一句话 ${EVIL}[^1]。

> [!NOTE]
> ${EVIL}
`;

/** Only what this program itself sends may stay: colours, and links to http, https and mailto. */
function expectHarmless(text: string): void {
  expect(stripStyles(text)).not.toMatch(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/,
  );
  for (const [, address = ''] of text.matchAll(/\x1b\]8;;([^\x1b]*)/g))
    expect(address).toMatch(/^(?:(?:https?:\/\/|mailto:)[!-~]*)?$/);
}

const deck = (name: string): { home: string; file: string } => {
  const home = homeWith([reviewed(1, 'hpa-vs-vpa', 'good', 1)]);
  const folder = join(home, 'decks');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, HANDBOOK);
  return { home, file };
};

describe('a hostile handbook, on a terminal', () => {
  test.each<[string, string]>([
    ['notes.md', 'list'],
    ['notes.md', 'show 通信 --no-pager'],
    ['notes.md', 'show 通信 --plain'],
    ['notes.md', 'search Pod'],
    ['notes.md', 'search Pod --explain'],
    ['notes.md', 'search Service'],
    ['notes.md', 'random --no-pager'],
    ['notes.md', 'show zzzzqqqq'],
    ['notes.md', 'stats'],
    ['notes.md', 'plan 2027-01-01'],
    [`a\x1b[2Jb\u202e\x07.md`, 'list'],
    [`a\x1b[2Jb\u202e\x07.md`, 'show 通信 --no-pager'],
  ])('%j: k8sq %s', async (name, line) => {
    const { home, file } = deck(name);
    const env = { HOME: home, TERM: 'xterm-256color', FORCE_HYPERLINK: '1', PAGER: 'cat' };
    for (const lang of ['zh', 'en']) {
      const { stdout, stderr } = await run([...line.split(' '), '--deck', file, '--lang', lang], {
        columns: 60,
        env,
      });
      expectHarmless(stdout);
      expectHarmless(stderr);
    }
  });

  test.each(['notes.md', `a\x1b[2Jb\u202e.md`])('deck check %j', async (name) => {
    const { home, file } = deck(name);
    const { stdout, stderr } = await run(['deck', 'check', file], { columns: 60, env: { HOME: home } });
    expectHarmless(stdout);
    expectHarmless(stderr);
  });
});

describe('hostile words on the command line', () => {
  test.each<[string[]]>([
    [['show', EVIL]],
    [[EVIL]],
    [['search', `hpa ${EVIL}`, '--no-open']],
    [['search', `topic:${EVIL}`]],
    [['list', '-c', EVIL]],
    [['list', '--deck', `/no/such/${EVIL}.md`]],
    [['random', '-n', EVIL]],
    [['drill', '-c', EVIL]],
    [['plan', EVIL]],
    [['plan', '2027-01-01', '--minutes', EVIL]],
    [['config', EVIL]],
    [['config', 'theme', EVIL]],
    [['config', EVIL, EVIL]],
    [['deck', 'check', `/no/${EVIL}`]],
    [['progress', 'import', `/no/${EVIL}`]],
    [['progress', 'export', `/no/${EVIL}`]],
    [['progress', 'reset', '--card', EVIL]],
    [[`--${EVIL}`]],
    [['list', `--${EVIL}`]],
    [['lisst', EVIL]],
    [['help', EVIL]],
    [['list', EVIL, EVIL]],
    [['stats', '-c', EVIL]],
  ])('%j', async (words) => {
    for (const lang of ['zh', 'en']) {
      const { stdout, stderr } = await run([...words, '--lang', lang], {
        columns: 60,
        env: { HOME: homeWith([]) },
      });
      expectHarmless(stdout);
      expectHarmless(stderr);
    }
  });

  test('settings and folders', async () => {
    const home = withSettings(temporaryFolder(), JSON.stringify({ [`theme${EVIL}`]: 1, theme: EVIL }));
    for (const words of [['list'], ['stats'], ['config']]) {
      const { stdout, stderr } = await run(words, { columns: 60, env: { HOME: home } });
      expectHarmless(stdout);
      expectHarmless(stderr);
    }
    const odd = join(temporaryFolder(), `h\x1b[2J\u202e`);
    mkdirSync(odd);
    withSettings(odd, '{');
    for (const words of [['progress', 'path'], ['config'], ['progress', 'check'], ['stats'], ['plan']]) {
      const { stdout, stderr } = await run(words, { columns: 60, env: { HOME: odd } });
      expectHarmless(stdout);
      expectHarmless(stderr);
    }
  });
});
