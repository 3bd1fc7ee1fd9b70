import type { Card } from './card.ts';
import { plainText } from './inline.ts';
import { firstLineOf } from './part.ts';
import { type Finding, finding } from './problem.ts';
import { proseOf } from './prose.ts';
import { looseKey } from './toc.ts';

/** Shorter sentences repeat by chance. In Han characters; three Latin letters say about as much as one. */
const SHORTEST = 14;

/** Sentences of a card that stand in an earlier card too. Links and examples may repeat. */
export function repeatedSentences(cards: readonly Card[], others: readonly Card[]): Finding[] {
  const seen = new Map<string, Card>();
  for (const card of others) for (const { key } of sentencesOf(card)) seen.set(key, card);
  const findings: Finding[] = [];
  for (const card of cards) {
    for (const { key, text, line } of sentencesOf(card)) {
      const other = seen.get(key);
      if (other && other !== card)
        findings.push(
          finding('style-sentence-repeated', line, { title: card.title, other: other.title, text }),
        );
      else seen.set(key, card);
    }
  }
  return findings;
}

function sentencesOf({ parts }: Card): { key: string; text: string; line: number }[] {
  return parts
    .filter(({ kind }) => kind !== 'references' && kind !== 'example')
    .flatMap((part) =>
      proseOf(part.markdown).flatMap(({ offset, text }) =>
        plainText(text)
          .split(/(?<=[。！？!?；])|(?<=\.)\s/)
          .map((sentence) => ({
            key: looseKey(sentence),
            text: sentence.trim(),
            line: firstLineOf(part) + offset,
          }))
          .filter(({ key }) => weightOf(key) >= SHORTEST),
      ),
    );
}

function weightOf(key: string): number {
  const han = key.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + (key.length - han) / 3;
}
