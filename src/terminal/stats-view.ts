import { RATINGS } from '../memory/rating.ts';
import type { Statistics } from '../memory/statistics.ts';
import { LOOK_UP_DAYS, type WeakSpot } from '../memory/weak-spots.ts';
import { barSigns, shades } from './bar.ts';
import { chart } from './chart.ts';
import { cut } from './cut.ts';
import { drillMessages } from './drill-messages.ts';
import { durationText } from './duration.ts';
import { flow, paragraph } from './flow.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { grouped, percent } from './number.ts';
import { visibleLine } from './sanitize.ts';
import { calendarOf } from './stats-calendar.ts';
import { statsMessages } from './stats-messages.ts';

export interface StatsFacts {
  readonly deck: string;
  readonly statistics: Statistics;
  /** The interview that is today or ahead. */
  readonly interview: { readonly date: string; readonly daysLeft: number } | undefined;
  /** The name of a topic and the title of a card, by their ids. */
  readonly topicName: (topic: string) => string;
  readonly cardTitle: (card: string) => string;
  /** The weakest first. */
  readonly weak: readonly WeakSpot[];
}

/** Wider than this a chart is no easier to read; a pipe gets it too. */
export const CHART_COLUMNS = 80;

const MONTHS = 6;
const FORECAST = 7;
const WEAKEST = 5;
const INDENT = 2;

/** The statistics of a deck on a terminal: at most `CHART_COLUMNS` wide, never wider than the terminal. */
export function statsLines(facts: StatsFacts, terminal: Look): string[] {
  const look = { ...terminal, columns: Math.min(terminal.columns, CHART_COLUMNS) };
  return [
    ...overview(facts, look),
    '',
    ...calendar(facts.statistics, look),
    '',
    ...retention(facts.statistics, look),
    '',
    ...forecast(facts.statistics, look),
    '',
    ...topics(facts, look),
    '',
    ...weakRows(facts.weak, facts.cardTitle, look),
    '',
    ...hardest(facts, look),
  ];
}

/** Cards looked up or failed often, each with the reason below it, and what to do about them. */
export function weakLines(
  weak: readonly WeakSpot[],
  cardTitle: StatsFacts['cardTitle'],
  look: Look,
): string[] {
  return [...weakRows(weak, cardTitle, look), ...legend(statsMessages(look.lang).drillWeak, look)];
}

function weakRows(weak: readonly WeakSpot[], cardTitle: StatsFacts['cardTitle'], look: Look): string[] {
  const say = statsMessages(look.lang);
  const ambiguous = look.wideAmbiguous ? 2 : 1;
  const rows = weak.slice(0, WEAKEST).flatMap(({ card, lookedUp, failed, asked }) => {
    const reasons = [
      ...(lookedUp > 0 ? [say.lookedUp(lookedUp, LOOK_UP_DAYS)] : []),
      ...(failed > 0 ? [say.failed(failed, asked)] : []),
    ];
    const below = flow(reasons, { ...look, columns: look.columns - INDENT });
    return [
      cut(visibleLine(cardTitle(card)), look.columns, ambiguous),
      ...below.map((line) => `  ${ink(look).quiet(line)}`),
    ];
  });
  return [...heading(say.weak, look), ...rows, ...(rows.length > 0 ? [] : legend(say.noneWeak, look))];
}

