import type { PartKind } from '../handbook/card.ts';
import type { AnswerBlock, AnswerItem, AnswerSection, AnswerTree, Headline } from './answer-tree.ts';
import type { Composed } from './composed.ts';
import { barred, type Frame, frameFor, indented, roomOf } from './frame.ts';
import { linked } from './join.ts';
import { setBlocks, setItem, setReferences } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { type Lead, setProse } from './set-prose.ts';
import { BOLD, type Line, role, run } from './style.ts';

const BLANK: Line = [];

function setHeadline(frame: Frame, { place, title }: Headline): Line[] {
  const top = place.length > 0 ? setProse(frame, linked(place, frame.glyphs.crumb), role('quiet')) : [];
  return [...top, ...setProse(frame, title, BOLD | role('title'))];
}

/** The question alone, as it is asked. */
export function viewHeadline(headline: Headline, look: Look): string {
  return paint(setHeadline(frameFor(look), headline), look);
}

/** A whole answer from its tree; loads no parser. */
export function viewAnswer(tree: AnswerTree, look: Look): string {
  return paint(answerLines(tree, look), look);
}

/** The lines of an answer; of the look only the width, the glyphs, the language and whether it has links matter. */
export function answerLines(tree: AnswerTree, look: Look): Line[] {
  const frame = frameFor(look);
  const lines = setHeadline(frame, tree);
  for (const section of tree.sections) lines.push(BLANK, ...setSection(frame, section));
  const references = setReferences(frame);
  if (references.length > 0) lines.push(BLANK, ...references);
  return lines;
}

function setSection(frame: Frame, { kind, title, body }: AnswerSection): Line[] {
  if (kind === 'lead') return setLead(frame, body as readonly Composed[]);
  const heading = title ? setProse(frame, title, BOLD | role('accent')) : [];
  const each = SETTERS[kind];
  return [
    ...heading,
    ...(each ? setLists(frame, body, each) : setBlocks(frame, body as readonly Composed[])),
  ];
}

/** The answer in one breath stands behind a bar; whatever follows it is set as usual. */
function setLead(frame: Frame, body: readonly Composed[]): Line[] {
  const [first, ...rest] = body;
  if (first?.type !== 'paragraph') return setBlocks(frame, body);
  const breath = setBlocks(barred(frame, run(frame.glyphs.bar, role('accent'))), [first]);
  return rest.length > 0 ? [...breath, BLANK, ...setBlocks(frame, rest)] : breath;
}

type ItemSetter = (frame: Frame, item: AnswerItem, index: number) => Line[];

const SETTERS: Readonly<Partial<Record<PartKind, ItemSetter>>> = {
  points: setPoint,
  followups: setFollowUp,
  pitfalls: setPitfall,
  references: setSource,
};

/** Sets the lists of a part item by item, and anything else in it as usual. */
function setLists(frame: Frame, body: readonly AnswerBlock[], each: ItemSetter): Line[] {
  const lines: Line[] = [];
  for (const [at, block] of body.entries()) {
    if (at > 0) lines.push(BLANK);
    if (block.type !== 'items') lines.push(...setBlocks(frame, [block]));
    else
      for (const [index, item] of block.items.entries())
        lines.push(...each(frame, item, block.start + index));
  }
  return lines;
}

/** A star in the margin marks what nobody may miss; the number of the point stays where it is without one. */
function setPoint(frame: Frame, item: AnswerItem, index: number): Line[] {
  const number = `${index}. `;
  const hang = signWidth(frame) + 1 + number.length;
  const star = item.must ? run(`${frame.glyphs.must} `, role('must')) : run(' '.repeat(hang - number.length));
  const lead = { runs: [star, run(number, role('accent'))], width: 3 + number.length, hang };
  return setItem(frame, lead, item);
}

/** Columns of `★` and `→` on this terminal. */
function signWidth({ glyphs, look }: Frame): number {
  return look.wideAmbiguous ? glyphs.widest : 1;
}

/** The question on a line of its own, its answer below. */
function setFollowUp(frame: Frame, item: AnswerItem, index: number): Line[] {
  const number = `${index}. `;
  const lead: Lead = { runs: [run(number, role('accent'))], width: number.length };
  if (!item.question) return setItem(frame, lead, item);
  return [
    ...setProse(frame, item.question, 0, lead),
    ...setBlocks(indented(frame, lead.width), item.body, true),
  ];
}

/** What is wrongly said, and below it what is right; on one line in a pipe. */
function setPitfall(frame: Frame, item: AnswerItem): Line[] {
  const bullet: Lead = { runs: [run(`${frame.glyphs.bullets[0]} `, role('accent'))], width: 2 };
  if (!item.wrong) return setItem(frame, bullet, item);
  const wrong: Lead = { runs: [run(`${frame.glyphs.wrong} `, role('wrong'))], width: 2 };
  const { claim, truth, body } = item;
  if (!claim || !truth) return setItem(frame, wrong, item);
  if (roomOf(frame) === Number.POSITIVE_INFINITY) return setItem(frame, wrong, item);
  const arrow = `${frame.glyphs.right} `;
  const right: Lead = { runs: [run(arrow, role('right'))], width: 3, hang: signWidth(frame) + 1 };
  const below = setItem(indented(frame, 2), right, { body: [truth, ...body.slice(1)] });
  return [...setProse(frame, claim, 0, wrong), ...below];
}

/** A source: its title, and its address below it where the terminal cannot open it. */
function setSource(frame: Frame, item: AnswerItem): Line[] {
  const lead: Lead = { runs: [run(`${frame.glyphs.bullets[0]} `, role('quiet'))], width: 2 };
  const listed = frame.look.level > 0 && frame.look.hyperlinks;
  if (!item.source || listed) return setItem(frame, lead, item);
  const title = setProse(frame, item.source, role('quiet'), lead);
  if (!item.address) return title;
  return [
    ...title,
    ...setProse(indented(frame, 2), item.address, role('quiet')),
    ...setBlocks(indented(frame, 2), item.body.slice(1)),
  ];
}
