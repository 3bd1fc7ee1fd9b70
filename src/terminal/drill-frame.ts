import type { Controls } from '../drill/controls.ts';
import { proposeRating } from '../drill/coverage.ts';
import { field, fieldText } from '../drill/field.ts';
import type { Question, Session } from '../drill/session.ts';
import type { Card } from '../handbook/card.ts';
import type { Outlook } from '../memory/schedule.ts';
import { renderAnswer } from './answer.ts';
import { checklist, escapeMarkdown, leadMarkdown, rendered, restLines, titleLines } from './card-lines.ts';
import { clock } from './clock.ts';
import { cut } from './cut.ts';
import { drillMessages } from './drill-messages.ts';
import { footerKeys, type KeyHint } from './footer-keys.ts';
import { headerLine } from './header-line.ts';
import { ink } from './ink.ts';
import { intervalText } from './interval.ts';
import type { Look } from './look.ts';
import type { Place } from './place.ts';
import { plainLines } from './plain-lines.ts';
import { visibleLine } from './sanitize.ts';
import type { Size } from './screen.ts';
import { type Body, moreRule, rule, scrollFor } from './sight.ts';
import { typedText } from './typed-text.ts';
import { displayWidth } from './width.ts';

export interface FrameFacts {
  readonly place: Place;
  /** Next interval of each rating, Again first. */
  readonly outlooks: readonly Outlook[];
  /** Milliseconds since the question was shown. */
  readonly elapsed: number;
  /** Milliseconds of the budget that are left, or Infinity without one. */
  readonly left: number;
  /** The learner's note on the card, or empty. */
  readonly note: string;
  readonly bookmarked: boolean;
  /** What the query of a look-up finds. */
  readonly hits: readonly Card[];
}

export interface Frame {
  readonly lines: readonly string[];
  /** The scroll position, kept within the body. */
  readonly scroll: number;
}

/** Rows that are not the body: header, two rules, footer. */
export const CHROME = 4;

/** One screen of a drill: header, as much of the body as fits, footer with the keys. */
export function drillFrame(session: Session, ui: Controls, look: Look, size: Size, facts: FrameFacts): Frame {
  const { current } = session;
  if (!current) return { lines: [], scroll: 0 };
  const room = Math.max(1, size.rows - CHROME);
  const body = bodyFor(session, current, ui, look, facts);
  const scroll = scrollFor(body, ui, room);
  const shown = body.lines.slice(scroll, scroll + room);
  const line = rule(look, size.columns);
  const below = body.lines.length - scroll - room;
  return {
    scroll,
    lines: [
      header(session, facts, look),
      line,
      ...shown,
      ...Array.from({ length: room - shown.length }, () => ''),
      below > 0 ? moreRule(below, look, size.columns) : line,
      footer(session, ui, look, facts),
    ],
  };
}

function bodyFor(session: Session, question: Question, ui: Controls, look: Look, facts: FrameFacts): Body {
  const opened = facts.hits[ui.cursor];
  if (ui.mode === 'help') return { lines: helpLines(look), pointRows: [] };
  if (ui.mode === 'lookup') return { lines: hitLines(ui, look, facts), pointRows: [] };
  if (ui.mode === 'note') return noteBody(question.card, ui, look);
  if (ui.mode === 'reading' && opened)
    return { lines: renderAnswer(opened, facts.place, look).split('\n'), pointRows: [] };
  return session.phase === 'question'
    ? questionBody(question, ui, look, facts)
    : answerBody(session, question.card, ui, look, facts);
}

function questionBody({ card, reason }: Question, ui: Controls, look: Look, facts: FrameFacts): Body {
  const say = drillMessages(look.lang);
  const head = [...titleLines(card, look), '', ink(look).quiet(say.think(reason)), ''];
  const text = fieldText(ui.answer);
  if (ui.mode !== 'typing' && text === '')
    return { lines: [...head, ...noteLines(facts.note, look)], pointRows: [] };
  const typed = typedText(ui.answer, ui.mode === 'typing', look);
  return { lines: [...head, ...typed.lines], pointRows: [head.length + typed.cursorRow] };
}

/** The note being written, below the question it is about. */
function noteBody(card: Card, ui: Controls, look: Look): Body {
  const head = [...titleLines(card, look), '', ink(look).accent(drillMessages(look.lang).note)];
  const typed = typedText(ui.field, true, look);
  return { lines: [...head, ...typed.lines], pointRows: [] };
}

