import type { Card } from '../handbook/card.ts';
import { messages } from '../messages.ts';
import { excerpt } from '../search/excerpt.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { ink } from '../terminal/ink.ts';
import { type Look, lookFor } from '../terminal/look.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { categoryOf, type Found, find } from './lookup.ts';
import type { Run } from './specification.ts';

const DEFAULT_HITS = 10;

/** Ranked hits for the words; exit code 1, with the nearest, when nothing fits. */
export const run: Run = async ({ words, options, context, lang }) => {
  const deck = loadDeck(context, options['deck'] as string | undefined, lang);
  const query = words.join(' ');
  const name = options['category'] as string | undefined;
  const category = name === undefined ? undefined : categoryOf(deck, name, lang);
  const found = find(deck, query, (options['number'] as number | undefined) ?? DEFAULT_HITS, category);
  const look = lookFor(context, { lang });
  if (options['json']) {
    context.stdout.write(`${JSON.stringify(asJson(query, found), null, 2)}\n`);
    return found.confident ? 0 : 1;
  }
  if (!found.confident) {
    const say = messages(lang);
    context.stderr.write(`${say.nothingFound(query)}\n`);
    if (found.cards.length > 0)
      context.stderr.write(`${say.nearest}\n${hitLines(found.cards.slice(0, 3), look).join('\n')}\n`);
    return 1;
  }
  const lines = context.stdout.isTTY ? richLines(deck, found, query, look) : hitLines(found.cards, look);
  context.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

/** One line a card: id, a tab, the question. The form that pipes get. */
export function hitLines(cards: readonly Card[], look: Look): string[] {
  const { accent } = ink(look);
  return cards.map((card) => `${accent(card.id)}\t${visibleLine(card.title)}`);
}

function richLines(deck: Deck, found: Found, query: string, look: Look): string[] {
  const { accent, quiet, strong } = ink(look);
  const topics = new Map(deck.topics.map((topic) => [topic.id, topic.title]));
  return found.cards.flatMap((card, index) => {
    const place = [topics.get(card.topic), card.section].filter(Boolean).join(' › ');
    const line = plainLine(excerpt(card.answer, query));
    return [
      `${accent(String(index + 1).padStart(2))}. ${strong(visibleLine(card.title))}`,
      `    ${quiet(visibleLine(`${place} · ${card.id}`))}`,
      ...(line ? [`    ${visibleLine(line)}`] : []),
    ];
  });
}

function plainLine(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

function asJson(query: string, found: Found): unknown {
  return {
    query,
    confident: found.confident,
    hits: found.cards.map((card, index) => ({
      id: card.id,
      title: card.title,
      en: card.en,
      topic: card.topic,
      section: card.section,
      score: found.hits[index]?.score ?? 0,
      excerpt: excerpt(card.answer, query),
    })),
  };
}
