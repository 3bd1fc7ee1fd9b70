import { field } from '../drill/field.ts';
import { leftOfBox, type Mock } from '../drill/mock.ts';
import { GRACE, WARNING } from '../drill/mock-clock.ts';
import type { MockControls } from '../drill/mock-controls.ts';
import type { Ask } from '../drill/mock-plan.ts';
import type { Answer } from '../drill/mock-result.ts';
import { checklist, leadLines, rendered, restLines } from './card-lines.ts';
import { clock } from './clock.ts';
import { cutTo, widthOn } from './fit.ts';
import { footerKeys } from './footer-keys.ts';
import { headerLine } from './header-line.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { type MockMessages, mockMessages } from './mock-messages.ts';
import type { Place } from './place.ts';
import { visibleLine } from './sanitize.ts';
import type { Size } from './screen.ts';
import { type Body, dashOf, moreRule, rule, scrollFor } from './sight.ts';
import { titleLines } from './title-lines.ts';
import { typedText } from './typed-text.ts';

export interface MockFrame {
  readonly lines: readonly string[];
  /** The scroll position, kept within the body. */
  readonly scroll: number;
}

/** Rows that are not the body: header, two rules, footer. */
export const MOCK_CHROME = 4;

/** One screen of a mock interview. `place`: where the current card stands in its deck. */
export function mockFrame(mock: Mock, ui: MockControls, look: Look, size: Size, place: Place): MockFrame {
  const room = Math.max(1, size.rows - MOCK_CHROME);
  const body = bodyFor(mock, ui, look, room);
  const scroll = scrollFor(body, ui, room);
  const shown = body.lines.slice(scroll, scroll + room);
  const below = body.lines.length - scroll - room;
  return {
    scroll,
    lines: [
      header(mock, look, place),
      rule(look, size.columns),
      ...shown,
      ...Array.from({ length: room - shown.length }, () => ''),
      warning(mock, look, size) ??
        (below > 0 ? moreRule(below, look, size.columns) : rule(look, size.columns)),
      footer(mock, ui, look),
    ],
  };
}

function bodyFor(mock: Mock, ui: MockControls, look: Look, room: number): Body {
  const ask = mock.asks[mock.at];
  const answer = mock.answers[mock.at];
  if (mock.phase === 'asking' && ask) return { lines: askingLines(ask, ui, look, room), pointRows: [] };
  if (mock.phase === 'reviewing' && ask && answer) return reviewBody(ask, answer, ui, look);
  return { lines: introLines(mock, look), pointRows: [] };
}

function introLines(mock: Mock, look: Look): string[] {
  const say = mockMessages(look.lang);
  const mains = mock.asks.filter(({ kind }) => kind === 'main').length;
  const lines = say.intro(mains, Math.round(mock.budget / 60_000), mock.reveal === 'each');
  return [ink(look).strong(say.title), '', ...lines.flatMap((line) => rendered(line, look))];
}

/** The question stays at the top; of a long answer that part is shown which the cursor is in. */
function askingLines(ask: Ask, ui: MockControls, look: Look, room: number): string[] {
  const say = mockMessages(look.lang);
  const head = [...questionLines(ask, look, say), ''].slice(0, Math.max(0, room - LEAST_FIELD));
  const { lines, cursorRow } = typedText(ui.answer, true, look);
  const empty = ui.answer.before.length + ui.answer.after.length === 0;
  const typed = empty ? [`${lines[0]} ${ink(look).quiet(cutTo(say.howTo, look.columns - 2, look))}`] : lines;
  const rows = Math.max(1, room - head.length);
  const from = Math.max(0, Math.min(cursorRow - rows + 1, typed.length - rows));
  return [...head, ...typed.slice(from, from + rows)];
}

/** Rows that an answer has at least, however long the question. */
const LEAST_FIELD = 3;

function questionLines(ask: Ask, look: Look, say: MockMessages): string[] {
  const { accent, quiet, strong } = ink(look);
  if (ask.kind === 'main') return titleLines(ask.card, look);
  if (ask.kind === 'sibling') return [accent(say.kinds.sibling), ...titleLines(ask.card, look)];
  const after = quiet(cutTo(visibleLine(say.follows(ask.card.title)), look.columns - LABEL_ROOM, look));
  return [`${accent(say.kinds.followup)}  ${after}`, ...rendered(ask.question, look).map(strong)];
}

/** Columns for the label of a follow-up in either language. */
const LABEL_ROOM = 11;

function reviewBody(ask: Ask, answer: Answer, ui: MockControls, look: Look): Body {
  const say = mockMessages(look.lang);
  const { accent, quiet } = ink(look);
  const lines = [...questionLines(ask, look, say), ''];
  lines.push(...rendered(say.checkHint[answer.how], look).map(quiet), '');
  const points = checklist(ask.points, answer, ui.cursor, look, say.whole);
  const pointRows = points.rows.map((row) => lines.length + row);
  lines.push(...points.lines);
  if (answer.typed.trim() !== '')
    lines.push('', accent(say.yourAnswer), ...typedText(field(answer.typed), false, look).lines);
  if (ask.kind === 'followup') return { lines, pointRows };
  const lead = leadLines(ask.card, look);
  return {
    lines: [...lines, ...(lead.length > 0 ? ['', ...lead] : []), ...restLines(ask.card, look)],
    pointRows,
  };
}

function header(mock: Mock, look: Look, place: Place): string {
  const say = mockMessages(look.lang);
  const total = mock.asks.length;
  if (mock.phase === 'intro') return headerLine({ topic: '', section: '' }, `0/${total}`, look);
  const number = mock.at + 1;
  if (mock.phase === 'reviewing')
    return headerLine(
      place,
      `${say.review} ${number}/${mock.reveal === 'each' ? total : mock.answers.length}`,
      look,
    );
  const own = `${say.thisClock} ${clock(leftOfBox(mock))}`;
  const whole = `${say.wholeClock} ${clock(mock.budget - mock.spent)}`;
  return headerLine(place, `${own}  ${whole}  ${number}/${total}`, look);
}

/** In place of the lower rule once the time of a question is nearly over. */
function warning(mock: Mock, look: Look, { columns }: Size): string | undefined {
  if (mock.phase !== 'asking') return undefined;
  const say = mockMessages(look.lang);
  const left = leftOfBox(mock);
  const soon = Math.min(WARNING, mock.box / 3);
  if (left > soon) return undefined;
  const text = left > 0 ? say.soonOver(clock(left)) : say.over(clock(left + GRACE));
  const dash = dashOf(look);
  const shown = cutTo(` ! ${text} `, columns - 2, look);
  const line = `${dash.repeat(2)}${shown}${dash.repeat(Math.max(0, columns - 2 - widthOn(shown, look)))}`;
  return left > 0 ? ink(look).warn(line) : ink(look).bad(line);
}

function footer(mock: Mock, ui: MockControls, look: Look): string {
  const { footers } = mockMessages(look.lang);
  const { warn } = ink(look);
  if (ui.notice !== '') return warn(cutTo(visibleLine(ui.notice), look.columns, look));
  if (ui.leaving) return warn(cutTo(footers.leaving, look.columns, look));
  if (mock.phase === 'reviewing')
    return footerKeys(mock.reveal === 'each' ? footers.each : footers.reviewing, look);
  return footerKeys(mock.phase === 'asking' ? footers.asking : footers.intro, look);
}