function noteLines(note: string, look: Look): string[] {
  if (note === '') return [];
  const say = drillMessages(look.lang);
  return [ink(look).accent(say.note), ...rendered(escapeMarkdown(note), look), ''];
}

function hitLines(ui: Controls, look: Look, facts: FrameFacts): string[] {
  const { accent, quiet, strong } = ink(look);
  const say = drillMessages(look.lang);
  const query = typedText(ui.field, true, look).lines;
  const hits = facts.hits.map((card, index) => {
    const title = cut(visibleLine(card.title), look.columns - 2);
    return index === ui.cursor ? `${accent(look.ascii ? '>' : '›')} ${strong(title)}` : `  ${title}`;
  });
  return [quiet(say.lookup), ...query, '', ...hits];
}

function answerBody(session: Session, card: Card, ui: Controls, look: Look, facts: FrameFacts): Body {
  const head = [...titleLines(card, look), '', ...noteLines(facts.note, look)];
  const lead = leadMarkdown(card);
  const lines = [...head, ...(card.keyPoints.length > 0 && lead ? [...rendered(lead, look), ''] : [])];
  const { said } = session;
  const say = drillMessages(look.lang);
  if (card.keyPoints.length > 0) lines.push(...proposalLines(session, card, look), '');
  const points = checklist(card.keyPoints, said, ui.cursor, look);
  const pointRows = points.rows.map((row) => lines.length + row);
  lines.push(...points.lines);
  if (said.typed !== '')
    lines.push('', ink(look).accent(say.yourAnswer), ...typedText(field(said.typed), false, look).lines);
  return { lines: [...lines, ...restLines(card, look)], pointRows };
}

/** How much was said and which rating that proposes; who only thought is told how to tick. */
function proposalLines({ said }: Session, { keyPoints }: Card, look: Look): string[] {
  const say = drillMessages(look.lang);
  if (said.ticks.size === 0 && said.typed.trim() === '')
    return plainLines(say.tickHint, look).map(ink(look).quiet);
  const musts = keyPoints.flatMap(({ must }, index) => (must ? [index] : []));
  const text = say.coverage(
    `${said.ticks.size}/${keyPoints.length}`,
    musts.length > 0
      ? `${look.ascii ? '*' : '★'} ${musts.filter((index) => said.ticks.has(index)).length}/${musts.length}`
      : '',
    say.ratings[proposeRating(said.ticks, keyPoints, said)],
  );
  return plainLines(text, look).map(ink(look).quiet);
}

function header(session: Session, facts: FrameFacts, look: Look): string {
  const number = session.finished.length + 1;
  const total = session.finished.length + session.waiting.length + 1;
  const mark = facts.bookmarked ? (look.ascii ? '* ' : '★ ') : '';
  const budget = facts.left === Number.POSITIVE_INFINITY ? '' : `-${clock(facts.left)}  `;
  const right = `${mark}${budget}${clock(facts.elapsed)}  ${number}/${total}`;
  return headerLine(facts.place, right, look);
}

function footer(session: Session, ui: Controls, look: Look, facts: FrameFacts): string {
  const paint = ink(look);
  const say = drillMessages(look.lang);
  if (ui.notice) return paint.warn(cut(visibleLine(ui.notice), look.columns));
  const own = say.footers[ui.mode === 'question' ? session.phase : ui.mode];
  if (own) return footerKeys(own, look);
  const points = session.current?.card.keyPoints ?? [];
  const proposed = proposeRating(session.said.ticks, points, session.said);
  const accepts = look.ascii ? '<' : '⏎';
  const ratings = facts.outlooks.map(({ rating, ms }, index): KeyHint => {
    const interval = intervalText(ms, look.lang);
    const key = `${index + 1}${rating === proposed ? accepts : ''}`;
    return [key, `${say.ratings[rating]} ${interval}`, interval.replace(' ', '')];
  });
  return footerKeys([...ratings, ['?', say.help], ['u', say.undo], ['q', say.quit]], look);
}

function helpLines(look: Look): string[] {
  const { strong } = ink(look);
  const say = drillMessages(look.lang);
  const lines = say.allKeys.map(([key, meaning]) => {
    const pad = ' '.repeat(Math.max(1, 12 - displayWidth(key)));
    return cut(`  ${key}${pad}${meaning}`, look.columns);
  });
  return [strong(say.keysTitle), '', ...lines];
}
