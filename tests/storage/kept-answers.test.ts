import { expect, test } from 'vitest';
import { answersText } from '../../src/commands/answers.ts';
import { builtInPath, Deck } from '../../src/storage/deck.ts';
import { openDeckFile } from '../../src/storage/deck-file.ts';
import { KEPT_LOOKS } from '../../src/terminal/keep-answer.ts';
import { KEPT_PLACES, keptPlace } from '../../src/terminal/kept-answer.ts';
import { type Look, PLAIN } from '../../src/terminal/look.ts';
import { paint } from '../../src/terminal/paint.ts';
import { ROOT } from '../world.ts';

const deck = new Deck(openDeckFile(builtInPath(ROOT)));
const INFINITE = Number.POSITIVE_INFINITY;

/** How many answers the deck keeps for a look; each is compared with what the renderer gives. */
async function keptFor(look: Look): Promise<number> {
  let kept = 0;
  for (let number = 0; number < deck.size; number++) {
    const lines = deck.lines(number, look);
    if (!lines) continue;
    expect([paint(lines, look)]).toEqual(await answersText(deck, [number], look));
    kept++;
  }
  return kept;
}

const COLOURED = { ...PLAIN, level: 2 } as const;

test.each<[string, Look, boolean]>([
  ['a pipe', PLAIN, true],
  ['a pipe in English', { ...PLAIN, lang: 'en' }, true],
  ['80 columns', { ...COLOURED, columns: 80 }, true],
  ['80 columns without colours', { ...PLAIN, columns: 80 }, true],
  ['80 columns with links, dark', { ...COLOURED, columns: 80, hyperlinks: true, theme: 'dark' }, true],
  ['120 columns', { ...COLOURED, columns: 120 }, true],
  ['200 columns with links', { ...COLOURED, columns: 200, hyperlinks: true, lang: 'en' }, true],
  ['a pipe in colours', COLOURED, false],
  ['a pipe with links', { ...COLOURED, hyperlinks: true }, false],
  ['79 columns', { ...COLOURED, columns: 79 }, false],
  ['81 columns', { ...COLOURED, columns: 81 }, false],
  ['ASCII', { ...PLAIN, ascii: true }, false],
  ['wide signs', { ...PLAIN, columns: 80, wideAmbiguous: true }, false],
])('what is kept for %s is what the renderer gives', async (_, look, isKept) => {
  expect(await keptFor(look)).toBe(isKept ? deck.size : 0);
  expect(deck.size).toBeGreaterThan(70);
});

test('each look that is kept has a place of its own', () => {
  const places = Array.from({ length: KEPT_PLACES }, (_, place) => place);
  expect(KEPT_LOOKS.map(keptPlace)).toEqual(places);
});

test('a wide terminal gets what is kept from the width on at which nothing changes any more', async () => {
  let least = INFINITE;
  for (let columns = 90; columns < 130; columns++) {
    const kept = await keptFor({ ...COLOURED, columns });
    if (kept > 0) least = Math.min(least, columns);
  }
  expect(least).toBe(98);
}, 60_000);
