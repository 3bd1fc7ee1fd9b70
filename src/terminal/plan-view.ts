import { dateToDay } from '../memory/day.ts';
import type { PlanReport } from '../memory/plan.ts';
import { barSigns } from './bar.ts';
import { chart } from './chart.ts';
import { flow, paragraph } from './flow.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { percent } from './number.ts';
import { planMessages } from './plan-messages.ts';
import { visibleLine } from './sanitize.ts';
import { CHART_COLUMNS } from './stats-view.ts';

export interface PlanFacts {
  readonly report: PlanReport;
  /** Minutes of today's that are left, rounded up. */
  readonly minutesLeft: number;
  readonly topicName: (topic: string) => string;
}

/** An interview plan on a terminal: at most `CHART_COLUMNS` wide, never wider than the terminal. */
export function planLines(facts: PlanFacts, terminal: Look): string[] {
  const look = { ...terminal, columns: Math.min(terminal.columns, CHART_COLUMNS) };
  return [
    ...overview(facts.report, look),
    '',
    ...expected(facts.report, look),
    '',
    ...topics(facts, look),
    '',
    ...next(facts, look),
  ];
}

function overview(report: PlanReport, look: Look): string[] {
  const say = planMessages(look.lang);
  const { accent, strong } = ink(look);
  const ahead = report.daysLeft > 0 ? say.ahead(report.daysLeft) : say.isToday;
  return [
    ...flow([say.title(report.date, weekdayOf(report.date, look)), ahead], look).map(strong),
    ...flow(
      [...say.pace(report.minutes, report.reviewsPerDay), say.seen(report.seen, report.cards)],
      look,
    ).map(accent),
  ];
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(date: string, { lang }: Look): string {
  return planMessages(lang).weekdays[((dateToDay(date) ?? 0) + 3) % 7] ?? '';
}

function expected(report: PlanReport, look: Look): string[] {
  const say = planMessages(look.lang);
  const { strong, quiet } = ink(look);
  const row = (label: string, share: number) => ({ label, full: share, value: percent(share) });
  const rows = [row(say.now, report.now)];
  if (report.daysLeft > 0)
    rows.push(row(say.onTheDay, report.onTheDay), row(say.untouched, report.untouched));
  const points = (report.missedDay * 100).toFixed(1);
  const missed = report.daysLeft === 0 ? [] : [points === '0.0' ? say.missedNothing : say.missed(points)];
  return [
    strong(say.expected),
    ...chart(rows, look),
    ...paragraph(say.expectedLegend, look).map(quiet),
    ...missed.flatMap((text) => paragraph(text, look)),
  ];
}

function topics({ report, topicName }: PlanFacts, look: Look): string[] {
  const say = planMessages(look.lang);
  const { strong, quiet } = ink(look);
  const arrow = look.ascii || look.wideAmbiguous ? '->' : '→';
  const rows = report.topics.map(({ topic, now, onTheDay }) => ({
    label: visibleLine(topicName(topic)),
    full: now,
    part: Math.max(0, onTheDay - now),
    value:
      report.daysLeft > 0
        ? `${percent(now).padStart(4)} ${arrow} ${percent(onTheDay).padStart(4)}`
        : percent(now).padStart(4),
  }));
  const [full, part] = barSigns(look);
  const legend = report.daysLeft > 0 ? paragraph(say.topicsLegend(full, part), look).map(quiet) : [];
  return [strong(say.topics), ...chart(rows, look), ...legend];
}

function next({ report, minutesLeft }: PlanFacts, look: Look): string[] {
  const say = planMessages(look.lang);
  if (report.daysLeft === 0) return paragraph(say.nextOnTheDay, look);
  return paragraph(minutesLeft > 0 ? say.next(minutesLeft) : say.nextDone, look);
}
