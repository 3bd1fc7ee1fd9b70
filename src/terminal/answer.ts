import type { Card } from '../handbook/card.ts';
import { viewAnswer, viewHeadline } from './answer-view.ts';
import { composeAnswer, composeHeadline } from './compose-answer.ts';
import type { Look } from './look.ts';
import type { Place } from './place.ts';

export type { Place } from './place.ts';

/** The question of a card with its place above it. */
export function renderQuestion(card: Pick<Card, 'title'>, place: Place, look: Look): string {
  return viewHeadline(composeHeadline(card.title, place), look);
}

/** The whole answer of a card: title, place, the answer in one breath, and every part below it. */
export function renderAnswer(
  card: Pick<Card, 'title' | 'answer' | 'parts'>,
  place: Place,
  look: Look,
): string {
  return viewAnswer(composeAnswer(card, place), look);
}
