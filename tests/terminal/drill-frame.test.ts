import { describe, expect, test } from 'vitest';
import { type Controls, START } from '../../src/drill/controls.ts';
import { field } from '../../src/drill/field.ts';
import { type Session, startSession, step } from '../../src/drill/session.ts';
import { RATINGS } from '../../src/memory/rating.ts';
import type { Outlook } from '../../src/memory/schedule.ts';
import { drillFrame, type FrameFacts } from '../../src/terminal/drill-frame.ts';
import { type Look, PLAIN } from '../../src/terminal/look.ts';
import { stripStyles } from '../../src/terminal/sanitize.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { card } from '../card.ts';

const EVIL = '\x1b[2J\x9b31m\x07\u202e';
const LONG = `很长的①文字→、“引号”${EVIL}`.repeat(9);

/** A card whose every text is long, has characters of either width, and would act on a terminal. */
const asked = card({
  title: `什么是→Pod？${LONG}`,
  en: `What is “it”? ${LONG}`,
  answer: `${LONG}\n\n- ${LONG}\n\n\`\`\`yaml\n${'a'.repeat(99)}: ①\n\`\`\`\n\n| ① | → |\n|---|---|\n| ${LONG} | b |`,
  points: 6,
});
const points = { ...asked, keyPoints: asked.keyPoints.map((point) => ({ ...point, text: `**①**→${LONG}` })) };

const asking = startSession('k8s', [{ card: points, reason: 'new', notBefore: 0 }], 0);
const shown = step(asking, { type: 'reveal', typed: LONG, covered: [{ point: 0, by: ['词1'] }] }, 0).session;

const DAY = 86_400_000;
const outlooks = RATINGS.map(
  (rating, index): Outlook => ({
    rating,
    ms: DAY * (1 + 90 * index),
    days: 1,
    state: {} as Outlook['state'],
  }),
);
const facts: FrameFacts = {
  place: { topic: `主题·${LONG}`, section: `基础${EVIL}` },
  outlooks,
  elapsed: 754_000,
  left: 60_000,
  note: LONG,
  suspended: false,
  bookmarked: true,
  hits: [points, asked],
};

const SCREENS: readonly (readonly [string, Session, Partial<Controls>])[] = [
  ['question', asking, {}],
  ['typing', asking, { mode: 'typing', answer: field(LONG) }],
  ['answer', shown, { cursor: 1 }],
  ['answer, further down', shown, { scroll: 9 }],
  ['note', shown, { mode: 'note', field: field(LONG) }],
  ['look-up', shown, { mode: 'lookup', field: field(LONG), cursor: 1 }],
  ['reading', shown, { mode: 'reading', cursor: 1 }],
  ['help', shown, { mode: 'help' }],
  ['notice', shown, { notice: LONG }],
];

function frame(session: Session, ui: Partial<Controls>, look: Look, rows: number): readonly string[] {
  return drillFrame(session, { ...START, ...ui }, look, { columns: look.columns, rows }, facts).lines;
}

describe.each([
  [120, 40],
  [80, 24],
  [40, 20],
  [20, 8],
])('at %d×%d', (columns, rows) => {
  test.each(SCREENS)('%s fills the screen, keeps within it and acts on nothing', (_, session, ui) => {
    for (const lang of ['zh', 'en'] as const)
      for (const change of [{}, { ascii: true }, { level: 1 }, { wideAmbiguous: true }] as const) {
        const look = { ...PLAIN, columns, lang, ...change };
        const lines = frame(session, ui, look, rows);
        expect(lines).toHaveLength(rows);
        for (const line of lines) {
          const text = stripStyles(line);
          expect(text).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e]/);
          expect(displayWidth(text, look.wideAmbiguous ? 2 : 1), text).toBeLessThanOrEqual(columns);
        }
      }
  });
});
