import type { Ask } from '../drill/mock-plan.ts';
import type { Asked, CardScore, Scorecard } from '../drill/scorecard.ts';
import { missedPoints } from '../drill/scorecard.ts';
import type { KeyPoint } from '../handbook/card.ts';
import type { Language } from '../language.ts';
import { clock } from './clock.ts';
import { labelsFor } from './labels.ts';
import { type MockMessages, mockMessages } from './mock-messages.ts';
import { becauseYouWrote } from './point-messages.ts';
import { visible, visibleLine } from './sanitize.ts';

export interface ScorecardFacts {
  /** Local date and time, for the title. */
  readonly when: string;
  readonly lang: Language;
  /** The name of a topic by its id. */
  readonly topicTitle: (id: string) => string;
  /** What follows `k8sq drill` to practise this deck: empty, or `--deck …`. */
  readonly deckOption: string;
}

/** The short form of a scorecard as Markdown: score, topics, what to study first, next steps. */
export function summaryMarkdown(card: Scorecard, facts: ScorecardFacts): string {
  const say = mockMessages(facts.lang);
  const sections = [
    headLines(card, facts, say),
    topicLines(card, facts, say),
    studyLines(card, facts.lang, say),
    nextLines(card, facts, say),
  ];
  return visible(sections.map((lines) => lines.join('\n')).join('\n\n'));
}

/** The whole scorecard as Markdown: the short form, then every question with its ticks and what was typed. */
export function scorecardMarkdown(card: Scorecard, facts: ScorecardFacts): string {
  const say = mockMessages(facts.lang);
  const cards = card.cards.map((each, index) => cardLines(each, index + 1, facts.lang).join('\n'));
  const open = card.unfinished
    ? [
        [
          `### ${say.scorecard.unfinished}`,
          '',
          questionText(card.unfinished.ask),
          '',
          ...quoted(card.unfinished.typed),
        ].join('\n'),
      ]
    : [];
  const parts = [summaryMarkdown(card, facts), `## ${say.scorecard.questions}`, ...cards, ...open];
  return visible(`${parts.join('\n\n')}\n`);
}

