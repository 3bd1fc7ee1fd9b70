import type { Deck } from '../storage/deck.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { viewAnswer } from '../terminal/answer-view.ts';
import type { Look } from '../terminal/look.ts';
import { placeOf } from '../terminal/place.ts';

/** The answers of cards, set for the standard output by the renderer. */
export async function answersText(deck: Deck, numbers: readonly number[], look: Look): Promise<string[]> {
  const answers: string[] = [];
  for (const number of numbers)
    answers.push(viewAnswer(deck.tree(number) ?? (await composed(deck, number)), look));
  return answers;
}

/** An answer that the deck does not keep ready: only then is the Markdown parser loaded. */
async function composed(deck: Deck, number: number): Promise<AnswerTree> {
  const { composeAnswer } = await import('../terminal/compose-answer.ts');
  const card = deck.card(number);
  const tree = composeAnswer(card, placeOf(deck.topics, card));
  deck.keep(number, tree);
  return tree;
}
