import { expect, test } from 'vitest';
import { answersText } from '../../src/commands/answers.ts';
import { builtInPath, Deck } from '../../src/storage/deck.ts';
import { openDeckFile } from '../../src/storage/deck-file.ts';
import { colourAt } from '../terminal/looks.ts';
import { ROOT } from '../world.ts';

const deck = new Deck(openDeckFile(builtInPath(ROOT)));

test('an answer that the deck does not keep ready is the same when it is made as it is shown', async () => {
  const bare = {
    topics: deck.topics,
    card: (number: number) => deck.card(number),
    tree: () => undefined,
  } as unknown as Deck;
  for (const number of [0, 20, 40, 60]) {
    const kept = await answersText(deck, [number], colourAt(60));
    expect(await answersText(bare, [number], colourAt(60))).toEqual(kept);
  }
});
