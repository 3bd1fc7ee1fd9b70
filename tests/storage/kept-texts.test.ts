import { expect, test } from 'vitest';
import { answersText } from '../../src/commands/answers.ts';
import { builtInPath, Deck } from '../../src/storage/deck.ts';
import { openDeckFile } from '../../src/storage/deck-file.ts';
import { PLAIN } from '../../src/terminal/look.ts';
import { ROOT } from '../world.ts';

const deck = new Deck(openDeckFile(builtInPath(ROOT)));

test.each(['zh', 'en'] as const)(
  'the texts kept for a pipe (%s) are what the renderer gives',
  async (lang) => {
    for (let number = 0; number < deck.size; number++)
      expect(deck.text(number, lang)).toBe(await answersText(deck, [number], { ...PLAIN, lang }));
    expect(deck.size).toBeGreaterThan(70);
  },
);
