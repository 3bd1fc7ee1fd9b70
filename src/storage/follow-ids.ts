import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Card } from '../handbook/card.ts';
import { rematch } from '../handbook/rematch.ts';
import type { Language } from '../language.ts';
import { cardKey } from '../memory/card-key.ts';
import type { DeckFile } from './deck-file.ts';
import { openHistory } from './history.ts';

/**
 * Takes the history of cards along when their ids changed between two versions of a deck (a question reworded, an id
 * given): each is an event, so nothing in the log is rewritten. False when that could not be written down.
 */
export function followIds(
  context: Context,
  lang: Language,
  known: DeckFile,
  cards: readonly Card[],
): boolean {
  const old = Array.from({ length: known.size }, (_, number) => known.card(number));
  const moved = rematch(old, cards).filter((decision) => decision.kind === 'moved');
  if (moved.length === 0) return true;
  const deck = known.facts.id;
  try {
    const history = openHistory(context, lang);
    const begun = history.progress().cards;
    for (const { id, to } of moved)
      if (begun.has(cardKey(deck, id))) history.record({ type: 'rename', deck, card: id, to });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
