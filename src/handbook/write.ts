import { QUESTION_LEVEL } from './assemble.ts';
import type { Card, Topic } from './card.ts';
import { escapeInline } from './inline.ts';
import { repairLines } from './repair.ts';

/** A card as Markdown of our format: heading, comment, answer. It ends with a line feed. */
export function writeCard(card: Card): string {
  const heading = `${'#'.repeat(QUESTION_LEVEL)} ${escapeInline(card.title)}`;
  const comment = ['<!-- card', ...metaLines(card), '-->'].join('\n');
  return `${heading}\n${comment}\n${card.answer === '' ? '' : `\n${card.answer}\n`}`;
}

/**
 * A handbook as Markdown of our format; cards stand under the headings of their sections in the given
 * order, those without a section first: only another heading ends a section. Parsing it gives the cards back: where the parser would take a card's own words for damage,
 * the front matter tells it to leave them alone.
 */
export function writeHandbook(topic: Topic, cards: readonly Card[]): string {
  const body: string[] = [];
  let section = '';
  const sectioned = cards.filter((card) => card.section !== '');
  for (const card of [...cards.filter((card) => card.section === ''), ...sectioned]) {
    if (card.section !== section) {
      section = card.section;
      body.push(`## ${escapeInline(section)}\n`);
    }
    body.push(writeCard(card));
  }
  const text = (extra: string) => `${frontMatter(topic, extra)}\n${body.join('\n')}`;
  const plain = text('');
  return repairLines(plain).findings.some(({ repaired }) => repaired) ? text('repair: off\n') : plain;
}

function frontMatter(topic: Topic, extra: string): string {
  const lines = [`title: ${scalar(topic.title)}`];
  if (topic.titleEn !== '') lines.push(`titleEn: ${scalar(topic.titleEn)}`);
  lines.push(`topic: ${scalar(topic.id)}`);
  if (topic.order !== 0) lines.push(`order: ${topic.order}`);
  if (topic.kubernetes !== '' || topic.checked !== '') {
    lines.push(`checked: { kubernetes: ${quoted(topic.kubernetes)}, date: ${quoted(topic.checked)} }`);
  }
  return `---\n${lines.join('\n')}\n${extra}---\n`;
}

function metaLines({ id, en, aliases, group, from }: Card): string[] {
  const lines = [`id: ${scalar(id)}`];
  if (en !== '') lines.push(`en: ${scalar(en)}`);
  if (aliases.length > 0) lines.push(`aliases: [${aliases.map(scalar).join(', ')}]`);
  if (group !== '') lines.push(`group: ${scalar(group)}`);
  if (from !== '') lines.push(`from: ${scalar(from)}`);
  return lines;
}

/** A YAML scalar: plain where nothing in it has a meaning, else in double quotes. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} _./-]*[\p{L}\p{N}])?$/u.test(text) && !text.includes('--')
    ? text
    : quoted(text);
}

/** In double quotes; what would end the comment around it is written as an escape. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(/-->/g, '--\\x3e')
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
