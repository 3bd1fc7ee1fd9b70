import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Card } from '../../src/handbook/card.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';

/** An answer as somebody types it, with the points that a fair interviewer would tick. */
export interface Judged {
  readonly card: string;
  readonly split: 'tune' | 'test';
  readonly points: readonly number[];
  readonly answer: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The answers of typed-answers.txt. */
export function judgedAnswers(): Judged[] {
  const answers: Judged[] = [];
  let card = '';
  let split: Judged['split'] = 'test';
  for (const line of readFileSync(here('typed-answers.txt'), 'utf8').split('\n')) {
    if (line.startsWith('#')) continue;
    if (line.startsWith('@ ')) {
      const [, id = '', mark] = line.split(' ');
      card = id;
      split = mark === 'tune' ? 'tune' : 'test';
    } else if (line.includes(' | ')) {
      const [numbers = '', ...answer] = line.split(' | ');
      const points = numbers === '-' ? [] : numbers.split(',').map(Number);
      answers.push({ card, split, points, answer: answer.join(' | ') });
    }
  }
  return answers;
}

/** The cards of the built-in deck; without `kw` comments they are as a person writes their own. */
export function builtInCards(withKeywords: boolean): Card[] {
  const folder = here('../../data/zh');
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    return parseHandbook(withKeywords ? text : text.replace(/<!--\s*kw:[\s\S]*?-->/g, ''), file).cards;
  });
}