function overview({ deck, statistics, interview }: StatsFacts, look: Look): string[] {
  const say = statsMessages(look.lang);
  const { cards, readiness, streak, time, ratings, date } = statistics;
  const { accent, quiet } = ink(look);
  const span = (ms: number): string => durationText(ms, look.lang);
  const names = drillMessages(look.lang).ratings;
  return [
    ...heading(say.title(visibleLine(deck), date), look),
    ...flow(
      [
        say.seen(cards.seen, cards.total),
        say.mastered(cards.mastered),
        say.due(cards.due),
        ...(cards.leeches > 0 ? [say.leeches(cards.leeches)] : []),
        ...(cards.suspended > 0 ? [say.suspended(cards.suspended)] : []),
      ],
      look,
    ),
    ...flow(
      [
        ...say.readiness(percent(readiness.recall), percent(readiness.coverage)),
        ...(interview ? [say.interview(interview.date, interview.daysLeft)] : []),
      ],
      look,
    ).map(accent),
    ...flow(say.streak(streak.current, streak.longest), look),
    ...flow(say.time(span(time.total), span(time.today), span(time.perReview)), look),
    ...flow(
      RATINGS.map((rating) => `${names[rating]} ${grouped(ratings[rating])}`),
      look,
    ).map(quiet),
  ];
}

function calendar({ days, date }: Statistics, look: Look): string[] {
  const say = statsMessages(look.lang);
  const [none, ...levels] = shades(look);
  const { lines, most } = calendarOf(days, date, look);
  return [
    ...heading(say.calendar, look),
    ...lines,
    ...legend(say.calendarLegend(none, levels.join(''), grouped(most)), look),
  ];
}

function retention({ retention: months }: Statistics, look: Look): string[] {
  const say = statsMessages(look.lang);
  const rows = months.slice(-MONTHS).map(({ month, reviews, recalled }) => {
    const share = recalled / reviews;
    return { label: month, full: share, value: `${percent(share)} ${grouped(recalled)}/${grouped(reviews)}` };
  });
  const below = rows.length > 0 ? say.retentionLegend : say.noRetention;
  return [...heading(say.retention, look), ...chart(rows, look), ...legend(below, look)];
}

function forecast({ forecast: days }: Statistics, look: Look): string[] {
  const say = statsMessages(look.lang);
  const shown = days.slice(0, FORECAST);
  const rest = days.slice(FORECAST);
  const most = Math.max(1, ...shown.map(({ due }) => due));
  const rows = shown.map(({ date, due }, index) => ({
    label: [say.today, say.tomorrow][index] ?? date.slice(5),
    full: due / most,
    value: grouped(due),
  }));
  const later = rest.reduce((sum, { due }) => sum + due, 0);
  return [
    ...heading(say.forecast, look),
    ...chart(rows, look),
    ...legend(say.later(rest.length, later), look),
  ];
}

function topics({ statistics, topicName }: StatsFacts, look: Look): string[] {
  const say = statsMessages(look.lang);
  const rows = statistics.topics.map((topic) => ({
    label: visibleLine(topicName(topic.topic)),
    full: topic.mastered / topic.cards,
    part: (topic.seen - topic.mastered) / topic.cards,
    value: `${topic.seen}/${topic.cards} ${percent(topic.recall).padStart(4)}`,
  }));
  return [
    ...heading(say.topics, look),
    ...chart(rows, look),
    ...legend(say.topicsLegend(...barSigns(look)), look),
  ];
}

function hardest({ statistics, cardTitle, weak }: StatsFacts, look: Look): string[] {
  const say = statsMessages(look.lang);
  const { warn } = ink(look);
  const ambiguous = look.wideAmbiguous ? 2 : 1;
  const rows = statistics.hardest.map(({ card, lapses, leech }) => {
    const mark = leech ? `[${say.leech}]` : '';
    const count = `${say.forgotten(lapses)}${mark}  `;
    const line = cut(`${count}${visibleLine(cardTitle(card))}`, look.columns, ambiguous);
    return leech ? warn(line) : line;
  });
  return [
    ...heading(say.hardest, look),
    ...rows,
    ...(rows.length > 0 ? [] : legend(say.noneHard, look)),
    ...(rows.length + weak.length > 0 ? legend(say.drillWeak, look) : []),
  ];
}

function heading(text: string, look: Look): string[] {
  return paragraph(text, look).map(ink(look).strong);
}

function legend(text: string, look: Look): string[] {
  return paragraph(text, look).map(ink(look).quiet);
}
