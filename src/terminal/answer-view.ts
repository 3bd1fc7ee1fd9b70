import type { PartKind } from '../handbook/card.ts';
import type { Block, Inline, ListItem } from './blocks.ts';
import { barred, type Frame, frameFor, indented } from './frame.ts';
import { setBlocks, setItem, setReferences } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import type { AnswerSection, AnswerTree } from './parse-answer.ts';
import type { Place } from './place.ts';
import { plainInline } from './plain.ts';
import { type Lead, setProse } from './prose.ts';
import { visibleLine } from './sanitize.ts';
import { BOLD, type Line, role, run } from './style.ts';
import { displayWidth } from './width.ts';

const BLANK: Line = [];

function setTitle(frame: Frame, title: string, place: Place): Line[] {
  const crumbs = [place.topic, place.section, place.aside]
    .filter((part) => part)
    .map((part) => visibleLine(part ?? ''));
  const path = crumbs.join(` ${frame.glyphs.crumb} `);
  const top = path ? setProse(frame, [{ type: 'text', text: path }], role('quiet')) : [];
  return [...top, ...setProse(frame, [{ type: 'text', text: visibleLine(title) }], BOLD | role('title'))];
}

/** The question alone, as it is asked. */
export function viewQuestion(title: string, place: Place, look: Look): string {
  return paint(setTitle(frameFor(look), title, place), look);
}

/** A whole answer from its parsed tree; loads no parser. */
export function viewAnswer(title: string, tree: AnswerTree, place: Place, look: Look): string {
  const frame = frameFor(look);
  const lines = setTitle(frame, title, place);
  for (const section of tree) lines.push(BLANK, ...setSection(frame, section));
  const references = setReferences(frame);
  if (references.length > 0) lines.push(BLANK, ...references);
  return paint(lines, look);
}

function setSection(frame: Frame, section: AnswerSection): Line[] {
  if (section.kind === 'lead') return setLead(frame, section.body);
  const heading = setProse(frame, [{ type: 'text', text: section.title }], BOLD | role('accent'));
  const set = SETTERS[section.kind] ?? setBlocks;
  return [...heading, ...set(frame, section.body)];
}

const SETTERS: Readonly<Partial<Record<PartKind, (frame: Frame, body: readonly Block[]) => Line[]>>> = {
  points: (frame, body) => setLists(frame, body, setPoint),
  followups: (frame, body) => setLists(frame, body, setFollowUp),
  pitfalls: (frame, body) => setLists(frame, body, setPitfall),
  references: (frame, body) => setLists(frame, body, setSource),
};

/** The answer in one breath stands behind a bar; whatever follows it is set as usual. */
function setLead(frame: Frame, body: readonly Block[]): Line[] {
  const [first, ...rest] = body;
  if (first?.type !== 'paragraph') return setBlocks(frame, body);
  const breath = setBlocks(barred(frame, run(frame.glyphs.bar, role('accent'))), [first]);
  return rest.length > 0 ? [...breath, BLANK, ...setBlocks(frame, rest)] : breath;
}

type ItemSetter = (frame: Frame, item: ListItem, index: number) => Line[];

/** Sets the lists of a part item by item, and anything else in it as usual. */
function setLists(frame: Frame, body: readonly Block[], each: ItemSetter): Line[] {
  const lines: Line[] = [];
  for (const [at, block] of body.entries()) {
    if (at > 0) lines.push(BLANK);
    if (block.type !== 'list') lines.push(...setBlocks(frame, [block]));
    else
      for (const [index, item] of block.items.entries())
        lines.push(...each(frame, item, (block.start ?? 1) + index));
  }
  return lines;
}

/** What an item says in its first paragraph, and the blocks below it; undefined when it begins otherwise. */
function spoken({
  body,
}: ListItem): { readonly words: readonly Inline[]; readonly rest: readonly Block[] } | undefined {
  const [first, ...rest] = body;
  return first?.type === 'paragraph' ? { words: first.body, rest } : undefined;
}

