import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { repairHandbook } from '../../src/handbook/repair.ts';
import { seeded } from '../../src/memory/shuffle.ts';
import * as damages from './damage.ts';
import { fixture } from './fixture.ts';

const edition = new URL('../../data/zh/', import.meta.url);
const repaired = repairHandbook(fixture('posted.md'), 'h.md').text;

const SOUND: Readonly<Record<string, readonly string[]>> = {
  handbook: [repaired],
  edition: readdirSync(edition)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, edition), 'utf8')),
  notes: [fixture('clean-zh.md')],
  english: [fixture('clean-en.md')],
};

/** A text is damaged at that many random places, one at a time. */
const TRIALS = 25;

/** What must come back: titles, sections and answers, to the last space. */
function essence(text: string): string {
  const { cards } = parseHandbook(text, 'h.md');
  return JSON.stringify(cards.map(({ title, section, answer }) => [title, section, answer]));
}

const known = new Map<string, string>();

/** The essence of a sound text, which many trials ask for. */
function soundEssence(text: string): string {
  const found = known.get(text) ?? essence(text);
  known.set(text, found);
  return found;
}

/** Percentage of damages after which everything comes back as it was; null when the damage fits nowhere. */
function repairRate(texts: readonly string[], damage: damages.Damage): number | null {
  const random = seeded(2026);
  const wanted = texts.map(soundEssence);
  let done = 0;
  let all = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const at = Math.floor(random() * texts.length);
    const damaged = damage(texts[at] as string, random);
    if (damaged === null) continue;
    all++;
    if (essence(damaged) === wanted[at]) done++;
  }
  return all === 0 ? null : Math.round((100 * done) / all);
}

describe('damage at random places is repaired, in percent at least', () => {
  it.each<[string, damages.Damage, Partial<Record<string, number>>]>([
    ['loseHeading', damages.loseHeading, { edition: 100, notes: 95, english: 95 }],
    ['loseHeadingAndBold', damages.loseHeadingAndBold, { edition: 100, notes: 95, english: 95 }],
    ['loseHeadingEverywhere', damages.loseHeadingEverywhere, { handbook: 95 }],
    ['loseHeadingToLink', damages.loseHeadingToLink, { edition: 100, notes: 100, english: 90 }],
    ['breakHeadingLink', damages.breakHeadingLink, { edition: 100, notes: 100, english: 100 }],
    ['strayBracket', damages.strayBracket, { edition: 100, notes: 100, english: 100 }],
    ['boldHeading', damages.boldHeading, { edition: 100, notes: 100, english: 100 }],
    ['closeUpHeading', damages.closeUpHeading, { edition: 100, notes: 100, english: 100 }],
    ['deeperHeading', damages.deeperHeading, { edition: 100, notes: 60, english: 60 }],
    ['shallowerHeading', damages.shallowerHeading, { edition: 100, notes: 60, english: 90 }],
    ['splitHan', damages.splitHan, { edition: 80, notes: 85 }],
    ['splitWord', damages.splitWord, { edition: 85, english: 95 }],
    ['splitMixed', damages.splitMixed, { edition: 85, notes: 90 }],
    ['splitComma', damages.splitComma, { edition: 95, notes: 95 }],
    ['splitSentence', damages.splitSentence, { english: 80 }],
    ['splitItem', damages.splitItem, { edition: 95, notes: 90, english: 85 }],
    ['crlf', damages.crlf, { edition: 100, notes: 100, english: 100 }],
    ['loneCr', damages.loneCr, { edition: 100, notes: 100, english: 100 }],
    ['openFrontMatter', damages.openFrontMatter, { edition: 100, notes: 100, english: 100 }],
    ['headlessFrontMatter', damages.headlessFrontMatter, { edition: 100, notes: 100, english: 100 }],
  ])(
    '%s',
    (_, damage, least) => {
      const rates = Object.keys(least).map(
        (name) => [name, repairRate(SOUND[name] as string[], damage)] as const,
      );
      const low = rates.filter(([name, rate]) => rate === null || rate < (least[name] as number));
      expect(low).toEqual([]);
    },
    120_000,
  );
});

describe('false alarms', () => {
  it.each(Object.entries(SOUND))('sound text raises none: %s', (_, texts) => {
    const alarms = texts.flatMap((text) =>
      parseHandbook(text, 'h.md').problems.filter(({ repaired: done }) => done),
    );
    expect(alarms).toEqual([]);
  });

  it('a damaged handbook raises few besides the damage itself', () => {
    const random = seeded(7);
    const kinds = [
      damages.loseHeading,
      damages.splitHan,
      damages.splitWord,
      damages.boldHeading,
      damages.breakHeadingLink,
    ];
    let expected = 0;
    let text = repaired;
    for (let round = 0; round < 30; round++) {
      const damaged = kinds[round % kinds.length]?.(text, random);
      if (!damaged) continue;
      text = damaged;
      expected++;
    }
    const found = parseHandbook(text, 'h.md').problems.filter(({ repaired: done }) => done).length;
    expect(found).toBeGreaterThanOrEqual(expected * 0.9);
    expect(found).toBeLessThanOrEqual(expected * 1.1);
  });

  it('a list that goes on with 1 is continued, with every number that follows', () => {
    const random = seeded(3);
    for (let trial = 0; trial < 20; trial++) {
      const damaged = damages.restartList(repaired, random);
      if (damaged === null) continue;
      const { problems } = parseHandbook(damaged, 'h.md');
      expect(problems.filter(({ code }) => code === 'list-restart')).toHaveLength(1);
    }
  });
});
