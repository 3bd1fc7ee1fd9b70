import type { Controls } from '../drill/controls.ts';
import { proposeRating } from '../drill/coverage.ts';
import { field } from '../drill/field.ts';
import type { Session } from '../drill/session.ts';
import type { Card } from '../handbook/card.ts';
import { renderAnswer } from './answer.ts';
import { checklist, leadLines, restLines } from './card-lines.ts';
import { drillMessages } from './drill-messages.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import type { Place } from './place.ts';
import { plainLines } from './plain-lines.ts';
import type { Body } from './sight.ts';
import { titleLines } from './title-lines.ts';
import { typedText } from './typed-text.ts';

/** Another card's whole answer, looked up during a drill. */
export function readingLines(card: Card, place: Place, look: Look): string[] {
  return renderAnswer(card, place, look).split('\n');
}

/** A revealed card: the learner's note, the answer in one breath, the key points to tick, what was typed, the rest. */
export function answerBody(
  session: Session,
  card: Card,
  ui: Controls,
  look: Look,
  note: readonly string[],
): Body {
  const head = [...titleLines(card, look), '', ...note];
  const lead = card.keyPoints.length > 0 ? leadLines(card, look) : [];
  const lines = [...head, ...(lead.length > 0 ? [...lead, ''] : [])];
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
