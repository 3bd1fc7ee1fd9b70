import { expect, test } from 'vitest';
import { answersText } from '../../src/commands/answers.ts';
import { builtInPath, Deck } from '../../src/storage/deck.ts';
import { openDeckFile } from '../../src/storage/deck-file.ts';
import type { AnswerTree } from '../../src/terminal/answer-tree.ts';
import { colourAt } from '../terminal/looks.ts';
import { ROOT } from '../world.ts';

const deck = new Deck(openDeckFile(builtInPath(ROOT)));

test('an answer that the deck does not keep ready is the same when it is made as it is shown', async () => {
  const made = new Map<number, AnswerTree>();
  const bare = {
    topics: deck.topics,
    card: (number: number) => deck.card(number),
    tree: () => undefined,
    keep: (number: number, tree: AnswerTree) => made.set(number, tree),
  } as unknown as Deck;
  for (const number of [0, 20, 40, 60]) {
    const kept = await answersText(deck, [number], colourAt(60));
    expect(await answersText(bare, [number], colourAt(60))).toEqual(kept);
    // What is kept for the next time is read back from JSON.
    expect(JSON.parse(JSON.stringify(made.get(number)))).toEqual(deck.tree(number));
  }
});
