import type { Card } from '../handbook/card.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { plainLines } from './plain-lines.ts';

/** The question, and in English below it when the card has it. */
export function titleLines(card: Card, look: Look): string[] {
  const paint = ink(look);
  const title = plainLines(card.title, look).map(paint.strong);
  return card.en ? [...title, ...plainLines(card.en, look).map(paint.quiet)] : title;
}
