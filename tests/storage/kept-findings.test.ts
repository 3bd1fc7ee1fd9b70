import { expect, test } from 'vitest';
import { searched } from '../../src/commands/lookup.ts';
import type { Finding } from '../../src/search/finding.ts';
import { builtInPath, Deck } from '../../src/storage/deck.ts';
import { openDeckFile } from '../../src/storage/deck-file.ts';
import { ROOT } from '../world.ts';

const deck = new Deck(openDeckFile(builtInPath(ROOT)));

/** A finding with its rows made. */
function whole({ rows, ...finding }: Finding): unknown {
  return { ...finding, rows: rows() };
}

test('what the deck keeps of names is what a search finds', () => {
  const names = Array.from({ length: deck.size }, (_, number) => deck.head(number)).flatMap((head) => [
    head.id,
    ...head.aliases,
  ]);
  const more = ['hpa', 'pvc', '探针', 'ingress', 'network policy', 'crashloopbackoff', 'sts', '滚动更新'];
  const kept = [...names, ...more].filter((name) => {
    const finding = deck.finding(name);
    if (finding) expect(whole(finding)).toEqual(whole(searched(deck, name, 10)));
    return finding !== undefined;
  });
  expect(kept).toEqual(expect.arrayContaining(more));
  expect(kept.length).toBeGreaterThan(200);
});

test('nothing is kept of words that are no name', () => {
  for (const words of ['', 'hp', 'hpa vpa', 'tanzhen', 'how does a probe work', '-hpa'])
    expect(deck.finding(words), words).toBeUndefined();
});
