import type { Topic } from '../handbook/card.ts';
import { messages } from '../messages.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import type { CardHead } from '../storage/deck-file.ts';
import { ink } from '../terminal/ink.ts';
import type { Look } from '../terminal/look.ts';
import { json, visibleLine } from '../terminal/sanitize.ts';
import { categoriesOf, isIn } from './categories.ts';
import { lookOf } from './look.ts';
import type { Run } from './specification.ts';

/** Every question of the deck as a tree of topics and sections, or as JSON. */
export const run: Run = async ({ options, context, lang }) => {
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const categories = await categoriesOf(deck, options, lang);
  const heads = Array.from({ length: deck.size }, (_, number) => deck.head(number));
  const cards = heads.filter((card) => isIn(categories, card));
  const look = await lookOf(context, lang);
  const text = options['json']
    ? json({ deck: deck.id, topics: tree(deck, cards) })
    : treeLines(deck, cards, look, context.stdout.isTTY ? look.columns : Number.POSITIVE_INFINITY).join('\n');
  context.stdout.write(`${text}\n`);
  return 0;
};

interface Branch {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly sections: readonly Twig[];
}

interface Twig {
  readonly name: string;
  readonly cards: readonly Pick<CardHead, 'id' | 'title' | 'en' | 'aliases'>[];
}

function tree(deck: Deck, cards: readonly CardHead[]): Branch[] {
  return deck.topics
    .map((topic) => ({
      id: topic.id,
      title: topic.title,
      titleEn: topic.titleEn,
      sections: twigs(topic, cards),
    }))
    .filter((branch) => branch.sections.length > 0);
}

function twigs(topic: Topic, cards: readonly CardHead[]): Twig[] {
  const own = cards.filter((card) => card.topic === topic.id);
  return [...new Set(own.map((card) => card.section))].map((name) => ({
    name,
    cards: own
      .filter((card) => card.section === name)
      .map(({ id, title, en, aliases }) => ({ id, title, en, aliases })),
  }));
}

/** At most the columns of a text, without the table of widths. */
function roughWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0100' ? 1 : 2), 0);
}

/** A name and what belongs to it: side by side, or one below the other. */
function pair(isWide: boolean, name: string, rest: string, indent = ''): string[] {
  return isWide ? [`${indent}${name}  ${rest}`] : [`${indent}${name}`, `${indent}  ${rest}`];
}

function treeLines(deck: Deck, cards: readonly CardHead[], look: Look, columns: number): string[] {
  const { accent, quiet, strong } = ink(look);
  const say = messages(look.lang);
  const english = look.lang === 'en';
  const lines = tree(deck, cards).flatMap((branch) => {
    const title = visibleLine(english && branch.titleEn ? branch.titleEn : branch.title);
    const count = branch.sections.reduce((sum, section) => sum + section.cards.length, 0);
    const about = `${branch.id} · ${say.cards(count)}`;
    return [
      ...pair(roughWidth(`${title}  ${about}`) <= columns, strong(title), quiet(about)),
      ...branch.sections.flatMap((section) => [
        ...(section.name ? [`  ${quiet(visibleLine(section.name))}`] : []),
        ...section.cards.flatMap((card) => {
          const name = visibleLine(english && card.en ? card.en : card.title);
          const id = visibleLine(card.id);
          return pair(roughWidth(`    ${name}  ${id}`) <= columns, name, accent(id), '    ');
        }),
      ]),
    ];
  });
  return [...lines, quiet(say.cards(cards.length))];
}