const paragraph = (body: readonly Inline[]): Block => ({ type: 'paragraph', body });

/** Takes a sign such as `★` from the beginning; undefined when it is not there. */
function withoutSign(words: readonly Inline[], sign: string): readonly Inline[] | undefined {
  const lead = words[0];
  if (lead?.type !== 'text' || !lead.text.startsWith(sign)) return undefined;
  const text = lead.text.slice(sign.length).trimStart();
  return text ? [{ type: 'text', text }, ...words.slice(1)] : words.slice(1);
}

/** A star in the margin marks what nobody may miss; the number of the point stays where it is without one. */
function setPoint(frame: Frame, item: ListItem, index: number): Line[] {
  const said = spoken(item);
  const plain = said && withoutSign(said.words, '★');
  const number = `${index}. `;
  const hang = displayWidth(frame.glyphs.must, frame.look.wideAmbiguous ? 2 : 1) + 1 + number.length;
  const star = plain ? run(`${frame.glyphs.must} `, role('must')) : run(' '.repeat(hang - number.length));
  const lead = { runs: [star, run(number, role('accent'))], width: 3 + number.length, hang };
  return setItem(frame, lead, plain ? { ...item, body: [paragraph(plain), ...said.rest] } : item);
}

/** The question on a line of its own, its answer below. */
function setFollowUp(frame: Frame, item: ListItem, index: number): Line[] {
  const number = `${index}. `;
  const lead: Lead = { runs: [run(number, role('accent'))], width: number.length };
  const said = spoken(item);
  const [question, ...answer] = said?.words ?? [];
  if (!said || question?.type !== 'strong' || answer.length === 0) return setItem(frame, lead, item);
  const inner = indented(frame, lead.width);
  return [
    ...setProse(frame, [question], 0, lead),
    ...setBlocks(inner, [paragraph(answer), ...said.rest], true),
  ];
}

/** What is wrongly said, and below it what is right; on one line where there is room for both. */
function setPitfall(frame: Frame, item: ListItem): Line[] {
  const said = spoken(item);
  const words = said && withoutSign(said.words, '✗');
  const bullet: Lead = { runs: [run(`${frame.glyphs.bullets[0]} `, role('accent'))], width: 2 };
  if (!words) return setItem(frame, bullet, item);
  const wrong: Lead = { runs: [run(`${frame.glyphs.wrong} `, role('wrong'))], width: 2 };
  const whole = setItem(frame, wrong, { body: [paragraph(words), ...said.rest] });
  const [claim, truth] = atArrow(words);
  if (whole.length === 1 || truth.length === 0) return whole;
  const arrow = `${frame.glyphs.right} `;
  const hang = displayWidth(arrow, frame.look.wideAmbiguous ? 2 : 1);
  const right: Lead = { runs: [run(arrow, role('right'))], width: 3, hang };
  const below = setItem(indented(frame, 2), right, { body: [paragraph(truth), ...said.rest] });
  return [...setProse(frame, claim, 0, wrong), ...below];
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

/** A source: its title, and its address below it where the terminal cannot open it. */
function setSource(frame: Frame, item: ListItem): Line[] {
  const lead: Lead = { runs: [run(`${frame.glyphs.bullets[0]} `, role('quiet'))], width: 2 };
  const said = spoken(item);
  const [link, ...more] = said?.words ?? [];
  const listed = frame.look.level > 0 && frame.look.hyperlinks;
  if (link?.type !== 'link' || more.length > 0 || link.image || listed) return setItem(frame, lead, item);
  const address: Inline = { type: 'text', text: link.title ? `${link.href} ${link.title}` : link.href };
  const title = setProse(frame, link.body, role('quiet'), lead);
  if (plainInline(link.body) === link.href) return title;
  return [
    ...title,
    ...setProse(indented(frame, 2), [address], role('quiet')),
    ...setBlocks(indented(frame, 2), said?.rest ?? []),
  ];
}
