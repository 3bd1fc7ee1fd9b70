import type { Block, Inline, ListItem } from './blocks.ts';
import { barred, type Frame, frameFor, indented } from './frame.ts';
import { setBlocks, setItem, setReferences } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import type { AnswerSection, AnswerTree } from './parse-answer.ts';
import { type Lead, setProse } from './prose.ts';
import { visibleLine } from './sanitize.ts';
import { BOLD, type Line, role, run } from './style.ts';

/** Where a card stands, for the line above its title. */
export interface Place {
  /** Title of the topic. */
  readonly topic: string;
  readonly section?: string | undefined;
  /** Said at the end of the line, such as `3/20`. */
  readonly aside?: string | undefined;
}

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
  const heading = setProse(frame, [{ type: 'text', text: section.title }], BOLD | role('heading'));
  const set = SETTERS[section.kind] ?? setBlocks;
  return [...heading, ...set(frame, section.body)];
}

const SETTERS: Readonly<Partial<Record<string, (frame: Frame, body: readonly Block[]) => Line[]>>> = {
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
    if (block.type === 'list') lines.push(...block.items.flatMap((item, index) => each(frame, item, index)));
    else lines.push(...setBlocks(frame, [block]));
  }
  return lines;
}

/** Takes a sign such as `★` from the beginning of an item; undefined when it does not begin with it. */
function withoutSign(item: ListItem, sign: string): ListItem | undefined {
  const [first, ...rest] = item.body;
  const lead = first?.type === 'paragraph' ? first.body[0] : undefined;
  if (first?.type !== 'paragraph' || lead?.type !== 'text' || !lead.text.startsWith(sign)) return undefined;
  const text = lead.text.slice(sign.length).trimStart();
  const body: Inline[] = [...(text ? [{ type: 'text', text } as const] : []), ...first.body.slice(1)];
  return { ...item, body: [{ type: 'paragraph', body }, ...rest] };
}

function setPoint(frame: Frame, item: ListItem, index: number): Line[] {
  const plain = withoutSign(item, '★');
  const star = plain ? run('★ ', role('must')) : run('  ');
  const number = `${index + 1}. `;
  return setItem(
    frame,
    { runs: [star, run(number, role('accent'))], width: 2 + number.length },
    plain ?? item,
  );
}

function setFollowUp(frame: Frame, item: ListItem, index: number): Line[] {
  const number = `${index + 1}. `;
  const lead: Lead = { runs: [run(number, role('accent'))], width: number.length };
  const [first, ...rest] = item.body;
  if (first?.type !== 'paragraph' || first.body[0]?.type !== 'strong') return setItem(frame, lead, item);
  const question = setProse(frame, [first.body[0]], 0, lead);
  const answer: Block = { type: 'paragraph', body: first.body.slice(1) };
  return [...question, ...setBlocks(indented(frame, lead.width), [answer, ...rest], true)];
}

function setPitfall(frame: Frame, item: ListItem): Line[] {
  const plain = withoutSign(item, '✗');
  if (!plain)
    return setItem(frame, { runs: [run(`${frame.glyphs.bullets[0]} `, role('accent'))], width: 2 }, item);
  return setItem(frame, { runs: [run('✗ ', role('wrong'))], width: 2 }, plain);
}

function setSource(frame: Frame, item: ListItem): Line[] {
  const lead: Lead = { runs: [run(`${frame.glyphs.bullets[0]} `, role('quiet'))], width: 2 };
  return setItem(frame, lead, item);
}
