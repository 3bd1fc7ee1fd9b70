import type { Card } from '../handbook/card.ts';
import { linesOf } from '../search/emphasis.ts';
import { type Finding, findingOf, type Text } from '../search/finding.ts';
import type { Knowledge } from '../search/knowledge.ts';
import { search } from '../search/search.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Findings } from './deck-encoder.ts';

/**
 * What the names of things find, so that looking one up needs no search: every name of the field that the glossary
 * knows, and the ids and aliases of the cards, also in small letters. What no card answers is left out.
 */
export function findingsOf(index: SearchIndex, { concepts }: Knowledge, cards: readonly Card[]): Findings {
  const names = [
    ...concepts.flatMap((concept) => (concept.general ? [] : concept.names)),
    ...cards.flatMap((card) => [card.id, ...card.aliases]),
  ];
  const texts = cards.map(({ title, answer }) => ({ title, answer: linesOf(answer) }));
  const findings = new Map<string, Finding>();
  for (const name of new Set(names.flatMap((each) => [each, each.toLowerCase()]))) {
    const finding = findingOf(index, search(index, name), (number) => texts[number] as Text);
    if (finding.confident) findings.set(name, finding);
  }
  return findings;
}
