import type { Controls } from '../drill/controls.ts';
import { proposeRating } from '../drill/coverage.ts';
import { fieldText } from '../drill/field.ts';
import type { Question, Session } from '../drill/session.ts';
import type { Card } from '../handbook/card.ts';
import type { Outlook } from '../memory/schedule.ts';
import { clock } from './clock.ts';
import { drillMessages } from './drill-messages.ts';
import { cutTo, widthOn } from './fit.ts';
import { paragraph } from './flow.ts';
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
import { titleLines } from './title-lines.ts';
import { typedText } from './typed-text.ts';

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
  readonly suspended: boolean;
  /** What the query of a look-up finds. */
  readonly hits: readonly Card[];
}

export interface Frame {
  readonly lines: readonly string[];
  /** The scroll position, kept within the body. */
  readonly scroll: number;
}

/** Rows that are not the body: header, two rules, a footer of one row. */
export const CHROME = 4;

/** What sets answers. It needs the Markdown parser, which the first question is not to wait for. */
type Answers = typeof import('./drill-answer.ts');

/**
 * One screen of a drill: header, as much of the body as fits, footer with the keys. Without `answers` only questions
 * can be shown.
 */
export function drillFrame(
  session: Session,
  ui: Controls,
  look: Look,
  size: Size,
  facts: FrameFacts,
  answers?: Answers,
): Frame {
  const { current } = session;
  if (!current) return { lines: [], scroll: 0 };
  const below = footer(session, ui, look, size, facts);
  const room = Math.max(1, size.rows - CHROME + 1 - below.length);
  const body = bodyFor(session, current, ui, look, facts, answers);
  const scroll = scrollFor(body, ui, room);
  const shown = body.lines.slice(scroll, scroll + room);
  const line = rule(look, size.columns);
  const hidden = body.lines.length - scroll - room;
  return {
    scroll,
    lines: [
      header(session, facts, look),
      line,
      ...shown,
      ...Array.from({ length: room - shown.length }, () => ''),
      hidden > 0 ? moreRule(hidden, look, size.columns) : line,
      ...below,
    ],
  };
}

function bodyFor(
  session: Session,
  question: Question,
  ui: Controls,
  look: Look,
  facts: FrameFacts,
  answers: Answers | undefined,
): Body {
  const opened = facts.hits[ui.cursor];
  if (ui.mode === 'help') return { lines: helpLines(look), pointRows: [] };
  if (ui.mode === 'lookup') return { lines: hitLines(ui, look, facts), pointRows: [] };
  if (ui.mode === 'note') return noteBody(question.card, ui, look);
  if (ui.mode === 'reading' && opened && answers)
    return { lines: answers.readingLines(opened, facts.place, look), pointRows: [] };
  return session.phase === 'question' || !answers
    ? questionBody(question, ui, look, facts)
    : answers.answerBody(session, question.card, ui, look, noteLines(facts.note, look));
}

function questionBody({ card, reason }: Question, ui: Controls, look: Look, facts: FrameFacts): Body {
  const say = drillMessages(look.lang);
  const why = say.think(facts.suspended ? 'suspended' : reason);
  const head = [
    ...titleLines(card, look),
    '',
    ...paragraph(why, look).map((line) => ink(look).quiet(line)),
    '',
  ];
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
  return [ink(look).accent(say.note), ...note.split('\n').flatMap((line) => plainLines(line, look)), ''];
}

function hitLines(ui: Controls, look: Look, facts: FrameFacts): string[] {
  const { accent, quiet, strong } = ink(look);
  const say = drillMessages(look.lang);
  const query = typedText(ui.field, true, look).lines;
  const hits = facts.hits.map((card, index) => {
    const title = cutTo(visibleLine(card.title), look.columns - 2, look);
    return index === ui.cursor ? `${accent(look.ascii ? '>' : '›')} ${strong(title)}` : `  ${title}`;
  });
  return [quiet(cutTo(say.lookup, look.columns, look)), ...query, '', ...hits];
}

/** With so many minutes to fill, the queue is longer than the day: what is left of them tells where one is. */
function header(session: Session, facts: FrameFacts, look: Look): string {
  const say = drillMessages(look.lang);
  const number = session.finished.length + 1;
  const total = session.finished.length + session.waiting.length + 1;
  const mark = facts.bookmarked ? (look.ascii ? '* ' : '★ ') : '';
  const place =
    facts.left === Number.POSITIVE_INFINITY
      ? `${number}/${total}`
      : `${say.left(clock(Math.max(0, facts.left)))}  ${say.nth(number)}`;
  return headerLine(facts.place, `${mark}${clock(facts.elapsed)}  ${place}`, look);
}

/** One row of keys; or a notice, on as many rows as it needs to be read whole, as an address must be. */
function footer(session: Session, ui: Controls, look: Look, size: Size, facts: FrameFacts): string[] {
  const paint = ink(look);
  const say = drillMessages(look.lang);
  if (ui.notice) return noticeLines(ui.notice, look, size).map((line) => paint.warn(line));
  const own = say.footers[ui.mode === 'question' ? session.phase : ui.mode];
  if (own) return [footerKeys(own, look)];
  const points = session.current?.card.keyPoints ?? [];
  const proposed = proposeRating(session.said.ticks, points, session.said);
  const accepts = look.ascii ? '<' : '⏎';
  const ratings = facts.outlooks.map(({ rating, ms }, index): KeyHint => {
    const interval = intervalText(ms, look.lang);
    const key = `${index + 1}${rating === proposed ? accepts : ''}`;
    return [key, `${say.ratings[rating]} ${interval}`, interval.replace(' ', '')];
  });
  return [footerKeys([...ratings, ['?', say.help], ['u', say.undo], ['q', say.quit]], look)];
}

function noticeLines(notice: string, look: Look, size: Size): string[] {
  const lines = notice.split('\n').flatMap((line) => paragraph(visibleLine(line), look));
  const most = Math.max(1, size.rows - CHROME);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutTo(lines.slice(most - 1).join(' '), look.columns, look)];
}

/** Columns before the meaning of a key. */
const HANGING = 14;

function helpLines(look: Look): string[] {
  const { strong } = ink(look);
  const say = drillMessages(look.lang);
  const narrow = { ...look, columns: Math.max(8, look.columns - HANGING) };
  const lines = say.allKeys.flatMap(([key, meaning]) => {
    const pad = ' '.repeat(Math.max(1, HANGING - 2 - widthOn(key, look)));
    return paragraph(meaning, narrow).map((line, row) =>
      cutTo(row === 0 ? `  ${key}${pad}${line}` : `${' '.repeat(HANGING)}${line}`, look.columns, look),
    );
  });
  return [strong(say.keysTitle), '', ...lines];
}
