import type { Card, PartKind } from '../handbook/card.ts';
import type { AnswerBlock, AnswerItem, AnswerSection, AnswerTree, Headline } from './answer-tree.ts';
import type { Block, Inline, ListItem } from './blocks.ts';
import { compose, targetOf } from './compose.ts';
import { composeBlocks, composeItem, composeParagraph } from './compose-blocks.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Place } from './place.ts';
import { plainInline } from './plain.ts';
import type { Prose } from './prose.ts';
import { visibleLine } from './sanitize.ts';

const line = (text: string): Prose => compose([{ type: 'text', text: visibleLine(text) }]);

/** The place and the question of a card, ready to be set. */
export function composeHeadline(title: string, { topic, section, aside }: Place): Headline {
  const place = [topic, section, aside].filter((part) => part !== undefined && part !== '');
  return { place: place.map((part) => line(part ?? '')), title: line(title) };
}

/** Parses the answer of a card and makes it ready to be set. */
export function composeAnswer(card: Pick<Card, 'title' | 'answer' | 'parts'>, place: Place): AnswerTree {
  const sections = parseAnswer(card).map(
    ({ kind, title, body }): AnswerSection => ({
      kind,
      ...(kind !== 'lead' && { title: compose([{ type: 'text', text: title }]) }),
      body: composePart(kind, body),
    }),
  );
  return { ...composeHeadline(card.title, place), sections };
}

type ItemComposer = (item: ListItem) => AnswerItem;

const COMPOSERS: Readonly<Partial<Record<PartKind, ItemComposer>>> = {
  points: composePoint,
  followups: composeFollowUp,
  pitfalls: composePitfall,
  references: composeSource,
};

function composePart(kind: PartKind, body: readonly Block[]): AnswerBlock[] {
  const each = COMPOSERS[kind];
  if (!each) return composeBlocks(body);
  return body.flatMap((block): AnswerBlock[] =>
    block.type === 'list'
      ? [{ type: 'items', start: block.start ?? 1, items: block.items.map(each) }]
      : composeBlocks([block]),
  );
}

/** What an item says in its first paragraph, and the blocks below it; undefined when it begins otherwise. */
function spoken({
  body,
}: ListItem): { readonly words: readonly Inline[]; readonly rest: readonly Block[] } | undefined {
  const [first, ...rest] = body;
  return first?.type === 'paragraph' ? { words: first.body, rest } : undefined;
}

/** Takes a sign such as `★` from the beginning; undefined when it is not there. */
function withoutSign(words: readonly Inline[], sign: string): readonly Inline[] | undefined {
  const lead = words[0];
  if (lead?.type !== 'text' || !lead.text.startsWith(sign)) return undefined;
  const text = lead.text.slice(sign.length).trimStart();
  return text ? [{ type: 'text', text }, ...words.slice(1)] : words.slice(1);
}

function composePoint(item: ListItem): AnswerItem {
  const said = spoken(item);
  const plain = said && withoutSign(said.words, '★');
  if (!plain) return composeItem(item);
  return { ...bodyOf(plain, said.rest), must: true };
}

function bodyOf(words: readonly Inline[], rest: readonly Block[]): AnswerItem {
  return { body: [composeParagraph(words), ...composeBlocks(rest)] };
}

function composeFollowUp(item: ListItem): AnswerItem {
  const said = spoken(item);
  const [question, ...answer] = said?.words ?? [];
  if (!said || question?.type !== 'strong' || answer.length === 0) return composeItem(item);
  return { ...bodyOf(answer, said.rest), question: compose([question]) };
}

function composePitfall(item: ListItem): AnswerItem {
  const said = spoken(item);
  const words = said && withoutSign(said.words, '✗');
  if (!words) return composeItem(item);
  const [claim, truth] = atArrow(words);
  const both = truth.length > 0 && { claim: compose(claim), truth: composeParagraph(truth) };
  return { ...bodyOf(words, said.rest), wrong: true, ...both };
}

/** Divides inlines at the first `→` of their running text. */
function atArrow(words: readonly Inline[]): readonly [before: readonly Inline[], after: readonly Inline[]] {
  const at = words.findIndex((inline) => inline.type === 'text' && inline.text.includes('→'));
  const inline = words[at];
  if (inline?.type !== 'text') return [words, []];
  const [before = '', ...after] = inline.text.split('→');
  const text = (value: string): Inline[] => (value.trim() ? [{ type: 'text', text: value }] : []);
  return [
    [...words.slice(0, at), ...text(before.trimEnd())],
    [...text(after.join('→').trimStart()), ...words.slice(at + 1)],
  ];
}

function composeSource(item: ListItem): AnswerItem {
  const composed = composeItem(item);
  const said = spoken(item);
  const [link, ...more] = said?.words ?? [];
  if (link?.type !== 'link' || more.length > 0 || link.image) return composed;
  return {
    ...composed,
    source: compose(link.body),
    ...(plainInline(link.body) !== link.href && { address: targetOf(link.href, link.title) }),
  };
}