/** The first words of a key point: its bold name, else its beginning. */
function nameOfPoint({ text }: KeyPoint, whole: string): string {
  const name = flat(/^\*\*(.+?)\*\*/.exec(text)?.[1] ?? text).replace(/[:：]$/, '');
  if (name === '') return whole;
  // Cut without its marks: half a pair of them would mark the rest of the line.
  const letters = [...name.replace(/[`*]/g, '')];
  return letters.length > NAME_LENGTH ? `${plain(letters.slice(0, NAME_LENGTH).join(''))}…` : name;
}

const NAME_LENGTH = 28;

function headLines(card: Scorecard, facts: ScorecardFacts, { scorecard: say }: MockMessages): string[] {
  const early = card.spentAll ? say.outOfTime : say.brokenOff;
  return [
    `# ${say.title(facts.when)}`,
    '',
    `**${card.score === undefined ? say.noScore : say.score(card.score)}**`,
    '',
    say.counts(card.questions, card.planned, clock(card.ms), clock(card.budget)),
    ...(card.complete ? [] : ['', early]),
  ];
}

function topicLines(card: Scorecard, facts: ScorecardFacts, { scorecard: say }: MockMessages): string[] {
  const rows = card.topics.map(({ topic, score, cards, ms }) => {
    const name = plain(facts.topicTitle(topic));
    return `| ${name} | ${score ?? '—'} | ${cards} | ${clock(ms)} |`;
  });
  return [`## ${say.byTopic}`, '', `| ${say.columns.join(' | ')} |`, '|---|--:|--:|--:|', ...rows];
}

function studyLines(card: Scorecard, lang: Language, say: MockMessages): string[] {
  const { studyFirst, missed, nothingMissed } = say.scorecard;
  if (card.studyFirst.length === 0) {
    return card.score === undefined ? [`## ${studyFirst}`, '', '—'] : [`## ${studyFirst}`, '', nothingMissed];
  }
  const items = card.studyFirst.map((each, index) => {
    const names = each.asked.flatMap((asked) => missedNames(asked, say));
    const shown = names.length > SHOWN_MISSES ? [...names.slice(0, SHOWN_MISSES), '…'] : names;
    const comma = lang === 'zh' ? '、' : ', ';
    return `${index + 1}. **${plain(each.card.title)}** (\`${each.card.id}\`)\n   - ${missed}${labelsFor(lang).colon}${shown.join(comma)}`;
  });
  return [`## ${studyFirst}`, '', ...items];
}

const SHOWN_MISSES = 4;

function missedNames(asked: Asked, { whole }: MockMessages): string[] {
  if (asked.ask.kind === 'followup') return missedPoints(asked).map(() => flat(asked.ask.question));
  return missedPoints(asked).map((index) => nameOfPoint(asked.ask.points[index] as KeyPoint, whole));
}

function nextLines(card: Scorecard, facts: ScorecardFacts, { scorecard: say }: MockMessages): string[] {
  const again = card.cards.filter(
    ({ result }) => result?.rating === 'again' || result?.rating === 'hard',
  ).length;
  const ids = card.studyFirst.map((each) => each.card.id).join(',');
  const weakest = card.topics.find(({ score }) => score !== undefined && score < 100);
  const drill = `k8sq drill${facts.deckOption}`;
  const { colon } = labelsFor(facts.lang);
  return [
    `## ${say.nextSteps}`,
    '',
    ...(ids ? [`- \`${drill} --ids ${ids}\`${colon}${say.drillThese}`] : []),
    ...(weakest
      ? [
          `- \`${drill} -c ${weakest.topic}\`${colon}${say.drillTopic(plain(facts.topicTitle(weakest.topic)))}`,
        ]
      : []),
    `- ${say.comesBack(again)}`,
    `- \`k8sq mock${facts.deckOption}\`${colon}${say.nextMock}`,
  ];
}

function cardLines({ card, asked, result }: CardScore, number: number, lang: Language): string[] {
  const score = result ? `${Math.round(result.coverage * 100)}%` : '—';
  const lines = [`### ${number}. ${plain(card.title)} · ${score}`];
  for (const each of asked) lines.push('', ...askedLines(each, lang));
  return lines;
}

function askedLines({ ask, answer, scored }: Asked, lang: Language): string[] {
  const say = mockMessages(lang);
  const { how, timedOut, notChecked } = say.scorecard;
  const facts = [
    how[answer.how],
    clock(answer.ms),
    ...(answer.timedOut ? [timedOut] : []),
    ...(scored ? [] : [notChecked]),
  ].join(' · ');
  const label = say.kinds[ask.kind];
  const head =
    ask.kind === 'followup' ? `**${label}** ${flat(ask.question)} (${facts})` : `${label} ${facts}`.trim();
  const points = ask.points.map((point, index) => {
    const by = answer.covered.find((covered) => covered.point === index)?.by ?? [];
    const why = answer.ticks.has(index) && by.length > 0 ? ` (${plain(becauseYouWrote(by, lang))})` : '';
    const text = point.text === '' ? say.whole : indented(point.text);
    return `- [${answer.ticks.has(index) ? 'x' : ' '}] ${point.must ? '★ ' : ''}${text}${why}`;
  });
  return [head, '', ...points, ...(answer.typed.trim() === '' ? [] : ['', ...quoted(answer.typed)])];
}

/** What the learner typed, in a fence that nothing in it can close. */
function quoted(typed: string): string[] {
  const longest = Math.max(2, ...[...typed.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...typed.trimEnd().split('\n'), fence];
}

/**
 * A plain text as Markdown within a line. Only what would be read as a mark is escaped: the file is for people too.
 */
function plain(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, '$1\\$2');
}

function questionText({ kind, question }: Ask): string {
  return kind === 'followup' ? flat(question) : plain(question);
}

function flat(markdown: string): string {
  return markdown.replace(/\s+/g, ' ').trim();
}

function indented(markdown: string): string {
  return markdown.replaceAll('\n', '\n  ');
}
